"""What is special of an access decision: its paper, and the rights of its system, offered where one is written."""

from __future__ import annotations

from functools import partial

from itadmin.documents import access_decision
from itadmin.ui.panels.access_rights import WRITING
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.register.special import Head, Papers, Parts, Special

SPECIAL = Special(
    head=Head(tells=("person", "function", "system", "state")),
    parts=Parts(panels=(partial(PapersPanel, "access_decisions"),)),
    papers=Papers(access_decision.TYPE),
    writing=WRITING,
)
