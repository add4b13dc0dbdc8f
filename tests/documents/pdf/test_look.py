"""Where things stand and what they look like, measured in the drawn pages."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import pypdf
import pypdfium2
import pytest

from itadmin.documents.content import (
    Bar,
    BarChart,
    Cell,
    Clause,
    Column,
    Contents,
    Cover,
    CoverParty,
    DataTable,
    Field,
    Heading,
    Logotype,
    Missing,
    Paper,
    Paragraph,
    Profile,
    Shape,
)
from itadmin.documents.pdf.colours import palette
from itadmin.documents.pdf.render import render
from itadmin.documents.pdf.style import MM

Maker = Callable[..., Paper]


@dataclass(frozen=True)
class Word:
    """A stretch of text as drawn: its left and right edge and bottom, in millimetres from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float


@pytest.fixture(scope="module")
def words_of() -> Callable[[bytes, int], list[Word]]:
    def read(data: bytes, number: int = 0) -> list[Word]:
        with pypdfium2.PdfDocument(data) as document:
            shown = document[number]
            text = shown.get_textpage()
            try:
                return list(_words(text))
            finally:
                text.close()
                shown.close()

    return read


def _words(text: pypdfium2.PdfTextPage) -> Iterator[Word]:
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        yield Word(text.get_text_bounded(left, bottom, right, top).strip(), left / MM, bottom / MM, right / MM)


Words = Callable[..., list[Word]]


def find(words: list[Word], text: str) -> Word:
    return next(word for word in words if text in word.text)


def operators(data: bytes, page: int = 0) -> str:
    return pypdf.PdfReader(BytesIO(data)).pages[page].get_contents().get_data().decode("ascii")


def test_numbered_text_has_a_column_for_its_numbers(make_paper: Maker, words_of: Words) -> None:
    words = words_of(render(make_paper(body=(Heading("Rubrik"), Clause("Punkten " * 40)))))
    assert find(words, "1.1").left == pytest.approx(25, abs=0.5)
    assert find(words, "Rubrik").left == pytest.approx(42, abs=0.5)
    lines = [word for word in words if word.text.startswith("Punkten")]
    assert all(line.left == pytest.approx(42, abs=0.5) for line in lines)
    assert 170 < max(line.right for line in lines) < 180.5


def test_text_without_numbers_begins_at_the_margin(make_paper: Maker, words_of: Words) -> None:
    words = words_of(render(make_paper(body=(Heading("Rubrik", numbered=False), Paragraph("Stycke")))))
    assert find(words, "Rubrik").left == pytest.approx(25, abs=0.5)
    assert find(words, "Stycke").left == pytest.approx(25, abs=0.5)


def test_amounts_stand_at_the_right_edge_with_their_heads(make_paper: Maker, words_of: Words) -> None:
    rows = (("Ett", "1 000,00"), ("Två", "9,50"))
    table = DataTable((Column("Tjänst"), Column("Kronor", "right")), rows)
    words = words_of(render(make_paper(body=(table,))))
    for text in ("Kronor", "000,00", "9,50"):
        assert find(words, text).right == pytest.approx(185, abs=0.3)


def test_a_table_widens_when_a_word_needs_it(make_paper: Maker, words_of: Words) -> None:
    word = "Personuppgiftsbiträdesavtal"
    columns = tuple(Column(text) for text in (word, word, word, "Egenskapsvärde"))
    body = (Heading("Rubrik"), Clause("Punkt"), DataTable(columns, (("första", "b", "c", "d"),)))
    assert find(words_of(render(make_paper(body=body))), "första").left == pytest.approx(25, abs=0.3)
    narrow = (Heading("Rubrik"), Clause("Punkt"), DataTable(columns[3:] * 4, (("första", "b", "c", "d"),)))
    assert find(words_of(render(make_paper(body=narrow))), "första").left == pytest.approx(42, abs=0.3)
    wide = (Heading("Rubrik"), DataTable(columns[3:] * 4, (("första", "b", "c", "d"),), wide=True))
    assert find(words_of(render(make_paper(body=wide))), "första").left == pytest.approx(25, abs=0.3)


def test_a_date_and_a_telephone_number_are_not_broken_for_a_long_word(make_paper: Maker, words_of: Words) -> None:
    columns = (Column("Avtal", weight=60), Column("Slag", weight=36), Column("Löper ut", weight=22), Column("Nås"))
    long_word = "Personuppgiftsbiträdesavtal"
    table = DataTable(columns, ((f"{long_word} A-2026-001", long_word, "2026-12-31", "0980-319 205"),))
    words = words_of(render(make_paper(body=(table,))))
    assert find(words, "2026-12-31")
    assert find(words, "0980-319\u00a0205")


