"""What the forms of a painted picture mean: swatch and word beside each other, wrapped to the room there is.

Knows no forms: it is handed what draws a swatch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.widgets.painting import draw_text, line_width

Part = TypeVar("Part")
DrawSwatch = Callable[[QPainter, Theme, Part, QRectF], None]
Entries = Sequence[tuple[Part, str]]

_SWATCH = 22
_SHARE_OF_LINE = 0.7


class Legend(QWidget, Generic[Part]):
    """The legend of one picture."""

    def __init__(self, look: Look, draw_swatch: DrawSwatch[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._draw_swatch = draw_swatch
        self._entries: Entries[Part] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_entries(self, entries: Entries[Part]) -> None:
        """Explain these forms."""
        self._entries = entries
        self.setAccessibleName("Teckenförklaring: " + ", ".join(words for _part, words in entries))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Be as high as the lines are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at a width."""
        return legend_height(self._look.theme, self._entries, width)

    def sizeHint(self) -> QSize:
        """Want the height of the lines."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_legend(painter, self._look.theme, self._entries, self.width(), self._draw_swatch)


def legend_height(theme: Theme, entries: Entries[Part], width: float) -> int:
    """The height of the lines, wrapped to `width`."""
    return round(max((place.bottom() for place in _places(theme, entries, width)), default=0.0))


def draw_legend(
    painter: QPainter, theme: Theme, entries: Entries[Part], width: float, draw_swatch: DrawSwatch[Part]
) -> None:
    """Draw what forms mean from the painter's origin, wrapped to `width`."""
    metrics = theme.metrics
    for (part, words), place in zip(entries, _places(theme, entries, width), strict=True):
        swatch = QRectF(place.left(), 0, metrics.px(_SWATCH), metrics.second_line * _SHARE_OF_LINE)
        swatch.moveTop(place.center().y() - swatch.height() / 2)
        draw_swatch(painter, theme, part, swatch)
        room = place.adjusted(swatch.width() + metrics.heading_gap, 0, 0, 0)
        draw_text(painter, theme, room, words, TextStyle.SECOND, theme.tokens.text2)


def _places(theme: Theme, entries: Entries[Part], width: float) -> list[QRectF]:
    metrics = theme.metrics
    found: list[QRectF] = []
    left, top, height = 0.0, 0.0, metrics.second_line + metrics.tight
    for _part, words in entries:
        wanted = metrics.px(_SWATCH) + metrics.heading_gap + line_width(theme, words, TextStyle.SECOND)
        if found and left + wanted > width:
            left, top = 0.0, top + height
        found.append(QRectF(left, top, wanted, height))
        left += wanted + metrics.section_gap
    return found
