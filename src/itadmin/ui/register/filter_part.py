"""The filter of a list: its chips and, while one is made or changed, the editor under them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.filters import Condition
from itadmin.domain.words import Words
from itadmin.services.condition_words import ConditionWords, condition_words
from itadmin.ui.look.look import Look
from itadmin.ui.register.filter_editor import FilterEditor
from itadmin.ui.register.filter_row import FilterRow
from itadmin.ui.register.list_state import ListState
from itadmin.ui.register.picker import Choices
from itadmin.ui.widgets.buttons import Button, ButtonKind

LabelOf = Callable[[str, UUID], str]
"""What a record of a register is called; "" when it is not there."""


class FilterPart(QWidget):
    """Shows and changes the conditions of a list's state. `left` when the keyboard has nothing to stand on here.

    `button` opens the editor; it is placed by whoever places this. `save_wanted` when the star is pressed, which is
    there when views are `writable`.
    """

    left = Signal()
    save_wanted = Signal()

    def __init__(
        self,
        look: Look,
        state: ListState,
        choices_of: Callable[[str], Choices],
        label_of: LabelOf,
        words_of: Callable[[], Words],
        *,
        writable: bool,
    ) -> None:
        super().__init__()
        self._writable = writable
        self._state = state
        self._label_of = label_of
        self._words_of = words_of
        self._place = -1
        self.button = Button(look, "Villkor", ButtonKind.QUIET, "add")
        self.button.setAccessibleName("Lägg till villkor")
        self.row = FilterRow(look)
        self.editor = FilterEditor(look, state.register, choices_of, words_of)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.gap)
        column.addWidget(self.row)
        column.addWidget(self.editor)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.button.clicked.connect(self.begin)
        self.row.opened.connect(self._open)
        self.row.removed.connect(self._state.remove)
        self.row.cleared.connect(self._clear)
        self.row.save_wanted.connect(self.save_wanted)
        self.row.left.connect(self.left)
        self.editor.made.connect(self._take)
        self.editor.found.connect(self._find_wrong)
        self.editor.closed.connect(self._close)
        self._state.changed.connect(self.refresh)
        self._state.view_changed.connect(self.refresh)

    def begin(self) -> None:
        """Ask for a new condition."""
        self._place = -1
        self.show()
        self.editor.begin()

    def refresh(self) -> None:
        """Show the conditions of now."""
        state = self._state
        words = [] if state.deleted else self.words()
        star = self._star() if words else ""
        self.row.show_chips(words, star=star)
        self.setVisible(bool(words) or not self.editor.isHidden())

    def words(self) -> list[ConditionWords]:
        """The conditions as they read, in the order of the chips."""
        view, register = self._state.view, self._state.register
        labels = {finding.key: finding.label for finding in register.findings}
        known = self._words_of()
        conditions = [
            condition_words(register.fields[item.field], item, self._names(item), known) for item in view.conditions
        ]
        return conditions + [ConditionWords("", labels[key]) for key in view.findings if key in labels]

    def _star(self) -> str:
        if not self._state.is_changed or not self._writable:
            return ""
        return "Spara som vy" if self._state.named.record_id is None else "Spara vyn"

    def _names(self, condition: Condition) -> dict[str, str]:
        field = self._state.register.fields[condition.field]
        if not isinstance(field, (Reference, References, Held)):
            return {}
        return dict(_named(field.to, condition.values, self._label_of))

    def _open(self, place: int) -> None:
        conditions = self._state.view.conditions
        if place < len(conditions):
            self._place = place
            self.editor.change(conditions[place], self._names(conditions[place]))
        else:
            self.begin()

    def _take(self, condition: object) -> None:
        if isinstance(condition, Condition):
            self.editor.hide()
            self._state.put(condition, self._place)
            self._stand()

    def _find_wrong(self, key: str) -> None:
        self.editor.hide()
        self._state.find_wrong(key)
        self._stand()

    def _stand(self) -> None:
        """Put the keyboard on what was made."""
        self.refresh()
        self.row.focus_chip(self._place if self._place >= 0 else len(self.row.chips) - 1)

    def _close(self) -> None:
        self.editor.hide()
        self.refresh()
        if self._place >= 0:
            self.row.focus_chip(self._place)
        else:
            self.button.setFocus()

    def _clear(self) -> None:
        self._state.clear()
        self.left.emit()


def _named(register: str, values: Iterable[object], label_of: LabelOf) -> Iterable[tuple[str, str]]:
    for value in values:
        if value is not None:
            yield str(value), label_of(register, UUID(str(value)))
