"""Labels show text letter by letter and have it whole in the tooltip when they cannot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.tooltips import as_tooltip

LONG = "Ett mycket långt namn på ett system som inte får plats"


def test_a_label_takes_style_and_ink_and_follows_the_look(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "Översikt", TextStyle.SECTION, Ink.TEXT2)
    qtbot.addWidget(label)
    assert label.font().pixelSize() == 15
    assert label.palette().windowText().color().name().upper() == look.tokens.text2
    label.set_ink(Ink.RED)
    look.set_scheme(Scheme.DARK)
    assert label.palette().windowText().color().name().upper() == look.tokens.red.ink


def test_a_wrapped_label_gets_higher_when_it_gets_narrower(qtbot: QtBot, look: Look) -> None:
    label = Label(look, LONG, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(120) > label.heightForWidth(600)


@pytest.mark.parametrize("text", ["<b>fet</b>", "<img src=x>", "A & B", "&amp;"])
def test_markup_is_shown_as_it_stands(qtbot: QtBot, look: Look, text: str) -> None:
    plain, elided = Label(look, text), ElidedLabel(look, text)
    for label in (plain, elided):
        qtbot.addWidget(label)
        assert label.text() == text
        assert label.textFormat() == Qt.TextFormat.PlainText
    elided.resize(10, 20)
    assert elided.toolTip() == "" or "<b>" not in elided.toolTip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Lifecare", "<qt>Lifecare</qt>"),
        ("<b>A & B</b>", "<qt>&lt;b&gt;A &amp; B&lt;/b&gt;</qt>"),
        ("rad ett\nrad två", "<qt>rad ett<br>rad två</qt>"),
        ("x" * 1_001, f"<qt>{'x' * 1_000}…</qt>"),
    ],
)
def test_tooltips_are_escaped_and_cut(text: str, shown: str) -> None:
    assert as_tooltip(text) == shown


def test_the_tooltip_is_there_only_when_the_text_is_cut(qtbot: QtBot, look: Look) -> None:
    label = ElidedLabel(look, LONG)
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.grab()
    assert label.shown_text().endswith("…")
    assert LONG in label.toolTip()
    label.resize(label.sizeHint())
    label.grab()
    assert label.shown_text() == LONG
    assert label.toolTip() == ""
    assert look.fonts.width(TextStyle.TEXT, "MMMM") < label.minimumSizeHint().width() < label.sizeHint().width()


def test_text_of_any_length_is_measured_and_painted(qtbot: QtBot, look: Look) -> None:
    label = ElidedLabel(look, "Å" * 100_000)
    qtbot.addWidget(label)
    label.resize(200, 20)
    assert not label.grab().isNull()
    assert label.sizeHint().width() < 20_000
    assert len(label.toolTip()) < 1_100


def _ink_rows(label: QLabel) -> list[int]:
    """The rows of pixels, counted from the top, that something is drawn in."""
    label.resize(label.sizeHint())
    image = label.grab().toImage()
    ground = image.pixelColor(0, image.height() - 1)
    columns = range(image.width())
    return [y for y in range(image.height()) if any(image.pixelColor(x, y) != ground for x in columns)]


@pytest.mark.parametrize("style", TextStyle)
@pytest.mark.parametrize("kind", [Label, ElidedLabel])
def test_nothing_of_rings_and_dots_is_cut(
    qtbot: QtBot, look: Look, kind: type[Label] | type[ElidedLabel], style: TextStyle
) -> None:
    label, roomy = kind(look, "ÅÄÖ", style), kind(look, "ÅÄÖ", style)
    for each in (label, roomy):
        qtbot.addWidget(each)
    roomy.setMinimumHeight(100)
    assert len(_ink_rows(label)) == len(_ink_rows(roomy))
