"""What all delegates of a list have in common: the row's ground, the cell's margins, sizes from the look.

A delegate draws what the model says in the roles of `roles.py`; it knows no register and asks for nothing else.
"""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.widgets.marks import DASH, MISSING
from itadmin.ui.widgets.painting import line_width, one_line
from itadmin.ui.widgets.roles import Mark, Role
from itadmin.ui.widgets.row_ground import draw_row_ground
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.signs import sign_size
from itadmin.ui.widgets.tooltips import as_tooltip

Index = QModelIndex | QPersistentModelIndex


def text_of(index: Index) -> str:
    """Give the text of a cell, empty where the model has none."""
    value: Any = index.data(Qt.ItemDataRole.DisplayRole)
    return "" if value is None else str(value)


def mark_of(index: Index) -> Mark:
    """Give how the cell's value is to be read."""
    mark = index.data(Role.MARK)
    return mark if isinstance(mark, Mark) else Mark.PLAIN


def words_of(index: Index, mark: Mark) -> str:
    """Give what is written in a cell of words: its text, or a dash where there is nothing and should be nothing."""
    return DASH if mark is Mark.NONE else text_of(index)


def missing_width(theme: Theme) -> int:
    """Give the width of the ring and its word, in logical pixels."""
    return sign_size(theme) + theme.metrics.tight + line_width(theme, MISSING, TextStyle.TEXT)


class CellDelegate(QStyledItemDelegate):
    """Draws the ground of a cell and leaves the rest to `draw_content`."""

    def __init__(self, look: Look, view: RowTable) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    @property
    def theme(self) -> Theme:
        """The look of now."""
        return self._look.theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        draw_row_ground(painter, self.theme, self._view, option, index.row())
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        self.draw_content(painter, self.content_rect(option), index)
        painter.restore()

    def content_rect(self, option: QStyleOptionViewItem) -> QRectF:
        """Give the part of the cell that holds its content."""
        metrics = self.theme.metrics
        return QRectF(option.rect).adjusted(metrics.cell_left, 0, -metrics.cell_right, -metrics.hairline)

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw what the cell holds, inside `rect`."""
        raise NotImplementedError

    def content_width(self, index: Index) -> int:
        """Give the width that the content wants, in logical pixels."""
        raise NotImplementedError

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Give style and width of a text that may be elided, or None for a cell that never is."""
        del rect, index
        return None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Want the height of a row and room for the content."""
        metrics = self.theme.metrics
        return QSize(self.content_width(index) + metrics.cell_left + metrics.cell_right, metrics.row)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the whole text of a cell where it had to be elided."""
        text = self.elided_text(option, index)
        if text:
            QToolTip.showText(event.globalPos(), as_tooltip(text), view)
            return True
        return super().helpEvent(event, view, option, index)

    def elided_text(self, option: QStyleOptionViewItem, index: Index) -> str:
        """Give the whole text of a cell that shows only a part of it, else nothing."""
        room = self.text_room(self.content_rect(option), index)
        if room is None:
            return ""
        text = text_of(index)
        style, width = room
        return "" if one_line(self.theme, text, style, width) == text else text
