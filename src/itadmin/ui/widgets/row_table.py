"""A list of records: rows of one height, chosen as wholes, drawn by delegates. Knows no model in particular."""

from enum import Enum

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.column_header import ColumnHeader


class RowHeight(Enum):
    """How high the rows of a list are."""

    COMPACT = "compact"
    NORMAL = "normal"
    AIRY = "airy"
    TWO_LINES = "two_lines"


class RowTable(QTableView):
    """A list. `opened` gives the index that was opened with Enter or a double click."""

    opened = Signal(QModelIndex)

    def __init__(self, look: Look, height: RowHeight = RowHeight.NORMAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._height = height
        self._hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalHeader(ColumnHeader(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self._on_double_clicked)
        look.changed.connect(self._dress)
        self._dress()

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
        header = self.horizontalHeader()
        return QRect(-header.offset(), self.rowViewportPosition(row), header.length(), self.rowHeight(row))

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Stand on an index; its row is chosen alone where many can be. Keys that are held are not meant for it."""
        if self.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection:
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, how)
        else:
            super().setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index)
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row under the pointer be seen."""
        self._hover(self.rowAt(round(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let no row be under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the chosen rows as those the keyboard works on."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the chosen rows as left."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ring where it is now, over the whole row."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self.row_rect(index.row()))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        for each in (self._hovered, row):
            if each >= 0:
                self.viewport().update(self.row_rect(each))
        self._hovered = row

    def _dress(self) -> None:
        metrics = self._look.metrics
        heights = {
            RowHeight.COMPACT: metrics.row_compact,
            RowHeight.NORMAL: metrics.row,
            RowHeight.AIRY: metrics.row_airy,
            RowHeight.TWO_LINES: metrics.row_two_lines,
        }
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(heights[self._height])
        rows.setDefaultSectionSize(heights[self._height])
        self.viewport().update()
