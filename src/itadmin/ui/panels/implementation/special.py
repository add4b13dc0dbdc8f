"""What is special of the page of an införande- or avvecklingsplan: its parts and their order, and its paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from itadmin.documents import implementation_plan
from itadmin.services.implementation.parts import PLANS
from itadmin.services.implementation.templates import template_kinds
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.implementation.making_sheet import MakingSheet
from itadmin.ui.panels.implementation.activities import ActivitiesPanel
from itadmin.ui.panels.implementation.checklist import ChecklistPanel
from itadmin.ui.panels.implementation.deeds import PlanDeedsPanel
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.register.special import Head, Instead, Papers, Parts, Special, Writing
from itadmin.ui.session import Session


def _make_from_template(session: Session, parent: QWidget | None) -> None:
    MakingSheet(session, None, template_kinds(), parent).open()


SPECIAL = Special(
    head=Head(chips=("status", "kind"), tells=("system", "go_live_on", "responsible_function")),
    parts=Parts(
        panels=(
            PlanDeedsPanel,
            ActivitiesPanel,
            ChecklistPanel,
            partial(PapersPanel, PLANS),
            partial(AttachmentsPanel, PLANS, "dokument"),
        ),
        order=("oversikt", "grind", "aktiviteter", "faser", "handlingar", "dokument"),
        left_out=(ATTACHMENTS, "checklist", "template"),
    ),
    papers=Papers(implementation_plan.TYPE),
    writing=Writing(instead=Instead("Gör från mall…", _make_from_template)),
)
