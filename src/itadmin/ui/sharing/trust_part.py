"""What there is to say and to answer of one share file: how it stands, its sender's fingerprint, its password."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itadmin.services.receiving.parcels import PasswordNeededError
from itadmin.services.receiving.standing import Trust
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing import receive_words as words
from itadmin.ui.sharing.arrived import Arrived
from itadmin.ui.sharing.basket import Answers
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Notice

_UNCONFIRMED = (
    "Utan det frågar Granska om filen ska tas emot ändå, och avsändaren står kvar som obekräftad tills ni har ringt."
)
_FINGERPRINT = 380


class TrustPart(QWidget):
    """Shows a file. `answered` when something has been said of it; `password_given` gives a password to try."""

    answered = Signal()
    password_given = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._answers = Answers()
        self.notice = Notice(look)
        self.fingerprint = Label(look, style=TextStyle.SECTION, selectable=True)
        self.fingerprint.setAccessibleName("Avsändarens fingeravtryck")
        self.confirmed = QCheckBox(words.CONFIRMED)
        self.unconfirmed = Label(look, _UNCONFIRMED, TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText("Fingeravtrycket som de läser upp, 32 siffror")
        self.typed.setAccessibleName("Fingeravtrycket som avsändaren läser upp")
        self.typed.setMaximumWidth(look.metrics.px(_FINGERPRINT))
        self.password = QLineEdit()
        self.password.setPlaceholderText("Lösenordet som ni har fått")
        self.password.setAccessibleName("Filens lösenord")
        self.open = Button(look, "Öppna filen", icon="lock_closed")
        self._password_row = QWidget()
        self._build(look)
        self.confirmed.toggled.connect(self._on_confirmed)
        self.typed.textChanged.connect(self._on_typed)
        self.password.textChanged.connect(self._on_password)
        self.open.setAutoDefault(False)
        self.open.clicked.connect(self._try)

    def show_file(self, arrived: Arrived, answers: Answers) -> None:
        """Show a file, and what has been said of it, which is changed here."""
        self._answers = answers
        self.notice.set_messages(words.messages(arrived))
        asks_password = isinstance(arrived.trouble, PasswordNeededError)
        self._password_row.setVisible(asks_password)
        self._password_row.setEnabled(not answers.is_opening)
        self.open.setDefault(asks_password)
        trust = arrived.position.trust if arrived.position and arrived.is_newer else Trust.CONFIRMED
        asks_whether = trust in (Trust.NEW, Trust.UNCONFIRMED)
        self.fingerprint.setText(arrived.parcel.fingerprint if arrived.parcel and asks_whether else "")
        self.typed.setVisible(trust is Trust.CHANGED)
        for part in (self.fingerprint, self.confirmed, self.unconfirmed):
            part.setVisible(asks_whether)
        with QSignalBlocker(self.confirmed), QSignalBlocker(self.typed), QSignalBlocker(self.password):
            self.confirmed.setChecked(answers.is_confirmed)
            self.typed.setText(answers.fingerprint)
            self.password.setText(answers.password)

    def ask_again(self) -> None:
        """Let a password that does not open the file be mended, or typed anew."""
        self.password.setFocus()
        self.password.selectAll()

    def _build(self, look: Look) -> None:
        metrics = look.metrics
        password = QHBoxLayout(self._password_row)
        password.setContentsMargins(0, 0, 0, 0)
        password.setSpacing(metrics.gap)
        password.addWidget(self.password, 1)
        password.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap)
        for part in (
            self.notice,
            self._password_row,
            self.fingerprint,
            self.confirmed,
            self.unconfirmed,
            self.typed,
        ):
            column.addWidget(part)

    def _on_confirmed(self, confirmed: bool) -> None:
        self._answers.is_confirmed = confirmed
        self.answered.emit()

    def _on_password(self, text: str) -> None:
        self._answers.password = text

    def _try(self) -> None:
        """Try what is typed; nothing more can be typed until the file has been read with it."""
        self._answers.is_opening = True
        self._password_row.setEnabled(False)
        self.password_given.emit(self.password.text())

    def _on_typed(self, text: str) -> None:
        self._answers.fingerprint = text
        self.answered.emit()
