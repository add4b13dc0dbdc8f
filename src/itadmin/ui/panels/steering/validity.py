"""How long a document of its kind usually holds, as a proposal to take while nobody has said anything else."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.steering_defaults import ProposedValidity, usual_validity
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.steering.deeds import REGISTER
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label


class ValidityPanel(Panel):
    """The proposal and a button that takes it; away when there is an end or a revision already, or nothing is usual."""

    section = "giltighet"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._document: SteeringDocument | None = None
        self._proposal: ProposedValidity | None = None
        look = session.look
        self.told = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.take = Button(look, "Använd förslaget", small=True)
        self.take.clicked.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, look.metrics.block)
        row.setSpacing(look.metrics.block)
        row.addWidget(self.take)
        row.addWidget(self.told, 1)

    def show_read(self, read: Read) -> None:
        """Propose where the document is open and nothing is said."""
        document, reading = read.record, self._session.reading()
        self._document, self._proposal = None, None
        if isinstance(document, SteeringDocument) and self._is_open(read, document):
            self._document = document
            self._proposal = usual_validity(document.kind, document.valid_from or reading.day)
        if self._proposal is not None:
            self.told.setText(_told(self._proposal))
        self.setVisible(self._proposal is not None)

    def _is_open(self, read: Read, document: SteeringDocument) -> bool:
        is_said = document.valid_until or document.open_ended or document.revise_by
        lock = self._session.reading().lock_of(REGISTER, document)
        return not is_said and lock is None and self._session.may_change(read)

    def _take(self) -> None:
        document, proposal = self._document, self._proposal
        if document is None or proposal is None:
            return
        days = {name: getattr(proposal, name).isoformat() for name in ("valid_from", "valid_until", "revise_by")}
        records = self._session.workspace.records
        if self._session.guide.attempt(lambda: records.save(REGISTER, document.id, days)):
            self._session.guide.say(
                "Giltigheten är ifylld som förslag. Ändra dagarna om ni beslutar annat.", undoable=True
            )


def _told(proposal: ProposedValidity) -> str:
    return (
        f"Förslag: gäller i {proposal.years} år, {proposal.valid_from}\u2013{proposal.valid_until}, och revideras "
        f"senast {proposal.revise_by}."
    )
