"""The way to a driftklass, which fills in every service level of a driftavtal at once."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from itadmin.domain.registers.agreements import Agreement
from itadmin.services.agreements import Plain, with_service_class
from itadmin.services.reading import Read
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.special import Consequence, Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label

_KINDS = ("driftavtal", "driftoverenskommelse")


class ServiceClassPanel(Panel):
    """Leads to the driftklass of a driftavtal that has none."""

    section = "servicenivaer"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record_id: UUID | None = None
        look = session.look
        choose = Button(look, "Välj driftklass …", small=True)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, look.metrics.gap)
        row.setSpacing(look.metrics.block)
        row.addWidget(choose)
        row.addWidget(Label(look, "En driftklass fyller i alla servicenivåer på en gång.", ink=Ink.TEXT2, wrap=True), 1)

    def show_read(self, read: Read) -> None:
        """Show the way to an own driftavtal without a class."""
        agreement = read.record
        if not isinstance(agreement, Agreement):
            return
        self._record_id = agreement.id
        is_paper = agreement.kind in _KINDS
        self.setVisible(self._session.may_change(read) and is_paper and not agreement.service_class)

    def _choose(self) -> None:
        if self._record_id is not None:
            self._session.guide.open_field("agreements", self._record_id, "service_class")


def _levels(agreement: Agreement, code: str) -> Plain:
    """What choosing a driftklass fills in."""
    return with_service_class(code, agreement.environments)


SERVICE_CLASS_FOLLOWS = Consequence(_levels, "Servicenivåerna är ifyllda efter driftklassen.")
