"""Qt's palette says what our colours say, and contrast mode takes only the system's."""

import pytest
from PySide6.QtGui import QColor, QPalette

from itadmin.ui.look.palette import contrast_tokens, palette
from itadmin.ui.look.tokens import DARK, LIGHT, Tokens, Tone

Role = QPalette.ColorRole


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_palette_has_our_colours(tokens: Tokens) -> None:
    made = palette(tokens)
    assert made.color(Role.Window) == QColor(tokens.window)
    assert made.color(Role.Base) == QColor(tokens.surface)
    assert made.color(Role.Accent) == QColor(tokens.accent)
    assert made.color(Role.Highlight) == QColor(tokens.sel)
    assert made.color(Role.PlaceholderText) == QColor(tokens.text3)
    assert made.color(QPalette.ColorGroup.Disabled, Role.Text) == QColor(tokens.disabled)
    assert made.color(QPalette.ColorGroup.Disabled, Role.Base) == QColor(tokens.sunken)


def test_contrast_mode_uses_only_the_systems_colours() -> None:
    system = QPalette()
    system.setColor(Role.Base, QColor("#000000"))
    system.setColor(Role.Window, QColor("#101010"))
    system.setColor(Role.Text, QColor("#FFFF00"))
    system.setColor(Role.Link, QColor("#00FFFF"))
    tokens = contrast_tokens(system)
    assert tokens.contrast
    assert tokens.dark
    assert (tokens.surface, tokens.text, tokens.accent) == ("#000000", "#FFFF00", "#00FFFF")
    for tone in Tone:
        family = tokens.tone(tone)
        assert (family.ink, family.fill, family.line) == ("#FFFF00", "#000000", "#FFFF00")
    assert len(tokens.levels) == len(LIGHT.levels)
    assert len(tokens.areas) == len(LIGHT.areas)
