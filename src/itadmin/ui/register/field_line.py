"""A line that finds a field by its name: all of them under their headings, fewer as one types. Knows no register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from itadmin.domain.text import fold
from itadmin.ui.look.look import Look
from itadmin.ui.popup_list import LineKind, PopupList

_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAVING = (*_ENTER, Qt.Key.Key_Tab)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what stands under it, as (key, word)."""

    title: str
    items: tuple[tuple[str, str], ...]


class FieldLine(QLineEdit):
    """`picked` gives the key that was chosen."""

    picked = Signal(str)

    def __init__(self, look: Look, groups: Iterable[Group], name: str) -> None:
        super().__init__()
        self._groups: Sequence[Group] = tuple(groups)
        self._words = {key: word for group in self._groups for key, word in group.items}
        self.setPlaceholderText("Sök fält")
        self.setAccessibleName(name)
        self.addAction(look.icons.icon("chevron_down", 16), QLineEdit.ActionPosition.TrailingPosition)
        self._list = PopupList(look, self, name)
        self._list.chosen.connect(lambda key, _word: self._take(str(key)))
        self.textEdited.connect(lambda text: self._show(fold(text)))

    def show_key(self, key: str) -> None:
        """Stand on a key, or on none."""
        self.setText(self._words.get(key, ""))

    def open_list(self) -> None:
        """Show all there is to choose from, once the line stands in its place."""
        QTimer.singleShot(0, self, self._open)

    def event(self, event: QEvent) -> bool:
        """Take Tab as a choice too, while the list points at something."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._key(event):
            return True
        if event.type() is QEvent.Type.MouseButtonRelease and not self._list.isVisible():
            self._open()
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.hide()
        return super().event(event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _OPENING and not self._list.isVisible():
            self._open()
            return True
        if event.key() in _LEAVING and self._list.is_choosing():
            self._list.choose_current()
            return True
        return self._list.take_key(event) or event.key() in _ENTER

    def _open(self) -> None:
        if self.hasFocus():
            self.selectAll()
            self._show("")

    def _show(self, wanted: str) -> None:
        self._list.clear()
        for group in self._groups:
            found = [(key, word) for key, word in group.items if wanted in fold(word)]
            if found:
                self._list.add_line(group.title, None, kind=LineKind.HEADING)
            for key, word in found:
                self._list.add_line(word, key)
        if self._list.count():
            self._list.move_by(1)
        else:
            self._list.add_line("Inget fält heter så", None, kind=LineKind.HEADING)
        self._list.show_below(self.width())

    def _take(self, key: str) -> None:
        self._list.hide()
        self.show_key(key)
        self.picked.emit(key)
