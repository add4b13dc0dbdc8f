"""The list of what needs doing: rows stood on with the arrow keys, each with a button that Enter presses.

Says what is wanted of which rows; the page does it.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from itadmin.ui.attention.delegate import WorkDelegate
from itadmin.ui.attention.model import WorkModel
from itadmin.ui.attention.row_places import Part
from itadmin.ui.attention.rows import BandRow, FoldRow
from itadmin.ui.look.look import Look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class WorkView(QListView):
    """The list. `wanted` gives a `Part`, also for what is wanted by keys; `menu_wanted` where on the screen.

    `open_wanted` asks for the record itself, `note_wanted` to be asked for a note, `folded` to open or shut a fold.
    """

    wanted = Signal(object)
    open_wanted = Signal()
    note_wanted = Signal()
    menu_wanted = Signal(QPoint)
    folded = Signal(bool)

    def __init__(self, look: Look, model: WorkModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._hovered = self._anchor = -1
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts = WorkDelegate(look, self, self, model)
        self.setItemDelegate(self.parts)
        self._lay_out = QTimer(self, singleShot=True, interval=0)
        self._lay_out.timeout.connect(self._renew)
        self.parts.pressed.connect(self._on_pressed)
        self.doubleClicked.connect(lambda _index: self.open_wanted.emit())
        look.changed.connect(self._lay_out.start)

    def has_focus(self) -> bool:
        """Say whether the list has the keyboard."""
        return self.hasFocus()

    def is_hovered(self, row: int) -> bool:
        """Say whether the pointer is over the row."""
        return row == self._hovered

    def is_current(self, row: int) -> bool:
        """Say whether the keyboard stands on the row."""
        return self.currentIndex().row() == row

    def row_rect(self, row: int) -> QRect:
        """Give the rectangle of the whole row, in viewport coordinates."""
        return self.visualRect(self._model.index(row, 0))

    def chosen(self) -> list[int]:
        """The chosen rows, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedIndexes())

    def stand_on(self, row: int) -> None:
        """Stand on a row alone, or on the nearest one that is no heading. Keys that are held are not meant for it."""
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        last = self._model.rowCount() - 1
        near = [*range(max(row, 0), last + 1), *range(min(row, last), -1, -1)]
        for number in near:
            if not isinstance(self._model.row(number), BandRow):
                self.selectionModel().setCurrentIndex(self._model.index(number, 0), how)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, Z lets rest, H is handled, right and left open and shut what is folded."""
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        fold = isinstance(self._model.row(self.currentIndex().row()), FoldRow)
        if key in _ENTER and (plain or modifiers == _CTRL):
            (self.open_wanted.emit if modifiers == _CTRL else lambda: self.wanted.emit(Part.BUTTON))()
        elif key == Qt.Key.Key_Home and plain:
            self.stand_on(0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and modifiers == _SHIFT:
            self._stretch(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Z and plain:
            self.wanted.emit(Part.REST)
        elif key == Qt.Key.Key_H and plain:
            self.wanted.emit(Part.HANDLED)
        elif key == Qt.Key.Key_H and modifiers == _SHIFT:
            self.note_wanted.emit()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and plain and fold:
            self.folded.emit(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row that is meant."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.menu_place() if by_key else event.globalPos()
        if by_key or self.indexAt(event.pos()).isValid():
            self.menu_wanted.emit(place)

    def menu_place(self) -> QPoint:
        """Where on the screen a menu of the row one stands on belongs: under its right half."""
        rect = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(QPoint(rect.center().x(), rect.bottom()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row under the pointer be seen."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let no row be under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows be as wide as the list, and so high as that asks for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the row one stands on as the one that keys work on."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the chosen rows as left."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the signs where they are now."""
        super().currentChanged(current, previous)
        self._anchor = current.row()
        self.viewport().update()

    def _on_pressed(self, index: QModelIndex, part: Part) -> None:
        self._stand_on_pressed(index)
        if part is Part.UNFOLD:
            row = self._model.row(index.row())
            self.folded.emit(isinstance(row, FoldRow) and not row.is_open)
        elif part is Part.MORE:
            self.menu_wanted.emit(self.menu_place())
        else:
            self.wanted.emit(part)

    def _stand_on_pressed(self, index: QModelIndex) -> None:
        """Stand on the row whose part is pressed, also when it is one of many chosen."""
        flag = QItemSelectionModel.SelectionFlag
        is_chosen = self.selectionModel().isSelected(index)
        self.selectionModel().setCurrentIndex(index, flag.NoUpdate if is_chosen else flag.ClearAndSelect)

    def _stretch(self, step: int) -> None:
        """Choose one row more or less from where one stood, however one came there; headings are passed by."""
        row, anchor = self.currentIndex().row() + step, self._anchor
        while isinstance(self._model.row(row), BandRow):
            row += step
        if self._model.row(row) is None:
            return
        flag = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection(self._model.index(min(anchor, row), 0), self._model.index(max(anchor, row), 0))
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), flag.NoUpdate)
        self.selectionModel().select(chosen, flag.ClearAndSelect)
        self._anchor = anchor

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _renew(self) -> None:
        self.parts.forget_columns()
        self.scheduleDelayedItemsLayout()
