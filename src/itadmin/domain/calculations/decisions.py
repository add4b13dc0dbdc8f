"""When it is time to ask whether a beslut has been carried out, and what is then said of its day. Knows no reader."""

from __future__ import annotations

from datetime import date, timedelta

from itadmin.domain.calendar import spoken_day

SOON = timedelta(days=30)
"""How long before its day a beslut is asked about."""


def told_due(due: date, today: date) -> str:
    """By when a beslut is to be carried out, or was to be, as a sentence; "" while that day is far off."""
    if due - today > SOON:
        return ""
    when = "skulle ha varit" if due < today else "ska vara"
    return f"Beslutet {when} verkställt senast {spoken_day(due, today)}."
