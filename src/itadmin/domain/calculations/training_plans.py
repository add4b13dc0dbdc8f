"""What an utbildningsplan is worth on a day: missing, a draft, adopted, or adopted but no longer true. Pure.

A plan holds for twelve months at most and for one main version of its system. Source: the field dossier, 5.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from itadmin.domain.calculations.version_numbers import major
from itadmin.domain.calendar import months_from, prose

HOLDS_MONTHS = 12
"""How long a plan holds from the day it was adopted."""
LEAD_MONTHS = 3
"""How long before a plan must be looked over one is told."""
IN_FORCE, OUT_OF_USE, REPLACED, DRAFT, CIRCULATED = "faststalld", "inaktuell", "ersatt", "utkast", "remiss"
"""The codes of a plan's own state."""
ADOPTED = (IN_FORCE, OUT_OF_USE)
"""The states of plans that have been adopted and not replaced, the better first."""


class PlanState(StrEnum):
    """How it is with a plan, the worst first; the values are permanent codes."""

    MISSING = "saknas"
    OUTDATED = "inaktuell"
    DRAFT = "utkast"
    COMING = "kommande"
    ADOPTED = "faststalld"


STATE_WORDS: Mapping[PlanState, str] = {
    PlanState.MISSING: "Saknas",
    PlanState.OUTDATED: "Inaktuell",
    PlanState.DRAFT: "Utkast",
    PlanState.COMING: "Gäller senare",
    PlanState.ADOPTED: "Fastställd",
}
"""What the states are called."""


class PlanTime(NamedTuple):
    """What decides about a plan: its own state, days, and the system's version that it was adopted for.

    `starts_on` is said of a plan that nothing came before: until the next version begins, the one before it holds.
    """

    status: str
    adopted_on: date | None = None
    valid_until: date | None = None
    revise_by: date | None = None
    system_version: str = ""
    starts_on: date | None = None


class Judged(NamedTuple):
    """The state of a plan on a day, and why: words that follow a colon, "" where nothing need be said."""

    state: PlanState
    reason: str = ""


_MISSING = Judged(PlanState.MISSING)
_REPLACED = Judged(PlanState.OUTDATED, "ersatt av en nyare version")


def judged(plan: PlanTime | None, system_version: str, day: date) -> Judged:
    """How it is with the plan of a system that has a version, or of none, on a day. None is no plan at all."""
    if plan is None:
        return _MISSING
    if plan.status == REPLACED:
        return _REPLACED
    if plan.status not in ADOPTED:
        return Judged(PlanState.DRAFT, "på remiss" if plan.status == CIRCULATED else "")
    reasons = ", ".join(_outdated(plan, system_version, day))
    if reasons:
        return Judged(PlanState.OUTDATED, reasons)
    if plan.starts_on is not None and plan.starts_on > day:
        return Judged(PlanState.COMING, f"fastställd, och gäller från {prose(plan.starts_on)}")
    return Judged(PlanState.ADOPTED)


def holds_until(plan: PlanTime) -> date | None:
    """The last day that a plan holds if nobody does anything; None when it says no day at all."""
    year = months_from(plan.adopted_on, HOLDS_MONTHS) if plan.adopted_on else None
    return min((day for day in (year, plan.revise_by, plan.valid_until) if day), default=None)


def next_revision(adopted_on: date) -> date:
    """The day by which a plan is to be looked over that is adopted on a day."""
    return months_from(adopted_on, HOLDS_MONTHS)


def _outdated(plan: PlanTime, system_version: str, day: date) -> Iterator[str]:
    """Why an adopted plan is no longer worth its name."""
    if plan.status == OUT_OF_USE:
        yield "satt som inaktuell"
    is_old = plan.adopted_on is not None and months_from(plan.adopted_on, HOLDS_MONTHS) < day
    if is_old:
        yield f"fastställd för mer än {HOLDS_MONTHS} månader sedan"
    elif plan.revise_by is not None and plan.revise_by < day:
        yield f"skulle ha reviderats senast {prose(plan.revise_by)}"
    if plan.adopted_on is None:
        yield "fastställd utan dag"
    if plan.valid_until is not None and plan.valid_until < day:
        yield f"gällde till och med {prose(plan.valid_until)}"
    now, then = major(system_version), major(plan.system_version)
    if now is not None and then is not None and now != then:
        yield f"systemet har ny huvudversion {now} (planen gäller {then})"
