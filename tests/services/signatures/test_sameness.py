"""Whether a file that came back is the paper that was sent."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject

from itadmin.domain.problems import KnownError
from itadmin.services.signatures import is_same_paper

Maker = Callable[..., bytes]


def test_a_signed_paper_is_the_paper(paper: bytes, signed: bytes, signed_twice: bytes) -> None:
    assert is_same_paper(paper, paper)
    assert is_same_paper(signed, paper)
    assert is_same_paper(signed_twice, paper)
    assert is_same_paper(signed_twice, signed)


def test_the_paper_is_not_the_signed_one(paper: bytes, signed: bytes) -> None:
    """A signature that has gone is not nothing."""
    assert not is_same_paper(paper, signed)


def test_a_file_that_begins_as_ours_may_say_something_else(paper: bytes, with_added: Maker, signed_by: Maker) -> None:
    def other_words(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/Contents")] = writer.pages[1].raw_get("/Contents")

    changed = signed_by(with_added(paper, other_words))
    assert changed.startswith(paper)
    assert not is_same_paper(changed, paper)


def test_a_resource_swapped_behind_the_name_of_an_entry_that_may_change_is_seen(
    paper: bytes, with_added: Maker
) -> None:
    """Of a page its annotations may change; anything else of that name may not."""

    def name(number: int) -> Callable[[PdfWriter], Any]:
        def put(writer: PdfWriter) -> None:
            resources = writer.pages[0]["/Resources"]
            resources[NameObject("/Annots")] = ArrayObject([NumberObject(number)])

        return put

    before = with_added(paper, name(1))
    assert is_same_paper(with_added(before, lambda writer: writer.add_metadata({"/Title": "Nytt"})), before)
    assert not is_same_paper(with_added(before, name(2)), before)


def test_pages_written_anew_are_not_known_again(paper: bytes) -> None:
    writer, output = PdfWriter(clone_from=PdfReader(BytesIO(paper))), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(output)
    assert not is_same_paper(output.getvalue(), paper)


def test_what_cannot_be_compared_is_told(paper: bytes, signed: bytes) -> None:
    with pytest.raises(KnownError, match="skadad"):
        is_same_paper(signed[: len(signed) // 3], paper)
    with pytest.raises(KnownError, match="ingen PDF"):
        is_same_paper(b"", paper)
