"""What can be done with a plan, and how far it has come, over the fields of its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.registers.implementations import APPROVED, WORKED_ON, Implementation
from itadmin.services.implementation import LeftError, has_come, parts_of
from itadmin.services.implementation.parts import PLANS
from itadmin.services.implementation.templates import template_kinds
from itadmin.services.implementation.words import progress_sentences
from itadmin.services.reading import Read
from itadmin.ui.implementation.gate_sheets import ApproveSheet, OperationSheet
from itadmin.ui.implementation.making_sheet import MakingSheet
from itadmin.ui.implementation.move_sheet import go_live_sheet
from itadmin.ui.panels.implementation.progress_block import ProgressBlock
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session

GATE = "grind"
_PAPER = "implementation_plan"
_AWAY = "avveckling"
_EMPTY = "Planen är tom. Fyll den från en mall, så får den faser, aktiviteter och checklista."


class PlanDeedsPanel(Panel):
    """Progress and buttons; what another's plan, or one that has come further, cannot have is away."""

    section = "oversikt"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._read: Read | None = None
        self.block = ProgressBlock(session.look)
        add = self.block.buttons.add
        self.fill = add("Från mall…", "document_add", self._over(self._fill))
        self.begin_work = add("Påbörja", "rocket", self._over(lambda read: self._save(read, {"status": "pagar"})))
        self.decide = add("Notera beslut", "checkmark", self._over(self._decide))
        self.move_days = add("Flytta driftstart…", "calendar", self._over(self._move))
        self.approve = add("Driftgodkänn…", "checkmark_circle", self._over(self._approve))
        self.operate = add("Sätt i drift…", "rocket", self._over(self._operate))
        self.end = add("Avsluta planen", "archive", self._over(lambda read: self._save(read, {"status": "avslutad"})))
        self.gantt = add("Gantt…", "calendar", lambda: session.guide.do_command("gantt"))
        self.paper = add("Planen som PDF…", "document_pdf", self._over(self._open_paper))
        metrics = session.look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, metrics.block)
        column.addWidget(self.block)

    def show_read(self, read: Read) -> None:
        """Show how far it has come, and what there is to do."""
        self._read = read
        plan, reading = read.record, self._session.reading()
        if not isinstance(plan, Implementation) or plan.deleted:
            self.hide()
            return
        parts = parts_of(reading, plan.id)
        is_own, is_empty = self._session.may_change(read), not (plan.phases or parts.activities)
        is_open = plan.status in WORKED_ON
        come = parts.progress(reading.day)
        self.block.show_progress(come, (_EMPTY,) if is_empty and is_own else progress_sentences(parts, reading.day))
        self.fill.setVisible(is_own and is_empty)
        self.begin_work.setVisible(is_own and not is_empty and plan.status in ("", "utkast"))
        self.decide.setVisible(is_own and come.next_decision is not None and plan.status in ("pagar", "godkand"))
        self.move_days.setVisible(is_own and is_open and plan.go_live_on is not None)
        self.move_days.setText("Flytta sista dagen…" if plan.kind == _AWAY else "Flytta driftstart…")
        self.approve.setVisible(is_own and is_open and not is_empty)
        self.approve.setText("Godkänn…" if plan.kind == _AWAY else "Driftgodkänn…")
        self.operate.setVisible(is_own and plan.status in APPROVED and self._is_not_yet(plan))
        self.operate.setText("Markera avvecklat…" if plan.kind == _AWAY else "Sätt i drift…")
        self.end.setVisible(is_own and plan.status == "godkand" and not self._is_not_yet(plan))
        self.gantt.setVisible(not is_empty)
        self.show()

    def _is_not_yet(self, plan: Implementation) -> bool:
        """Whether the system of a plan is yet to become what the plan is for."""
        reads = self._session.reading().many("systems", [plan.system]) if plan.system else {}
        return any(not has_come(plan.kind, getattr(read.record, "lifecycle", "")) for read in reads.values())

    def _over(self, work: Callable[[Read], object]) -> Callable[[], None]:
        """Do something with the plan that is shown; what is refused is said in the status row."""

        def do_it() -> None:
            read = self._read
            if read is not None:
                self._session.guide.attempt(lambda: work(read))

        return do_it

    def _fill(self, read: Read) -> None:
        plan: Any = read.record
        kinds = (plan.kind,) if plan.kind else template_kinds()
        given = {"plan_id": plan.id, "go_live_on": plan.go_live_on}
        MakingSheet(self._session, plan.system, kinds, self._window(), **given).open()

    def _move(self, read: Read) -> None:
        go_live_sheet(self._session, read, self._window()).open()

    def _approve(self, read: Read) -> None:
        """Ask for the approval, or lead to what is left."""
        try:
            ApproveSheet(self._session, read, self._window()).open()
        except LeftError as error:
            self.asked.emit(GATE, error.beside_list)
        except KnownError as error:
            self._session.guide.say(error.sentence)

    def _operate(self, read: Read) -> None:
        OperationSheet(self._session, read, self._window()).open()

    def _decide(self, read: Read) -> None:
        """Note the next decision as made today."""
        reading = self._session.reading()
        place = parts_of(reading, read.record.id).progress(reading.day).next_decision
        rows = [dict(row) for row in to_plain(read.record)["phases"]]
        if place is None:
            return
        rows[place]["decided_on"] = reading.day.isoformat()
        self._session.workspace.records.save(PLANS, read.record.id, {"phases": rows})
        self._session.guide.say(f"{rows[place]['decision']}: beslutet är noterat i dag.", undoable=True)

    def _save(self, read: Read, values: dict[str, Any]) -> None:
        step = self._session.workspace.records.save(PLANS, read.record.id, values)
        self._session.guide.say(f"{step.title}.", undoable=True)

    def _open_paper(self, read: Read) -> None:
        self._session.guide.open_paper(_PAPER, read.record.id)

    def _window(self) -> QWidget:
        return self.window()
