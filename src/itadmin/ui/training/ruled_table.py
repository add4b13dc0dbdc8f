"""A table that looks as it will on paper and is written in where it stands. Knows no record."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from itadmin.ui.look.look import Look
from itadmin.ui.register.cell_editing import Index
from itadmin.ui.training.ruled_delegate import RuledCells, RuledDelegate
from itadmin.ui.training.ruled_header import RuledHeader

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class RuledTable(QTableView):
    """Arrows go between the cells, Tab goes on with the window; F2, Enter and letters open a cell.

    `stood` says that one stands elsewhere, or has come to the table.
    """

    stood = Signal()

    def __init__(self, look: Look, cells: RuledCells, name: str) -> None:
        super().__init__()
        self._look = look
        self.setItemDelegate(RuledDelegate(look, cells, self))
        self.heads = RuledHeader(look, self)
        self.setHorizontalHeader(self.heads)
        self.setAccessibleName(name)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()

    def is_writing(self) -> bool:
        """Say whether a cell is open."""
        return self.state() is QAbstractItemView.State.EditingState

    def close_cell(self) -> None:
        """Let the cell that is open give its value."""
        if self.is_writing():
            self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the key that opens a cell before the window takes it for a command."""
        is_asked = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter, empty it on Delete."""
        index = self.currentIndex()
        if self.is_writing() or not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in _OPENS:
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.model().setData(index, None)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one stands."""
        super().currentChanged(current, previous)
        self.stood.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that one has come."""
        super().focusInEvent(event)
        self.stood.emit()

    def fit(self) -> None:
        """Let the columns have the room there is."""
        raise NotImplementedError

    def whole_height(self, most_rows: int) -> int:
        """How high the table is with all its rows, or with some of very many."""
        metrics, columns = self._look.metrics, range(self.model().columnCount())
        needed = sum(self.columnWidth(column) for column in columns)
        sideways = self.horizontalScrollBar().sizeHint().height() if needed > self.viewport().width() else 0
        rows = min(max(self.model().rowCount(), 1), most_rows)
        return self.heads.sizeHint().height() + rows * metrics.row_compact + sideways + 2 * metrics.hairline

    def _dress(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(self._look.metrics.row_compact)
        rows.setDefaultSectionSize(self._look.metrics.row_compact)
        if self.model() is not None:
            self.fit()
