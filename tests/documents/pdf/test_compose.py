"""What must not be parted is not parted, wherever on a page it happens to fall."""

import re
from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest

from itadmin.documents.content import (
    Block,
    BulletList,
    Clause,
    Column,
    DataTable,
    Field,
    FieldTable,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Signatory,
    SignatureBlock,
    SignatureParty,
)
from itadmin.documents.pdf.render import render

Maker = Callable[..., Paper]
Spoken = Callable[[bytes], list[tuple[str, str]]]
Texts = Callable[[bytes], list[str]]

LINES = (0, *range(23, 34))
"""A page has room for some thirty lines: these bring what follows to every place near its foot."""
TWO_LINES = (
    "Driftenheten övervakar, underhåller och dokumenterar den tekniska miljön, och den återställer driften vid avbrott."
)


@pytest.fixture(scope="module")
def pages_of(make_paper: Maker, page_texts: Texts) -> Callable[[int, tuple[Block, ...]], list[str]]:
    """The pages of a paper where `blocks` come after so many lines of text."""

    def pages(lines: int, blocks: tuple[Block, ...]) -> list[str]:
        filler = tuple(Paragraph(f"Rad {line}") for line in range(lines))
        return page_texts(render(make_paper(body=(*filler, *blocks))))

    return pages


PagesOf = Callable[[int, tuple[Block, ...]], list[str]]


def page_with(pages: list[str], text: str) -> int:
    return next(number for number, page in enumerate(pages) if text in page)


def table(rows: int, caption: str = "Tabellen", note: str = "") -> DataTable:
    cells = tuple((f"rad {row}", "värde") for row in range(rows))
    return DataTable((Column("Ett"), Column("Två")), cells, caption=caption, note=note)


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize("follows", [Clause(f"Början {TWO_LINES * 3}"), Paragraph(f"Början {TWO_LINES * 2}")])
def test_a_heading_stands_with_its_text(pages_of: PagesOf, lines: int, follows: Block) -> None:
    pages = pages_of(lines, (Heading("Rubriken"), follows))
    page = pages[page_with(pages, "Rubriken")]
    after = page[page.index("Rubriken") :]
    assert "Början" in after
    assert after.strip().count("\n") >= 3


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize("words", [30, 50, 75, 100])
def test_no_line_stands_alone(pages_of: PagesOf, lines: int, words: int) -> None:
    pages = pages_of(lines, (Paragraph("Utmärkt " + "ord " * words),))
    counts = [len(re.findall(r"^(?:Utmärkt )?(?:ord[ \u00a0]?)+$", page, re.MULTILINE)) for page in pages]
    assert 1 not in counts
    assert sum(counts) >= words // 25


@pytest.mark.parametrize("lines", LINES)
def test_a_short_table_stays_whole_with_what_brings_it(pages_of: PagesOf, lines: int) -> None:
    blocks = (Heading("Rubriken"), Clause("Satsen som för in tabellen."), table(10, note="Noten."))
    pages = pages_of(lines, blocks)
    where = {page_with(pages, text) for text in ("Rubriken", "Satsen", "Tabellen", "rad 0 ", "rad 9", "Noten.")}
    assert len(where) == 1


@pytest.mark.parametrize("rows", range(30, 42))
@pytest.mark.parametrize("lines", [0, 29, 30, 31])
def test_a_long_table_is_parted_with_two_rows_on_either_side(pages_of: PagesOf, lines: int, rows: int) -> None:
    pages = pages_of(lines, (table(rows),))
    counts = [len(re.findall(r"^rad \d+ ", page, re.MULTILINE)) for page in pages]
    assert sum(counts) == rows
    assert 1 not in counts
    assert all(page.count("Ett Två") == 1 for page, count in zip(pages, counts, strict=True) if count)


@pytest.mark.parametrize("lines", LINES)
def test_a_list_stands_with_the_clause_that_brings_it(pages_of: PagesOf, lines: int) -> None:
    pages = pages_of(lines, (Clause("Följande ingår inte:"), BulletList(("första punkten", "andra punkten"))))
    assert page_with(pages, "Följande") == page_with(pages, "första punkten")


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize("signatories", [1, 2, 3])
def test_signatures_stand_with_their_heading(pages_of: PagesOf, lines: int, signatories: int) -> None:
    people = tuple(Signatory(f"Chef {number}", "Delegation, punkt 1") for number in range(signatories))
    parties = (SignatureParty("Ena", "A kommun", "Org.nr", people), SignatureParty("Andra", "B kommun", "", people))
    sentences = (Clause(TWO_LINES), Paragraph("Exemplaren är likalydande."))
    pages = pages_of(lines, (Heading("Underskrifter"), *sentences, SignatureBlock(parties)))
    number = page_with(pages, "Underskrifter")
    assert pages[number].count("Namnförtydligande") == 2 * signatories
    assert f"Chef {signatories - 1}" in pages[number]


@pytest.mark.parametrize("lines", range(12, 34, 2))
def test_signatures_without_a_heading_stand_with_the_last_lines_alone(pages_of: PagesOf, lines: int) -> None:
    signed = SignatureBlock((SignatureParty("Ena", "A kommun", "Org.nr", (Signatory("Chef"),)),))
    pages = pages_of(lines, (Paragraph("Sist."), signed))
    assert "Rad 0" in pages[0]
    assert page_with(pages, "Sist.") == page_with(pages, "Namnförtydligande")


