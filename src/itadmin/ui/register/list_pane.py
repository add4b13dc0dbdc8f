"""The list of a register: heading, count, new, search in the list, and the table. Knows no service."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.fields import Choice, Money, Whole
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.chips import CHIPS
from itadmin.ui.register.naming import needs_only_a_name
from itadmin.ui.register.table_model import RegisterModel, is_day
from itadmin.ui.widgets.buttons import Button, ButtonKind, LinkButton
from itadmin.ui.widgets.cell_delegate import CellDelegate
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.sign_delegates import ChipDelegate
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.widgets.value_delegates import DateDelegate, MoneyDelegate

_NAME_WIDTH, _TEXT_WIDTH, _CHIP_WIDTH, _DAY_WIDTH, _NUMBER_WIDTH = 200, 150, 138, 112, 96
_MOST_COLUMNS_BESIDE = 3
_TYPING_PAUSE = 120


class ListPane(QWidget):
    """The list. Says what the user wants; the page does it."""

    words_changed = Signal(str)
    new_wanted = Signal()
    named = Signal(str)
    current_changed = Signal()
    selection_changed = Signal()
    opened = Signal(QModelIndex)
    delete_wanted = Signal()
    restore_wanted = Signal()
    bin_left = Signal()

    def __init__(self, look: Look, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.model = self._model = model
        model.setParent(self)
        register = model.register
        set_property(self, "ground", "surface")
        self._title = Label(look, register.plural, TextStyle.LIST_TITLE)
        self._count = Label(look, ink=Ink.TEXT3)
        self.can_add = needs_only_a_name(register)
        self.new_button = Button(look, register.new_label, ButtonKind.PRIMARY, "add")
        self._leave_bin = LinkButton(look, "Lämna papperskorgen")
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"Sök bland {register.plural.lower()}")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.name = QLineEdit()
        self.name.setPlaceholderText(f"{register.new_label}: skriv namnet och tryck Enter")
        self.name.setAccessibleName(f"Namn på {register.new_label.lower()}")
        self.table = RowTable(look)
        self._empty = EmptyState(look, register.icon, "", "")
        self._first = self._first_state()
        self._step = WidthStep.WIDE
        self._widths: list[int] = []
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._build()
        self._connect()
        self.set_bin(shown=False)
        self.name.hide()
        self._fit_columns(resized=True)
        look.changed.connect(self._on_look)

    def _build(self) -> None:
        metrics = self._look.metrics
        heading = QHBoxLayout()
        heading.setSpacing(metrics.block)
        heading.addWidget(self._title)
        heading.addWidget(self._count, 1)
        heading.addWidget(self._leave_bin)
        heading.addWidget(self.new_button)
        top = QVBoxLayout()
        top.setContentsMargins(metrics.margin, metrics.section_gap, metrics.section_gap, metrics.gap)
        top.setSpacing(metrics.block)
        top.addLayout(heading)
        top.addWidget(self.search)
        top.addWidget(self.name)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(metrics.list_min)
        self._dress_table()

    def _dress_table(self) -> None:
        self.table.setModel(self._model)
        self.table.setAccessibleName(f"Lista över {self._model.register.plural.lower()}")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.table.horizontalHeader()
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        by_name = self._model.columns[0] == self._model.register.title_fields[0]
        header.setSortIndicator(0 if by_name else -1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        for column, name in enumerate(self._model.columns):
            delegate, width = self._delegate(column, name)
            delegate.setParent(self.table)
            self.table.setItemDelegateForColumn(column, delegate)
            self._widths.append(width)

    def _delegate(self, column: int, name: str) -> tuple[CellDelegate, int]:
        field = self._model.register.fields[name]
        if column == 0:
            return NameDelegate(self._look, self.table), _NAME_WIDTH
        if isinstance(field, Choice) and field.values in CHIPS:
            return ChipDelegate(self._look, self.table), _CHIP_WIDTH
        if is_day(field):
            return DateDelegate(self._look, self.table), _DAY_WIDTH
        if isinstance(field, (Money, Whole)):
            return MoneyDelegate(self._look, self.table), _NUMBER_WIDTH
        return TextDelegate(self._look, self.table), _TEXT_WIDTH

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.search.text()))
        self.new_button.clicked.connect(self.new_wanted)
        self._first.primary_chosen.connect(self.new_wanted)
        self._leave_bin.clicked.connect(self.bin_left)
        self.name.returnPressed.connect(self._take_name)
        self.table.opened.connect(self.opened)
        self.table.customContextMenuRequested.connect(self._menu)
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(lambda _new, _old: self.current_changed.emit())
        selection.selectionChanged.connect(self._on_selection)

    def ask_name(self) -> None:
        """Open the line where a new record is named."""
        self.name.clear()
        self.name.show()
        self.name.setFocus()

    def clear_words(self) -> None:
        """Show the whole list at once."""
        if self.search.text():
            self.search.clear()
            self._pause.stop()
            self.words_changed.emit("")

    def focus_search(self) -> None:
        """Put the keyboard in the list's search."""
        self.search.setFocus()
        self.search.selectAll()

    def focus_table(self) -> None:
        """Put the keyboard in the list; where it is empty, on what can be done about that."""
        places = {self._stack.indexOf(self._empty): self.search, self._stack.indexOf(self._first): self._first}
        places.get(self._stack.currentIndex(), self.table).setFocus()

    def set_counts(self, shown: int, everything: int) -> None:
        """Say how many records are shown."""
        self._count.setText(f"{shown}" if shown == everything else f"{shown} av {everything}")

    def set_bin(self, *, shown: bool) -> None:
        """Be the bin or the list."""
        self._in_bin = shown
        self._title.setText("Papperskorgen" if shown else self._model.register.plural)
        self.new_button.setVisible(not shown and self.can_add)
        self._leave_bin.setVisible(shown)

    def set_step(self, step: WidthStep) -> None:
        """Show the first columns only, where there is little room."""
        self._step = step
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    def _on_look(self) -> None:
        self._fit_columns(resized=True)

    def _fit_columns(self, *, resized: bool = False) -> None:
        """Show so many columns as fit beside each other, the first always; the last one takes what is over."""
        room = self.width() - self.table.verticalScrollBar().sizeHint().width()
        few = _MOST_COLUMNS_BESIDE if self._step is WidthStep.MIDDLE else self._model.columnCount()
        used = 0
        for column in range(self._model.columnCount()):
            width = self._look.metrics.px(self._widths[column])
            if resized:
                self.table.setColumnWidth(column, width)
            used += width
            self.table.setColumnHidden(column, column > 0 and (used > room or column >= few))

    def show_state(self, *, empty: bool, filtered: bool) -> None:
        """Show the table, or say why it is empty; a register without records says how to begin."""
        plural = self._model.register.plural.lower()
        if filtered:
            self._empty.set_words(f"Inga {plural} passar sökningen", "Pröva ett annat ord, eller töm sökrutan.")
        elif self._in_bin:
            self._empty.set_words("Papperskorgen är tom", "Det du tar bort hamnar här och kan återställas.")
        why = self._empty if filtered or self._in_bin else self._first
        self._stack.setCurrentWidget(why if empty else self.table)
        is_first = self._stack.currentWidget() is self._first
        self.new_button.setVisible(self.can_add and not self._in_bin and not is_first)
        self.search.setVisible(not is_first)

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

    def select_none(self) -> None:
        """Stand on no row."""
        self.table.selectionModel().clear()

    def current_id(self) -> UUID | None:
        """The record that the list stands on."""
        index = self.table.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[UUID]:
        """The chosen records, in list order."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self._model.id_at(row) for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the name line on Escape; Delete puts the chosen records in the bin."""
        if event.key() == Qt.Key.Key_Escape and self.name.isVisible():
            self.name.hide()
            self.focus_table()
            return
        if event.matches(QKeySequence.StandardKey.Delete) and self.table.hasFocus() and not self._in_bin:
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)

    def _take_name(self) -> None:
        name = self.name.text().strip()
        self.name.hide()
        if name:
            self.named.emit(name)

    def _on_selection(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self.selection_changed.emit()

    def _menu(self, place: QPoint) -> None:
        if not self.selected_ids():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._in_bin:
            menu.addAction("Återställ", self.restore_wanted.emit)
        else:
            menu.addAction("Lägg i papperskorgen", self.delete_wanted.emit)
        menu.popup(self.table.viewport().mapToGlobal(place))
