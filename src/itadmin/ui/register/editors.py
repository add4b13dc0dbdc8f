"""Editors that are typed in, one line or several, and which editor a value has by its kind."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from itadmin.domain.calendar import with_year
from itadmin.domain.entry import edit_text, plain_from_text
from itadmin.domain.fields import ApproximateDay, Choice, Day, Field, LongText, Money, Percent, Whole, YesNo
from itadmin.domain.words import BUILT_IN, Words
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.register.choice_editor import ChoiceEditor
from itadmin.ui.register.editor import Editor
from itadmin.ui.widgets.painting import line_width

__all__ = ["Editor", "LineEditor", "TextEditor", "value_editor"]

_SHORT, _TEXT_LINES = 150, 5
_HINTS: dict[type[Field], str] = {
    Day: "åååå-mm-dd",
    ApproximateDay: "år, månad eller dag",
    Percent: "till exempel 99,5",
    Money: "kronor",
}


class LineEditor(Editor):
    """One line: text, days, numbers, money and percent as people write them.

    With `today` a day may be written without its year; which it is understood as is shown when the line is left.
    """

    def __init__(self, look: Look, field: Field, today: date | None = None) -> None:
        super().__init__()
        self._field = field
        self._today = today if isinstance(field, Day) else None
        self._line = QLineEdit()
        hint = _hint(field)
        self._line.setPlaceholderText(hint)
        if hint or isinstance(field, Whole):
            hint_width = line_width(look.theme, hint, TextStyle.TEXT) + 4 * look.metrics.gap
            self._line.setFixedWidth(max(look.metrics.px(_SHORT), hint_width))
        self._line.editingFinished.connect(self._show_whole)
        self._hold(self._line, field.label)

    def plain(self) -> Any:
        """Read the line."""
        return plain_from_text(self._field, self._whole())

    def _whole(self) -> str:
        return self._line.text() if self._today is None else with_year(self._line.text(), self._today)

    def _show_whole(self) -> None:
        self._line.setText(self._whole())

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


def _hint(field: Field) -> str:
    """How the value is written, or in what: what stands in an empty line."""
    if isinstance(field, Whole):
        return field.unit
    if isinstance(field, Money) and field.per:
        return f"{_HINTS[Money]} per {field.per}"
    return _HINTS.get(type(field), "")


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


def value_editor(look: Look, field: Field, words: Words = BUILT_IN, today: date | None = None) -> Editor:
    """The editor of a value field; what a choice offers is in `words`, and days without a year are near `today`."""
    if isinstance(field, LongText):
        return TextEditor(look, field)
    if isinstance(field, (Choice, YesNo)):
        return ChoiceEditor(look, field, words)
    return LineEditor(look, field, today)