@pytest.mark.parametrize("parties", [4, 5, 6])
@pytest.mark.parametrize("lines", [0, 8, 30])
def test_parties_that_fit_on_one_page_are_not_parted(pages_of: PagesOf, lines: int, parties: int) -> None:
    signed = tuple(SignatureParty(f"Part {number}", "", "Org.nr", (Signatory("Chef"),)) for number in range(parties))
    table = DataTable((Column("Part"),), tuple((party.role,) for party in signed), "Beslut")
    pages = pages_of(lines, (Heading("Underskrifter"), table, Clause("Exemplaren är lika."), SignatureBlock(signed)))
    page = pages[page_with(pages, "Exemplaren")]
    assert [page.count("Namnförtydligande"), page.count("För Part")] == [parties, parties]
    assert "Beslut" in pages[page_with(pages, "Underskrifter")]


def test_a_party_that_is_named_as_its_role_is_named_once(pages_of: PagesOf) -> None:
    parties = (SignatureParty("A kommun", "A kommun", "Org.nr 1"), SignatureParty("Ena", "B kommun"))
    (page,) = pages_of(0, (SignatureBlock(parties),))
    assert [page.count("A kommun"), page.count("B kommun")] == [1, 1]


@pytest.mark.parametrize("lines", LINES)
def test_with_many_signatories_no_place_to_sign_is_parted(pages_of: PagesOf, lines: int) -> None:
    people = tuple(Signatory(f"Chef {number}", "Delegation") for number in range(7))
    pages = pages_of(lines, (SignatureBlock((SignatureParty("Ena", "A kommun", "", people),)),))
    for number in range(7):
        page = pages[page_with(pages, f"Chef {number}")]
        assert page.count("Ort och datum") == page.count("Namnförtydligande")


def test_points_after_a_paragraph_belong_to_no_clause(make_paper: Maker, read_aloud: Spoken) -> None:
    body = (Clause("Punkten."), Paragraph("Stycket."), BulletList(("ett",)))
    assert ("L/LI/LBody/P", "ett") in read_aloud(render(make_paper(body=body)))


def test_clauses_after_each_other_are_one_list(make_paper: Maker) -> None:
    body = (Clause("a"), Clause("b"), Paragraph("mellan"), Clause("c"), Heading("Rubrik"), Clause("d"))
    reader = pypdf.PdfReader(BytesIO(render(make_paper(body=body))))
    kids = [kid.get_object() for kid in reader.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]]
    tags = [(kid["/S"], len(kid["/K"])) for kid in kids]
    assert tags == [("/H1", 1), ("/L", 2), ("/P", 1), ("/L", 1), ("/H2", 1), ("/L", 1)]


def test_what_follows_a_page_break_begins_a_page(make_paper: Maker, page_texts: Texts) -> None:
    texts = page_texts(render(make_paper(body=(Paragraph("Före."), PageBreak(), PageBreak(), Paragraph("Efter.")))))
    assert ["Före." in texts[0], "Efter." in texts[1], len(texts)] == [True, True, 2]


@pytest.mark.parametrize("subtitle", ["", "Kvarnen"])
def test_without_a_cover_the_title_opens_the_first_page(make_paper: Maker, read_aloud: Spoken, subtitle: str) -> None:
    spoken = read_aloud(render(make_paper(title="Systemkort", subtitle=subtitle, body=(Paragraph("Text."),))))
    assert spoken == [("H1", "Systemkort"), *([("P", subtitle)] if subtitle else []), ("P", "Text.")]


def test_three_parties_stand_two_by_two(pages_of: PagesOf) -> None:
    parties = tuple(SignatureParty(name, name, "", (Signatory(f"Chef {name}"),)) for name in ("Ett", "Två", "Tre"))
    text = "".join(pages_of(0, (SignatureBlock(parties),)))
    order = [text.index(found) for found in ("För Ett", "För Två", "Chef Ett", "Chef Två", "För Tre", "Chef Tre")]
    assert order == sorted(order)


def test_a_row_taller_than_a_page_goes_on(pages_of: PagesOf) -> None:
    words = " ".join(f"ord{number}" for number in range(3000))
    pages = pages_of(0, (FieldTable((Field("Etikett", words), Field("Nästa", "värde"))),))
    assert len(pages) > 3
    assert re.findall(r"ord\d+", "".join(pages)) == words.split()


def test_a_head_that_would_fill_the_page_is_not_repeated(pages_of: PagesOf) -> None:
    columns = (Column("rubrik " * 300), Column("B"))
    pages = pages_of(0, (DataTable(columns, tuple((f"rad {row}", "x") for row in range(60))),))
    assert sum("rubrik" in page for page in pages) < len(pages) <= 4


def test_tables_and_figures_are_numbered_through_the_paper(pages_of: PagesOf) -> None:
    text = "".join(pages_of(0, (table(2, "Första"), Paragraph("mellan"), table(2, ""), table(2, "Andra"))))
    assert "Tabell\u00a01\u00a0 Första" in text
    assert "Tabell\u00a02\u00a0 Andra" in text


def test_an_empty_cell_says_that_there_is_nothing(pages_of: PagesOf) -> None:
    rows = (("Tom", ""), ("Blank", "  "))
    text = "".join(pages_of(0, (DataTable((Column("Ett"), Column("Två")), rows), FieldTable((Field("Fält", ""),)))))
    assert "Tom –" in text
    assert "Blank –" in text
    assert "Fält –" in text


def test_tables_of_one_row_are_parted_from_what_follows(pages_of: PagesOf) -> None:
    """Else a paper of short parts would have them all on the same page, and the one before half empty."""
    parts = [(Heading(f"Del {number}"), FieldTable((Field("Slag", "värde"),))) for number in range(12)]
    pages = pages_of(18, tuple(block for part in parts for block in part))
    assert page_with(pages, "Del 0") == 0
    assert page_with(pages, "Del 11") == 1
