"""The colour of papers: its words, its swatch, and choosing another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QPushButton
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.panels.paper_colour import PaperColour, told_colour

DARKENED = (
    "Färgen har kontrasten 1,3:1 mot vitt papper. "
    "Text behöver minst 4,5:1, så i handlingarna görs den mörkare, till #867600."
)


@pytest.fixture
def shown(look: Look, qtbot: QtBot) -> PaperColour:
    made = PaperColour(look)
    qtbot.addWidget(made)
    made.resize(700, 80)
    made.show_accent("#B00020", writable=True)
    made.show()
    return made


def button(shown: PaperColour) -> QPushButton:
    found: QPushButton = shown.findChild(QPushButton)
    return found


@pytest.mark.parametrize(
    ("accent", "told"),
    [
        ("", "Ingen färg är vald. Handlingarna har programmets egen, #0F4C5C, med kontrasten 9,5:1."),
        ("#0F4C5C", "Färgen har kontrasten 9,5:1 mot vitt papper och går bra att läsa."),
        ("#FFE000", DARKENED),
    ],
)
def test_the_colour_is_told_in_words(accent: str, told: str) -> None:
    assert told_colour(accent) == told


def test_the_swatch_has_the_colour(shown: PaperColour) -> None:
    picture = shown.swatch.grab().toImage()
    assert picture.pixelColor(picture.rect().center()) == QColor("#B00020")
    shown.show_accent("", writable=True)
    picture = shown.swatch.grab().toImage()
    assert picture.pixelColor(picture.rect().center()) == QColor("#0F4C5C")
    assert shown.swatch.accessibleName() == "Färgen #0F4C5C"


@pytest.mark.parametrize(("answer", "chosen"), [(QColor("#00a0b0"), ["#00A0B0"]), (QColor(), [])])
def test_another_is_asked_for_from_the_one_it_has(
    shown: PaperColour, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: QColor, chosen: list[str]
) -> None:
    asked: list[object] = []
    wanted: list[str] = []
    monkeypatch.setattr(QColorDialog, "getColor", lambda *given: (asked.extend(given), answer)[1])
    shown.chosen.connect(wanted.append)
    qtbot.mouseClick(button(shown), Qt.MouseButton.LeftButton)
    assert wanted == chosen
    assert asked[0] == QColor("#B00020")
    assert asked[2] == "Välj färg"


def test_who_may_not_change_it_is_not_asked(shown: PaperColour) -> None:
    shown.show_accent("#B00020", writable=False)
    assert not button(shown).isVisible()
