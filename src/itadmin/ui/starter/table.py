"""The table of the starter list: Space ticks, Tab goes on to the product and the owner, letters search or write."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from itadmin.services.starter_list import Area
from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.starter.delegates import StarterDelegate, TickDelegate, UsualClassDelegate, WritingDelegate
from itadmin.ui.starter.model import Column, StarterModel
from itadmin.ui.starter.ticking import Line
from itadmin.ui.widgets.row_table import RowHeight, RowTable

_SHARES = {Column.KIND: 42, Column.NAME: 34, Column.OWNER: 24}
_CLASSING = 118
_LEAST_FOR_CLASSING = 820
_ROOT = QModelIndex()


class StarterTable(RowTable):
    """The lines. `typed` gives a letter meant for the search, `left` is said by Shift+Tab before the first line."""

    typed = Signal(str)
    left = Signal()
    line_changed = Signal()

    def __init__(self, look: Look, model: StarterModel) -> None:
        super().__init__(look, RowHeight.COMPACT)
        self._starter = model
        self._pressed = _ROOT
        self.setModel(model)
        self.setAccessibleName("Vanliga system")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        delegates: dict[Column, StarterDelegate] = {
            Column.KIND: TickDelegate(look, self, model),
            Column.NAME: WritingDelegate(look, self, model),
            Column.OWNER: WritingDelegate(look, self, model),
            Column.CLASSING: UsualClassDelegate(look, self, model),
        }
        for column, delegate in delegates.items():
            self.setItemDelegateForColumn(column, delegate)
        look.changed.connect(self._fit)

    def current_line(self) -> Line | None:
        """The line that the keyboard stands on."""
        index = self.currentIndex()
        return self._starter.line(index.row()) if index.isValid() else None

    def go_to(self, line: Line | None, column: int = Column.KIND) -> None:
        """Stand on a line, or on the first that can be ticked when it is not shown."""
        row = self._starter.row_of(line)
        if row < 0:
            row = min(1, self._starter.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self._starter.index(row, column))

    def go_to_area(self, area: Area) -> None:
        """Show an area from its heading."""
        row = self._starter.row_of(area)
        if row >= 0:
            self.scrollTo(self._starter.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            self.setCurrentIndex(self._starter.index(min(row + 1, self._starter.rowCount() - 1), 0))

    def area_at_top(self) -> Area | None:
        """The area of the first line that is seen."""
        row = self.rowAt(0)
        line = self._starter.line(row) if row >= 0 else None
        return line if isinstance(line, Area) or line is None else line.area

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Tab goes from cell to cell, Enter writes, and a letter searches or begins to write."""
        key, index = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Space:
            self._toggle(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self._write()
        elif event.text() and event.text().isprintable():
            self._type(event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Keep Tab for the cells; F6 and Shift+Tab on the first line lead out."""
        del following
        return False

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go from a cell that is written in to the next that can be, through the three columns of each line."""
        steps = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
        if action in steps:
            return self._beside(steps[action])
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was pressed."""
        self._pressed = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks, or opens the cell to write in."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or index != self._pressed:
            return
        if index.column() == Column.KIND:
            self._toggle(index)
        elif self._starter.is_open(index):
            self.edit(index)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell that it is about another line now."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.line_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _type(self, event: QKeyEvent) -> None:
        """Begin to write where one can, else search."""
        index = self.currentIndex()
        writes = index.column() in (Column.NAME, Column.OWNER) and self._starter.is_open(index)
        if not writes:
            self.typed.emit(event.text())
        else:
            self.edit(index, QAbstractItemView.EditTrigger.AnyKeyPressed, event)

    def _toggle(self, index: QModelIndex) -> None:
        box = index.siblingAtColumn(Column.KIND)
        ticked = box.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            turned = Qt.CheckState.Unchecked if ticked is Qt.CheckState.Checked else Qt.CheckState.Checked
            self._starter.setData(box, turned, Qt.ItemDataRole.CheckStateRole)

    def _write(self) -> None:
        """Open the cell one stands in; from the name of a line, the first beside it that can be written in."""
        index = self.currentIndex()
        if not index.isValid() or self.state() is QAbstractItemView.State.EditingState:
            return
        columns = [column for column in (Column.NAME, Column.OWNER) if column >= index.column()]
        beside = [self._starter.index(index.row(), column) for column in columns]
        cell = next((each for each in beside if each.isValid() and self._starter.is_open(each)), None)
        if cell is not None:
            self.setCurrentIndex(cell)
            self.edit(cell)

    def _step(self, by: int) -> None:
        target = self._beside(by)
        if target.isValid():
            self.setCurrentIndex(target)
        elif by < 0:
            self.left.emit()

    def _beside(self, by: int) -> QModelIndex:
        """The cell so many columns on, from line to line; none before the first and after the last."""
        index = self.currentIndex()
        if not index.isValid():
            return QModelIndex()
        row, column = divmod(index.row() * len(_SHARES) + min(index.column(), Column.OWNER) + by, len(_SHARES))
        return self._starter.index(row, column) if 0 <= row < self._starter.rowCount() else QModelIndex()

    def _fit(self) -> None:
        metrics = self._look.metrics
        room = self.viewport().width()
        with_class = metrics.step(room) is not WidthStep.NARROW or room >= metrics.px(_LEAST_FOR_CLASSING)
        self.setColumnHidden(Column.CLASSING, not with_class)
        room -= metrics.px(_CLASSING) if with_class else 0
        for column, share in _SHARES.items():
            self.setColumnWidth(column, room * share // sum(_SHARES.values()))
