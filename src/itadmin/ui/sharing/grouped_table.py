"""The table of `GroupedRows`: headings on a ground of their own, what stands under them a little further in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.sharing.grouped_rows import FRESH, HEADING, OLD, GroupedRows
from itadmin.ui.widgets.cell_delegate import Index, text_of
from itadmin.ui.widgets.painting import draw_text, line_width, outline_round, pen
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.text_delegates import TextDelegate


class GroupedTable(RowTable):
    """Shows rows under headers. Of `widths`, in pixels for text of 13 pixels, 0 takes what is left."""

    def __init__(self, look: Look, headers: Sequence[str], widths: Sequence[int], name: str) -> None:
        super().__init__(look, RowHeight.COMPACT)
        self._widths = tuple(widths)
        self.rows = GroupedRows(headers, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        for column, width in enumerate(self._widths):
            self.setItemDelegateForColumn(column, _GroupedDelegate(look, self))
            if not width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        for column, width in enumerate(self._widths):
            if width:
                self.setColumnWidth(column, self._look.metrics.px(width))


class _GroupedDelegate(TextDelegate):
    """Text, on the ground of a heading where it is one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the heading's ground behind it, unless the row is chosen."""
        if index.data(HEADING) and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.theme.tokens.sunken))
        super().paint(painter, option, index)

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw a heading in a heavier weight and what is under it further in; what is no more is struck out."""
        tokens = self.theme.tokens
        room = self._room(rect, index)
        if index.data(HEADING) and index.column() == 0:
            draw_text(painter, self.theme, room, text_of(index), TextStyle.NAME, tokens.text)
        elif index.data(OLD):
            draw_text(painter, self.theme, room, text_of(index), TextStyle.TEXT, tokens.text2, struck=True)
        elif index.data(FRESH):
            self._draw_fresh(painter, room, index)
        else:
            super().draw_content(painter, room, index)

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the text when it is wider than the room for it."""
        return TextStyle.TEXT, self._room(rect, index).width()

    def _draw_fresh(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw what will be on a ground of its own, as wide as it is."""
        metrics, green = self.theme.metrics, self.theme.tokens.green
        pad = metrics.tight
        width = min(line_width(self.theme, text_of(index), TextStyle.TEXT) + 2 * pad, rect.width())
        ground = QRectF(rect.left() - pad, rect.center().y() - metrics.chip / 2, width, metrics.chip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline_round(painter, ground, metrics.radius_chip, pen(green.line), green.fill)
        inside = ground.adjusted(pad, 0, -pad + 2, 0)
        draw_text(painter, self.theme, inside, text_of(index), TextStyle.TEXT, green.ink)

    def _room(self, rect: QRectF, index: Index) -> QRectF:
        is_under = index.column() == 0 and not index.data(HEADING)
        return rect.adjusted(self.theme.metrics.block, 0, 0, 0) if is_under else rect
