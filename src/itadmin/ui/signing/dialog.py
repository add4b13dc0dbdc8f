"""*Skriv under med certifikatfil*: which file, its password, why and where. The password is kept nowhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.attachments import read_content
from itadmin.services.signatures import sign
from itadmin.ui.background import known
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import ElidedLabel, Label

_TITLE = "Skriv under med certifikatfil"
_SIZE = (560, 0)
_KINDS = "Certifikatfil (*.p12 *.pfx)"
_NO_FILE = "ingen fil vald"
_INTRODUCTION = (
    "Underskriften läggs sist i filen; allt annat blir kvar som det är. Certifikatet och lösenordet sparas inte."
)
_LONGEST = 200


class SigningDialog(SheetDialog):
    """Signs a PDF. `signed` gives its bytes with the signature; nothing is written anywhere."""

    signed = Signal(object)

    def __init__(self, session: Session, content: bytes, told: str, parent: QWidget | None, places: int = 2) -> None:
        """`told` says which paper the bytes are; `places` is how many are to sign it in all."""
        super().__init__(session.look, _TITLE, _SIZE, parent)
        self._session = session
        self._content = content
        self._places = places
        self._file: Path | None = None
        self._is_open = True
        self._file_name = ElidedLabel(self.look, _NO_FILE, ink=Ink.TEXT2)
        self.choose = Button(self.look, "Välj fil…", icon="folder_open", small=True)
        self.password, self.reason, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.fault = Label(self.look, ink=Ink.RED, wrap=True)
        self._build(told)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.act = self.add_button("Skriv under", ButtonKind.PRIMARY, "signature")
        self.act.setDefault(True)
        self.act.setEnabled(False)
        self.choose.clicked.connect(self._choose)
        self.act.clicked.connect(self.sign)
        self.finished.connect(self._on_finished)
        self.choose.setFocus()

    def set_file(self, path: Path) -> None:
        """Choose a certificate file, and go on to its password."""
        self._file = path
        self._file_name.setText(path.name)
        self.act.setEnabled(True)
        self._tell("")
        self._ask_password()

    def sign(self) -> None:
        """Sign beside the window with what stands in the fields; what is refused is told here."""
        if self._file is None:
            return
        try:
            certificate = read_content(self._file)
        except KnownError as error:
            self._on_failed(error)
            return
        content, password, places = self._content, self.password.text(), self._places
        reason, place, at = self.reason.text(), self.place.text(), self._session.workspace.around.now()
        self._tell("")
        self.act.setEnabled(False)
        self._session.background.run(
            "Skriver under",
            lambda: sign(content, certificate, password, at=at, reason=reason, place=place, places=places),
            self._on_signed,
            self._on_failed,
        )

    def _build(self, told: str) -> None:
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for line in (self.reason, self.place):
            line.setPlaceholderText("frivilligt")
            line.setMaxLength(_LONGEST)
        self.choose.setAccessibleName("Välj certifikatfil")
        file_row = QHBoxLayout()
        file_row.setSpacing(self.look.metrics.gap)
        file_row.addWidget(self.choose)
        file_row.addWidget(self._file_name, 1)
        grid = QGridLayout()
        grid.setSpacing(self.look.metrics.gap)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(self.look, "Certifikatfil", ink=Ink.TEXT2), 0, 0)
        grid.addLayout(file_row, 0, 1)
        fields = (("Lösenord", self.password), ("Anledning", self.reason), ("Ort", self.place))
        for row, (words, line) in enumerate(fields, 1):
            line.setAccessibleName(words)
            grid.addWidget(Label(self.look, words, ink=Ink.TEXT2), row, 0)
            grid.addWidget(line, row, 1)
        self.body.addWidget(Label(self.look, told, TextStyle.SIDE_HEADING, wrap=True))
        self.body.addWidget(Label(self.look, _INTRODUCTION, ink=Ink.TEXT2, wrap=True))
        self.body.addLayout(grid)
        self.body.addWidget(self.fault)
        self.fault.hide()

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, "Välj certifikatfil", "", _KINDS)
        if name:
            self.set_file(Path(name))

    def _on_signed(self, content: bytes) -> None:
        if self._is_open:
            self.signed.emit(content)
            self.accept()

    def _on_failed(self, error: BaseException) -> None:
        refused = known(error)
        if self._is_open:
            self._tell(refused.sentence)
            self.act.setEnabled(True)
            self._ask_password()

    def _on_finished(self) -> None:
        """Let go of the password; what is still being signed comes to nothing."""
        self._is_open = False
        self.password.clear()

    def _ask_password(self) -> None:
        """Go to the password, ready to be written over."""
        self.password.setFocus()
        self.password.selectAll()

    def _tell(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        for layout in (self.body, self.rows):
            layout.activate()  # else the dialog may not be lower than what was told before
        self.fit_height()