def test_page_numbers_in_the_contents_stand_at_the_right_edge(make_paper: Maker, words_of: Words) -> None:
    body = tuple(block for number in range(6) for block in (Heading(f"Avsnitt {number}"), Clause("Text")))
    data = render(make_paper(cover=Cover(), front=(Contents(),), body=body))
    words = words_of(data, 1)
    numbers = [word for word in words if word.text.endswith(" 3") or word.text == "3"]
    assert {round(word.right) for word in numbers} >= {100, 185}


def test_a_missing_value_is_marked_and_bracketed(make_paper: Maker, words_of: Words) -> None:
    data = render(make_paper(body=(Paragraph(("RTO är ", Missing("RTO"), ".")),)))
    assert find(words_of(data), "[Uppgift saknas: RTO]")
    assert "1.000 0.941 0.702 rg" in operators(data)


def test_what_is_missing_in_its_own_place_is_marked_without_its_name(make_paper: Maker, words_of: Words) -> None:
    data = render(make_paper(body=(Paragraph(("RTO: ", Missing("RTO", in_place=True))),)))
    assert find(words_of(data), "[Uppgift saknas]")
    assert "1.000 0.941 0.702 rg" in operators(data)


def test_a_filled_cell_carries_its_level_and_readable_text(make_paper: Maker) -> None:
    table = DataTable((Column("A"), Column("B")), (("x", Cell("P1", 5)), ("y", Cell("P3", 1))), grid=True)
    drawn = operators(render(make_paper(body=(table,))))
    for level in (5, 1):
        fill = palette("#0F4C5C").fill(level)
        assert "{:.3f} {:.3f} {:.3f} rg".format(*fill.colour) in drawn
    assert "1.000 1.000 1.000 rg\nBT" in drawn


def test_the_accent_is_the_kommuns_own(make_paper: Maker) -> None:
    drawn = operators(render(make_paper(profile=Profile("K", accent="#8A1538"), body=(Heading("Rubrik"),))))
    assert "0.541 0.082 0.220 rg" in drawn


def test_bars_are_as_long_as_their_values(make_paper: Maker) -> None:
    bars = (Bar("Ett", 100, "100 kr"), Bar("Två", 50, "50 kr"), Bar("Noll", 0, "0 kr"))
    drawn = operators(render(make_paper(body=(BarChart(bars, "Kostnad", "Staplar"),))))
    lengths = [float(width) for width in re.findall(r"([\d.]+) 9\.20 re f", drawn)]
    assert lengths[1] == pytest.approx(lengths[0] / 2, abs=0.02)
    assert lengths[2] == 0


def test_a_chart_of_zeros_has_no_bars(make_paper: Maker) -> None:
    drawn = operators(render(make_paper(body=(BarChart((Bar("Noll", 0, "0 kr"),), "Kostnad", "Staplar"),))))
    assert re.findall(r"([\d.]+) 9\.20 re f", drawn) == ["0.00"]


def test_a_figure_says_all_its_values(make_paper: Maker) -> None:
    bars = tuple(Bar(f"K{number}", number, f"{number} kr") for number in range(40))
    data = render(make_paper(body=(BarChart(bars, "Kostnad", "Staplar över kostnad."),)))
    reader = pypdf.PdfReader(BytesIO(data))
    elements = [kid.get_object() for kid in reader.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]]
    figures = [str(element["/Alt"]) for element in elements if element["/S"] == "/Figure"]
    boxes = [element["/A"]["/BBox"] for element in elements if element["/S"] == "/Figure"]
    assert len(figures) == len(boxes) == 2
    assert [float(side) for side in boxes[0][::2]] == pytest.approx([25 * MM, 185 * MM], abs=0.1)
    assert figures[0].startswith("Staplar över kostnad. K0 0\u00a0kr, K1 1\u00a0kr, ")
    assert figures[1].endswith("K39 39\u00a0kr.")


def test_a_paragraph_is_one_stretch_of_a_page(make_paper: Maker) -> None:
    drawn = operators(render(make_paper(body=(Paragraph("ord " * 200), Paragraph("slut")))))
    assert drawn.count("/P <</MCID") == 2


def test_a_bookmark_leads_a_little_above_its_heading(make_paper: Maker, words_of: Words) -> None:
    data = render(make_paper(body=(Paragraph("Före"), Heading("Rubriken"))))
    top = pypdf.PdfReader(BytesIO(data)).outline[0].top / MM
    assert 7 < top - find(words_of(data), "Rubriken").bottom < 10


