"""What is special of an organisation's page: its papers, and the sheet of incidents of a leverantör."""

from __future__ import annotations

from functools import partial

from itadmin.documents import incident_sheet
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.register.special import Head, Papers, Parts, Special

SPECIAL = Special(
    head=Head(tells=("kind", "parent")),
    parts=Parts(panels=(partial(PapersPanel, "organisations"),)),
    papers=Papers(incident_sheet.TYPE, is_for=lambda organisation: organisation.kind == "leverantor"),
)
