"""Behörighetsbeslut: the system owner's decisions of who gets which right in a system.

Personal throughout: no field of this register leaves the file in any profile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import LOCAL_PERSONAL, Computed, Day, LongText, Reference, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.session_findings import OF_ACCESS_DECISIONS as UNTRAINED
from itadmin.domain.registers.surrounding_findings import OF_ACCESS_DECISIONS


@dataclass(frozen=True, kw_only=True)
class AccessDecision(Record):
    """One decision: a right, for a person or for everybody in a function, from a day until it ends or is withdrawn."""

    access_right: Annotated[
        str, Text("Behörighet", LOCAL_PERSONAL, required=True, help="En av systemets behörigheter, som Handläggare.")
    ] = ""
    system: Annotated[UUID | None, Reference("System", LOCAL_PERSONAL, to="systems", expected=True)] = None
    person: Annotated[UUID | None, Reference("Person", LOCAL_PERSONAL, to="people")] = None
    function: Annotated[
        str, Text("Funktion", LOCAL_PERSONAL, help="Alla som har befattningen, till exempel biståndshandläggare.")
    ] = ""
    organisation: Annotated[UUID | None, Reference("Organisation", LOCAL_PERSONAL, to="organisations")] = None
    starts_on: Annotated[date | None, Day("Från och med", LOCAL_PERSONAL, expected=True)] = None
    ends_on: Annotated[date | None, Day("Till och med", LOCAL_PERSONAL)] = None
    reason: Annotated[str, LongText("Skäl", LOCAL_PERSONAL, expected=True)] = ""
    decided_by: Annotated[UUID | None, Reference("Beslutad av", LOCAL_PERSONAL, to="people")] = None
    decided_by_function: Annotated[
        str, Text("Beslutande funktion", LOCAL_PERSONAL, help="Befattningen, till exempel Socialchef.")
    ] = ""
    decided_on: Annotated[date | None, Day("Beslutad", LOCAL_PERSONAL, expected=True)] = None
    registry_number: Annotated[str, Text("Diarienummer", LOCAL_PERSONAL, max_length=40)] = ""
    withdrawn_on: Annotated[date | None, Day("Återkallad", LOCAL_PERSONAL)] = None
    withdrawn_reason: Annotated[str, Text("Skäl till återkallelsen", LOCAL_PERSONAL)] = ""
    reviewed_on: Annotated[date | None, Day("Senast granskad", LOCAL_PERSONAL)] = None
    reviewed_by: Annotated[str, Text("Granskad av", LOCAL_PERSONAL)] = ""
    state: Annotated[str, Computed("Läge", LOCAL_PERSONAL, values="behorighetslage")] = ""


def check_decision(decision: AccessDecision) -> Iterable[Problem]:
    """A right does not end before it begins, and somebody gets it by somebody's decision."""
    if decision.starts_on and decision.ends_on and decision.ends_on < decision.starts_on:
        yield Problem("ends_on", "Behörigheten slutar före sin första dag. Ändra dagen.")
    if not (decision.person or decision.function):
        yield Problem("person", "Ange vem som får behörigheten: en person eller en funktion.", "anmarkning")
    if not (decision.decided_by or decision.decided_by_function):
        yield Problem("decided_by", "Ange vem som har beslutat. Det är systemägarens beslut.", "anmarkning")


def state(decision: AccessDecision, day: date) -> str:
    """The code of how the decision stands on a day."""
    if decision.withdrawn_on and decision.withdrawn_on <= day:
        return "aterkallad"
    if decision.ends_on and decision.ends_on < day:
        return "upphord"
    if decision.decided_on is None:
        return "ej_beslutad"
    return "kommande" if decision.starts_on and decision.starts_on > day else "galler"


REGISTER = Register(
    name="access_decisions",
    record=AccessDecision,
    singular="behörighetsbeslut",
    plural="Behörighetsbeslut",
    new_label="Nytt behörighetsbeslut",
    icon="lock_closed",
    title_fields=("access_right",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("system", "person", "function", "organisation", "starts_on", "ends_on", "reason"),
        ),
        Section("beslut", "Beslut", ("decided_by", "decided_by_function", "decided_on", "registry_number")),
        Section(
            "uppfoljning",
            "Återkallelse och granskning",
            ("withdrawn_on", "withdrawn_reason", "reviewed_on", "reviewed_by"),
        ),
    ),
    columns=("access_right", "system", "person", "function", "state", "starts_on", "ends_on"),
    search=("access_right", "function", "registry_number", "reason"),
    subtitle=("person", "function", "system"),
    rules=(check_decision,),
    calculations={"state": state},
    findings=(*OF_ACCESS_DECISIONS, *UNTRAINED),
    begun_with=(
        "access_right",
        "system",
        "person",
        "function",
        "starts_on",
        "ends_on",
        "reason",
        "decided_by",
        "decided_on",
    ),
    place="System",
)
