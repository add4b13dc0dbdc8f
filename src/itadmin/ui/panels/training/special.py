"""What is special of the page of a utbildningsplan: its parts and their order, its windows and its paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.documents import training_plan
from itadmin.services.reading import Read
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.panels.training.deeds import PlanDeedsPanel
from itadmin.ui.panels.training.table import PlanTablePanel
from itadmin.ui.panels.training.versions import PlanVersionsPanel
from itadmin.ui.register.special import Action, Head, Instead, Papers, Parts, Related, Special, Writing
from itadmin.ui.session import Session
from itadmin.ui.training.making_dialog import MakingDialog
from itadmin.ui.training.plan_read import PLANS
from itadmin.ui.training.plan_window import PlanWindow
from itadmin.ui.training.state_signs import state_chip


def _signs(session: Session, read: Read, _related: Related) -> Sequence[QWidget]:
    """What the plan is worth today, which its own läge does not tell."""
    chip = state_chip(session.look)
    chip.show_state(session.reading(), read.record.id)
    return (chip,)


def _open_table(session: Session, _plan_id: UUID) -> None:
    session.guide.do_command("plan_grid")


def _make_from_template(session: Session, parent: QWidget | None) -> None:
    MakingDialog(session, (), parent).open()


SPECIAL = Special(
    head=Head(signs=_signs, tells=("version", "system", "responsible_function")),
    parts=Parts(
        panels=(
            PlanDeedsPanel,
            PlanTablePanel,
            PlanVersionsPanel,
            partial(PapersPanel, PLANS),
            partial(AttachmentsPanel, PLANS, "dokument"),
        ),
        order=(
            "oversikt",
            "moment",
            "malgrupper",
            "ansvar",
            "material",
            "budget",
            "uppfoljning",
            "giltighet",
            "versioner",
            "handlingar",
            "dokument",
        ),
        left_out=(ATTACHMENTS,),
    ),
    papers=Papers(training_plan.TYPE, Action("Målgrupper och moment", _open_table, "edit", only_shows=True)),
    writing=Writing(instead=Instead("Gör från mall…", _make_from_template)),
    windows={"plan_grid": PlanWindow},
)
