"""Which columns a list shows, and in what order: every field of the register to tick, drag or move with the keyboard.

The field that names the record always stands first. Knows no list; gives the columns when it is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from itadmin.domain.fields import LongText, Rows
from itadmin.domain.register import Register
from itadmin.domain.text import fold
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (460, 560)
_NAME = int(Qt.ItemDataRole.UserRole)
_NEVER = (Rows, LongText)


class ColumnsDialog(SheetDialog):
    """`columns()` is what is chosen, when the dialog is accepted."""

    def __init__(self, look: Look, register: Register, columns: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(look, "Kolumner", _SIZE, parent)
        self._register = register
        self.search = QLineEdit()
        self.search.setPlaceholderText("Sök fält")
        self.search.setAccessibleName("Sök bland fälten")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Kolumner, i ordning")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.installEventFilter(self)
        self.search.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self._was_ticked = Qt.CheckState.Unchecked
        set_property(self.list, "checks", "true")
        self._build()
        self._fill(columns)
        self.search.textChanged.connect(self._filter)
        self.list.itemClicked.connect(self._tick)
        self.list.setFocus()
        self.list.setCurrentRow(0)

    def columns(self) -> tuple[str, ...]:
        """The columns that are ticked, in order, after the one that names the record."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = (str(item.data(_NAME)) for item in items if item.checkState() is Qt.CheckState.Checked)
        return (self._register.columns[0], *ticked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt and an arrow move the column; an arrow down goes from the search; a press tells what was ticked."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            item = self.list.itemAt(event.position().toPoint())
            self._was_ticked = item.checkState() if item is not None else self._was_ticked
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.search:
                return event.key() == Qt.Key.Key_Down and self._go_to_list()
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
                self.move_by(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def move_by(self, step: int) -> None:
        """Move the column that the keyboard stands on, past those that the search hides."""
        row = self.list.currentRow()
        target = row + step
        while 0 <= target < self.list.count() and self.list.item(target).isHidden():
            target += step
        if row >= 0 and 0 <= target < self.list.count():
            self.list.insertItem(target, self.list.takeItem(row))
            self.list.setCurrentRow(target)

    def _build(self) -> None:
        look = self.look
        first = self._register.fields[self._register.columns[0]].label
        words = f"{first} står alltid först. Dra för att flytta, eller tryck Alt och pil."
        self.body.addWidget(Label(look, words, ink=Ink.TEXT2, wrap=True))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        moving = QHBoxLayout()
        moving.setSpacing(look.metrics.gap)
        for text, icon, step in (("Flytta upp", "arrow_up", -1), ("Flytta ned", "arrow_down", 1)):
            button = Button(look, text, ButtonKind.QUIET, icon, small=True)
            button.clicked.connect(lambda _checked=False, step=step: self.move_by(step))
            moving.addWidget(button)
        moving.addStretch(1)
        self.body.addLayout(moving)
        restore = self.add_button("Återställ kolumnerna", ButtonKind.QUIET, first=True)
        restore.clicked.connect(lambda: self._fill(self._register.columns))
        self.add_close("Avbryt")
        self.done_button = self.add_button("Klart", ButtonKind.PRIMARY)
        self.done_button.clicked.connect(self.accept)

    def _fill(self, columns: Sequence[str]) -> None:
        """Show the columns that are chosen first, then the others in the order of the record's page."""
        self.list.clear()
        chosen = [name for name in columns if name != self._register.columns[0]]
        others = [name for name in choosable(self._register) if name not in chosen]
        for name in (*chosen, *others):
            item = QListWidgetItem(self._register.fields[name].label)
            item.setData(_NAME, name)
            item.setSizeHint(QSize(0, self.look.metrics.row_compact))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._filter(self.search.text())

    def _filter(self, words: str) -> None:
        wanted = fold(words)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in fold(item.text()))
        self._stand_on_shown()

    def _stand_on_shown(self) -> None:
        """Let the keyboard stand on a row that is seen, if there is one."""
        current = self.list.currentItem()
        if current is None or current.isHidden():
            rows = range(self.list.count())
            self.list.setCurrentRow(next((row for row in rows if not self.list.item(row).isHidden()), -1))

    def _go_to_list(self) -> bool:
        self.list.setFocus()
        return True

    def _tick(self, item: QListWidgetItem) -> None:
        """Let a click anywhere in the row tick it; one in the box has done so already."""
        if item.checkState() is self._was_ticked:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)


def choosable(register: Register) -> list[str]:
    """The fields that can be columns, in the order of the record's page; never tables and texts of several lines."""
    sectioned = [name for section in register.sections for name in section.fields]
    names = dict.fromkeys((*sectioned, *register.fields))
    return [name for name in names if name != register.columns[0] and not isinstance(register.fields[name], _NEVER)]
