"""The navigation at the left: registers with their saved views, or icons only when room is short."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.widgets.nav_delegate import NavDelegate

_Step = QAbstractItemView.CursorAction
_STEPS = {
    Qt.Key.Key_Up: _Step.MoveUp,
    Qt.Key.Key_Down: _Step.MoveDown,
    Qt.Key.Key_Home: _Step.MoveHome,
    Qt.Key.Key_End: _Step.MoveEnd,
    Qt.Key.Key_PageUp: _Step.MovePageUp,
    Qt.Key.Key_PageDown: _Step.MovePageDown,
}


class NavView(QTreeView):
    """A tree without branches. Which line is chosen is the selection model's affair.

    `delete_wanted` gives the line that Delete is pressed on; F2 lets one that can be edited be renamed.
    `menu_wanted` gives a line and where on the screen its menu is to be, `pressed_on` one that is clicked or entered.
    """

    delete_wanted = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)
    pressed_on = Signal(QModelIndex)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._delegate = NavDelegate(look, self)
        self._open = QPersistentModelIndex()
        self.setHeaderHidden(True)
        self.header().setMinimumSectionSize(1)
        self.header().setStretchLastSection(False)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(self._delegate)
        set_property(self, "ground", "window")
        self.clicked.connect(self.pressed_on)
        look.changed.connect(self._dress)
        self.verticalScrollBar().rangeChanged.connect(self._fit_width)
        self._dress()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the lines of `model` with all views open."""
        super().setModel(model)
        self.expandAll()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, without saved views, or everything."""
        self._delegate.narrow = narrow
        if narrow:
            self.collapseAll()
        elif self._open.isValid():
            self.expand(self._open)
        else:
            self.expandAll()
        self._dress()

    @property
    def is_narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._delegate.narrow

    def open_only(self, index: QModelIndex) -> None:
        """Show the views of one register and no others."""
        self._open = QPersistentModelIndex(index)
        model = self.model()
        for row in range(model.rowCount()):
            line = model.index(row, 0)
            self.setExpanded(line, line == index and not self._delegate.narrow)

    def show_rows(self, is_shown: Callable[[int], bool]) -> None:
        """Show those of the lines that `is_shown` says by their place from the top, and hide the others."""
        for row in range(self.model().rowCount()):
            self.setRowHidden(row, QModelIndex(), not is_shown(row))

    def event(self, event: QEvent) -> bool:
        """Keep F2 for a name that can be written here, before the window takes it for a command."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._renames(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames what can be renamed, Delete asks for the line to be taken away, the menu key for its menu."""
        index = self.currentIndex()
        if self._renames(event):
            self.edit(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.pressed_on.emit(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.delete_wanted.emit(index)
        elif not self._has_stepped(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line that is meant."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(place))

    def _has_stepped(self, event: QKeyEvent) -> bool:
        """Go where an arrow or page key leads. By itself the tree then chooses what has come to stand in that place."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        index = self.moveCursor(step, event.modifiers())
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        event.accept()
        return True

    def _renames(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_F2 and bool(self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines be as wide as the view; a hidden header does not see to it by itself."""
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw nothing: depth is shown by the line itself."""

    def _dress(self) -> None:
        self._fit_width()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _fit_width(self) -> None:
        """Be as wide as the lines; beside icons alone a scroll bar takes no room from them."""
        metrics, bar = self._look.metrics, self.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self.setFixedWidth(metrics.nav_narrow + beside if self._delegate.narrow else metrics.nav)
