"""A button that does one of two things by how things stand, each with its word and icon, and keeps its width."""

from __future__ import annotations

from PySide6.QtCore import QSize

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.painting import line_width


class TurningButton(Button):
    """As wide as the longer of its words, so that what stands beside it stays where it is. Words are (word, icon)."""

    def __init__(self, look: Look, first: tuple[str, str], second: tuple[str, str], kind: ButtonKind) -> None:
        self._faces = (first, second)
        super().__init__(look, first[0], kind, first[1], small=True)

    def turn(self, *, is_second: bool) -> None:
        """Say the second thing, or the first."""
        word, self._icon_name = self._faces[is_second]
        self.setText(word)
        self._dress()

    def sizeHint(self) -> QSize:
        """Have room for either word."""
        theme = self._look.theme
        widths = [line_width(theme, word, TextStyle.TEXT) for word, _icon in self._faces]
        spare = max(widths) - line_width(theme, self.text(), TextStyle.TEXT)
        return super().sizeHint() + QSize(spare, 0)
