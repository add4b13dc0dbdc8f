"""Horizontal bars that share a scale, whole or divided by level, each with its name before it and its words after it.

The same facts stand in a table beside. Knows plain values; draws on any painter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.samverkan.cell_look import CellLook
from itadmin.ui.samverkan.cell_painting import draw_cell
from itadmin.ui.widgets.painting import RIGHT, draw_text, fill_round, line_width
from itadmin.ui.widgets.tooltips import as_tooltip

_WIDTH, _LEAST, _NAMES_SHARE = 640, 260, 0.3


class Piece(NamedTuple):
    """A part of a bar from zero up, and the level that it is of; None where the bar is no matter of levels."""

    value: float
    level: int | None = None


class BarRow(NamedTuple):
    """A bar: what it is called, its parts, and what is said after it."""

    name: str
    pieces: Sequence[Piece]
    said: str

    @property
    def total(self) -> float:
        """How long it is."""
        return sum(piece.value for piece in self.pieces)


class BarsView(QWidget):
    """Shows bars below each other. What they say is their accessible name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: Sequence[BarRow] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def rows(self) -> Sequence[BarRow]:
        """What is shown."""
        return self._rows

    def show_bars(self, rows: Sequence[BarRow]) -> None:
        """Show other bars; hidden when there are none."""
        self._rows = rows
        words = " ".join(f"{row.name}: {row.said}." for row in rows)
        self.setAccessibleName(words)
        self.setToolTip(as_tooltip(words))
        self.setVisible(bool(rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Want a line for each bar."""
        metrics = self._look.metrics
        return QSize(metrics.px(_WIDTH), len(self._rows) * _pitch(self._look.theme))

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(self._look.metrics.px(_LEAST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_bars(painter, self._look.theme, self._rows, self.rect().toRectF())


def draw_bars(painter: QPainter, theme: Theme, rows: Sequence[BarRow], room: QRectF) -> None:
    """Draw the bars into a room."""
    metrics, pitch = theme.metrics, _pitch(theme)
    names = max((line_width(theme, row.name, TextStyle.TEXT) for row in rows), default=0) + metrics.block
    names = min(names, round(room.width() * _NAMES_SHARE))
    said = max((line_width(theme, row.said, TextStyle.SECOND) for row in rows), default=0) + metrics.gap
    longest = max((row.total for row in rows), default=0)
    width = max(room.width() - names - said, metrics.block)
    for place, row in enumerate(rows):
        line = QRectF(room.left(), room.top() + place * pitch, room.width(), pitch)
        head = QRectF(line.left(), line.top(), names - metrics.gap, pitch)
        draw_text(painter, theme, head, row.name, TextStyle.TEXT, theme.tokens.text, RIGHT)
        left = _draw_pieces(painter, theme, row, QRectF(line.left() + names, line.top(), width, pitch), longest)
        end = QRectF(left + metrics.gap, line.top(), room.right() - left - metrics.gap, pitch)
        draw_text(painter, theme, end, row.said, TextStyle.SECOND, theme.tokens.text2)


def _draw_pieces(painter: QPainter, theme: Theme, row: BarRow, room: QRectF, longest: float) -> float:
    """Draw the parts after each other, and give where they end."""
    left, air = room.left(), theme.metrics.tight
    for piece in row.pieces:
        width = room.width() * piece.value / longest if longest else 0
        place = QRectF(left, room.top() + air / 2, max(width - 1, 0), room.height() - air)
        if place.width() >= theme.metrics.bar:
            if piece.level is None:
                fill_round(painter, place, theme.metrics.radius_chip, theme.tokens.accent)
            else:
                draw_cell(painter, theme, place, CellLook(_figure(theme, piece, place.width()), piece.level))
        left += width
    return left


def _figure(theme: Theme, piece: Piece, width: float) -> str:
    """The level where there is room for it: it stands in what is said too."""
    text = str(piece.level)
    return text if line_width(theme, text, TextStyle.STRONG) + theme.metrics.tight <= width else " "


def _pitch(theme: Theme) -> int:
    return theme.metrics.line + theme.metrics.gap
