"""Bars and ladders on paper: what is drawn, what is said of every value."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pytest

from itadmin.documents.content import Bar, BarChart, Block, Heading, Ladder, Paper, Paragraph, Step
from itadmin.documents.pdf.render import render
from itadmin.documents.pdf.style import FRAME_BOTTOM, MM

Check = Callable[[bytes], None]
Maker = Callable[..., Paper]
Texts = Callable[[bytes], list[str]]

PAIRS = BarChart(
    (Bar("Åmål", 290, "290 kr", 272, "272 kr"), Bar("Dals-Ed", 112, "112 kr", 130, "130 kr")),
    "Fördelning",
    "Staplar per kommun.",
    series=("Modell A", "Modell B"),
)
MANY = tuple(f"System {number}" for number in range(1, 8))
LADDER = Ladder(
    (Step("Erfarenhetsutbyte*", ("Tidtavlan", "Bokaren")), Step("Upphandling*"), Step("Samma applikation", MANY)),
    "Samverkanstrappan",
    "Trappa med tre steg",
    note="* Förslag, inte fastställt.",
)


def alternative(data: bytes) -> str:
    reader = pypdf.PdfReader(BytesIO(data))
    kids = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]
    (figure,) = (kid.get_object() for kid in kids if kid.get_object()["/S"] == "/Figure")
    assert len(figure["/A"]["/BBox"]) == 4
    return str(figure["/Alt"])


def boxes(data: bytes) -> list[tuple[float, ...]]:
    content = pypdf.PdfReader(BytesIO(data)).pages[0].get_contents().get_data().decode("ascii")
    return [tuple(map(float, found)) for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re [fB]", content)]


@pytest.mark.parametrize("block", [PAIRS, LADDER], ids=["pairs", "ladder"])
def test_figures_keep_both_standards(block: Block, make_paper: Maker, assert_conforms: Check) -> None:
    assert_conforms(render(make_paper(body=(Heading("Figur"), Paragraph("Se figuren."), block))))


def test_two_series_say_every_value_of_both(make_paper: Maker, page_texts: Texts) -> None:
    data = render(make_paper(body=(PAIRS,)))
    said = alternative(data)
    assert said == (
        "Staplar per kommun. Åmål: Modell A 290 kr, Modell B 272 kr; Dals-Ed: Modell A 112 kr, Modell B 130 kr."
    ).replace(" kr", "\u00a0kr")
    text = page_texts(data)[0]
    assert text.index("Modell A") < text.index("Modell B") < text.index("Åmål")
    assert text.index("290") < text.index("272") < text.index("112") < text.index("130")


def test_bars_are_as_long_as_their_values(make_paper: Maker) -> None:
    bars = [box for box in boxes(render(make_paper(body=(PAIRS,)))) if box[3] == pytest.approx(9.2)]
    lengths = [box[2] for box in bars]
    assert lengths == pytest.approx([lengths[0] * value / 290 for value in (290, 272, 112, 130)], abs=0.1)
    assert len({box[0] for box in bars}) == 1


def test_the_longest_bar_may_be_of_the_second_series(make_paper: Maker) -> None:
    chart = BarChart((Bar("Åmål", 1, "1", 4, "4"), Bar("Dals-Ed", 2, "2", 3, "3")), "S", "S", series=("A", "B"))
    lengths = [box[2] for box in boxes(render(make_paper(body=(chart,)))) if box[3] == pytest.approx(9.2)]
    assert lengths == pytest.approx([lengths[1] * value / 4 for value in (1, 4, 2, 3)], abs=0.1)
    assert lengths[1] < 400


def test_long_names_of_series_stay_on_the_sheet(make_paper: Maker) -> None:
    chart = BarChart(
        (Bar("Melleruds kommun och Åmåls kommun", 1, "1", 4, "4"),),
        "S",
        "S",
        series=("Efter befolkning " * 9, "Fast del " * 20),
    )
    text = pypdfium2.PdfDocument(render(make_paper(body=(chart,))))[0].get_textpage()
    assert max(text.get_rect(index)[2] for index in range(text.count_rects())) < 185 * MM + 1


def test_many_pairs_find_room(make_paper: Maker, assert_conforms: Check) -> None:
    bars = tuple(Bar(f"Kommun {number}", number, str(number), 1, "1") for number in range(40))
    data = render(make_paper(body=(BarChart(bars, "Alla", "Alla", series=("A", "B")),)))
    assert_conforms(data)
    reader = pypdf.PdfReader(BytesIO(data))
    kids = [kid.get_object() for kid in reader.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"]]
    bottoms = [float(kid["/A"]["/BBox"][1]) for kid in kids if kid["/S"] == "/Figure"]
    assert len(bottoms) == len(reader.pages) == 3
    assert min(bottoms) > FRAME_BOTTOM


def test_a_ladder_says_what_stands_on_every_step(make_paper: Maker) -> None:
    assert alternative(render(make_paper(body=(LADDER,)))) == (
        "Trappa med tre steg. steg 1 Erfarenhetsutbyte: Tidtavlan, Bokaren; steg 2 Upphandling: inget; "
        f"steg 3 Samma applikation: {', '.join(MANY)}."
    )


def test_a_crowded_step_shows_some_and_how_many_more(make_paper: Maker, page_texts: Texts) -> None:
    text = page_texts(render(make_paper(body=(LADDER,))))[0]
    assert "System 3" in text
    assert "System 4" not in text
    assert "+ 4 till" in text


def test_six_on_a_step_are_all_shown(make_paper: Maker, page_texts: Texts) -> None:
    block = Ladder((Step("Ett", MANY[:6]),), "Trappa", "Trappa")
    text = page_texts(render(make_paper(body=(block,))))[0]
    assert all(name in text for name in MANY[:6])
    assert "till" not in text


def test_steps_rise_from_left_to_right(make_paper: Maker) -> None:
    steps = [box for box in boxes(render(make_paper(body=(LADDER,)))) if box[3] > 50]
    lefts, heights = [box[0] for box in steps], [box[3] for box in steps]
    assert lefts == sorted(lefts)
    assert heights == sorted(heights)
    assert len({box[1] for box in steps}) == 1
    assert len(set(heights)) == 3


@pytest.mark.parametrize(
    "make",
    [
        lambda: Ladder((), "T", "T"),
        lambda: Ladder((Step("x"),) * 6, "T", "T"),
        lambda: BarChart((Bar("a", 1, "1", 2, "2"),), "T", "T"),
        lambda: BarChart((Bar("a", 1, "1"),), "T", "T", series=("A", "B")),
        lambda: Bar("a", 1, "1", -1, "-1"),
    ],
)
def test_what_cannot_be_drawn_cannot_be_made(make: Callable[[], Any]) -> None:
    with pytest.raises(ValueError, match=r"one to five|second value|zero or more"):
        make()
