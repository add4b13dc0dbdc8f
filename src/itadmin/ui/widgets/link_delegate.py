"""A column of links: names that lead to another record."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.cell_delegate import CellDelegate, Index, mark_of, missing_width, text_of, words_of
from itadmin.ui.widgets.marks import draw_missing
from itadmin.ui.widgets.painting import draw_text, line_width
from itadmin.ui.widgets.roles import Mark
from itadmin.ui.widgets.row_table import RowTable


class LinkDelegate(CellDelegate):
    """A column of names that lead somewhere. `followed` gives the index whose words were clicked."""

    followed = Signal(QModelIndex)

    def __init__(self, look: Look, view: RowTable) -> None:
        super().__init__(look, view)
        self._pressed: QPersistentModelIndex | None = None

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the words in the ink of links, or the sign for why there are none."""
        theme = self.theme
        mark = mark_of(index)
        if mark is Mark.MISSING:
            draw_missing(painter, theme, rect)
        else:
            ink = theme.tokens.text3 if mark is Mark.NONE else theme.tokens.accent
            draw_text(painter, theme, rect, words_of(index), TextStyle.TEXT, ink)

    def content_width(self, index: Index) -> int:
        """Want room for the whole text."""
        if mark_of(index) is Mark.MISSING:
            return missing_width(self.theme)
        return line_width(self.theme, words_of(index), TextStyle.TEXT)

    def text_room(self, rect: QRectF, index: Index) -> tuple[TextStyle, float] | None:
        """Elide the words when they are wider than the cell."""
        del index
        return TextStyle.TEXT, rect.width()

    def link_rect(self, option: QStyleOptionViewItem, index: Index) -> QRectF:
        """Give where the words lie, which is where a click follows them; empty when there is nothing to follow."""
        if mark_of(index) in (Mark.MISSING, Mark.NONE) or not text_of(index):
            return QRectF()
        rect = self.content_rect(option)
        rect.setWidth(min(rect.width(), self.content_width(index)))
        return rect

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Follow the words when they are clicked: pressed and let go on the same ones."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            inside = self.link_rect(option, index).contains(event.position())
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = QPersistentModelIndex(index) if inside else None
            elif event.type() == QEvent.Type.MouseButtonRelease:
                was, self._pressed = self._pressed, None
                if inside and was is not None and was == index:
                    self.followed.emit(model.index(index.row(), index.column(), index.parent()))
                    return True
        return super().editorEvent(event, model, option, index)
