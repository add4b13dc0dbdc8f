"""Editors that choose other records: one, or any number of them. What they choose with is the picker."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.registers import REGISTERS
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.register.editors import Editor
from itadmin.ui.register.picker import Choices, Details, Functions, Meant, Picker, no_details, no_functions
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.flow_layout import FlowLayout

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReferenceEditor(Editor):
    """Chooses one record, or for a role a person or a function."""

    def __init__(
        self,
        look: Look,
        field: Reference | Held,
        choices: Choices,
        *,
        details: Details = no_details,
        known: Functions = no_functions,
    ) -> None:
        """`known` are the functions that a role can be given to."""
        super().__init__()
        functions, label = isinstance(field, Held), field.label
        self._picker = Picker(
            look, REGISTERS[field.to], choices, functions=functions, label=label, details=details, known=known
        )
        self._value: Any = None
        self._name = ""
        self._picker.picked.connect(self._on_picked)
        self._hold(self._picker, field.label)

    def choose_among(self, choices: Choices) -> None:
        """Offer these only, and nothing new."""
        self._picker.choose_among(choices)

    def show_named(self, value: Any, name: str) -> None:
        """Show the record chosen now."""
        self._value, self._name = value, name
        self._picker.close_list()
        self._picker.setText(name)
        self._picker.selectAll()

    def started(self) -> None:
        """Show what there is to choose from."""
        self._picker.open_list()

    def plain(self) -> Any:
        """Give an id as text, a NewRecord, a HeldByFunction or None."""
        if self._name and self._picker.text().strip() == self._name:
            return self._value
        return _plain(self._picker.resolve())

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

    def _on_picked(self, meant: Meant, name: str) -> None:
        self.show_named(_plain(meant), name)
        self.chosen.emit()

    def _key(self, event: QKeyEvent) -> bool:
        return self._picker.take_key(event) or super()._key(event)


class ReferencesEditor(Editor):
    """Chooses any number of records: those chosen with a cross to remove each, and a line to add one more.

    Enter adds what is typed, and finishes when nothing is; Backspace in the empty line takes the last one away.
    `only_known` lets nothing new be made.
    """

    def __init__(
        self,
        look: Look,
        field: References,
        choices: Choices,
        *,
        only_known: bool = False,
        details: Details = no_details,
    ) -> None:
        super().__init__()
        self._look = look
        self._values: list[tuple[Any, str]] = []
        label = f"{field.label}: lägg till"
        self._picker = Picker(
            look, REGISTERS[field.to], choices, functions=False, label=label, only_known=only_known, details=details
        )
        self._picker.picked.connect(self._add)
        self._chosen = QWidget()
        self._flow = FlowLayout(look.metrics.gap, self._chosen)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chosen)
        column.addWidget(self._picker)
        self._hold(body, field.label)
        self._picker.installEventFilter(self)
        self.setFocusProxy(self._picker)

    def show_named_all(self, values: list[tuple[Any, str]]) -> None:
        """Show the records chosen now, as (id, name)."""
        self._values = list(values)
        self._fill()

    def started(self) -> None:
        """Show what there is to choose from."""
        self._picker.open_list()

    def plain(self) -> Any:
        """Give ids as text and NewRecords, in order."""
        typed = self._picker.resolve()
        last = [] if typed is None else [_plain(typed)]
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

    def set_faulty(self, *, faulty: bool) -> None:
        """Mark the line."""
        set_property(self._picker, "state", "error" if faulty else "")

    def _add(self, meant: Meant, name: str) -> None:
        value = _plain(meant)
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
                widget.hide()
                widget.deleteLater()
        for value, name in self._values:
            link = LinkButton(self._look, f"{name}  ×")
            link.setAccessibleName(f"Ta bort {name}")
            link.clicked.connect(lambda _checked=False, value=value: self._remove(value))
            self._flow.addWidget(link)
        self._chosen.setVisible(bool(self._values))

    def _key(self, event: QKeyEvent) -> bool:
        if self._picker.take_key(event):
            return True
        is_empty = not self._picker.text().strip()
        if event.key() in _ENTER and not is_empty:
            self._add_typed()
            return True
        if event.key() == Qt.Key.Key_Backspace and is_empty and self._values:
            self._remove(self._values[-1][0])
            return True
        return super()._key(event)

    def _add_typed(self) -> None:
        try:
            meant = self._picker.resolve()
        except ValueError:
            self.finished.emit(0)
            return
        if meant is not None:
            self._add(meant, self._picker.text().strip())


def _plain(meant: Meant | None) -> Any:
    return str(meant) if isinstance(meant, UUID) else meant
