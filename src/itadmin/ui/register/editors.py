"""Editors for one value each, by kind of field. They read what is typed and say what would be right; they never save.

Every editor answers `plain()` (raises ValueError with a Swedish sentence), and keeps what was typed as a draft.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from itadmin.domain.entry import edit_text, plain_from_text
from itadmin.domain.fields import ApproximateDay, Choice, Day, Field, LongText, Money, Percent, Whole, YesNo
from itadmin.domain.values import LISTS
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.widgets.combo_box import ComboBox

_SHORT, _TEXT_LINES = 150, 5
_HINTS: dict[type[Field], str] = {
    Day: "åååå-mm-dd",
    ApproximateDay: "år, månad eller dag",
    Percent: "till exempel 99,5",
    Money: "kronor",
}


class Editor(QWidget):
    """What every editor is. `finished` asks to save and go `by` fields on; `cancelled` to leave the value alone."""

    finished = Signal(int)
    cancelled = Signal()

    def plain(self) -> Any:
        """The plain value. Raises ValueError with a Swedish sentence."""
        raise NotImplementedError

    def show_plain(self, value: Any) -> None:
        """Show a plain value for editing."""
        raise NotImplementedError

    def draft(self) -> Any:
        """What stands in the editor, acceptable or not, so that it can be shown again."""
        raise NotImplementedError

    def show_draft(self, draft: Any) -> None:
        """Show what `draft` gave."""
        raise NotImplementedError

    def set_faulty(self, *, faulty: bool) -> None:
        """Show that the value is not accepted, or that it is."""

    def _hold(self, field: QWidget, label: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)
        field.setAccessibleName(label)
        field.installEventFilter(self)
        self.setFocusProxy(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab finish, Escape cancels."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return True
        if event.key() in steps and not self._keeps(event):
            self.finished.emit(steps[Qt.Key(event.key())])
            return True
        return False

    def _keeps(self, _event: QKeyEvent) -> bool:
        """Say whether the editor wants this key for itself."""
        return False


class LineEditor(Editor):
    """One line: text, days, numbers, money and percent as people write them."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__()
        self._field = field
        self._line = QLineEdit()
        self._line.setPlaceholderText(_HINTS.get(type(field), ""))
        if type(field) in _HINTS or isinstance(field, Whole):
            self._line.setFixedWidth(look.metrics.px(_SHORT))
        self._hold(self._line, field.label)

    def plain(self) -> Any:
        """Read the line."""
        return plain_from_text(self._field, self._line.text())

    def show_plain(self, value: Any) -> None:
        """Show the value without its unit, marked for overwriting."""
        self._line.setText(edit_text(self._field, value))
        self._line.selectAll()

    def draft(self) -> str:
        """Give the line."""
        return self._line.text()

    def show_draft(self, draft: Any) -> None:
        """Show a line again."""
        self._line.setText(draft)

    def set_faulty(self, *, faulty: bool) -> None:
        """Mark the field."""
        set_property(self._line, "state", "error" if faulty else "")


class TextEditor(Editor):
    """Several lines. Enter makes a new line; Ctrl+Enter and Tab finish."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__()
        self._field = field
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(look.metrics.line * _TEXT_LINES + 2 * look.metrics.gap)
        self._hold(self._text, field.label)

    def plain(self) -> Any:
        """Read the text."""
        return plain_from_text(self._field, self._text.toPlainText())

    def show_plain(self, value: Any) -> None:
        """Show the text with the cursor at its end."""
        self._text.setPlainText(value or "")
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def draft(self) -> str:
        """Give the text."""
        return self._text.toPlainText()

    def show_draft(self, draft: Any) -> None:
        """Show a text again."""
        self._text.setPlainText(draft)

    def set_faulty(self, *, faulty: bool) -> None:
        """Mark the field."""
        set_property(self._text, "state", "error" if faulty else "")

    def _keeps(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier


class ChoiceEditor(Editor):
    """A choice among words; the first is none."""

    def __init__(self, look: Look, field: Field, words: dict[Any, str]) -> None:
        super().__init__()
        self._combo = ComboBox(look)
        self._combo.addItem("–", None)
        for value, word in words.items():
            self._combo.addItem(word, value)
        self._hold(self._combo, field.label)
        self._combo.activated.connect(lambda _index: self.finished.emit(0))

    def plain(self) -> Any:
        """Give the chosen value."""
        return self._combo.currentData()

    def show_plain(self, value: Any) -> None:
        """Stand on a value."""
        self._combo.setCurrentIndex(max(self._combo.findData(value), 0))

    def draft(self) -> Any:
        """Give the chosen value."""
        return self._combo.currentData()

    def show_draft(self, draft: Any) -> None:
        """Stand on a value again."""
        self.show_plain(draft)


def value_editor(look: Look, field: Field) -> Editor:
    """The editor of a value field."""
    if isinstance(field, LongText):
        return TextEditor(look, field)
    if isinstance(field, Choice):
        return ChoiceEditor(look, field, dict(LISTS[field.values]))
    if isinstance(field, YesNo):
        return ChoiceEditor(look, field, {True: "Ja", False: "Nej"})
    return LineEditor(look, field)
