"""Draws the cells of the table as it will stand on paper: rules and no boxes, and a letter on a fill where one must."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from itadmin.domain.calculations.lacking import BEFORE_ACCESS, OBLIGATORY, VOLUNTARY
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.register.cell_editing import Cells, ChoosingDelegate, Index
from itadmin.ui.training.ruled_cell import Cell
from itadmin.ui.training.words import DEMAND_WORDS, SIGNS
from itadmin.ui.widgets.cell_delegate import missing_width
from itadmin.ui.widgets.marks import draw_missing
from itadmin.ui.widgets.painting import (
    CENTRE,
    LEFT,
    RIGHT,
    draw_focus,
    draw_text,
    fill_round,
    line_width,
    outline_round,
    pen,
)
from itadmin.ui.widgets.signs import Sign, draw_sign, sign_size

_LEVELS: Mapping[str, int] = {BEFORE_ACCESS: 4, OBLIGATORY: 3, VOLUNTARY: 1}
"""How heavily the letter of a demand is filled, as in the paper's table."""


class RuledCells(Cells, Protocol):
    """What a model says of its cells to who draws them."""

    def cell(self, index: Index) -> Cell:
        """A cell as it is drawn."""


def sign_box(theme: Theme) -> QSize:
    """The size of the box around the letter of a demand."""
    return QSize(round(theme.metrics.chip * 1.2), theme.metrics.chip - 2)


def draw_demand(painter: QPainter, theme: Theme, demand: str, rect: QRectF) -> None:
    """Draw the letter of a demand on its fill in the middle of `rect`; a code that nobody knows is a question mark."""
    tokens = theme.tokens
    level = tokens.levels[_LEVELS.get(demand, 0)]
    radius, size = theme.metrics.radius_chip, sign_box(theme)
    box = QRectF(0, 0, size.width(), size.height())
    box.moveCenter(rect.center())
    box.moveTopLeft(QPointF(round(box.left()), round(box.top())))
    if tokens.contrast or demand == VOLUNTARY:
        outline_round(painter, box, radius, pen(tokens.ctl), level.fill)
    else:
        fill_round(painter, box, radius, level.fill)
    draw_text(painter, theme, box, SIGNS.get(demand, "?"), TextStyle.SECOND_STRONG, level.ink, CENTRE)


class RuledDelegate(ChoosingDelegate):
    """Draws what the model says of its cells, and opens lines and choices to write in."""

    def __init__(self, look: Look, cells: RuledCells, parent: QWidget) -> None:
        super().__init__(look, cells, parent)
        self._ruled = cells
        self.has_focus = parent.hasFocus

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell with the rule under it."""
        cell, theme = self._ruled.cell(index), self._look.theme
        is_last = index.row() == index.model().rowCount() - 1
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        _draw_ground(painter, theme, rect, cell, is_last=is_last, is_over=_is_over(option, index))
        inside = rect.adjusted(theme.metrics.gap, 0, -theme.metrics.gap, -theme.metrics.hairline)
        if cell.fault:
            inside = _draw_fault(painter, theme, inside)
        if cell.demand:
            _draw_demand_cell(painter, theme, inside, cell)
        elif cell.is_missing:
            draw_missing(painter, theme, _at_right(theme, inside) if cell.is_figure else inside)
        else:
            _draw_words(painter, theme, inside, cell)
        if option.state & QStyle.StateFlag.State_HasFocus and self.has_focus():
            ring = rect.adjusted(1, 1, -1, -1 - theme.metrics.hairline)
            draw_focus(painter, theme, ring, theme.metrics.radius_chip)
        painter.restore()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value in its editor, but leave what somebody is writing when the table is read anew."""
        if not isinstance(editor, QLineEdit) or not (editor.isModified() or editor.hasSelectedText()):
            super().setEditorData(editor, index)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Want room for the words, or for the letter alone."""
        cell, theme = self._ruled.cell(index), self._look.theme
        style = TextStyle.NAME if cell.is_name else TextStyle.TEXT
        width = sign_box(theme).width() if cell.demand else line_width(theme, cell.text, style)
        spare = sign_size(theme) if cell.fault or cell.is_missing else 0
        return QSize(width + spare + 2 * theme.metrics.gap, theme.metrics.row_compact)


def _is_over(option: QStyleOptionViewItem, index: Index) -> bool:
    state = bool(option.state & QStyle.StateFlag.State_MouseOver)
    return state and bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)


def _draw_ground(painter: QPainter, theme: Theme, rect: QRectF, cell: Cell, *, is_last: bool, is_over: bool) -> None:
    """The ground of a cell and its rules: ink around the sums, a hairline between moment."""
    tokens = theme.tokens
    ground = tokens.sunken if cell.is_head else tokens.surface
    painter.fillRect(rect, QColor(tokens.hover if is_over and not cell.is_head else ground))
    if is_last and cell.is_head:
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), QColor(tokens.text2))
    ink = tokens.text2 if is_last or (cell.is_head and not is_last) else tokens.line
    thick = 2 if is_last else theme.metrics.hairline
    painter.fillRect(QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick), QColor(ink))


def _draw_fault(painter: QPainter, theme: Theme, inside: QRectF) -> QRectF:
    """The sign of a fault at the left, and the room that is left."""
    edge = sign_size(theme)
    place = QRectF(inside.left() - theme.metrics.tight, inside.top(), edge, inside.height())
    draw_sign(painter, theme, place, Sign.TRIANGLE, theme.tokens.amber.ink)
    return inside.adjusted(edge, 0, 0, 0)


def _draw_demand_cell(painter: QPainter, theme: Theme, inside: QRectF, cell: Cell) -> None:
    """The letter, and the word beside it where there is room; else the letter alone in the middle."""
    box, gap = sign_box(theme), theme.metrics.heading_gap
    word = DEMAND_WORDS.get(cell.demand, cell.demand)
    wanted = box.width() + gap + line_width(theme, word, TextStyle.SECOND)
    has_word = wanted <= inside.width()
    left = inside.left() if has_word else inside.center().x() - box.width() / 2
    place = QRectF(left, inside.top(), box.width(), inside.height())
    draw_demand(painter, theme, cell.demand, place)
    if has_word:
        room = inside.adjusted(box.width() + gap, 0, 0, 0)
        draw_text(painter, theme, room, word, TextStyle.SECOND, theme.tokens.text)


def _at_right(theme: Theme, inside: QRectF) -> QRectF:
    """The room for the mark of what is missing, where figures stand."""
    return inside.adjusted(max(inside.width() - missing_width(theme), 0), 0, 0, 0)


def _draw_words(painter: QPainter, theme: Theme, inside: QRectF, cell: Cell) -> None:
    style = TextStyle.NAME if cell.is_name or (cell.is_head and cell.is_figure) else TextStyle.TEXT
    ink = theme.tokens.amber.ink if cell.fault else theme.tokens.text
    draw_text(painter, theme, inside, cell.text, style, ink, RIGHT if cell.is_figure else LEFT)
