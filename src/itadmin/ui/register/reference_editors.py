"""Editors that choose other records: search as you type, and make the one that is missing on the spot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import clean_line, fold
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.register.editors import Editor
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.flow_layout import FlowLayout

_ID = int(Qt.ItemDataRole.UserRole)
_FOLDED = _ID + 1
_MOST_SHOWN = 12

Choices = Callable[[], list[tuple[UUID, str]]]


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that does not exist yet, to be made with just this name before it is referred to."""

    register: str
    name: str


@dataclass(frozen=True, slots=True)
class HeldByFunction:
    """A role that a function has, not a person."""

    function: str


class _Folded(QSortFilterProxyModel):
    """Matches anywhere in the name, without case and accents."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""

    def set_words(self, words: str) -> None:
        """Match other words."""
        self.beginResetModel()
        self._words = fold(words)
        self.endResetModel()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether a name matches; offers to make something new always do."""
        folded = self.sourceModel().index(row, 0, parent).data(_FOLDED)
        return folded is None or self._words in folded


class Picker(QLineEdit):
    """A line that completes to records. `picked` gives an id, a NewRecord or a HeldByFunction."""

    picked = Signal(object)

    def __init__(self, look: Look, register: Register, choices: Choices, *, functions: bool, label: str) -> None:
        super().__init__()
        self._register = register
        self._functions = functions
        self._choices = choices
        self._model = QStandardItemModel(self)
        self._shown = _Folded(self)
        self._shown.setSourceModel(self._model)
        completer = QCompleter(self._shown, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        popup = completer.popup()
        if popup is not None:
            popup.clicked.connect(self._on_activated)
            popup.activated.connect(self._on_activated)
        self.setCompleter(completer)
        self.setPlaceholderText("Sök eller skriv ett nytt namn")
        self.setAccessibleName(label)
        self.setMinimumWidth(look.metrics.px(220))
        self.textEdited.connect(self._offer)
        self._loaded = False

    def resolve(self) -> UUID | NewRecord | None:
        """What the text names now: the record of that name, else a new one; None when empty."""
        self._load()
        text = clean_line(self.text())
        if not text:
            return None
        wanted = fold(text)
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            if item.data(_FOLDED) == wanted:
                return UUID(item.data(_ID))
        return NewRecord(self._register.name, text)

    def is_choosing(self) -> bool:
        """Say whether a line of the list is being pointed at."""
        popup = self.completer().popup()
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def open_list(self) -> None:
        """Show what there is to choose from."""
        self._offer(self.text())
        self.completer().complete()

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        for record_id, name in self._choices():
            item = QStandardItem(name)
            item.setData(str(record_id), _ID)
            item.setData(fold(name), _FOLDED)
            self._model.appendRow(item)

    def _offer(self, text: str) -> None:
        self._load()
        while self._model.rowCount() and self._model.item(self._model.rowCount() - 1).data(_FOLDED) is None:
            self._model.removeRow(self._model.rowCount() - 1)
        name = clean_line(text)
        if name and isinstance(self.resolve(), NewRecord):
            self._append_new(
                f"Lägg till ”{name}” som ny {self._register.singular}", NewRecord(self._register.name, name)
            )
            if self._functions:
                self._append_new(f"Ange ”{name}” som funktion", HeldByFunction(name))
        self._shown.set_words(name)

    def _append_new(self, text: str, meant: object) -> None:
        item = QStandardItem(text)
        item.setData(meant, _ID)
        self._model.appendRow(item)

    def _on_activated(self, index: QModelIndex) -> None:
        meant = index.data(_ID)
        self.picked.emit(UUID(meant) if isinstance(meant, str) else meant)


class ReferenceEditor(Editor):
    """Chooses one record, or for a role a person or a function."""

    def __init__(self, look: Look, field: Reference | Held, choices: Choices) -> None:
        super().__init__()
        self._picker = Picker(look, REGISTERS[field.to], choices, functions=isinstance(field, Held), label=field.label)
        self._value: Any = None
        self._picker.picked.connect(self._on_picked)
        self._hold(self._picker, field.label)
        self._label = ""

    def show_named(self, value: Any, name: str) -> None:
        """Show the record chosen now."""
        self._value, self._label = value, name
        self._picker.setText(name)
        self._picker.selectAll()

    def plain(self) -> Any:
        """Give an id as text, a NewRecord, a HeldByFunction or None."""
        if isinstance(self._value, (NewRecord, HeldByFunction)):
            return self._value
        if self._picker.text().strip() == self._label and self._label:
            return self._value
        meant = self._picker.resolve()
        return str(meant) if isinstance(meant, UUID) else meant

    def show_plain(self, value: Any) -> None:
        """Stand on a record whose name is not known here."""
        self.show_named(value, "")

    def draft(self) -> Any:
        """Give what is typed."""
        return self._picker.text()

    def show_draft(self, draft: Any) -> None:
        """Show what was typed."""
        self._picker.setText(draft)

    def set_faulty(self, *, faulty: bool) -> None:
        """Mark the field."""
        set_property(self._picker, "state", "error" if faulty else "")

    def _on_picked(self, meant: object) -> None:
        self._value = str(meant) if isinstance(meant, UUID) else meant
        self._label = self._picker.text()
        self.finished.emit(0)

    def _keeps(self, event: QKeyEvent) -> bool:
        return self._picker.is_choosing() and event.key() != Qt.Key.Key_Tab


class ReferencesEditor(Editor):
    """Chooses any number of records: those chosen with a cross to remove each, and a line to add one more."""

    def __init__(self, look: Look, field: References, choices: Choices) -> None:
        super().__init__()
        self._look = look
        self._values: list[tuple[Any, str]] = []
        self._picker = Picker(look, REGISTERS[field.to], choices, functions=False, label=f"{field.label}: lägg till")
        self._picker.picked.connect(self._add)
        self._chosen = QWidget()
        self._flow = FlowLayout(look.metrics.gap, self._chosen)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chosen)
        row = QHBoxLayout()
        row.addWidget(self._picker, 1)
        column.addLayout(row)
        self._hold(body, field.label)
        self._picker.installEventFilter(self)
        self.setFocusProxy(self._picker)

    def show_named_all(self, values: list[tuple[Any, str]]) -> None:
        """Show the records chosen now, as (id, name)."""
        self._values = list(values)
        self._fill()

    def plain(self) -> Any:
        """Give ids as text and NewRecords, in order."""
        typed = self._picker.resolve()
        last = [] if typed is None else [str(typed) if isinstance(typed, UUID) else typed]
        values = [value for value, _name in self._values]
        return [*values, *(item for item in last if item not in values)]

    def show_plain(self, value: Any) -> None:
        """Stand on records whose names are not known here."""
        self.show_named_all([(item, "") for item in value or ()])

    def draft(self) -> Any:
        """Give what is chosen and typed."""
        return list(self._values), self._picker.text()

    def show_draft(self, draft: Any) -> None:
        """Show it again."""
        values, text = draft
        self.show_named_all(values)
        self._picker.setText(text)

    def _add(self, meant: object) -> None:
        value = str(meant) if isinstance(meant, UUID) else meant
        name = meant.name if isinstance(meant, NewRecord) else self._picker.text()
        if value not in [existing for existing, _name in self._values]:
            self._values.append((value, name))
        self._picker.clear()
        self._fill()

    def _remove(self, value: Any) -> None:
        self._values = [pair for pair in self._values if pair[0] != value]
        self._fill()
        self._picker.setFocus()

    def _fill(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for value, name in self._values:
            link = LinkButton(self._look, f"{name}  ×")
            link.setAccessibleName(f"Ta bort {name}")
            link.clicked.connect(lambda _checked=False, value=value: self._remove(value))
            self._flow.addWidget(link)
        self._chosen.setVisible(bool(self._values))

    def _keeps(self, event: QKeyEvent) -> bool:
        adds = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(self._picker.text().strip())
        if adds and not self._picker.is_choosing():
            meant = self._picker.resolve()
            if meant is not None:
                self._add(meant)
            return True
        return adds
