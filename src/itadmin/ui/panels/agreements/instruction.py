"""The way to an instruktion that is filled in with what the register already knows of the systems' personal data."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.privacy_instruction import instruction_from_systems
from itadmin.services.reading import Read
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label


class InstructionPanel(Panel):
    """Fetches from the systems what is empty here, as one step; hidden where there is nothing to fetch."""

    section = "personuppgifter"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record_id: UUID | None = None
        look = session.look
        self._fetch = Button(look, "Hämta från systemet", small=True)
        self._fetch.clicked.connect(self._fill)
        self._told = Label(look, "", ink=Ink.TEXT2, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, look.metrics.gap)
        row.setSpacing(look.metrics.block)
        row.addWidget(self._fetch)
        row.addWidget(self._told, 1)

    def show_read(self, read: Read) -> None:
        """Offer what there is to fetch for an agreement that may be changed."""
        agreement = read.record
        self._record_id = agreement.id
        values = self._values(agreement) if isinstance(agreement, Agreement) and self._session.may_change(read) else {}
        self.setVisible(bool(values))
        self._told.setText(f"Systemet säger redan {_number(len(values))}. Det som är ifyllt här ändras inte.")

    def _values(self, agreement: Agreement) -> dict[str, object]:
        return instruction_from_systems(self._session.reading(), agreement)

    def _fill(self) -> None:
        if self._record_id is None:
            return
        try:
            agreement = self._session.reading().one("agreements", self._record_id).record
            values = self._values(agreement) if isinstance(agreement, Agreement) else {}
            self._session.workspace.records.save("agreements", self._record_id, values)
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return
        self._session.guide.say(f"Hämtade {_number(len(values))} från systemet.", undoable=True)


def _number(fields: int) -> str:
    return "1 uppgift" if fields == 1 else f"{fields} uppgifter"
