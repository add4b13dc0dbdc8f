"""Sentences broken into a few lines for painting, the last one elided, and kept from one paint to the next."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextLayout, QTextOption

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.painting import one_line

_MOST_KEPT = 5_000
_LONGEST = 600
_STYLE = TextStyle.SECOND
_HANGING = frozenset(",.;:!?)")


class Wrapping:
    """Breaks sentences of the second line's style into at most `most` lines."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._theme: Theme | None = None
        self._kept: dict[tuple[str, int], list[str]] = {}

    def lines(self, theme: Theme, text: str, width: float) -> list[str]:
        """The lines of a text at a width, in logical pixels."""
        if theme is not self._theme or len(self._kept) > _MOST_KEPT:
            self._theme = theme
            self._kept.clear()
        key = (text, int(width))
        if key not in self._kept:
            self._kept[key] = self._broken(theme, _spaced(text[:_LONGEST]), max(width, 1.0))
        return self._kept[key]

    def is_whole(self, theme: Theme, text: str, width: float) -> bool:
        """Whether all of a text is told in its lines."""
        return " ".join(self.lines(theme, text, width)) == _spaced(text)

    def _broken(self, theme: Theme, text: str, width: float) -> list[str]:
        layout = QTextLayout(text, theme.fonts.font(_STYLE))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= self._most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(_after_marks(text, line.textStart()))
        layout.endLayout()
        ends = [*starts[1 : self._most], len(text)]
        shown = [text[start:end].strip() for start, end in zip(starts, ends, strict=False)]
        return [*shown[:-1], one_line(theme, shown[-1], _STYLE, width)] if shown else []


def _after_marks(text: str, start: int) -> int:
    """Where a line begins when a comma or the like that would begin it hangs out from the line before."""
    while 0 < start < len(text) and text[start] in _HANGING:
        start += 1
    return start


def _spaced(text: str) -> str:
    """A text with single spaces; what must not be broken, such as an amount, still is not."""
    return " ".join(re.split(r"[ \t\r\n\f\v]+", text.strip()))
