"""Mål: what a policy wants to have reached, by which year, and how far it has come.

Where the register itself can tell, `measure` says which share is counted; readings keep how it was on earlier days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, OPEN, PERSONAL, Choice, Day, LongText, Percent, Reference, Rows, Text, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section

_WHOLE = 10_000


@dataclass(frozen=True, kw_only=True)
class GoalReading:
    """How far a goal had come on a day."""

    measured_on: Annotated[date | None, Day("Dag", OPEN, required=True)] = None
    percent: Annotated[int | None, Percent("Uppnått", OPEN)] = None
    note: Annotated[str, Text("Kommentar", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class Goal(Record):
    """One goal of a styrande dokument, or one that stands by itself."""

    wording: Annotated[str, Text("Mål", OPEN, required=True, max_length=1000)] = ""
    area: Annotated[str, Choice("Område", OPEN, values="malomrade", expected=True)] = ""
    document: Annotated[UUID | None, Reference("Dokument", OPEN, to="steering_documents")] = None
    year: Annotated[int | None, Whole("Målår", OPEN, minimum=1900, maximum=2200, is_year=True, expected=True)] = None
    responsible: Annotated[UUID | None, Reference("Ansvarig", PERSONAL, to="people")] = None
    responsible_function: Annotated[str, Text("Ansvarig funktion", OPEN, expected=True)] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="aktivitetsstatus", expected=True)] = ""
    measure: Annotated[
        str,
        Choice("Mäts som", OPEN, values="malmatt", help="Räknas ur registret. Lämnas tom: då noteras läget för hand."),
    ] = ""
    target_percent: Annotated[int | None, Percent("Målvärde", OPEN)] = None
    readings: Annotated[tuple[GoalReading, ...], Rows("Avläsningar", OPEN, row=GoalReading)] = ()
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def check_shares(goal: Goal) -> Iterable[Problem]:
    """Shares are at most a hundred percent, and a day is read once."""
    if goal.target_percent is not None and goal.target_percent > _WHOLE:
        yield Problem("target_percent", "Målvärdet är mer än 100 procent. Ange en andel.")
    if any(reading.percent is not None and reading.percent > _WHOLE for reading in goal.readings):
        yield Problem("readings", "En avläsning är mer än 100 procent. Ange en andel.")
    days = [reading.measured_on for reading in goal.readings if reading.measured_on]
    if len(set(days)) < len(days):
        yield Problem("readings", "Samma dag står två gånger. Behåll den avläsning som gäller.", "anmarkning")


REGISTER = Register(
    name="goals",
    record=Goal,
    singular="mål",
    plural="Mål",
    new_label="Nytt mål",
    icon="target",
    title_fields=("wording",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("area", "document", "year", "responsible", "responsible_function", "status", "note"),
        ),
        Section("matning", "Mätning", ("measure", "target_percent", "readings")),
    ),
    columns=("wording", "document", "year", "status", "area", "target_percent", "responsible_function"),
    search=("wording", "responsible_function", "note"),
    subtitle=("area", "year"),
    rules=(check_shares,),
    begun_with=("wording", "area", "document", "year", "responsible_function", "measure"),
    place="Styrdokument",
)
