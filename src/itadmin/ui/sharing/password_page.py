"""The second step of sharing: whether the file gets a password, and which. It is kept nowhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label

_WHY = (
    "Filen är alltid signerad, så att mottagaren ser att den kommer från er och är hel. Med ett lösenord kan bara den "
    "som har det läsa filen, också om mejlet hamnar fel."
)
_HOW = "Säg orden i telefon eller skicka dem i ett sms. Skicka dem aldrig tillsammans med filen."


class PasswordPage(QWidget):
    """Offers a phrase that `new_phrase` makes."""

    def __init__(self, look: Look, new_phrase: Callable[[], str]) -> None:
        super().__init__()
        self._new_phrase = new_phrase
        self.protects = QCheckBox("Skydda filen med ett lösenord")
        self.phrase = PhraseBox(look)
        self.another = Button(look, "Nya ord", ButtonKind.QUIET, "arrow_redo")
        metrics = look.metrics
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap)
        buttons.addWidget(self.another)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.block)
        column.addWidget(Label(look, _WHY, ink=Ink.TEXT2, wrap=True))
        column.addWidget(self.protects)
        column.addWidget(self.phrase)
        column.addLayout(buttons)
        column.addStretch(1)
        self.protects.toggled.connect(self._show)
        self.another.clicked.connect(self._renew)
        self._show()

    def password(self) -> str:
        """The password of the file; "" for none."""
        return self.phrase.text() if self.protects.isChecked() else ""

    def forget(self) -> None:
        """Let go of the phrase."""
        self.phrase.show_phrase("")

    def _renew(self) -> None:
        self.phrase.show_phrase(self._new_phrase())

    def _show(self) -> None:
        protects = self.protects.isChecked()
        if protects and not self.phrase.text():
            self._renew()
        self.phrase.setVisible(protects)
        self.another.setVisible(protects)


class PhraseBox(QWidget):
    """A password to be told: large, to be marked or copied, with how to tell it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_property(self, "ground", "sunken")
        self._phrase = Label(look, style=TextStyle.SECTION, wrap=True, selectable=True)
        self._phrase.setAccessibleName("Filens lösenord")
        self.copy = Button(look, "Kopiera orden", icon="copy", small=True)
        metrics = look.metrics
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.margin, metrics.section_gap, metrics.margin, metrics.section_gap)
        row.setSpacing(metrics.block)
        told = QVBoxLayout()
        told.setSpacing(metrics.tight)
        told.addWidget(self._phrase)
        told.addWidget(Label(look, _HOW, TextStyle.SECOND, Ink.TEXT2, wrap=True))
        row.addLayout(told, 1)
        row.addWidget(self.copy)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))

    def text(self) -> str:
        """The password; "" for none."""
        return self._phrase.text()

    def show_phrase(self, phrase: str) -> None:
        """Show a password."""
        self._phrase.setText(phrase)
