"""A heading with a few choices under it, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label


class RadioChoices(QWidget):
    """Choices by key, each a word and perhaps a line that explains it. `changed` when another is chosen."""

    changed = Signal()

    def __init__(self, look: Look, title: str, choices: Sequence[tuple[str, str, str]]) -> None:
        """`choices` are key, word and explanation ("" for none); the first one holds."""
        super().__init__()
        self._buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        metrics = look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.tight)
        column.addWidget(Label(look, title, TextStyle.NAME))
        for key, word, told in choices:
            button = QRadioButton(word.replace("&", "&&"))
            button.setAccessibleName(f"{title}: {word}")
            button.setAccessibleDescription(told)
            self._buttons[key] = button
            self._group.addButton(button)
            column.addWidget(button)
            if told:
                note = Label(look, told, TextStyle.SECOND, Ink.TEXT2, wrap=True)
                note.setContentsMargins(metrics.px(26), 0, 0, metrics.tight)
                column.addWidget(note)
        next(iter(self._buttons.values())).setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)

    def chosen(self) -> str:
        """The key of the choice that holds."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Let another choice hold; one that does not exist changes nothing."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def allow(self, key: str, *, allowed: bool) -> None:
        """Let a choice be chosen or not."""
        self._buttons[key].setEnabled(allowed)

    def button(self, key: str) -> QRadioButton:
        """The button of a choice."""
        return self._buttons[key]

    def _on_toggled(self, _button: QRadioButton, checked: bool) -> None:
        if checked:
            self.changed.emit()
