"""A choice from a list, with an arrow drawn in the look's own ink."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from itadmin.ui.look.look import Look

_ARROW = 16
_MOST_ROWS = 14


class _RowDelegate(QStyledItemDelegate):
    """Gives the rows of the list air, so that nothing of their letters is cut."""

    def __init__(self, look: Look, box: QComboBox) -> None:
        super().__init__(box)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Be as high as a small button."""
        return QSize(super().sizeHint(option, index).width(), self._look.metrics.button_small)


class ComboBox(QComboBox):
    """A combo box. The wheel chooses only in the one that has the focus, so that scrolling a page changes nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setMaxVisibleItems(_MOST_ROWS)
        self.setItemDelegate(_RowDelegate(look, self))
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        theme = self._look.theme
        ink = theme.tokens.text2 if self.isEnabled() else theme.tokens.disabled
        edge = theme.metrics.icon(_ARROW)
        place = QRectF(self.width() - edge - theme.metrics.gap, 0, edge, self.height())
        with QPainter(self) as painter:
            theme.icons.draw(painter, "chevron_down", _ARROW, place, ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the choice only when it is the one being worked with."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
