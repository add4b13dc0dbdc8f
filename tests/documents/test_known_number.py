from datetime import UTC, datetime
from io import BytesIO

import pypdf
import pytest
from pypdf.generic import NameObject

from itadmin.documents.content import Paper, Paragraph, Profile
from itadmin.documents.known_number import number_in
from itadmin.documents.pdf.render import render


def file(number: str = "2026-0007") -> bytes:
    return render(
        Paper(
            title="Driftavtal",
            created=datetime(2026, 11, 22, tzinfo=UTC),
            profile=Profile("Åmåls kommun"),
            body=(Paragraph("Text."),),
            number=number,
        )
    )


def written_anew(content: bytes) -> bytes:
    """The pages of a file in a new one, without its data about itself."""
    writer = pypdf.PdfWriter()
    writer.append(BytesIO(content))
    writer.metadata = None
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("number", ["2026-0007", ""])
def test_a_file_tells_its_number(number: str) -> None:
    assert number_in(file(number)) == number


def test_a_file_written_anew_still_shows_its_number() -> None:
    assert number_in(written_anew(file())) == "2026-0007"


@pytest.mark.parametrize(
    "value", [b"<b>2026-0007</b>", b"\xfe\xff\x00a\xd8\x00" + b"\0 " * 5], ids=["words", "half a letter"]
)
def test_what_a_stranger_has_written_for_a_number_is_none(value: bytes) -> None:
    writer, written = pypdf.PdfWriter(clone_from=BytesIO(file(""))), BytesIO()
    writer.add_metadata({"/Identifier": "A" * len(value)})
    writer.write(written)
    assert number_in(written.getvalue().replace(b"A" * len(value), value)) == ""


def test_a_page_that_cannot_be_read_has_no_number() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.pages[0][NameObject("/Type")] = NameObject("/Nothing")
    written = BytesIO()
    writer.write(written)
    assert number_in(written.getvalue()) == ""


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", file()[:500]])
def test_what_cannot_be_read_has_no_number(content: bytes) -> None:
    assert number_in(content) == ""
