"""One paper of all that is hard to set, some three hundred pages of it, read as a whole."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pypdf
import pytest

from itadmin.documents.content import (
    Appendix,
    Bar,
    BarChart,
    Block,
    BulletList,
    Cell,
    Clause,
    Column,
    Contents,
    Cover,
    DataTable,
    Footnote,
    Heading,
    Item,
    Ladder,
    NumberedList,
    Paper,
    Paragraph,
    Step,
)
from itadmin.documents.pdf.render import render

Check = Callable[[bytes], None]
Maker = Callable[..., Paper]
Spoken = Callable[[bytes], list[tuple[str, str]]]
Texts = Callable[[bytes], list[str]]

SENTENCE = "Driftenheten övervakar, underhåller och dokumenterar den tekniska miljön. "
WORD = "Avtalsförvaltningssystemsuppföljningsrapporteringsansvarsfördelningsöverenskommelse"
CHAPTERS = 94
NUMBER = "2026-0123"


def chapter(number: int) -> Iterator[Block]:
    deep = Item("nivå två", (Item("nivå tre", (WORD, SENTENCE)),), numbered=number % 2 == 0)
    yield Heading(f"Kapitel nummer {number}", key=f"chapter{number}")
    yield Paragraph((SENTENCE * (number % 7 + 1), f"Källa {number}", Footnote(f"Källan till kapitel {number}.")))
    yield Heading(f"Omfattning {number}", level=2)
    yield Clause(SENTENCE * 3, f"Punkt {number}")
    yield BulletList((SENTENCE, deep))
    yield Heading(f"Tomt avsnitt {number}", level=2)
    yield Heading(f"Ordning {number}", level=2)
    yield NumberedList(tuple(f"{WORD} {SENTENCE * (step % 3)}" for step in range(number % 13)))
    yield Heading("Mindre rubrik", level=3)
    yield Paragraph(SENTENCE * (number % 11))
    rows = tuple((f"Rad {number}.{row}", WORD, Cell(str(row % 5 + 1), row % 5 + 1)) for row in range(10 + number % 60))
    yield DataTable(
        (Column(f"Rad {number}"), Column(f"Text {number}", weight=2), Column("Nivå", "center", 0.3)),
        rows,
        caption=f"Lång tabell {number}",
        grid=True,
    )
    if number % 10 == 0:
        steps = tuple(Step(f"Steg {step}", tuple(f"System {i}" for i in range(step * 2))) for step in range(5))
        yield Ladder(steps, "Trappan", "Trappa", "Förslag.")
        bars = tuple(Bar(WORD, value, str(value), value / 2, str(value / 2)) for value in range(8))
        yield BarChart(bars, "Staplar", "Staplar", series=("A", "B"))


@pytest.fixture(scope="module")
def hard(make_paper: Maker) -> bytes:
    return render(hard_paper(make_paper))


def hard_paper(make_paper: Maker) -> Paper:
    columns = tuple(Column(f"Kolumn {number}") for number in range(9))
    wide = DataTable(columns, tuple(tuple(f"{row}.{i}" for i in range(9)) for row in range(300)), caption="Bred")
    body = tuple(block for number in range(1, CHAPTERS + 1) for block in chapter(number))
    return make_paper(
        cover=Cover(),
        number=NUMBER,
        draft=True,
        front=(Contents(),),
        body=body,
        appendices=(
            Appendix(
                "Bilaga 1", "Liggande", (Paragraph(("x", Footnote("Not på liggande sida."))), wide), landscape=True
            ),
            Appendix("Bilaga 2", "Tom", ()),
        ),
    )


@pytest.fixture(scope="module")
def texts(hard: bytes, page_texts: Texts) -> list[str]:
    return page_texts(hard)


def test_it_keeps_both_standards(hard: bytes, assert_conforms: Check) -> None:
    assert len(pypdf.PdfReader(BytesIO(hard)).pages) >= 300
    assert_conforms(hard)


def test_it_comes_out_alike_every_time(hard: bytes, make_paper: Maker) -> None:
    assert render(hard_paper(make_paper)) == hard


def test_its_contents_tell_the_true_pages(texts: list[str], hard: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(hard))
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    told = {}
    for page in reader.pages:
        for link in (each.get_object() for each in page.get("/Annots", ())):
            found = re.fullmatch(r"(.*), sida (\d+)", str(link["/Contents"]))
            if found:
                assert pages[list.__getitem__(link["/Dest"], 0).idnum] == int(found[2]) - 1
                told[found[1]] = int(found[2])
    assert len(told) == CHAPTERS * 4 + 2
    for number in range(1, CHAPTERS + 1):
        for title in (f"Kapitel nummer {number}", f"Omfattning {number}", f"Ordning {number}"):
            assert re.search(rf"{title}\n", texts[told[title] - 1] + "\n")


def test_no_heading_stands_last_on_a_page(texts: list[str]) -> None:
    for number, text in enumerate(texts[:-1], 1):
        lines = text.replace("UTKAST", "").strip().splitlines()
        assert not re.fullmatch(r"(Kapitel nummer|Omfattning|Ordning|Mindre rubrik).*", lines[-1]), number


def test_the_head_of_every_table_stands_on_each_of_its_pages(texts: list[str]) -> None:
    for text in texts:
        for number in set(re.findall(r"^Rad (\d+)\.\d+", text, re.MULTILINE)):
            assert f"Rad {number} Text {number} Nivå" in text


def test_every_note_stands_on_the_page_that_refers_to_it(texts: list[str]) -> None:
    for number in range(1, CHAPTERS + 1):
        (page,) = (text for text in texts if f"Källan till kapitel\u00a0{number}." in text)
        assert f"Källa {number}" in page


def test_its_number_stands_on_every_page(texts: list[str]) -> None:
    assert [text.count(f"Handling\u00a0{NUMBER}") for text in texts] == [1] * len(texts)


def test_its_bookmarks_nest_as_its_headings_do(hard: bytes) -> None:
    outline = pypdf.PdfReader(BytesIO(hard)).outline
    first = next(
        index for index, entry in enumerate(outline) if not isinstance(entry, list) and "nummer 1" in entry.title
    )
    below = outline[first + 1]
    assert [entry.title for entry in below if not isinstance(entry, list)] == [
        "1.1  Omfattning 1",
        "1.3  Tomt avsnitt 1",
        "1.4  Ordning 1",
    ]
    assert [entry.title for entry in below[-1]] == ["Mindre rubrik"]


def test_the_number_is_read_aloud_once(make_paper: Maker, read_aloud: Spoken) -> None:
    body = tuple(Paragraph(SENTENCE * 9) for _ in range(20))
    for cover in (None, Cover()):
        spoken = read_aloud(render(make_paper(number=NUMBER, body=body, cover=cover)))
        assert [path for path, text in spoken if NUMBER in text] == ["P"]


def test_a_paper_without_a_number_says_nothing_of_one(make_paper: Maker, page_texts: Texts) -> None:
    data = render(make_paper(body=(Paragraph("Text."),)))
    assert "Handling" not in page_texts(data)[0]
    assert "/Identifier" not in pypdf.PdfReader(BytesIO(data)).metadata


def test_the_number_is_in_the_metadata(hard: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(hard))
    assert reader.metadata["/Identifier"] == NUMBER
    assert reader.xmp_metadata.dc_identifier == NUMBER
