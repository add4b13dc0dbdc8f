"""Adopting a kostnadsfördelning: when, and what it leads to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.services.acting import Plan, step_of
from itadmin.services.allocations.adopting import adopted
from itadmin.services.reading import Read
from itadmin.ui.dialogs.ask_sheet import AskSheet
from itadmin.ui.session import Session


class AdoptSheet(AskSheet):
    """Asks for the day. Raises KnownError when it cannot be adopted. `adopted` says what was done."""

    adopted = Signal(str)

    def __init__(self, session: Session, read: Read, parent: QWidget | None) -> None:
        today = session.reading().day
        adopted(session.reading(), read.record.id, today)
        super().__init__(session, "Fastställ fördelningen", read.label, ("Fastställ", "checkmark_circle"), parent)
        self._allocation_id = read.record.id
        self.day = self.add_line("Dag", today.isoformat(), is_short=True)
        self.preview()
        self.day.setFocus()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """What is written down, and what to think of first."""
        plan = self._adoption()
        return plan.outcome, plan.remarks

    def after(self, step: ChangeSet) -> None:
        """Tell of it where it was asked."""
        super().after(step)
        self.adopted.emit(step.title)

    def step(self) -> ChangeSet:
        """The adoption."""
        return step_of(self.session.workspace.records, self._adoption())

    def _adoption(self) -> Plan:
        return adopted(self.session.reading(), self._allocation_id, self.day_in(self.day))
