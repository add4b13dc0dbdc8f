"""The editor of a choice among words: its list opens at once, letters find in it, Enter takes the one marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Choice, Field
from itadmin.domain.text import fold
from itadmin.domain.words import BUILT_IN, Words
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.popup_list import LineKind, PopupList
from itadmin.ui.register.editor import Editor

_WIDTH = 280
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, *_ENTER)
_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4)
_NOTHING = "Inget värde"


class ChoiceEditor(Editor):
    """Chooses one of the words of a value list, or yes or no; an emptied line is no value."""

    def __init__(self, look: Look, field: Field, words: Words = BUILT_IN) -> None:
        super().__init__()
        self._field = field
        self._known = words
        self._left_out: frozenset[Any] = frozenset()
        self._words = self._offered(None)
        self._line = QLineEdit()
        self._line.setMaximumWidth(look.metrics.px(_WIDTH))
        self._line.setPlaceholderText("Välj")
        self._line.addAction(look.icons.icon("chevron_down", 16), QLineEdit.ActionPosition.TrailingPosition)
        self._hold(self._line, field.label)
        self._list = PopupList(look, self._line, f"Att välja bland: {field.label}")
        self._list.chosen.connect(self._take)
        self._line.textEdited.connect(self._find)

    def leave_out(self, codes: Iterable[Any]) -> None:
        """Offer all but these from now on."""
        self._left_out = frozenset(codes)
        self._words = {code: word for code, word in self._words.items() if code not in self._left_out}

    def started(self) -> None:
        """Show the list, once the editor stands in its place."""
        QTimer.singleShot(0, self, self._open_untouched)

    def plain(self) -> Any:
        """Give the code, True, False or None. Raises ValueError for a word that is not in the list."""
        text = self._line.text()
        shown = next((code for code, word in self._words.items() if word == text), None)
        return plain_from_text(self._field, text, self._known) if shown is None else shown

    def show_plain(self, value: Any) -> None:
        """Stand on a value, which can be chosen also when others of its kind cannot."""
        self._words = self._offered(value)
        self._line.setText("" if value is None else self._words.get(value, str(value)))
        self._line.selectAll()

    def _offered(self, value: Any) -> dict[Any, str]:
        if isinstance(self._field, Choice):
            offered = self._known.offered(self._field.values, value or "")
            return {code: word for code, word in offered.items() if code not in self._left_out}
        return {True: "Ja", False: "Nej"}

    def draft(self) -> str:
        """Give what is typed."""
        return self._line.text()

    def show_draft(self, draft: Any) -> None:
        """Show it again."""
        self._line.setText(draft)

    def set_faulty(self, *, faulty: bool) -> None:
        """Mark the line; what would be right then stands under it."""
        if faulty:
            self._list.hide()
        set_property(self._line, "state", "error" if faulty else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the list on a click, and take it away with the keyboard."""
        if watched is self._line and event.type() is QEvent.Type.MouseButtonRelease and not self._list.isVisible():
            self._open()
        if watched is self._line and event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _OPENING and not self._list.isVisible():
            self._open()
            if not self._line.text():
                self._list.move_by(1)
            return True
        if event.key() in _TAKING and self._list.is_choosing():
            self._line.setText(self._list.current_meaning())
            self._list.hide()
            if event.key() in _ENTER:
                self.chosen.emit()
                return True
            return super()._key(event)
        return self._list.take_key(event) or super()._key(event)

    def _open_untouched(self) -> None:
        if not self._line.isModified():
            self._open()

    def _open(self) -> None:
        if self._line.hasFocus():
            self._show("")
            shown, words = self._line.text() or _NOTHING, [*self._no_word(), *self._words.values()]
            if shown in words:
                self._list.setCurrentRow(words.index(shown))

    def _no_word(self) -> Sequence[str]:
        """What is offered to say nothing; where something must be said nothing is."""
        return () if self._field.required else (_NOTHING,)

    def _find(self, text: str) -> None:
        self._show(fold(text))

    def _show(self, wanted: str) -> None:
        """Show the words that have this in them; those that begin with it first, the first of them marked."""
        self._list.clear()
        found = [word for code, word in self._words.items() if wanted in fold(word) or wanted == str(code).casefold()]
        found.sort(key=lambda word: not fold(word).startswith(wanted))
        if not wanted:
            for word in self._no_word():
                self._list.add_line(word, "")
        for word in found:
            self._list.add_line(word, word)
        if wanted and found:
            self._list.setCurrentRow(0)
        if not found:
            self._list.add_line("Inget att välja heter så", None, kind=LineKind.HEADING)
        self._list.show_below(self._line.width())

    def _take(self, word: object, _text: str) -> None:
        self._list.hide()
        self._line.setText(str(word))
        self.chosen.emit()
