"""The sheet that asks before a row of the matrix gets a kostnadsfördelning: what is shared, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.entry import edit_text, plain_from_text
from itadmin.domain.registers.allocations import REGISTER
from itadmin.services.acting import Plan, step_of
from itadmin.services.allocations.making import told_draft
from itadmin.ui.dialogs.ask_sheet import AskSheet
from itadmin.ui.session import Session

_AMOUNT = REGISTER.fields["amount"]
_UNKNOWN = "Beloppet är inte känt. Skriv det nu eller senare."


class CostSheet(AskSheet):
    """Asks for the cost a year of a planned draft. `made` gives the draft when it is written."""

    made = Signal(object)

    def __init__(self, session: Session, name: str, plan: Plan, parent: QWidget | None) -> None:
        super().__init__(session, "Räkna på kostnaden", name, ("Gör ett utkast", "calculator"), parent)
        self._plan = plan
        self._written: UUID | None = None
        self.amount = self.add_line(
            "Belopp per år, kr", edit_text(_AMOUNT, plan.edits[0].values["amount"]), is_short=True
        )
        self.preview()
        self.amount.setFocus()
        self.amount.selectAll()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """Who shares what."""
        plan = self._wanted()
        lacking = plan.edits[0].values["amount"] is None
        return told_draft(self.session.reading(), plan), [_UNKNOWN] if lacking else []

    def step(self) -> ChangeSet:
        """The draft."""
        step = step_of(self.session.workspace.records, self._wanted())
        self._written = step.changes[0].record_id
        return step

    def after(self, step: ChangeSet) -> None:
        """Tell of the draft, and lead to it."""
        if self._written is not None:
            self.made.emit(self._written)
        super().after(step)

    def _wanted(self) -> Plan:
        """The plan with the amount that stands on the sheet. Raises ValueError with what is wrong."""
        edit = self._plan.edits[0]
        amount = plain_from_text(_AMOUNT, self.amount.text())
        return replace(self._plan, edits=(replace(edit, values={**edit.values, "amount": amount}),))
