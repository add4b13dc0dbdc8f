"""The system page's own parts: other holders of its roles, and the way to its driftavtal."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.agreements import operations_agreement_draft
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.graph.window import DependencyWindow
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.system_names import PRODUCT_FOLLOWS, product_words, system_names
from itadmin.ui.register.special import Panel, Special
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label

ROLES = REGISTERS["roles"]


class EarlierHolders(Panel):
    """Roles that others hold now or have held: who, from when, to when."""

    section = "roller"
    is_last = True

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(session.look.metrics.gap, 0, 0, session.look.metrics.tight)
        self._body: QWidget | None = None

    def show_read(self, read: Read) -> None:
        """Show the roles that are not told above; hide when there are none."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        now = {holder.role_id for holder in read.holders.values()}
        roles = self._session.reading().referring("roles", "system", read.record.id)
        dated = [role for role in roles if role.record.id not in now]
        self.setVisible(bool(dated))
        if dated:
            self._body = self._table(dated)
            self._column.addWidget(self._body)

    def _table(self, roles: list[Read]) -> QWidget:
        look = self._session.look
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.metrics.section_gap)
        grid.setVerticalSpacing(look.metrics.tight // 2)
        for row, read in enumerate(sorted(roles, key=_last_first, reverse=True)):
            link = LinkButton(look, field_text(ROLES, read, "kind"), TextStyle.SECOND)
            link.clicked.connect(lambda _checked=False, read=read: self._open(read.record.id))
            who = field_text(ROLES, read, "person") or field_text(ROLES, read, "function")
            start, end = field_text(ROLES, read, "starts_on"), field_text(ROLES, read, "ends_on")
            when = f"{start or '…'} – {end}" if end else (f"från {start}" if start else "")
            grid.addWidget(link, row, 0)
            grid.addWidget(Label(look, who, TextStyle.SECOND), row, 1)
            grid.addWidget(Label(look, when, TextStyle.SECOND, Ink.TEXT2), row, 2)
        grid.setColumnStretch(3, 1)
        return body

    def _open(self, record_id: UUID) -> None:
        self._session.guide.open_record("roles", record_id)


def _last_first(read: Read) -> str:
    return field_text(ROLES, read, "ends_on") or "9999" + field_text(ROLES, read, "starts_on")


def make_operations_agreement(session: Session, system_id: UUID) -> None:
    """Make the system's driftavtal, filled in with what the register knows, and show it. Raises KnownError."""
    reading = session.reading()
    values = operations_agreement_draft(reading, system_id, reading.day)
    agreement_id = session.workspace.records.add("agreements", values)
    session.guide.open_record("agreements", agreement_id)
    session.guide.say("Driftavtalet är skapat och ifyllt med det registret vet.", undoable=True)


SPECIAL = Special(
    panels=(EarlierHolders, partial(AttachmentsPanel, "systems", "dokument")),
    by_panel=(ATTACHMENTS,),
    chips=("lifecycle",),
    tells=("system_owner", "product", "operating_unit"),
    action=("Skapa driftavtal", make_operations_agreement),
    paper="system_card",
    hidden=("roles.system",),
    always=("integrations.target", "integrations.source", "agreements.systems"),
    classing=("confidentiality", "integrity", "availability"),
    new_names=system_names,
    offers={"product": product_words},
    follows={"product": PRODUCT_FOLLOWS},
    windows={"dependencies": DependencyWindow},
)
