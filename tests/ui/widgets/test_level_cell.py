"""Level cells differ in more than colour, and say what they show."""

import pytest
from PySide6.QtGui import QFont, QPalette
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look, Theme
from itadmin.ui.look.palette import contrast_tokens
from itadmin.ui.widgets.level_cell import LevelBadge, LevelMark


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (LevelMark(4), "Nivå 4"),
        (LevelMark(3, ends_soon=True), "Nivå 3, avtalet slutar inom 24 månader"),
        (LevelMark(None), "Inget system"),
        (LevelMark(None, similar=True), "Liknande system under annat namn"),
    ],
)
def test_a_level_in_words(mark: LevelMark, words: str) -> None:
    assert mark.in_words() == words


def picture(qtbot: QtBot, look: Look, mark: LevelMark) -> bytes:
    badge = LevelBadge(look, mark)
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    image = badge.grab().toImage()
    return bytes(image.constBits())  # the image must live for as long as its bits are read


def test_every_level_looks_different_even_without_colour(qtbot: QtBot, look: Look, base_font: QFont) -> None:
    look.theme = Theme(contrast_tokens(QPalette()), base_font, 1.0)
    marks = [LevelMark(number) for number in range(6)]
    marks += [LevelMark(None, similar=True), LevelMark(None), LevelMark(3, ends_soon=True)]
    assert len({picture(qtbot, look, mark) for mark in marks}) == len(marks)


@pytest.mark.parametrize("number", range(6))
def test_the_pattern_never_touches_the_digit(qtbot: QtBot, look: Look, number: int) -> None:
    badge = LevelBadge(look, LevelMark(number))
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    image = badge.grab().toImage()
    beside_digit = [image.pixelColor(image.width() // 2 + side, image.height() // 2) for side in (-6, 6)]
    assert {colour.name().upper() for colour in beside_digit} == {look.tokens.levels[number].fill}


def test_a_badge_has_its_word_too(qtbot: QtBot, look: Look) -> None:
    badge = LevelBadge(look, LevelMark(4), "Gemensam drift")
    qtbot.addWidget(badge)
    assert badge.text() == "Nivå 4 Gemensam drift"
    assert badge.sizeHint().width() > LevelBadge(look, LevelMark(4)).sizeHint().width() + 50
