"""What can be done with a utbildningsplan, and what it is worth, over the fields of its page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.services.reading import Read
from itadmin.services.training.plans import worth_of_plan
from itadmin.ui.panels.training.standing import StandingBlock
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.training.acts import open_next_version
from itadmin.ui.training.adopt_sheet import open_adopting
from itadmin.ui.training.making_dialog import MakingDialog
from itadmin.ui.training.plan_read import PLANS

_PAPER = "training_plan"


class PlanDeedsPanel(Panel):
    """The state with its reason, and buttons; what another's plan, or one that is locked, cannot have is away."""

    section = "oversikt"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._read: Read | None = None
        metrics = session.look.metrics
        self.block = StandingBlock(session.look)
        add = self.block.buttons.add
        self.adopt = add("Fastställ…", "checkmark_circle", self._adopt)
        self.next = add("Ny version", "document_add", self._begin_next)
        self.copy = add("Kopiera till andra system…", "copy", self._copy)
        self.paper = add("Utbildningsplan som PDF…", "document_pdf", self._open_paper)
        self.lacking = add("Vem saknar vad…", "people_list", lambda: session.guide.do_command("who_lacks"))
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, metrics.block)
        column.addWidget(self.block)

    def show_read(self, read: Read) -> None:
        """Show how it is, and what there is to do."""
        self._read = read
        plan, reading = read.record, self._session.reading()
        if not isinstance(plan, TrainingPlan) or plan.deleted:
            self.hide()
            return
        is_own = self._session.may_change(read)
        is_locked = reading.lock_of(PLANS, plan) is not None
        has_later = bool(reading.referring(PLANS, "replaces", plan.id))
        self.block.show_judged(worth_of_plan(reading, plan.id))
        self.lacking.setVisible(is_locked)
        self.adopt.setVisible(is_own and not is_locked)
        self.next.setVisible(is_own and is_locked and not has_later)
        self.copy.setVisible(is_own and plan.kind == "system")
        self.show()

    def _adopt(self) -> None:
        read = self._read
        if read is not None:
            self._session.guide.attempt(lambda: open_adopting(self._session, read.record.id, self.window()))

    def _begin_next(self) -> None:
        read = self._read
        if read is not None:
            self._session.guide.attempt(lambda: open_next_version(self._session, read.record.id))

    def _copy(self) -> None:
        if self._read is not None:
            MakingDialog(self._session, (), self.window(), like=self._read.record.id).open()

    def _open_paper(self) -> None:
        if self._read is not None:
            self._session.guide.open_paper(_PAPER, self._read.record.id)
