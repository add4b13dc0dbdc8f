"""The list of a register: heading, count, new, search in the list, and the table. Knows no service.

What a page adds – conditions, a bar for several records, menus – is given its place here.
"""

from __future__ import annotations

from itertools import chain
from uuid import UUID

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.register.list_columns import ListColumns
from itadmin.ui.register.list_heading import ListHeading
from itadmin.ui.register.naming import can_be_begun, new_words
from itadmin.ui.register.table_model import RegisterModel
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.roles import Role, Standing
from itadmin.ui.widgets.row_table import RowTable


class ListPane(QWidget):
    """The list. Says what the user wants; the page does it."""

    words_changed = Signal(str)
    new_wanted = Signal()
    named = Signal(str)
    view_named = Signal(str)
    current_changed = Signal()
    selection_changed = Signal()
    opened = Signal(QModelIndex)
    delete_wanted = Signal()
    restore_wanted = Signal()
    copy_wanted = Signal()
    bin_left = Signal()
    conditions_unwanted = Signal()
    own_wanted = Signal()
    row_menu_wanted = Signal(QPoint)
    header_menu_wanted = Signal(int, QPoint)

    def __init__(self, look: Look, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.model = self._model = model
        model.setParent(self)
        register = model.register
        set_property(self, "ground", "surface")
        self.can_add = can_be_begun(register)
        self.heading = ListHeading(look, register, can_add=self.can_add)
        self.search, self.name = self.heading.search, self.heading.naming.line
        self.view_name, self.new_button = self.heading.view_name, self.heading.new_button
        self.table = RowTable(look)
        self._empty = EmptyState(look, register.icon, "", "")
        self._first = self._first_state()
        self._unfit: EmptyState | None = None
        self._no_others: EmptyState | None = None
        self._in_bin = False
        self._order = (0, Qt.SortOrder.AscendingOrder)
        self._build()
        self.columns = ListColumns(look, self, self.table, model)
        self._connect()
        self.show_order("", descending=False)
        look.changed.connect(self._on_look)

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(self._look.metrics.list_min)
        self._dress_table()

    def _dress_table(self) -> None:
        self.table.setModel(self._model)
        self.table.setAccessibleName(f"Lista över {self._model.register.plural.lower()}")
        self.table.installEventFilter(self)
        menus = Qt.ContextMenuPolicy.CustomContextMenu
        self.table.setContextMenuPolicy(menus)
        self.table.horizontalHeader().setContextMenuPolicy(menus)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)

    def _connect(self) -> None:
        heading = self.heading
        heading.words_changed.connect(self.words_changed)
        heading.new_wanted.connect(self.new_wanted)
        heading.named.connect(self.named)
        heading.view_named.connect(self.view_named)
        heading.bin_left.connect(self.bin_left)
        heading.left.connect(self.focus_table)
        self._first.primary_chosen.connect(self.new_wanted)
        self.table.opened.connect(self.opened)
        self.table.customContextMenuRequested.connect(self._ask_row_menu)
        header = self.table.horizontalHeader()
        header.customContextMenuRequested.connect(self._ask_header_menu)
        header.sortIndicatorChanged.connect(self._on_order)
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(lambda _new, _old: self.current_changed.emit())
        selection.selectionChanged.connect(self._on_selection)

    def focus_table(self) -> None:
        """Put the keyboard in the list; where it is empty, on what can be done about that."""
        shown = self._stack.currentWidget()
        (self.search if shown is self._empty else shown or self.table).setFocus()

    def set_bin(self, *, shown: bool) -> None:
        """Be the bin or the list."""
        self._in_bin = shown
        self.heading.set_bin(shown=shown)

    def set_read_only(self) -> None:
        """Offer no new records."""
        self.can_add = False
        self.heading.set_read_only()

    def set_step(self, step: WidthStep) -> None:
        """Show the first columns only, where there is little room."""
        self.columns.set_step(step)

    def show_order(self, field: str, *, descending: bool) -> None:
        """Let the arrow of the header stand where the order is; nowhere when that column is not shown."""
        names, title = self._model.columns, self._model.register.title_fields[0]
        wanted = field or (title if names[0] == title else "")
        place = names.index(wanted) if wanted in names else -1
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.table.horizontalHeader()
        self._order = (place, order)
        with QSignalBlocker(header):
            header.setSortIndicator(place, order)
        header.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that there is room for."""
        super().resizeEvent(event)
        self.columns.fit()

    def show_state(
        self,
        *,
        empty: bool,
        filtered: bool,
        conditions: bool = False,
        of_others: bool = False,
        has_others: bool = False,
    ) -> None:
        """Show the table, or say why it is empty; a register without records of one's own says how to begin.

        The list may be `of_others` alone, or the file have such, so that there is a way to them.
        """
        plural = self._model.register.plural.lower()
        why: QWidget = self._first
        if filtered:
            self._empty.set_words(f"Inga {plural} passar sökningen", "Pröva ett annat ord, eller töm sökrutan.")
            why = self._empty
        elif self._in_bin:
            self._empty.set_words("Papperskorgen är tom", "Det du tar bort hamnar här och kan återställas.")
            why = self._empty
        elif empty and conditions:
            why = self._unfit_state()
        elif of_others:
            why = self._no_others_state()
        self._stack.setCurrentWidget(why if empty else self.table)
        is_first = self._stack.currentWidget() is self._first
        self.heading.show_beginning(is_first=is_first, of_others=of_others, has_others=has_others)

    def _unfit_state(self) -> EmptyState:
        """What stands where no record passes the conditions."""
        if self._unfit is None:
            register = self._model.register
            title, words = f"Inga {register.plural.lower()} passar villkoren", "Ta bort eller ändra något av dem."
            self._unfit = EmptyState(self._look, register.icon, title, words, plain="Ta bort villkoren")
            self._unfit.plain_chosen.connect(self.conditions_unwanted)
            self._stack.addWidget(self._unfit)
        return self._unfit

    def _no_others_state(self) -> EmptyState:
        """What stands where a neighbour has shared nothing of the kind."""
        if self._no_others is None:
            register = self._model.register
            title = f"Inga {register.plural.lower()} härifrån"
            words = "Kommunen har inte delat några, eller delar dem inte med er."
            self._no_others = EmptyState(self._look, register.icon, title, words, plain="Visa egna")
            self._no_others.plain_chosen.connect(self.own_wanted)
            self._stack.addWidget(self._no_others)
        return self._no_others

    def _first_state(self) -> EmptyState:
        register = self._model.register
        title = f"Inga {register.plural.lower()} än"
        if self.can_add:
            first = "Det viktigaste" if register.begun_with else "Namnet"
            words = f"{first} räcker för att börja; resten fyller du i när du vet det."
            return EmptyState(self._look, register.icon, title, words, primary=new_words(register))
        words = register.made_by_program or "De läggs till där de hör hemma, till exempel på ett system."
        return EmptyState(self._look, register.icon, title, words)

    def select_row(self, row: int) -> None:
        """Stand on a row, if there is one; whatever keys are held down meanwhile."""
        if 0 <= row < self._model.rowCount():
            index = self._model.index(row, 0)
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, alone)
            self.table.scrollTo(index)

    def widen_selection(self) -> None:
        """Let what is chosen be whole rows again, after the columns have become others."""
        selection = self.table.selectionModel()
        rows = QItemSelection()
        for part in self._chosen():
            rows.select(self._model.index(part[0], 0), self._model.index(part[-1], 0))
        flags = QItemSelectionModel.SelectionFlag
        selection.select(rows, flags.Select | flags.Rows)

    def select_none(self) -> None:
        """Stand on no row."""
        self.table.selectionModel().clear()

    def current_id(self) -> UUID | None:
        """The record that the list stands on."""
        index = self.table.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[UUID]:
        """The chosen records, in list order."""
        return self._model.ids_at(sorted(set(chain.from_iterable(self._chosen()))))

    def is_others(self) -> bool:
        """Whether one neighbour's record is chosen, and no other."""
        standing = self.table.currentIndex().data(Role.STANDING)
        return self.selected_count() == 1 and standing is Standing.FOREIGN

    def first_chosen(self) -> int:
        """The first row that is chosen; the first of all when none is."""
        return min((part[0] for part in self._chosen()), default=0)

    def selected_count(self) -> int:
        """How many records are chosen."""
        ranges = self._chosen()
        return len(ranges[0]) if len(ranges) == 1 else len(set(chain.from_iterable(ranges)))

    def _chosen(self) -> list[range]:
        """The chosen rows as ranges, so that choosing all of very many is quick."""
        return [range(part.top(), part.bottom() + 1) for part in self.table.selectionModel().selection().toList()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete puts the chosen records in the bin."""
        if event.matches(QKeySequence.StandardKey.Delete) and self.table.hasFocus() and not self._in_bin:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Copy whole rows where the table itself would copy the current cell."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_look(self) -> None:
        self.columns.fit(resized=True)

    def _on_order(self, place: int, _order: Qt.SortOrder) -> None:
        """Put the arrow back where a column has no order of its own."""
        if 0 <= place < len(self._model.columns) and not self._model.can_sort(place):
            header = self.table.horizontalHeader()
            with QSignalBlocker(header):
                header.setSortIndicator(*self._order)

    def _on_selection(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self.selection_changed.emit()

    def _ask_row_menu(self, place: QPoint) -> None:
        if self._chosen():
            self.row_menu_wanted.emit(self.table.viewport().mapToGlobal(place))

    def _ask_header_menu(self, place: QPoint) -> None:
        header = self.table.horizontalHeader()
        self.header_menu_wanted.emit(header.logicalIndexAt(place), header.viewport().mapToGlobal(place))
