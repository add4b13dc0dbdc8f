"""The strokes that every painted part uses."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import (
    CENTRE,
    LEFT,
    RIGHT,
    draw_dots,
    draw_focus,
    draw_hatch,
    draw_text,
    fill_round,
    line_width,
    one_line,
    outline_round,
    pen,
    round_path,
)

INK = "#FF0000"
BOX = QRectF(10, 10, 60, 30)


@pytest.fixture
def image(look: Look) -> QImage:
    del look
    image = QImage(80, 50, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in places if image.pixelColor(x, y) != QColor("white")}


def is_inside(places: set[tuple[int, int]]) -> bool:
    return bool(places) and all(10 <= x < 70 and 10 <= y < 40 for x, y in places)


def test_fills_are_round_and_inside(image: QImage) -> None:
    with QPainter(image) as painter:
        fill_round(painter, BOX, 6, INK)
    assert is_inside(inked(image))
    assert (10, 10) not in inked(image)
    assert (40, 25) in inked(image)


@pytest.mark.parametrize("width", [1.0, 2.0])
def test_edges_lie_inside_their_rectangle(image: QImage, width: float) -> None:
    with QPainter(image) as painter:
        outline_round(painter, BOX, 0, pen(INK, width))
    assert is_inside(inked(image))
    assert (10, 25) in inked(image)
    assert (69, 25) in inked(image)
    assert (40, 25) not in inked(image)


def test_the_focus_ring_lies_inside(image: QImage, look: Look) -> None:
    with QPainter(image) as painter:
        draw_focus(painter, look.theme, BOX, 4)
    assert is_inside(inked(image))
    assert image.pixelColor(11, 25).name().upper() == look.tokens.accent


def test_dashes_leave_gaps(image: QImage) -> None:
    with QPainter(image) as painter:
        outline_round(painter, BOX, 0, pen(INK, 1, (3, 2)))
    top = [(x, 10) in inked(image) for x in range(12, 68)]
    assert True in top
    assert False in top


def test_hatching_stays_in_its_area_and_can_be_crossed(image: QImage) -> None:
    with QPainter(image) as painter:
        draw_hatch(painter, round_path(BOX, 0), pen(INK), 10)
    once = inked(image)
    assert is_inside(once)
    with QPainter(image) as painter:
        draw_hatch(painter, round_path(BOX, 0), pen(INK), 10, crossed=True)
    assert is_inside(inked(image))
    assert len(inked(image)) > 1.5 * len(once)


def test_dots_stay_in_their_area(image: QImage) -> None:
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_dots(painter, round_path(BOX, 0), QColor(INK), 8)
    assert is_inside(inked(image))
    assert (10 < len(inked(image)) < 60 * 30 / 2) is True


def test_text_stands_where_it_is_told(image: QImage, look: Look) -> None:
    middles = []
    for align in (LEFT, CENTRE, RIGHT):
        image.fill(QColor("white"))
        with QPainter(image) as painter:
            draw_text(painter, look.theme, BOX, "ii", TextStyle.TEXT, INK, align)
        places = inked(image)
        assert is_inside(places)
        middles.append(sum(x for x, _ in places) / len(places))
    assert middles == sorted(middles)
    assert middles[2] - middles[0] > 30


@pytest.mark.parametrize(
    ("text", "whole"), [("Kort", True), ("rad ett\nrad två", False), ("x" * 100_000, False), ("", True)]
)
def test_one_line_is_one_line(look: Look, text: str, whole: bool) -> None:
    shown = one_line(look.theme, text, TextStyle.TEXT, 60)
    assert "\n" not in shown
    assert (shown == text) is whole
    assert look.fonts.width(TextStyle.TEXT, shown) <= 61


def test_what_a_line_wants_is_enough_for_it(look: Look) -> None:
    for text in ("Systemägare", "2027-05-31", "Å"):
        assert one_line(look.theme, text, TextStyle.TEXT, line_width(look.theme, text, TextStyle.TEXT)) == text
