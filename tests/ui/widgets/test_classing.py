"""The class cells say what they show."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.classing import Classing, ClassingCells, ClassValue


@pytest.mark.parametrize(
    ("classing", "words"),
    [
        (Classing(3, 2, 1), "Konfidentialitet 3, riktighet 2, tillgänglighet 1"),
        (Classing(0, None, 4), "Konfidentialitet 0, riktighet inte klassad, tillgänglighet 4"),
        (
            Classing(None, None, None),
            "Konfidentialitet inte klassad, riktighet inte klassad, tillgänglighet inte klassad",
        ),
    ],
)
def test_the_classing_in_words(classing: Classing, words: str) -> None:
    assert classing.in_words() == words


def test_the_cells_speak_and_can_be_changed(qtbot: QtBot, look: Look, drawn: Callable[[QWidget], bytes]) -> None:
    cells = ClassingCells(look, Classing(1, 1, 1))
    qtbot.addWidget(cells)
    cells.resize(cells.sizeHint())
    before = drawn(cells)
    cells.set_classing(Classing(4, 4, 4))
    assert cells.text() == "Konfidentialitet 4, riktighet 4, tillgänglighet 4"
    assert drawn(cells) != before


def test_a_value_stands_with_its_word(qtbot: QtBot, look: Look) -> None:
    value, unknown = ClassValue(look, 3, "Allvarlig skada"), ClassValue(look, None, "inte klassad")
    for widget in (value, unknown):
        qtbot.addWidget(widget)
    assert value.text() == "3 Allvarlig skada"
    assert unknown.text() == "– inte klassad"


def test_letter_and_value_stand_in_every_cell(qtbot: QtBot, look: Look) -> None:
    cells = ClassingCells(look, Classing(1, 1, None))
    qtbot.addWidget(cells)
    cells.resize(cells.sizeHint())
    image = cells.grab().toImage()
    third = image.width() / 3
    for cell in range(3):
        for left, right in ((0.12, 0.5), (0.5, 0.95)):
            columns = range(round(third * (cell + left)), round(third * (cell + right)))
            assert len({image.pixelColor(x, y).name() for x in columns for y in range(5, 15)}) > 2


@pytest.mark.parametrize(("value", "level"), [(1, 1), (2, 2), (3, 4), (4, 5)])
def test_values_take_the_fill_of_their_level(qtbot: QtBot, look: Look, value: int, level: int) -> None:
    cells = ClassingCells(look, Classing(value, value, value))
    qtbot.addWidget(cells)
    cells.resize(cells.sizeHint())
    assert cells.grab().toImage().pixelColor(3, 6).name().upper() == look.tokens.levels[level].fill
