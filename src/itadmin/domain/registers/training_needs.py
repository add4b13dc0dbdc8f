"""Utbildningsbehov: how many of a kommun need a course during a year, when it suits, and what it costs alone.

Kommuner put theirs together into courses that they give for one another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, OPEN, Choice, LongText, Money, Reference, Rows, Text, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class MonthRow:
    """A month that suits."""

    month: Annotated[str, Choice("Månad", OPEN, values="manad", required=True)] = ""


@dataclass(frozen=True, kw_only=True)
class TrainingNeed(Record):
    """One kommun's need of one course in one year."""

    topic: Annotated[str, Text("Behov", OPEN, required=True, help="Till exempel Grundkurs Lifecare.")] = ""
    system: Annotated[UUID | None, Reference("System", OPEN, to="systems", expected=True)] = None
    module: Annotated[UUID | None, Reference("Moment", OPEN, to="training_modules")] = None
    municipality: Annotated[UUID | None, Reference("Kommun", OPEN, to="organisations", expected=True)] = None
    audience: Annotated[str, Choice("Målgrupp", OPEN, values="malgrupp")] = ""
    year: Annotated[int | None, Whole("År", OPEN, minimum=1900, maximum=2200, is_year=True, expected=True)] = None
    people: Annotated[int | None, Whole("Antal deltagare", OPEN, maximum=1_000_000, expected=True)] = None
    months: Annotated[tuple[MonthRow, ...], Rows("Månader som passar", OPEN, row=MonthRow)] = ()
    cost_alone: Annotated[int | None, Money("Kostnad enskilt", OPEN)] = None
    status: Annotated[str, Choice("Läge", OPEN, values="aktivitetsstatus")] = ""
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def check_months(need: TrainingNeed) -> Iterable[Problem]:
    """A month stands once."""
    months = [row.month for row in need.months]
    if len(set(months)) < len(months):
        yield Problem("months", "Samma månad står två gånger. Ta bort den ena raden.")


REGISTER = Register(
    name="training_needs",
    record=TrainingNeed,
    singular="utbildningsbehov",
    plural="Utbildningsbehov",
    new_label="Nytt behov",
    icon="people_community",
    title_fields=("topic",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "system",
                "module",
                "municipality",
                "audience",
                "year",
                "people",
                "months",
                "cost_alone",
                "status",
                "note",
            ),
        ),
    ),
    columns=("topic", "municipality", "system", "year", "people", "cost_alone", "status"),
    search=("topic", "note"),
    subtitle=("municipality", "year"),
    rules=(check_months,),
    begun_with=("topic", "system", "municipality", "year", "people"),
    place="Utbildning",
)
