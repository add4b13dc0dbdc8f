"""What is special of the page of a samverkansärende: its parts and their order, and its paper."""

from __future__ import annotations

from functools import partial

from itadmin.documents import decision_paper
from itadmin.services.cooperation_cases.standing import CASES
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.panels.allocations import AllocationsPanel
from itadmin.ui.panels.cooperation_cases.deeds import CaseDeedsPanel
from itadmin.ui.panels.cooperation_cases.stances import StancesPanel
from itadmin.ui.panels.decisions import DecisionsPanel
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.register.special import Head, Papers, Parts, Special

SPECIAL = Special(
    head=Head(chips=("status",), tells=("host", "goal_level", "goal_on")),
    parts=Parts(
        panels=(
            CaseDeedsPanel,
            StancesPanel,
            partial(AllocationsPanel, CASES),
            partial(DecisionsPanel, "cases"),
            partial(PapersPanel, CASES),
            partial(AttachmentsPanel, CASES, "dokument"),
        ),
        order=(
            "oversikt",
            "stallning",
            "mal",
            "kostnad",
            "fordelning",
            "tidplan",
            "fattade_beslut",
            "handlingar",
            "dokument",
        ),
        left_out=(ATTACHMENTS,),
    ),
    papers=Papers(decision_paper.TYPE),
)
