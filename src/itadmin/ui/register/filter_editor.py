"""Where a condition is made: which field, what must hold, of what value. Opens under the chips, Escape closes it.

Knows the register it is about and no storage: what there is to refer to is asked of `choices_of`, the words to choose
among of `words`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.fields import Field, Held, Reference, References, Rows
from itadmin.domain.filters import Condition, tests_of
from itadmin.domain.register import Register
from itadmin.domain.words import Words
from itadmin.services.condition_words import TEST_WORDS
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.field_line import FieldLine, Group
from itadmin.ui.register.filter_values import show_values, values_editor, values_in
from itadmin.ui.register.picker import Choices
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import Label

_FINDING = "fel:"
_WRONG = "Det som är fel"


class FilterEditor(QWidget):
    """Makes one condition. `made` gives a Condition, `found` the key of a finding, `closed` nothing."""

    made = Signal(object)
    found = Signal(str)
    closed = Signal()

    def __init__(
        self, look: Look, register: Register, choices_of: Callable[[str], Choices], words: Callable[[], Words]
    ) -> None:
        super().__init__()
        self._look = look
        self._register = register
        self._choices_of = choices_of
        self._words = words
        self._name = ""
        self._editor: Editor | None = None
        self.field = FieldLine(look, field_groups(register), "Fält att ha villkor på")
        self.test = ComboBox(look)
        self.test.setAccessibleName("Vad som ska gälla")
        self._fault = Label(look, style=TextStyle.SECOND, ink=Ink.RED, wrap=True)
        self.accept = Button(look, "Lägg till", ButtonKind.PLAIN, small=True)
        self.cancel = Button(look, "Avbryt", ButtonKind.QUIET, small=True)
        self._build()
        self.field.picked.connect(self._on_field)
        self.test.activated.connect(lambda _place: self._on_test())
        self.accept.clicked.connect(self._take)
        self.cancel.clicked.connect(self.closed)
        self.hide()

    def _build(self) -> None:
        metrics = self._look.metrics
        set_property(self, "ground", "sunken")
        self._values = QVBoxLayout()
        self._values.setContentsMargins(0, 0, 0, 0)
        asked = QHBoxLayout()
        asked.setSpacing(metrics.gap)
        asked.addWidget(self.field, 3)
        asked.addWidget(self.test, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.block, metrics.block, metrics.block, metrics.block)
        column.setSpacing(metrics.gap)
        column.addLayout(asked)
        column.addLayout(self._values)
        column.addWidget(self._fault)
        column.addLayout(buttons)

    def begin(self) -> None:
        """Ask for a new condition."""
        self._reset("", "Lägg till")
        self.show()
        self.field.setFocus()
        self.field.open_list()

    def change(self, condition: Condition, names: Mapping[str, str]) -> None:
        """Ask for another value of a condition; `names` are those of records by id as text."""
        self._reset(condition.field, "Ändra")
        self.field.show_key(condition.field)
        self._fill_tests()
        self.test.setCurrentIndex(self.test.findData(condition.test))
        self._put_editor()
        if self._editor is not None:
            show_values(self._editor, condition.values, names)
        self.show()
        self._focus_value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Enter takes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _reset(self, name: str, word: str) -> None:
        self._name = name
        self.field.clear()
        self.test.clear()
        self.test.setVisible(bool(name))
        self.accept.setText(word)
        self._say("")
        self._drop_editor()

    def _on_field(self, key: str) -> None:
        if key.startswith(_FINDING):
            self.found.emit(key.removeprefix(_FINDING))
            return
        self._name = key
        self._say("")
        self._fill_tests()
        self.test.show()
        self._put_editor()
        self._focus_value()

    def _on_test(self) -> None:
        self._say("")
        self._put_editor()
        self._focus_value()

    def _fill_tests(self) -> None:
        self.test.clear()
        for test in tests_of(self._field()):
            self.test.addItem(TEST_WORDS[test], test)
        self.test.setVisible(self.test.count() > 1)

    def _field(self) -> Field:
        return self._register.fields[self._name]

    def _put_editor(self) -> None:
        self._drop_editor()
        field = self._field()
        to = field.to if isinstance(field, (Reference, References, Held)) else ""
        self._editor = values_editor(self._look, field, self.test.currentData(), self._choices_of(to), self._words())
        if self._editor is not None:
            self._editor.finished.connect(self._on_finished)
            self._editor.cancelled.connect(self.closed)
            self._values.addWidget(self._editor)
            self.setTabOrder(self.test, self._editor)
            self.setTabOrder(self._editor, self.accept)

    def _drop_editor(self) -> None:
        if self._editor is not None:
            self._values.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def _focus_value(self) -> None:
        (self._editor or self.accept).setFocus()

    def _on_finished(self, by: int) -> None:
        if by:
            self.focusNextPrevChild(by > 0)
        else:
            self._take()

    def _take(self) -> None:
        if not self._name:
            self._say("Välj först vilket fält villkoret gäller.")
            self.field.setFocus()
            return
        try:
            values = values_in(self._editor)
        except ValueError as error:
            self._say(str(error))
            return
        self.made.emit(Condition(self._name, self.test.currentData(), values))

    def _say(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if self._editor is not None:
            self._editor.set_faulty(faulty=bool(sentence))


def field_groups(register: Register) -> list[Group]:
    """The fields that can be asked about, under the headings of the record's page, and what may be wrong last."""
    named = {name for section in register.sections for name in section.fields}
    first = [name for name in register.fields if name not in named and not isinstance(register.fields[name], Rows)]
    groups = [Group(register.singular.capitalize(), _items(register, first))]
    groups += [Group(section.title, _items(register, section.fields)) for section in register.sections]
    wrong = tuple((f"{_FINDING}{finding.key}", finding.label) for finding in register.findings)
    return [group for group in (*groups, Group(_WRONG, wrong)) if group.items]


def _items(register: Register, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, register.fields[name].label) for name in names)
