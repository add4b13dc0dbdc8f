"""The acts to choose between, each with what it leads to; remarks on the chosen one and its fields stand below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from itadmin.services.acting import Deed
from itadmin.ui.acts.words import ASKING
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.labels import Label


class ActChoices(QWidget):
    """One of several acts. `chosen` gives the act when it is another."""

    chosen = Signal(object)

    def __init__(self, look: Look, outcomes: Mapping[Deed, str], fields: QWidget) -> None:
        """`outcomes` are sentences of what the acts lead to, in the order to show them."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[Deed, QRadioButton] = {}
        self._told: dict[Deed, Label] = {}
        self.remarks = Label(look, style=TextStyle.SECOND, ink=Ink.AMBER, wrap=True)
        self.remarks.setContentsMargins(look.metrics.margin, 0, 0, look.metrics.gap)
        self._of_chosen = (self.remarks, fields)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, look.metrics.gap, 0)
        self._column.setSpacing(look.metrics.tight)
        for deed, outcome in outcomes.items():
            self._add(look, deed, outcome)
        for part in self._of_chosen:
            self._column.addWidget(part)
        self._column.addStretch(1)

    @property
    def deeds(self) -> Iterable[Deed]:
        """The acts there are to choose between."""
        return self._buttons

    def button(self, deed: Deed) -> QRadioButton:
        """The button of an act."""
        return self._buttons[deed]

    def choose(self, deed: Deed) -> None:
        """Choose an act."""
        self._buttons[deed].setChecked(True)

    def told(self, deed: Deed) -> str:
        """What is said that an act leads to."""
        return self._told[deed].text()

    def tell(self, deed: Deed, sentence: str, *, wrong: bool = False) -> None:
        """Say what an act leads to, or what is wrong with what was asked for."""
        label = self._told[deed]
        label.setText(sentence)
        label.set_ink(Ink.RED if wrong else Ink.TEXT2)
        self._buttons[deed].setAccessibleDescription(sentence)

    def remark(self, sentences: Sequence[str]) -> None:
        """Say what to think of before the chosen act."""
        self.remarks.setText("\n".join(sentences))
        self.remarks.setVisible(bool(sentences))

    def _add(self, look: Look, deed: Deed, outcome: str) -> None:
        button = QRadioButton(ASKING[deed].name)
        button.toggled.connect(lambda checked: self._on_toggled(deed, checked=checked))
        told = Label(look, style=TextStyle.SECOND, ink=Ink.TEXT2, wrap=True)
        told.setContentsMargins(look.metrics.margin, 0, 0, look.metrics.gap)
        self._group.addButton(button)
        self._buttons[deed], self._told[deed] = button, told
        self._column.addWidget(button)
        self._column.addWidget(told)
        self.tell(deed, outcome)

    def _on_toggled(self, deed: Deed, *, checked: bool) -> None:
        if checked:
            for part in self._of_chosen:
                self._column.removeWidget(part)
            place = self._column.indexOf(self._told[deed])
            for number, part in enumerate(self._of_chosen, start=1):
                self._column.insertWidget(place + number, part)
            self.chosen.emit(deed)
