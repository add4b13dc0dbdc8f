"""The training in a system, on its page: what its utbildningsplan is worth, for whom it is, and what to do about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from itadmin.documents.phrases import lowered, raised
from itadmin.domain.calculations.training_plans import PlanState
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.services.training.coverage import DEMANDED, UNKNOWN
from itadmin.services.training.plans import SystemPlan, plan_of_system
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.panels.training.standing import StandingBlock
from itadmin.ui.register.chips import chip_for
from itadmin.ui.register.fact_table import Cells, FactTable, Table, name_link
from itadmin.ui.register.special import Panel, Related
from itadmin.ui.session import Session
from itadmin.ui.training.acts import open_next_version
from itadmin.ui.training.adopt_sheet import open_adopting
from itadmin.ui.training.making_dialog import MakingDialog
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.labels import Label

PLANS = REGISTERS["training_plans"]
_TOLD = ("adopted_on", "revise_by")
_HEADINGS = ("Utbildningsplan", "Läge", *(PLANS.fields[name].label for name in _TOLD), "Målgrupper")
_LEFT = ("ersatt",)
_NEEDLESS = "Systemet har ingen utbildningsplan. En plan krävs bara för verksamhetssystem."


class TrainingPanel(Panel):
    """The plans of a system with the buttons of the one that counts."""

    section = "utbildning"
    title = "Utbildning"
    takes = (("training_plans", "system"),)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._read: Read | None = None
        self._plan: SystemPlan | None = None
        metrics = session.look.metrics
        self.block = StandingBlock(session.look)
        add = self.block.buttons.add
        self.new = add("Ny plan från mall…", "document_add", partial(self._make, copying=False))
        self.copy = add("Kopiera från…", "copy", partial(self._make, copying=True))
        self.open = add("Öppna planen", "arrow_right", self._open)
        self.adopt = add("Fastställ…", "checkmark_circle", self._adopt)
        self.next = add("Ny version", "document_add", self._begin_next)
        self.lacking = add("Vem saknar vad…", "people_list", lambda: session.guide.do_command("who_lacks"))
        self.table = FactTable(session.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, metrics.tight)
        column.setSpacing(metrics.gap)
        column.addWidget(self.block)
        column.addWidget(self.table)

    def show_read(self, read: Read) -> None:
        """Show what the plan is worth, and what there is to do."""
        self._read = read
        is_own = self._session.may_change(read)
        self._plan = plan = plan_of_system(self._session.reading(), read.record.id)
        self.block.show_judged(plan.judged, "En ny version är påbörjad." if plan.draft_id else "")
        category = getattr(read.record, "category", "")
        if plan.plan_id is None and category != DEMANDED:
            self.block.show_needless(_NEEDLESS if category else f"{raised(UNKNOWN)}.")
        has_draft = plan.judged.state is PlanState.DRAFT or plan.draft_id is not None
        self.new.setVisible(is_own and plan.plan_id is None)
        self.copy.setVisible(is_own and plan.plan_id is None)
        self.open.setVisible(plan.plan_id is not None)
        self.lacking.setVisible(plan.judged.state not in (PlanState.MISSING, PlanState.DRAFT))
        self.adopt.setVisible(is_own and has_draft)
        self.next.setVisible(is_own and plan.plan_id is not None and not has_draft)

    def show_related(self, _read: Read, related: Related) -> None:
        """Show the plans that are not replaced."""
        plans = [plan for plans in related.values() for plan in plans]
        reading = self._session.reading()
        whole = reading.many(PLANS.name, [plan.record.id for plan in plans]).values()
        told = [plan for plan in whole if getattr(plan.record, "status", "") not in _LEFT]
        self.table.show_table(Table(_HEADINGS, [partial(self._row, plan) for plan in told], whole=(1, 2, 3)))

    def _row(self, read: Read) -> Cells:
        look, plan = self._session.look, read.record
        named = f"{read.label} {getattr(plan, 'version', '')}".strip()
        link = name_link(look, named, partial(self._session.guide.open_record, PLANS.name, plan.id))
        kind = chip_for("planstatus", getattr(plan, "status", ""))
        state = field_text(PLANS, read, "status")
        chip = Chip(look, kind, state) if kind is not None and state else Label(look, state or "–")
        audiences = plan.audiences if isinstance(plan, TrainingPlan) else ()
        words = ", ".join(lowered(read.words.label_of("malgrupp", row.audience)) for row in audiences)
        told = Label(look, words or "–", TextStyle.SECOND, wrap=True)
        return (link, chip, *(field_text(PLANS, read, name) or "–" for name in _TOLD), told)

    def _make(self, *, copying: bool) -> None:
        if self._read is not None:
            MakingDialog(self._session, (self._read.record.id,), self.window(), copying=copying).open()

    def _open(self) -> None:
        if self._plan is not None and self._plan.plan_id is not None:
            self._session.guide.open_record(PLANS.name, self._plan.plan_id)

    def _adopt(self) -> None:
        plan = self._plan
        draft = (plan.draft_id or plan.plan_id) if plan is not None else None
        if draft is not None:
            self._session.guide.attempt(lambda: open_adopting(self._session, draft, self.window()))

    def _begin_next(self) -> None:
        plan = self._plan
        current = plan.plan_id if plan is not None else None
        if current is not None:
            self._session.guide.attempt(lambda: open_next_version(self._session, current))
