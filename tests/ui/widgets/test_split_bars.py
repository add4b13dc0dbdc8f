"""Bars that are divided: each segment with its own colour and words, and all of it said to who cannot see it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.split_bars import Segment, SplitBar, SplitBars

HALVES = (Segment("Dals-Ed", "10 kr", "50,0 %", 0.5, 0), Segment("Åmål", "10 kr", "50,0 %", 0.5, 9))
BAR = SplitBar("Lika delar", "beslut § 4", HALVES)


@pytest.fixture
def bars(look: Look, qtbot: QtBot) -> SplitBars:
    found = SplitBars(look)
    qtbot.addWidget(found)
    found.resize(400, 200)
    found.show()
    return found


def inks(image: QImage, left: int, right: int) -> set[str]:
    return {QColor(image.pixel(x, y)).name().upper() for x in range(left, right) for y in range(0, image.height(), 2)}


def test_nothing_is_hidden(bars: SplitBars) -> None:
    bars.show_bars(())
    assert not bars.isVisible()
    assert bars.sizeHint().height() == 0


def test_each_segment_has_the_colour_of_its_area_or_a_neutral_one(bars: SplitBars, look: Look) -> None:
    bars.show_bars((BAR,))
    image, tokens = bars.grab().toImage(), look.theme.tokens
    assert tokens.areas[0].fill.upper() in inks(image, 20, 180)
    assert tokens.areas[0].fill.upper() not in inks(image, 205, 395)
    assert tokens.sunken.upper() in inks(image, 205, 395)


def test_what_it_shows_is_said(bars: SplitBars) -> None:
    bars.show_bars((BAR, SplitBar("Befolkning", "", HALVES[:1])))
    assert bars.accessibleName() == (
        "Lika delar: Dals-Ed 10 kr (50,0 %), Åmål 10 kr (50,0 %). Befolkning: Dals-Ed 10 kr (50,0 %)."
    )
    assert bars.toolTip()


def test_more_bars_want_more_room(bars: SplitBars) -> None:
    bars.show_bars((BAR,))
    one = bars.sizeHint().height()
    bars.show_bars((BAR, BAR, BAR))
    assert bars.sizeHint().height() == 3 * one


@pytest.mark.parametrize("area", range(6))
def test_a_sliver_and_every_pattern_are_drawn(bars: SplitBars, area: int) -> None:
    thin = Segment("Mycket långt namn på en kommun", "1 kr", "0,1 %", 0.001, area)
    bars.show_bars((SplitBar("A", "", (thin, Segment("B", "9 kr", "99,9 %", 0.999, area))),))
    assert not bars.grab().isNull()
