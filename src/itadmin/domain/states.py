"""Codes that more than one part asks of: which states end a matter, and what a kommun answers in a samverkansärende.

Their words and the lists that they are of stand in `values`. Knows no register.
"""

from __future__ import annotations

DONE, DROPPED = "klar", "avbruten"
OVER = frozenset({DONE, DROPPED})
"""The states (list *aktivitetsstatus*) of what nobody works on any more: activities, goals, actions, changes."""
PLAN_OVER = frozenset({"avslutad", "avbruten"})
"""The same of införande- and avvecklingsplaner."""
CASE_OVER = frozenset({"avslutat", "avbrutet"})
"""The same of samverkansärenden."""
DECISION_OVER = frozenset({"klart", "utgar"})
"""The same of what was decided."""

SILENT, WITH, WITH_RESERVATION, WAITING, OUT = "ej_svarat", "med", "med_forbehall", "avvaktar", "avstar"
"""The codes of *stallningstagande*."""
IN = frozenset({WITH, WITH_RESERVATION})
UNDECIDED = frozenset({"", SILENT, WAITING})
