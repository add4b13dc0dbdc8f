"""Papers joined to one file: its pages, what is read of it and in what order, and that it keeps its standards."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pypdf
import pytest

from itadmin.documents.content import Footnote, Heading, Paper, Paragraph
from itadmin.documents.pdf import joining
from itadmin.documents.pdf.copying import take_apart
from itadmin.documents.pdf.file import PdfFile
from itadmin.documents.pdf.joining import Joiner, TooLargeError
from itadmin.documents.pdf.render import render

Maker = Callable[..., Paper]
MADE = datetime(2026, 11, 22, tzinfo=UTC)


def joined(*papers: bytes) -> bytes:
    target = BytesIO()
    joiner = Joiner(target)
    for number, paper in enumerate(papers, start=1):
        joiner.add(paper, f"Avtal {number} – Åmål")
    joiner.finish("Driftavtal, alla", "Melleruds kommun", MADE)
    return target.getvalue()


@pytest.fixture(scope="session")
def whole(example: Maker) -> bytes:
    """A paper with cover, tables, figures, signatures, links, contents and appendices."""
    return render(example())


@pytest.fixture(scope="session")
def noted(make_paper: Maker) -> bytes:
    """A short paper with notes."""
    body = (Heading("Rubrik", numbered=False), Paragraph(("text", Footnote("En not"), Footnote("En till"))))
    return render(make_paper(title="Noter", body=body))


@pytest.fixture(scope="session")
def bare(make_paper: Maker) -> bytes:
    """A paper without anything to go to."""
    return render(make_paper(title="Bart", body=(Paragraph("Ett stycke."),)))


def test_the_joined_file_keeps_the_standards_of_its_papers(
    whole: bytes, noted: bytes, bare: bytes, assert_conforms: Callable[[bytes], None]
) -> None:
    assert_conforms(joined(whole, noted, bare, noted, whole))
    assert_conforms(joined(bare, noted))
    assert_conforms(joined(bare))


def test_pages_and_texts_come_after_each_other(
    whole: bytes, noted: bytes, bare: bytes, page_texts: Callable[[bytes], list[str]]
) -> None:
    assert page_texts(joined(bare, whole, noted)) == [*page_texts(bare), *page_texts(whole), *page_texts(noted)]


def test_each_paper_is_read_as_it_is_alone(
    whole: bytes, noted: bytes, bare: bytes, read_aloud: Callable[[bytes], list[tuple[str, str]]]
) -> None:
    alone = [
        (f"Part/{place}" if place else "Part", text)
        for paper in (noted, whole, bare)
        for place, text in read_aloud(paper)
    ]
    assert read_aloud(joined(noted, whole, bare)) == alone


def test_links_stay_within_their_paper(whole: bytes, noted: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(joined(whole, noted, whole)))
    places = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    first = len(pypdf.PdfReader(BytesIO(whole)).pages)
    last = first + 1
    for number, page in enumerate(reader.pages):
        for link in (each.get_object() for each in page.get("/Annots", ())):
            there = places[list.__getitem__(link["/Dest"], 0).idnum]
            assert (number < first, number < last) == (there < first, there < last)


def test_every_page_and_link_leads_to_its_own_elements(whole: bytes, noted: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(joined(whole, noted, noted)))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    keys: dict[int, Any] = {}
    for leaf in root["/ParentTree"]["/Kids"]:
        numbers = leaf.get_object()["/Nums"]
        assert leaf.get_object()["/Limits"] == [numbers[0], numbers[-2]]
        keys |= dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert sorted(keys) == list(range(root["/ParentTreeNextKey"]))
    for page in reader.pages:
        for element in keys[page["/StructParents"]].get_object():
            assert page.indirect_reference in _pages_of(element.get_object())
        for link in page.get("/Annots", ()):
            element = keys[link.get_object()["/StructParent"]].get_object()
            assert any(kid.get_object().get("/Obj") == link for kid in element["/K"] if not isinstance(kid, int))


def _pages_of(element: Any) -> list[Any]:
    """The pages that an element has marks on."""
    kids = [kid.get_object() for kid in element["/K"] if not isinstance(kid, int)]
    own = [element.raw_get("/Pg")] if "/Pg" in element else []
    return own + [kid.raw_get("/Pg") for kid in kids if "/Pg" in kid]


def test_no_two_notes_have_the_same_identity(noted: bytes, bare: bytes) -> None:
    root = pypdf.PdfReader(BytesIO(joined(noted, bare, noted))).trailer["/Root"]["/StructTreeRoot"]
    names = [leaf.get_object()["/Names"] for leaf in root["/IDTree"]["/Kids"]]
    identities = [name for leaf in names for name in leaf[::2]]
    assert identities == [f"{place:06}-not-{number:06}" for place in (0, 2) for number in (1, 2)]
    assert [element.get_object()["/ID"] for leaf in names for element in leaf[1::2]] == identities


def test_every_paper_has_a_bookmark_with_its_own_below(whole: bytes, bare: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(joined(bare, whole)))
    first, second, below = reader.outline
    assert (first["/Title"], second["/Title"]) == ("Avtal 1 – Åmål", "Avtal 2 – Åmål")
    assert reader.get_destination_page_number(second) == 1
    alone = [each["/Title"] for each in pypdf.PdfReader(BytesIO(whole)).outline if not isinstance(each, list)]
    assert [each["/Title"] for each in below if not isinstance(each, list)] == alone


def test_it_says_what_it_is_itself(whole: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(joined(whole, whole)))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Driftavtal, alla", "Melleruds kommun")
    assert reader.trailer["/Root"]["/Lang"] == "sv-SE"


def test_the_colour_profile_stands_once(bare: bytes) -> None:
    assert joined(bare, bare, bare).count(b"/N 3") == bare.count(b"/N 3") == 1


def test_equal_papers_give_equal_bytes(whole: bytes, bare: bytes) -> None:
    assert joined(whole, bare) == joined(whole, bare)
    assert joined(whole, bare) != joined(bare, whole)


def test_a_file_has_an_end(bare: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "MOST_OBJECTS", 10_005 + take_apart(bare).count)
    target = BytesIO()
    joiner = Joiner(target)
    joiner.add(bare, "Ett")
    with pytest.raises(TooLargeError):
        joiner.add(bare, "Ett till")
    joiner.finish("Det som fick rum", "", MADE)
    assert len(pypdf.PdfReader(target).pages) == 1


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\nnot ours\n%%EOF", b"1 0 obj\n<</Length 4>>\nstream\nabcd\r\nendstream"]
)
def test_what_is_no_file_of_ours_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no table"):
        take_apart(content)


def test_a_file_that_is_no_paper_is_refused() -> None:
    file = PdfFile()
    catalog = file.add("<</Type/Catalog>>")
    with pytest.raises(ValueError, match="no Pages"):
        Joiner(BytesIO()).add(file.to_bytes(catalog, catalog), "Inget")


def test_streams_and_objects_are_found_as_they_were_written() -> None:
    file = PdfFile()
    stream = file.add_stream(b"\r\nendstream\nendobj\n1 0 obj\r", "/Mark 1", compressed=False)
    plain = [file.add(f"<</Number {number}>>") for number in range(450)]
    copy = take_apart(file.to_bytes(plain[0], plain[1]))
    assert copy.streams[stream].data == b"\r\nendstream\nendobj\n1 0 obj\r"
    assert [copy.plain[number] for number in plain] == [b"<</Number %d>>" % number for number in range(450)]
    assert (copy.catalog, copy.information) == (plain[0], plain[1])
