"""Sentences with bold words wrap, speak, and are never markup."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.prose import ProseLabel, Strong, plain_text

SENTENCE = (
    "Sista dag att säga upp är ",
    Strong("2027-02-28"),
    ", eftersom avtalet löper ut ",
    Strong("2027-05-31"),
    ".",
)
PLAIN = "Sista dag att säga upp är 2027-02-28, eftersom avtalet löper ut 2027-05-31."


def test_prose_without_weights() -> None:
    assert plain_text(SENTENCE) == PLAIN
    assert plain_text(()) == ""


def test_it_wraps_to_its_width(qtbot: QtBot, look: Look) -> None:
    label = ProseLabel(look, SENTENCE)
    qtbot.addWidget(label)
    assert label.text() == PLAIN
    assert label.hasHeightForWidth()
    assert label.heightForWidth(150) > label.heightForWidth(700)
    assert label.sizeHint().width() <= look.metrics.px(420) + 2
    assert look.metrics.line < label.minimumSizeHint().width() < label.sizeHint().width()


def test_other_sentences_are_laid_out_anew(qtbot: QtBot, look: Look, drawn: Callable[[QWidget], bytes]) -> None:
    label = ProseLabel(look, ("Kort.",))
    qtbot.addWidget(label)
    label.resize(200, 60)
    before = drawn(label)
    height = label.heightForWidth(200)
    label.set_prose(SENTENCE)
    assert label.heightForWidth(200) > height
    assert drawn(label) != before


def test_bold_words_are_wider(qtbot: QtBot, look: Look) -> None:
    thin, bold = ProseLabel(look, ("Ekonomichefen",)), ProseLabel(look, (Strong("Ekonomichefen"),))
    for label in (thin, bold):
        qtbot.addWidget(label)
    assert bold.sizeHint().width() > thin.sizeHint().width()


@pytest.mark.parametrize("text", ["<b>x</b>", "𝄞 före", "rad ett\nrad två", "x" * 5_000])
def test_any_text_is_painted(qtbot: QtBot, look: Look, text: str) -> None:
    label = ProseLabel(look, (text, Strong(text)))
    qtbot.addWidget(label)
    label.resize(200, label.heightForWidth(200))
    assert not label.grab().isNull()
    assert label.text() == text * 2


def test_a_new_line_is_a_new_line(qtbot: QtBot, look: Look) -> None:
    one, two = ProseLabel(look, ("a b",)), ProseLabel(look, ("a\nb",))
    for label in (one, two):
        qtbot.addWidget(label)
    assert two.heightForWidth(500) == pytest.approx(2 * one.heightForWidth(500), abs=2)


def test_a_calculation_can_be_reached_and_copied(qtbot: QtBot, look: Look, drawn: Callable[[QWidget], bytes]) -> None:
    box = CalculationBox(look, SENTENCE)
    qtbot.addWidget(box)
    assert box.accessibleName() == PLAIN
    qtbot.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == PLAIN
    box.resize(300, box.heightForWidth(300))
    box.show()
    box.clearFocus()
    before = drawn(box)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert drawn(box) != before
    box.set_prose(("Räknas fram.",))
    assert box.text() == "Räknas fram."


@pytest.mark.parametrize("style", [TextStyle.PAGE_TITLE, TextStyle.TEXT, TextStyle.SECOND])
def test_nothing_of_rings_and_dots_is_cut(qtbot: QtBot, look: Look, style: TextStyle) -> None:
    def rows_of_ink(height: int) -> int:
        label = ProseLabel(look, ("ÅÄÖ",), style)
        qtbot.addWidget(label)
        label.resize(label.sizeHint().width(), height or label.heightForWidth(label.sizeHint().width()))
        image = label.grab().toImage()
        ground, columns = image.pixelColor(0, image.height() - 1), range(image.width())
        return sum(any(image.pixelColor(x, y) != ground for x in columns) for y in range(image.height()))

    assert rows_of_ink(0) == rows_of_ink(100)
