"""A person's own parts: all that somebody answers for, the rights they have, and handing over to another."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.handover import current_roles
from itadmin.services.reading import Read
from itadmin.ui.panels.handover import HandOverSheet
from itadmin.ui.panels.leaving import LeavingPanel
from itadmin.ui.panels.sessions.of_person import TrainingsPanel
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.fact_table import Table, name_link
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Head, Parts, Related, Special
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton

ROLES, DECISIONS = REGISTERS["roles"], REGISTERS["access_decisions"]
_DAYS = ("starts_on", "ends_on")
_RIGHT_TOLD = (*_DAYS, "state")
_OVER = ("aterkallad", "upphord")


class TasksPanel(TablePanel):
    """The roles of today by system, the earlier ones folded, and the way to hand them over."""

    section = "uppdrag"
    title = "Ansvarar för"
    takes = (("roles", "person"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Ingen roll i något system.", ("tidigare roll", "tidigare roller"))
        look = session.look
        self._shown: Read | None = None
        self._hand_over = Button(look, "Lämna över …", icon="people_team", small=True)
        self._hand_over.clicked.connect(self._ask)
        self.foot.setContentsMargins(look.metrics.link_pad, look.metrics.tight, 0, 0)
        self.foot.addWidget(self._hand_over)
        self.foot.addStretch(1)

    def show_read(self, read: Read) -> None:
        """Offer one more role where the person may be changed."""
        self._shown = read
        self.link_changed.emit(f"{ROLES.new_label} …" if self.session.may_change(read) else "")

    def show_related(self, _read: Read, related: Related) -> None:
        """Show the roles."""
        roles = [role for roles in related.values() for role in roles]
        roles.sort(key=lambda role: (field_text(ROLES, role, "system"), field_text(ROLES, role, "kind")))
        day = self.session.reading().day
        now, over = parted(roles, lambda role: role.ends_on is not None and role.ends_on < day)
        headings = ("System", "Roll", *(ROLES.fields[name].label for name in _DAYS))
        self.show_tables(
            Table(headings, [partial(self._row, role) for role in now], whole=(2, 3)),
            Table(headings, [partial(self._row, role) for role in over], whole=(2, 3)),
        )
        self._hand_over.setVisible(any(self.session.may_change(role) for role in now))

    def follow_link(self) -> None:
        """Ask for one more role."""
        if self._shown is not None:
            sheet = NewRecordDialog(self.session, ROLES, {"person": self._shown.record.id}, self.window())
            sheet.added.connect(lambda _made: self.session.guide.say("Rollen är tillagd.", undoable=True))
            sheet.open()

    def _row(self, role: Read) -> list[str | QWidget]:
        look, guide = self.session.look, self.session.guide
        kind = name_link(look, field_text(ROLES, role, "kind"), partial(guide.open_record, "roles", role.record.id))
        system = getattr(role.record, "system", None)
        name = field_text(ROLES, role, "system")
        target: str | QWidget = name
        if system is not None:
            target = name_link(look, name, partial(guide.open_record, "systems", system))
        return [target, kind, *(field_text(ROLES, role, day) for day in _DAYS)]

    def _ask(self) -> None:
        if self._shown is not None:
            roles = current_roles(self.session.reading(), self._shown.record.id)
            HandOverSheet(self.session, self._shown, roles, self.window()).open()


class RightsPanel(TablePanel):
    """The rights that a person has by decision; hidden for somebody who has had none."""

    section = "rattigheter"
    title = "Behörigheter"
    takes = (("access_decisions", "person"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Har ingen behörighet nu.", ("som inte längre gäller",) * 2)

    def show_read(self, read: Read) -> None:
        """Wait for the decisions."""

    def show_related(self, _read: Read, related: Related) -> None:
        """Show the decisions."""
        decisions = [decision for decisions in related.values() for decision in decisions]
        now, over = parted(decisions, lambda decision: decision.state in _OVER)
        headings = ("Behörighet", "System", *(DECISIONS.fields[name].label for name in _RIGHT_TOLD))
        self.show_tables(
            Table(headings, [partial(self._row, decision) for decision in now], whole=(2, 3)),
            Table(headings, [partial(self._row, decision) for decision in over], whole=(2, 3)),
        )
        self.shown_changed.emit(bool(decisions))

    def _row(self, decision: Read) -> list[str | QWidget]:
        open_decision = partial(self.session.guide.open_record, DECISIONS.name, decision.record.id)
        link: LinkButton = name_link(self.session.look, decision.label, open_decision)
        return [link, *(field_text(DECISIONS, decision, name) for name in ("system", *_RIGHT_TOLD))]


SPECIAL = Special(
    head=Head(tells=("title", "organisation", "email", "phone")),
    parts=Parts(
        panels=(TasksPanel, RightsPanel, TrainingsPanel, LeavingPanel),
        order=("oversikt", "uppdrag", "rattigheter", "utbildningar"),
    ),
)
