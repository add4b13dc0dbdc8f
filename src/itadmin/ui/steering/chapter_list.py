"""The chapters of a document as a list: each with whose text it is, and buttons that move, add and leave out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.steering.chapter_deeds import BACK, NEW, OUT
from itadmin.ui.steering.chapter_lines import ChapterLine
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.roles import Role
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.text_delegates import TwoLineDelegate
from itadmin.ui.widgets.turning_button import TurningButton

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BIN_IT, _TAKE_BACK = "Lägg kapitlet i papperskorgen", "Ta tillbaka texten som den var utan era ändringar"
_LEAVE_OUT, _TAKE_IN = ("Utelämna", "subtract_circle"), ("Ta med", "checkmark_circle")
_PUT_BACK, _REMOVE = ("Återställ", "arrow_undo"), ("Ta bort", "delete")


class ChapterModel(QAbstractTableModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[ChapterLine, ...] = ()

    def show_lines(self, lines: Sequence[ChapterLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Say how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """There is one column."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a line says."""
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        told = {
            int(Qt.ItemDataRole.DisplayRole): line.heading,
            int(Role.SECOND): line.told,
            int(Qt.ItemDataRole.AccessibleTextRole): f"{line.heading}. {line.told}",
        }
        return told.get(int(role))


class _Table(RowTable):
    """The list itself. `moved` gives -1 or 1 when Alt and an arrow are pressed."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the chapter."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ChapterList(QWidget):
    """The list with its buttons. `chosen` gives the key of the chapter that is stood on, `wanted` what is asked for."""

    chosen = Signal(str)
    opened = Signal()
    moved = Signal(int)
    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._writable = True
        self._is_written = False
        self.model = ChapterModel()
        self.table = _Table(look, RowHeight.TWO_LINES)
        self.table.setModel(self.model)
        self.table.setItemDelegate(TwoLineDelegate(look, self.table))
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().hide()
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setAccessibleName("Kapitel")
        self.new = self._button("Nytt kapitel", "add", "Nytt kapitel efter det här (Ctrl+N)", lambda: self._ask(NEW))
        self.up = self._button("Flytta upp", "arrow_up", "Flytta upp (Alt+Upp)", lambda: self.moved.emit(-1))
        self.down = self._button("Flytta ned", "arrow_down", "Flytta ned (Alt+Ned)", lambda: self.moved.emit(1))
        self.out = TurningButton(look, _LEAVE_OUT, _TAKE_IN, ButtonKind.QUIET)
        self.out.clicked.connect(lambda _checked=False: self._ask(OUT))
        self.back = TurningButton(look, _PUT_BACK, _REMOVE, ButtonKind.QUIET)
        self.back.clicked.connect(lambda _checked=False: self._ask(BACK))
        set_property(self, "ground", "surface")
        self._lay_out()
        self.table.moved.connect(self.moved)
        self.table.opened.connect(lambda _index: self.opened.emit())
        self.table.selectionModel().currentRowChanged.connect(self._on_current)

    @property
    def current(self) -> ChapterLine | None:
        """The line that is stood on."""
        row = self.table.currentIndex().row()
        return self.model.lines[row] if 0 <= row < len(self.model.lines) else None

    def show_lines(self, lines: Sequence[ChapterLine], stand_on: str, *, writable: bool) -> None:
        """Show the chapters and stand on one of them, or on the first, without saying so."""
        self._writable = writable
        self.model.show_lines(lines)
        self.stand_on(stand_on)

    def stand_on(self, key: str) -> None:
        """Stand on a chapter, or on the first, without saying so."""
        keys = [line.key for line in self.model.lines]
        flags = QItemSelectionModel.SelectionFlag
        with QSignalBlocker(self):
            index = self.model.index(keys.index(key) if key in keys else 0, 0)
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._enable()

    def set_written(self, *, written: bool) -> None:
        """Say whether something is written in the chapter that is not saved: that can be taken back too."""
        self._is_written = written
        self._enable()

    def _enable(self) -> None:
        line, row = self.current, self.table.currentIndex().row()
        is_own = line is not None and line.is_own
        has_line = self._writable and line is not None
        self.new.setEnabled(self._writable)
        self.up.setEnabled(has_line and row > 0)
        self.down.setEnabled(has_line and row < len(self.model.lines) - 1)
        self.out.setEnabled(has_line and not is_own)
        self.out.turn(is_second=line is not None and line.left_out)
        self.back.setEnabled(has_line and line is not None and (line.can_take_back or self._is_written))
        self.back.turn(is_second=is_own)
        self.back.setToolTip(_BIN_IT if is_own else _TAKE_BACK)

    def _ask(self, what: str) -> None:
        self.wanted.emit(what)

    def _button(self, word: str, icon: str, tip: str, work: Callable[[], None]) -> Button:
        button = Button(self._look, word, ButtonKind.QUIET, icon, small=True)
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: work())
        return button

    def _lay_out(self) -> None:
        metrics = self._look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.gap, 0, metrics.gap)
        column.addWidget(self.table, 1)
        holder = QWidget()
        flow = FlowLayout(metrics.tight, holder)
        flow.setContentsMargins(metrics.gap, 0, metrics.gap, 0)
        for button in (self.new, self.up, self.down, self.out, self.back):
            flow.addWidget(button)
        column.addWidget(holder)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if 0 <= current.row() < len(self.model.lines):
            self._enable()
            self.chosen.emit(self.model.lines[current.row()].key)
