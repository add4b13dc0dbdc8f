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
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.list_columns import ListColumns
from itadmin.ui.register.naming import needs_only_a_name
from itadmin.ui.register.table_model import RegisterModel
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton, LinkButton
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.row_table import RowTable

_TYPING_PAUSE = 120


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
    row_menu_wanted = Signal(QPoint)
    header_menu_wanted = Signal(int, QPoint)

    def __init__(self, look: Look, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.model = self._model = model
        model.setParent(self)
        register = model.register
        set_property(self, "ground", "surface")
        self._title = ElidedLabel(look, register.plural, TextStyle.LIST_TITLE)
        self._count = Label(look, ink=Ink.TEXT3)
        self.can_add = needs_only_a_name(register)
        self.new_button = Button(look, register.new_label, ButtonKind.PRIMARY, "add")
        self.more = IconButton(look, "more_horizontal", f"Mer om listan över {register.plural.lower()}")
        self._leave_bin = LinkButton(look, "Lämna papperskorgen")
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"Sök bland {register.plural.lower()}")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.name = _line(
            f"{register.new_label}: skriv namnet och tryck Enter", f"Namn på {register.new_label.lower()}"
        )
        self.view_name = _line("Namn på vyn: skriv och tryck Enter", "Namn på vyn")
        self.table = RowTable(look)
        self._empty = EmptyState(look, register.icon, "", "")
        self._first = self._first_state()
        self._unfit: EmptyState | None = None
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._in_bin = False
        self._list_title = register.plural
        self._order = (0, Qt.SortOrder.AscendingOrder)
        self._bar: QWidget | None = None
        self._build()
        self.columns = ListColumns(look, self, self.table, model)
        self._connect()
        self.set_bin(shown=False)
        self.show_order("", descending=False)
        look.changed.connect(self._on_look)

    def _build(self) -> None:
        metrics = self._look.metrics
        heading = QHBoxLayout()
        heading.setSpacing(metrics.block)
        heading.addWidget(self._title)
        heading.addWidget(self._count, 1)
        heading.addWidget(self._leave_bin)
        heading.addWidget(self.new_button)
        heading.addWidget(self.more)
        self._search_row = QWidget()
        search = QHBoxLayout(self._search_row)
        search.setContentsMargins(0, 0, 0, 0)
        search.setSpacing(metrics.tight)
        search.addWidget(self.search, 1)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(metrics.margin, metrics.section_gap, metrics.section_gap, metrics.gap)
        self._top.setSpacing(metrics.block)
        self._top.addLayout(heading)
        self._top.addWidget(self._search_row)
        self._top.addWidget(self.name)
        self._top.addWidget(self.view_name)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(metrics.list_min)
        self.more.hide()
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
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.search.text()))
        self.new_button.clicked.connect(self.new_wanted)
        self._first.primary_chosen.connect(self.new_wanted)
        self._leave_bin.clicked.connect(self.bin_left)
        self.name.returnPressed.connect(lambda: self._take_name(self.name, self.named))
        self.view_name.returnPressed.connect(lambda: self._take_name(self.view_name, self.view_named))
        self.table.opened.connect(self.opened)
        self.table.customContextMenuRequested.connect(self._ask_row_menu)
        header = self.table.horizontalHeader()
        header.customContextMenuRequested.connect(self._ask_header_menu)
        header.sortIndicatorChanged.connect(self._on_order)
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(lambda _new, _old: self.current_changed.emit())
        selection.selectionChanged.connect(self._on_selection)

    def add_beside_search(self, widget: QWidget) -> None:
        """Give a button its place at the right of the search."""
        layout = self._search_row.layout()
        if layout is not None:
            layout.addWidget(widget)

    def add_under_search(self, widget: QWidget) -> None:
        """Give the conditions their place."""
        self._top.insertWidget(2, widget)

    def set_bar(self, bar: QWidget) -> None:
        """Take a bar that stands in the place of the search when it is shown with `show_bar`."""
        self._bar = bar
        self._top.insertWidget(1, bar)

    def show_bar(self, *, shown: bool) -> None:
        """Let the bar or the search stand in their common place."""
        if self._bar is None or shown == self._bar.isVisibleTo(self):
            return
        leaving = self._search_row if shown else self._bar
        focused = self.focusWidget()
        if focused is not None and leaving.isAncestorOf(focused):
            self.table.setFocus()
        if shown:
            self._bar.setFixedHeight(self._search_row.height())  # the rows stay where they are
        leaving.hide()
        (self._bar if shown else self._search_row).show()

    def ask_name(self) -> None:
        """Open the line where a new record is named."""
        self._ask(self.name, "")

    def ask_view_name(self, proposal: str) -> None:
        """Open the line where a view is named."""
        self._ask(self.view_name, proposal)

    def clear_words(self) -> None:
        """Show the whole list at once."""
        if self.search.text():
            self.search.clear()
            self._pause.stop()
            self.words_changed.emit("")

    def focus_search(self) -> None:
        """Put the keyboard in the list's search."""
        self.show_bar(shown=False)
        self.search.setFocus()
        self.search.selectAll()

    def focus_table(self) -> None:
        """Put the keyboard in the list; where it is empty, on what can be done about that."""
        shown = self._stack.currentWidget()
        places: dict[QWidget | None, QWidget] = {self._empty: self.search, self._first: self._first}
        if self._unfit is not None:
            places[self._unfit] = self._unfit
        places.get(shown, self.table).setFocus()

    def set_title(self, title: str) -> None:
        """Say which view is shown."""
        self._list_title = title
        if not self._in_bin:
            self._title.setText(title)

    def set_counts(self, shown: int, everything: int) -> None:
        """Say how many records are shown."""
        self._count.setText(f"{shown}" if shown == everything else f"{shown} av {everything}")

    def set_read_only(self) -> None:
        """Offer no new records."""
        self.can_add = False
        self.new_button.hide()

    def set_bin(self, *, shown: bool) -> None:
        """Be the bin or the list."""
        self._in_bin = shown
        self._title.setText("Papperskorgen" if shown else self._list_title)
        self.new_button.setVisible(not shown and self.can_add)
        self._leave_bin.setVisible(shown)

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

    def show_state(self, *, empty: bool, filtered: bool, conditions: bool = False) -> None:
        """Show the table, or say why it is empty; a register without records says how to begin."""
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
        self._stack.setCurrentWidget(why if empty else self.table)
        is_first = self._stack.currentWidget() is self._first
        self.new_button.setVisible(self.can_add and not self._in_bin and not is_first)
        self.search.setVisible(not is_first)

    def _unfit_state(self) -> EmptyState:
        """What stands where no record passes the conditions."""
        if self._unfit is None:
            register = self._model.register
            title, words = f"Inga {register.plural.lower()} passar villkoren", "Ta bort eller ändra något av dem."
            self._unfit = EmptyState(self._look, register.icon, title, words, plain="Ta bort villkoren")
            self._unfit.plain_chosen.connect(self.conditions_unwanted)
            self._stack.addWidget(self._unfit)
        return self._unfit

    def _first_state(self) -> EmptyState:
        register = self._model.register
        title = f"Inga {register.plural.lower()} än"
        if self.can_add:
            words = "Namnet räcker för att börja; resten fyller du i när du vet det."
            return EmptyState(self._look, register.icon, title, words, primary=register.new_label)
        words = "De läggs till där de hör hemma, till exempel på ett system."
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

    def selected_count(self) -> int:
        """How many records are chosen."""
        ranges = self._chosen()
        return len(ranges[0]) if len(ranges) == 1 else len(set(chain.from_iterable(ranges)))

    def _chosen(self) -> list[range]:
        """The chosen rows as ranges, so that choosing all of very many is quick."""
        return [range(part.top(), part.bottom() + 1) for part in self.table.selectionModel().selection().toList()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close a name line on Escape; Delete puts the chosen records in the bin, Ctrl+C copies them."""
        asked = next((line for line in (self.name, self.view_name) if line.isVisible()), None)
        if event.key() == Qt.Key.Key_Escape and asked is not None:
            asked.hide()
            self.focus_table()
        elif event.matches(QKeySequence.StandardKey.Delete) and self.table.hasFocus() and not self._in_bin:
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

    def _ask(self, line: QLineEdit, proposal: str) -> None:
        line.setText(proposal)
        line.show()
        line.setFocus()
        line.selectAll()

    def _take_name(self, line: QLineEdit, taken: SignalInstance) -> None:
        name = line.text().strip()
        line.hide()
        if name:
            taken.emit(name)

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


def _line(placeholder: str, name: str) -> QLineEdit:
    """A line to write a name on, hidden until it is wanted."""
    line = QLineEdit()
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(name)
    line.hide()
    return line
