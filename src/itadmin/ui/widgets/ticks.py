"""Rows with a box to tick before their names. Knows no model: what is ticked is its `CheckStateRole` of the column."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.widgets.cell_delegate import Index, text_of
from itadmin.ui.widgets.painting import draw_text, fill_round, line_width, outline_round, pen
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate

_ICON = 16
_INSET, _RADIUS = 1, 3


class TickNameDelegate(NameDelegate):
    """A column of names, each behind its box; a row that is not ticked is dim."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the box and the name."""
        theme, edge = self.theme, self.theme.metrics.icon(_ICON)
        box = QRectF(rect.left(), round(rect.center().y() - edge / 2), edge, edge)
        ticked = is_ticked(index)
        draw_box(painter, theme, box, ticked=ticked, enabled=True)
        ink = theme.tokens.text if ticked else theme.tokens.text3
        draw_text(painter, theme, rect.adjusted(room_of_box(theme), 0, 0, 0), text_of(index), TextStyle.NAME, ink)

    def content_width(self, index: Index) -> int:
        """Want room for the box and the whole name."""
        return line_width(self.theme, text_of(index), TextStyle.NAME) + room_of_box(self.theme)

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the name when it is wider than the cell."""
        del index
        return TextStyle.NAME, rect.width() - room_of_box(self.theme)


class TickTable(RowTable):
    """A list whose rows are ticked in a column: Space, or a click there, ticks the row or takes the tick away."""

    tick_column = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick on Space."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick on a click in the column."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and index.column() == self.tick_column:
            self._turn(index)

    def _turn(self, index: QModelIndex) -> None:
        ticked = index.siblingAtColumn(self.tick_column)
        state = Qt.CheckState.Unchecked if is_ticked(ticked) else Qt.CheckState.Checked
        self.model().setData(ticked, state, Qt.ItemDataRole.CheckStateRole)


def is_ticked(index: Index) -> bool:
    """Whether a row is ticked, by its cell with the box."""
    return index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked


def room_of_box(theme: Theme) -> int:
    """How far from its box a name begins, in logical pixels."""
    return theme.metrics.icon(_ICON) + theme.metrics.gap


def draw_box(painter: QPainter, theme: Theme, box: QRectF, *, ticked: bool, enabled: bool) -> None:
    """Draw a box to tick in `box`; one that is not to be changed is dim."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    square = box.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    if not ticked:
        outline_round(painter, square, _RADIUS, pen(tokens.ctl if enabled else tokens.disabled), tokens.surface)
    else:
        fill_round(painter, square, _RADIUS, tokens.accent if enabled else tokens.disabled)
        theme.icons.draw(painter, "checkmark", _ICON, box, tokens.on_accent)
    painter.restore()
