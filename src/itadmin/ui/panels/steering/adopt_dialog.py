"""Adopting a styrande dokument: what it leads to, what its paper lacks, and the way to that."""

from __future__ import annotations

from importlib import import_module
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.documents.adoptable import PAPERS, REGISTER, adoptable
from itadmin.documents.catalogue import MissingValue, prepare
from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers.steering_documents import SteeringDocument, takes_over_at_once
from itadmin.services.papers import next_number
from itadmin.services.reading import Reading
from itadmin.ui.background import known
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.steering.words import SHOW_PAPER
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (540, 0)
_MOST_TOLD = 8
_ADOPTING = "itadmin.documents.adopting"
_LOCKED = "Dokumentet och dess kapitel blir skrivskyddade. Ändringar görs sedan i en ny version."
_KEPT = "Handlingen får nummer {number} och lagras med sin kontrollsumma (SHA-256) och de värden den gjordes av."
_WRITTEN_ELSEWHERE = "Texten skrivs inte i programmet, så ingen handling skapas. Bifoga den beslutade filen på sidan."
_LATER = "{} gäller tills den här versionen börjar gälla, {}. Då påminner Kräver åtgärd om att den är ersatt."
_OTHERS = "Andra kommuners beslut kan antecknas också efteråt."


class AdoptDialog(SheetDialog):
    """Asks once, then adopts beside the window. Raises KnownError when something else is to be done first."""

    def __init__(self, session: Session, document_id: UUID, parent: QWidget | None) -> None:
        reading = session.reading()
        document = adoptable(reading, document_id)
        super().__init__(session.look, "Fastställ dokumentet", _SIZE, parent)
        self._session = session
        self._document = document
        self._paper = PAPERS.get(document.template, "")
        missing = prepare(self._paper, reading, document_id, draft=False).missing if self._paper else ()
        self._build(reading, missing)
        self.fault = Label(self.look, "", ink=Ink.RED, wrap=True)
        self.fault.hide()
        self.body.addWidget(self.fault)
        self.body.addStretch(1)
        self.show_paper = self.add_button(SHOW_PAPER, icon="document_pdf", first=True)
        self.show_paper.setVisible(bool(self._paper))
        self.show_paper.clicked.connect(self._open_paper)
        self.cancel = self.add_button("Avbryt")
        self.cancel.clicked.connect(self.reject)
        self.adopt = self.add_button("Fastställ", ButtonKind.PRIMARY, "checkmark_circle")
        self.adopt.setEnabled(not missing)
        self.adopt.clicked.connect(self.carry_out)
        (self.show_paper if missing else self.adopt).setFocus()

    def carry_out(self) -> None:
        """Adopt the document; the dialog stays open until that is done, and when it is refused."""
        workspace, document_id = self._session.workspace, self._document.id
        reading = workspace.snapshot()
        self.adopt.setEnabled(False)
        self.fault.hide()

        def work() -> ChangeSet:
            try:
                step: ChangeSet = import_module(_ADOPTING).adopt(workspace, reading, document_id)
                return step
            finally:
                reading.close()

        self._session.background.run("Dokumentet fastställs", work, self._on_done, self._on_failed)

    def _build(self, reading: Reading, missing: tuple[MissingValue, ...]) -> None:
        document = self._document
        version = f" {document.version}" if document.version else ""
        self.body.addWidget(
            Label(self.look, f"Fastställ {document.title}{version}?", TextStyle.SIDE_HEADING, wrap=True)
        )
        if missing:
            self._tell_missing(missing)
            return
        column = QVBoxLayout()
        column.setSpacing(self.look.metrics.gap)
        for sentence in _consequences(reading, document, has_paper=bool(self._paper)):
            column.addWidget(Label(self.look, sentence, wrap=True))
        self.body.addLayout(column)

    def _tell_missing(self, missing: tuple[MissingValue, ...]) -> None:
        number = "1 uppgift saknas" if len(missing) == 1 else f"{len(missing)} uppgifter saknas"
        told = f"Dokumentet är inte färdigt: {number}. Visa dokumentet, fyll i dem där och fastställ sedan."
        self.body.addWidget(Label(self.look, told, wrap=True))
        lines = [f"– {value.label} ({value.where})" for value in missing[:_MOST_TOLD]]
        if len(missing) > _MOST_TOLD:
            lines.append(f"– och {len(missing) - _MOST_TOLD} till")
        listed = Label(self.look, "\n".join(lines), ink=Ink.TEXT2, wrap=True)
        listed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(listed)

    def _open_paper(self) -> None:
        self._session.guide.open_paper(self._paper, self._document.id)
        self.reject()

    def _on_done(self, step: ChangeSet) -> None:
        self._session.workspace.records.announce(step)
        self._session.guide.say(f"{step.title}.", undoable=True)
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self.fault.setText(known(error).sentence)
        self.fault.show()
        self.adopt.setEnabled(True)
        self.fit_height()


def _consequences(reading: Reading, document: SteeringDocument, *, has_paper: bool) -> list[str]:
    """What adopting leads to, a sentence each."""
    told = [_LOCKED, _KEPT.format(number=next_number(reading)) if has_paper else _WRITTEN_ELSEWHERE]
    for read in reading.many(REGISTER, [document.replaces]).values() if document.replaces else ():
        version = getattr(read.record, "version", "")
        earlier = f"{read.label}{f' {version}' if version else ''}"
        at_once = takes_over_at_once(document, reading.day)
        told.append(f"{earlier} får läget Ersatt." if at_once else _LATER.format(earlier, document.valid_from))
    return [*told, _OTHERS] if len(document.municipalities) > 1 else told
