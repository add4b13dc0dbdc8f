"""Roles of a system that others hold now or have held: who, from when, to when."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.fact_table import FactTable, Table, name_link
from itadmin.ui.register.special import Panel, Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import Label

ROLES = REGISTERS["roles"]


class EarlierHolders(Panel):
    """The roles that are not told as values, the last first."""

    section = "roller"
    is_last = True
    takes = (("roles", "system"),)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        metrics = session.look.metrics
        self._table = FactTable(session.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, 0, metrics.tight)
        column.addWidget(self._table)

    def show_read(self, read: Read) -> None:
        """Wait for the roles."""

    def show_related(self, read: Read, related: Related) -> None:
        """Show the roles that are not told above; hide when there are none."""
        now = {holder.role_id for holder in read.holders.values()}
        dated = [role for roles in related.values() for role in roles if role.record.id not in now]
        dated.sort(key=_last_first, reverse=True)
        self._table.show_table(Table(("Roll", "Vem", "När"), [partial(self._row, role) for role in dated]))
        self.setVisible(bool(dated))

    def _row(self, role: Read) -> list[str | QWidget]:
        look = self._session.look
        open_role = partial(self._session.guide.open_record, "roles", role.record.id)
        link = name_link(look, field_text(ROLES, role, "kind"), open_role, TextStyle.SECOND)
        who = field_text(ROLES, role, "person") or field_text(ROLES, role, "function")
        when = Label(look, _when(role), TextStyle.SECOND, Ink.TEXT2)
        return [link, Label(look, who, TextStyle.SECOND, wrap=True), when]


def _when(role: Read) -> str:
    start, end = field_text(ROLES, role, "starts_on"), field_text(ROLES, role, "ends_on")
    return f"{start or '…'} – {end}" if end else (f"från {start}" if start else "")


def _last_first(role: Read) -> str:
    return field_text(ROLES, role, "ends_on") or "9999" + field_text(ROLES, role, "starts_on")
