"""The editor of owned rows: a grid edited in place, with rows added, removed and moved by button and keyboard."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
)

from itadmin.domain.fields import Rows
from itadmin.domain.record import described_fields
from itadmin.domain.words import BUILT_IN, Words
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.cell_editing import CellDelegate
from itadmin.ui.register.editors import Editor
from itadmin.ui.register.rows_model import RowsModel
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton
from itadmin.ui.widgets.labels import Label

_MOST_ROWS_SHOWN = 12
_UNSAVED = "Raderna är inte sparade. Ctrl+Enter sparar dem, Esc en gång till slänger det som är skrivet."
_LEAST_COLUMN, _MOST_COLUMN = 84, 240


class RowsEditor(Editor):
    """Edits the rows that a record owns."""

    def __init__(self, look: Look, field: Rows, words: Words = BUILT_IN) -> None:
        super().__init__()
        self._look = look
        self._model = RowsModel(described_fields(field.row), self, words)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setItemDelegate(CellDelegate(look, self._model, self._table))
        triggers = QAbstractItemView.EditTrigger
        self._table.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self._table.clicked.connect(self._table.edit)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setAccessibleName(field.label)
        self._table.verticalHeader().setDefaultSectionSize(look.metrics.row_compact)
        self._table.verticalHeader().hide()
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(look.metrics.px(_LEAST_COLUMN))
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self._begun: Any = None
        self._told_unsaved: Any = None
        self._told = Label(look, style=TextStyle.SECOND, ink=Ink.AMBER, wrap=True)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.tight)
        column.addWidget(self._table)
        column.addWidget(self._told)
        column.addLayout(self._buttons(look))
        self._table.installEventFilter(self)
        self.setFocusProxy(self._table)
        self._model.rowsInserted.connect(self._fit)
        self._model.rowsRemoved.connect(self._fit)
        self._model.modelReset.connect(self._fit)

    def _buttons(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, look.metrics.tight)
        row.setSpacing(look.metrics.gap)
        for text, icon, slot in (("Lägg till rad", "add", self._add), ("Ta bort rad", "delete", self._remove)):
            button = Button(look, text, ButtonKind.QUIET, icon, small=True)
            button.clicked.connect(slot)
            row.addWidget(button)
        for text, keys, icon, by in (
            ("Flytta upp", "Alt+Up", "arrow_up", -1),
            ("Flytta ned", "Alt+Down", "arrow_down", 1),
        ):
            mover = IconButton(look, icon, text, QKeySequence(keys), nominal=16)
            mover.clicked.connect(partial(self._shift, by))
            row.addWidget(mover)
        row.addStretch(1)
        done = Button(look, "Klar", small=True)
        done.setToolTip("Klar (Ctrl+Enter)")
        done.clicked.connect(lambda: self.finished.emit(0))
        row.addWidget(done)
        return row

    def started(self) -> None:
        """Open the first cell when there is nothing yet."""
        if not self._model.has_values():
            QTimer.singleShot(0, self._table, lambda: self._table.edit(self._model.index(0, 0)))

    def begin_with(self, event: QKeyEvent) -> None:
        """Stand on the first cell; what is typed goes on from there."""

    def plain(self) -> Any:
        """Give the rows, with what stands in the cell that is being typed in. Raises ValueError for a bad cell."""
        self._close_cell()
        return self._model.rows()

    def show_plain(self, value: Any) -> None:
        """Show rows; none gives an empty one to begin in."""
        self._model.set_rows(list(value or ()))
        if not value:
            self._model.add(0)
        self._table.setCurrentIndex(self._model.index(0, 0))
        self._begun = self._model.kept()
        self._widen()

    def draft(self) -> Any:
        """Give the rows with what was typed in them; nothing that goes when the editor does."""
        self._close_cell()
        return self._model.kept()

    def show_draft(self, draft: Any) -> None:
        """Show rows that could not be accepted."""
        self._model.take(draft)
        self._begun = self._model.kept()
        self._widen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys that mean something here before the window takes them for commands."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        key = event.key()
        if control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit(0)
        elif key == Qt.Key.Key_Escape and not self._is_typing():
            self._leave()
        elif key == Qt.Key.Key_Insert:
            self._add()
        elif key == Qt.Key.Key_Delete and not self._is_typing():
            self._remove() if control else self._model.setData(self._table.currentIndex(), None)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._shift(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_typing():
            self._table.edit(self._table.currentIndex())
        else:
            return False
        return True

    def _leave(self) -> None:
        """Leave the rows alone; where something is written that would be thrown away, that is said first."""
        written = self._model.kept()
        if written in (self._begun, self._told_unsaved):
            self.cancelled.emit()
            return
        self._told_unsaved = written
        self._told.setText(_UNSAVED)
        self._told.show()

    def _is_typing(self) -> bool:
        return self._table.state() is QAbstractItemView.State.EditingState

    def _add(self) -> None:
        at = self._table.currentIndex().row() + 1 if self._table.currentIndex().isValid() else self._model.rowCount()
        self._model.add(at)
        self._table.setCurrentIndex(self._model.index(at, 0))
        self._table.edit(self._model.index(at, 0))

    def _remove(self) -> None:
        row = self._table.currentIndex().row()
        if row >= 0:
            self._model.remove(row)
            self._table.setFocus()

    def _close_cell(self) -> None:
        """Let the cell that is open give its value."""
        if self._is_typing():
            self._table.setCurrentIndex(QModelIndex())

    def _shift(self, by: int) -> None:
        index = self._table.currentIndex()
        other = index.row() + by
        if index.isValid() and 0 <= other < self._model.rowCount():
            self._model.swap(index.row(), other)
            self._table.setCurrentIndex(self._model.index(other, index.column()))

    def _fit(self) -> None:
        rows = min(max(self._model.rowCount(), 1), _MOST_ROWS_SHOWN)
        metrics = self._look.metrics
        bar = self._table.horizontalScrollBar()
        sideways = bar.sizeHint().height() if self._columns_width() > self._table.viewport().width() else 0
        self._table.setFixedHeight(rows * metrics.row_compact + metrics.header + 2 * metrics.hairline + sideways)

    def _columns_width(self) -> int:
        return sum(self._table.columnWidth(column) for column in range(self._model.columnCount()))

    def _widen(self) -> None:
        """Let each column be as wide as its words, within reason."""
        metrics = self._look.metrics
        self._table.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            width = self._table.columnWidth(column)
            self._table.setColumnWidth(column, min(max(width, metrics.px(_LEAST_COLUMN)), metrics.px(_MOST_COLUMN)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the scroll bar where the columns need it."""
        super().resizeEvent(event)
        self._fit()


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key is one of the rows' own that the window has too: to take away a row, and to open a cell."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_F2 or (control and event.key() == Qt.Key.Key_Delete)
