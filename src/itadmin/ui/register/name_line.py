"""The line where a new record is named. A name that another has already is told once before it is taken again.

Knows no service: whether a name is taken is asked of who knows.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from itadmin.domain.register import Register
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label

_MOST_SIGNS = 40


class NameLine(QWidget):
    """The line, hidden until `ask`. `named` gives a name that is settled."""

    named = Signal(str)

    def __init__(self, look: Look, register: Register) -> None:
        super().__init__()
        self._register = register
        self._is_taken: Callable[[str], bool] = lambda _name: False
        self._pending: Callable[[], object] | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(f"{register.new_label}: skriv namnet och tryck Enter")
        self.line.setAccessibleName(f"Namn på {register.new_label.lower()}")
        self._note = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.tight)
        column.addWidget(self.line)
        column.addWidget(self._note)
        self.line.textEdited.connect(lambda _text: self._say(""))
        self.line.returnPressed.connect(self._on_enter)
        self._say("")
        self.hide()

    def set_taken(self, is_taken: Callable[[str], bool]) -> None:
        """Say who knows whether a record has a name already."""
        self._is_taken = is_taken

    def ask(self) -> None:
        """Open the line, empty."""
        self._say("")
        self.line.clear()
        self.show()
        self.line.setFocus()

    def take(self, name: str, make: Callable[[], object]) -> None:
        """Make what is named; where the name is taken already, say so first and make it on Enter."""
        if self._is_taken(name):
            self._say(told_taken(self._register, name))
            self._pending = make
            return
        self.hide()
        make()

    def _on_enter(self) -> None:
        name, make = self.line.text().strip(), self._pending
        if name and make is None:
            self.take(name, lambda: self.named.emit(name))
            return
        self._say("")
        self.hide()
        if make is not None:
            make()

    def _say(self, sentence: str) -> None:
        self._pending = None
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)


def told_taken(register: Register, name: str) -> str:
    """The sentence that says that a name is taken, in the gender of the register's word."""
    one = "ett" if register.new_label.startswith("Nytt") else "en"
    shown = name if len(name) <= _MOST_SIGNS else f"{name[:_MOST_SIGNS]}…"
    return f"Det finns redan {one} {register.singular} som heter {shown}. Enter igen lägger till {one} till."
