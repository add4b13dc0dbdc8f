"""What is special of the page of a goal."""

from __future__ import annotations

from itadmin.ui.panels.goals.measure import MeasurePanel
from itadmin.ui.register.special import Head, Parts, Special

SPECIAL = Special(
    head=Head(tells=("area", "year", "document")),
    parts=Parts(panels=(MeasurePanel,), order=("matning", "oversikt")),
)
