"""What lies behind the cells of a row: chosen, under the pointer, in focus, and the hairline below.

Drawn cell by cell, each its own part of one shape over the whole row. Knows the view, not the values.
"""

from typing import Protocol

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from itadmin.ui.look.look import Theme
from itadmin.ui.look.tokens import Tokens
from itadmin.ui.widgets.painting import draw_focus, pen


class RowHolder(Protocol):
    """What the ground must know about its view."""

    def has_focus(self) -> bool:
        """Say whether the view has the keyboard."""

    def is_hovered(self, row: int) -> bool:
        """Say whether the pointer is over the row."""

    def is_current(self, row: int) -> bool:
        """Say whether the keyboard stands on the row."""

    def row_rect(self, row: int) -> QRect:
        """Give the rectangle of the whole row, in viewport coordinates."""


def row_fill(tokens: Tokens, *, chosen: bool, focused: bool, hovered: bool) -> str:
    """Name the colour behind a row, or nothing where the list's own ground shows."""
    if chosen:
        return tokens.sel if focused else tokens.sel_off
    return tokens.hover if hovered else ""


def draw_row_ground(painter: QPainter, theme: Theme, holder: RowHolder, option: QStyleOptionViewItem, row: int) -> None:
    """Draw the part of row `row`'s ground that lies in the cell of `option`."""
    cell: QRect = option.rect
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = holder.has_focus()
    tokens = theme.tokens
    fill = row_fill(tokens, chosen=chosen, focused=focused, hovered=holder.is_hovered(row))
    if fill:
        painter.fillRect(cell, QColor(fill))
    painter.fillRect(cell.left(), cell.bottom(), cell.width(), theme.metrics.hairline, QColor(tokens.line))
    current = focused and holder.is_current(row)
    if chosen or current:
        _draw_shape(
            painter, theme, QRectF(holder.row_rect(row)), cell, bar=chosen and focused, ring=current, chosen=chosen
        )


def _draw_shape(
    painter: QPainter, theme: Theme, whole: QRectF, cell: QRect, *, bar: bool, ring: bool, chosen: bool
) -> None:
    """Draw the cell's part of what is one shape over the row: the bar at its left, the ring, or a plain frame."""
    tokens = theme.tokens
    inside = whole.adjusted(0, 0, 0, -theme.metrics.hairline)
    painter.save()
    painter.setClipRect(cell)
    if bar:
        painter.fillRect(QRectF(whole.left(), whole.top(), theme.metrics.bar, inside.height()), QColor(tokens.accent))
    if ring and (not chosen or tokens.contrast):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_focus(painter, theme, inside, theme.metrics.radius_chip)
    elif chosen and tokens.contrast:
        painter.setPen(pen(tokens.text))
        painter.drawRect(inside.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
