"""Footnotes: where they stand, how text and note lead to each other, how they are read."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdf
import pytest

from itadmin.documents.content import (
    Appendix,
    BulletList,
    Clause,
    Column,
    Cover,
    CoverParty,
    DataTable,
    Footnote,
    Heading,
    KeyFact,
    KeyFacts,
    Paper,
    Paragraph,
    Strong,
)
from itadmin.documents.pdf.flow import Strip
from itadmin.documents.pdf.footnotes import set_feet
from itadmin.documents.pdf.notes import Note
from itadmin.documents.pdf.render import render
from itadmin.documents.pdf.style import body_area
from itadmin.documents.pdf.typesetter import Typesetter

Check = Callable[[bytes], None]
Maker = Callable[..., Paper]
Spoken = Callable[[bytes], list[tuple[str, str]]]
Texts = Callable[[bytes], list[str]]

SENTENCE = "Driftenheten övervakar, underhåller och dokumenterar den tekniska miljön. "
SOURCE = Paragraph(("Här bor många", Footnote("Enligt SCB."), " personer."))


def links(data: bytes) -> list[tuple[int, str, int, float]]:
    """Every link: on which page, what it says, to which page and height it leads."""
    reader = pypdf.PdfReader(BytesIO(data))
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    return [
        (number, str(link["/Contents"]), pages[list.__getitem__(link["/Dest"], 0).idnum], float(link["/Dest"][3]))
        for number, page in enumerate(reader.pages)
        for link in (each.get_object() for each in page.get("/Annots", ()))
    ]


def test_a_note_stands_at_the_foot_of_the_page_that_refers_to_it(make_paper: Maker, page_texts: Texts) -> None:
    body = (*(Paragraph(SENTENCE * 6) for _ in range(20)), SOURCE, Paragraph("Sist på sidan."))
    texts = page_texts(render(make_paper(body=body)))
    (page,) = (text for text in texts if "Här bor" in text)
    assert "många1" in page
    assert page.index("1 Enligt SCB.") > page.index("Sist på sidan.")


def test_a_note_is_read_after_the_text_that_refers_to_it(make_paper: Maker, read_aloud: Spoken) -> None:
    spoken = read_aloud(render(make_paper(body=(SOURCE, Paragraph("Nästa stycke.")))))
    start = spoken.index(("P", "Här bor många"))
    assert spoken[start : start + 6] == [
        ("P", "Här bor många"),
        ("P/Reference/Link", "1"),
        ("P", " personer."),
        ("P/Note/Lbl/Link", "1 "),
        ("P/Note/P", "Enligt SCB."),
        ("P", "Nästa stycke."),
    ]


def test_text_and_note_lead_to_each_other(make_paper: Maker) -> None:
    (page, said, there, depth), (_, back, here, height) = links(render(make_paper(body=(SOURCE,))))
    assert (said, page, there) == ("Fotnot 1", 0, 0)
    assert (back, here) == ("Tillbaka till texten från fotnot 1", 0)
    assert depth < 130
    assert height > 600


def test_every_note_has_an_identity_that_can_be_looked_up(make_paper: Maker) -> None:
    body = tuple(Paragraph(("text", Footnote(f"Not {number}"))) for number in range(12))
    reader = pypdf.PdfReader(BytesIO(render(make_paper(body=body))))
    names = reader.trailer["/Root"]["/StructTreeRoot"]["/IDTree"]["/Names"]
    identities, elements = names[::2], [element.get_object() for element in names[1::2]]
    assert len(set(identities)) == 12
    assert [element["/ID"] for element in elements] == identities == sorted(identities)
    assert {element["/S"] for element in elements} == {"/Note"}


def test_a_paper_without_notes_has_no_identities(make_paper: Maker) -> None:
    reader = pypdf.PdfReader(BytesIO(render(make_paper(body=(Paragraph("text"),)))))
    assert "/IDTree" not in reader.trailer["/Root"]["/StructTreeRoot"]


def test_notes_are_numbered_through_the_paper_wherever_they_stand(
    make_paper: Maker, page_texts: Texts, assert_conforms: Check
) -> None:
    shared = ("x", Footnote("not"))
    body = (
        Heading("Avsnitt"),
        Clause(shared, "Titel"),
        BulletList((shared, shared)),
        DataTable((Column("A"), Column("B")), ((shared, shared), ("a", ("", Footnote("not"))))),
        Paragraph((Strong("slut"), Footnote("not"), Footnote("not"))),
    )
    appendix = Appendix("Bilaga 1", "Liggande", (Paragraph(shared),), landscape=True)
    data = render(make_paper(body=body, appendices=(appendix,)))
    assert_conforms(data)
    texts = page_texts(data)
    assert [f"{number} not" in texts[0] for number in range(1, 9)] == [True] * 8
    assert "slut7,8" in texts[0]
    assert "9 not" in texts[-1]


def test_a_note_whose_row_goes_to_the_next_page_goes_with_it(make_paper: Maker, page_texts: Texts) -> None:
    rows = tuple((f"rad {number}.", ("b", Footnote(f"not till rad {number}."))) for number in range(60))
    texts = page_texts(render(make_paper(body=(DataTable((Column("A"), Column("B")), rows),))))
    assert len(texts) > 2
    for number in range(60):
        (page,) = (text for text in texts if re.search(rf"(?<!till )rad {number}\.", text))
        assert f"not till rad {number}." in page


def test_a_note_longer_than_a_page_goes_on_at_the_foot_of_the_next(
    make_paper: Maker, page_texts: Texts, assert_conforms: Check
) -> None:
    words = " ".join(f"ord{number}" for number in range(3000))
    data = render(make_paper(body=(Paragraph(("text", Footnote(words))), SOURCE, Paragraph("Slutet."))))
    assert_conforms(data)
    texts = page_texts(data)
    assert len(texts) > 3
    joined = " ".join(" ".join(texts).replace("\n", " ").split())
    assert all(f"ord{number} " in joined for number in range(3000))
    assert "2 Enligt SCB." in texts[-1]
    assert "Slutet." in texts[-1]


@pytest.mark.parametrize(
    "parts",
    [
        {"cover": Cover((CoverParty("Part", ("Åmål", Footnote("en not"))),))},
        {"body": (KeyFacts((KeyFact("Telefon", ("112", Footnote("en not"))),)),)},
    ],
    ids=["cover", "key fact"],
)
def test_where_there_is_no_foot_the_note_stands_in_parentheses(
    parts: dict[str, Any], make_paper: Maker, page_texts: Texts, assert_conforms: Check
) -> None:
    data = render(make_paper(**parts))
    assert_conforms(data)
    assert "(en not)" in page_texts(data)[0]


def test_a_note_whose_number_goes_over_two_lines_is_put_at_the_foot_once(setter: Typesetter) -> None:
    note = Note(12, "Källan.")
    strips = [Strip(10, lambda *_: None, notes=(note,)) for _ in range(2)]
    set_feet(setter, strips, body_area())
    assert [len(strip.foot) for strip in strips] == [1, 0]
    assert [strip.keys for strip in strips] == [(note.mark_key,), ()]
