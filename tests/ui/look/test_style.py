"""The style sheet is short, whole, and taken at once by widgets that ask for it."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look, Scheme
from itadmin.ui.look.metrics import Metrics
from itadmin.ui.look.palette import contrast_tokens
from itadmin.ui.look.style import Ticks, set_property, style_sheet
from itadmin.ui.look.tokens import DARK, LIGHT, Tokens

METRICS = Metrics(line=16, second_line=15, text_pixels=13, text_factor=1.0)
TICKS = Ticks(Path("on_accent.svg"), Path("on_menu.svg"))


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("own_fields", [True, False])
def test_every_placeholder_is_filled(tokens: Tokens, own_fields: bool) -> None:
    sheet = style_sheet(tokens, METRICS, TICKS, own_fields=own_fields)
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"\{\w+\}", sheet)
    assert tokens.accent in sheet
    assert all(int(pixels) >= 0 for pixels in re.findall(r"(-?\d+)px", sheet))


def test_native_fields_are_left_alone() -> None:
    sheet = style_sheet(LIGHT, METRICS, TICKS, own_fields=False)
    assert "QPushButton" in sheet
    assert not re.search(r"QLineEdit|QComboBox|QScrollBar|QCheckBox|QMenu", sheet)


def test_contrast_mode_has_no_style_sheet() -> None:
    assert style_sheet(contrast_tokens(QPalette()), METRICS, TICKS, own_fields=True) == ""


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_buttons_and_fields_have_the_heights_of_the_look(qtbot: QtBot, look: Look, factor: float) -> None:
    look.set_text_factor(factor)
    button, field = QPushButton("Spara"), QLineEdit("Text")
    for widget in (button, field):
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.sizeHint().height() == pytest.approx(look.metrics.button, abs=2)


def test_a_property_is_taken_at_once(qtbot: QtBot, look: Look) -> None:
    field = QLineEdit("212000-1471")
    qtbot.addWidget(field)
    field.resize(120, look.metrics.button)
    field.grab()
    set_property(field, "state", "error")
    image = field.grab().toImage()
    edge = image.pixelColor(60, image.height() - 1).name().upper()
    assert edge == look.tokens.red.ink


def test_a_widget_keeps_the_font_it_is_given_after_its_property(qtbot: QtBot, look: Look) -> None:
    button = QPushButton("Spara")
    qtbot.addWidget(button)
    set_property(button, "kind", "primary")
    font = button.font()
    font.setPixelSize(31)
    button.setFont(font)
    button.ensurePolished()
    assert button.font().pixelSize() == 31
    look.set_scheme(Scheme.DARK)
    assert button.font().pixelSize() == 31