def test_the_cover_shows_parties_and_facts_in_their_places(make_paper: Maker, words_of: Words) -> None:
    cover = Cover(
        (CoverParty("Systemägare", "Melleruds kommun"), CoverParty("Drift", "Åmåls kommun")),
        (Field("Nummer", "DA-1"), Field("Version", "1.0")),
    )
    words = words_of(render(make_paper(title="Driftavtal", subtitle="Kvarnen", cover=cover)))
    assert find(words, "Driftavtal").left == pytest.approx(25, abs=0.8)
    assert find(words, "Melleruds kommun").left == pytest.approx(25, abs=0.5)
    assert find(words, "Åmåls kommun").left == pytest.approx(111, abs=0.5)
    assert find(words, "Version").bottom == pytest.approx(46, abs=1)
    assert find(words, "Kvarnen").bottom == pytest.approx(297 - 121, abs=2)


def test_a_fact_on_the_cover_takes_the_room_it_needs(make_paper: Maker, words_of: Words) -> None:
    usual = [Field("Nummer", "DA-1"), Field("Dnr", "KS 2026/1"), Field("Version", "1.0"), Field("Status", "Klar")]
    term = Field("Gäller", "2027-01-01–2031-12-31")
    words = words_of(render(make_paper(cover=Cover((), tuple(usual)))))
    assert find(words, "Version").left == pytest.approx(111, abs=0.5)
    words = words_of(render(make_paper(cover=Cover((), (usual[0], usual[1], term, usual[3])))))
    assert find(words, term.value)


def test_a_long_title_is_set_smaller_before_it_is_broken(make_paper: Maker) -> None:
    def title_sizes(title: str) -> set[str]:
        drawn = operators(render(make_paper(title=title, cover=Cover())))
        return set(re.findall(r"/F\d+ (26|32|38|44) Tf", drawn))

    assert title_sizes("Driftavtal") == {"44"}
    assert title_sizes("Driftöverenskommelse") == {"44"}
    assert title_sizes("Personuppgiftsbiträdesavtal") == {"38"}
    assert title_sizes("Mycket lång rubrik " * 9) == {"26"}


def test_the_logotype_stands_before_the_name(make_paper: Maker, words_of: Words) -> None:
    arms = Logotype("Vapen", 100, 120, (Shape("M 0 0 H 100 V 120 H 0 Z", "#000000"),))
    without = words_of(render(make_paper(cover=Cover())))
    with_arms = words_of(render(make_paper(cover=Cover(), profile=Profile("Melleruds kommun", logotype=arms))))
    assert find(without, "Melleruds").left == pytest.approx(25, abs=0.5)
    assert find(with_arms, "Melleruds").left == pytest.approx(41, abs=0.6)


def test_header_texts_give_way_to_each_other(make_paper: Maker, words_of: Words) -> None:
    profile = Profile("Kommunalförbundet för gemensam informationsteknik och digital utveckling i Dalsland")
    paper = make_paper(profile=profile, header_right="Driftavtal " * 20, marks=("ÖVNINGSDATA",), draft=True)
    header = [word for word in words_of(render(paper)) if word.bottom > 275]
    assert [word for word in header if "…" in word.text]
    ordered = sorted(header, key=lambda word: word.left)
    assert all(one.right < other.left + 0.1 for one, other in pairwise(ordered))
    assert max(word.right for word in header) <= 185.1


@pytest.mark.parametrize(
    ("cover", "bottom"),
    [
        (Cover(steps=True), 62),
        (Cover(facts=(Field("a", "b"),) * 5, steps=True), 84),
        (Cover(), None),
        (Cover((CoverParty("Part", "Åmål"),), steps=True), None),
    ],
    ids=["steps", "two rows of facts", "plain", "parties"],
)
def test_a_cover_may_have_steps_above_its_facts(make_paper: Maker, cover: Cover, bottom: float | None) -> None:
    content = (
        pypdf.PdfReader(BytesIO(render(make_paper(cover=cover)))).pages[0].get_contents().get_data().decode("ascii")
    )
    boxes = [tuple(map(float, box)) for box in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", content)]
    steps = [box for box in boxes if box[3] > 10 * MM]
    assert [round(box[3] / MM) for box in steps] == ([13, 22, 31, 40, 49] if bottom else [])
    assert all(box[1] == pytest.approx(float(bottom or 0) * MM, abs=0.1) for box in steps)
