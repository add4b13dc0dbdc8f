"""Chips have a word, a sign and a tone."""

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.chip import Chip, ChipKind, chip_size


@pytest.mark.parametrize("kind", ChipKind)
def test_the_word_is_what_a_screen_reader_hears(qtbot: QtBot, look: Look, kind: ChipKind) -> None:
    chip = Chip(look, kind, "Gällande")
    qtbot.addWidget(chip)
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == "Gällande"
    assert chip.kind is kind


def test_a_sign_takes_room_and_a_longer_word_too(look: Look) -> None:
    theme = look.theme
    bare = chip_size(theme, ChipKind.PLAIN, "Ersatt")
    signed = chip_size(theme, ChipKind.DRAFT, "Ersatt")
    assert signed.width() > bare.width()
    assert chip_size(theme, ChipKind.PLAIN, "Ersatt av annat").width() > bare.width()
    assert bare.height() == look.metrics.chip


def test_tones_are_those_of_the_look(qtbot: QtBot, look: Look) -> None:
    chip = Chip(look, ChipKind.IN_FORCE, "Gällande")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    ground = chip.grab().toImage().pixelColor(chip.width() - 5, chip.height() // 2).name().upper()
    assert ground == look.tokens.green.fill
    chip.show_as(ChipKind.LATE, "8 dagar sen")
    chip.resize(chip.sizeHint())
    ground = chip.grab().toImage().pixelColor(chip.width() - 5, chip.height() // 2).name().upper()
    assert ground == look.tokens.red.fill
    assert chip.text() == "8 dagar sen"
