"""Utbildningsmoment: what one learns in one go, by which målgrupper it is demanded, and for how long it holds.

A module belongs to one version of a plan. In a later version it is a record of its own that says by `same_as` which
the first was, so that who has done it once has not to do it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, REGION, Choice, LongText, Money, Reference, References, Rows, Text, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Lock, Register, Section
from itadmin.domain.registers.session_findings import OF_MODULES


@dataclass(frozen=True, kw_only=True)
class DemandRow:
    """How a målgrupp is held to the module: before its access, in any case, or as an offer."""

    audience: Annotated[str, Choice("Målgrupp", OPEN, values="malgrupp", required=True)] = ""
    demand: Annotated[str, Choice("Krav", OPEN, values="momentkrav", required=True)] = ""


@dataclass(frozen=True, kw_only=True)
class TrainingModule(Record):
    """A module of a plan. `same_as` is its first version, None when this is the first."""

    title: Annotated[str, Text("Moment", OPEN, required=True, help="Till exempel Grundkurs för handläggare.")] = ""
    plan: Annotated[UUID | None, Reference("Utbildningsplan", OPEN, to="training_plans", required=True)] = None
    code: Annotated[str, Text("Kod", OPEN, max_length=40, help="Till exempel LC-1.")] = ""
    place: Annotated[int | None, Whole("Ordning", OPEN, maximum=10_000)] = None
    content: Annotated[str, LongText("Innehåll", OPEN)] = ""
    form: Annotated[str, Choice("Form", OPEN, values="utbildningsform", expected=True)] = ""
    minutes: Annotated[int | None, Whole("Tid", OPEN, unit="minuter", maximum=100_000, expected=True)] = None
    level: Annotated[str, Choice("Ger nivå", OPEN, values="kompetensniva")] = ""
    demands: Annotated[tuple[DemandRow, ...], Rows("Krav per målgrupp", OPEN, row=DemandRow)] = ()
    prerequisites: Annotated[tuple[UUID, ...], References("Förkunskaper", OPEN, to="training_modules")] = ()
    valid_months: Annotated[
        int | None,
        Whole(
            "Giltigt i", OPEN, unit="månader", minimum=1, maximum=1200, help="Lämnas tom: då behövs ingen repetition."
        ),
    ] = None
    provider: Annotated[UUID | None, Reference("Ges av", OPEN, to="organisations")] = None
    seats: Annotated[int | None, Whole("Platser per tillfälle", OPEN, maximum=100_000)] = None
    session_cost: Annotated[int | None, Money("Kostnad per tillfälle", OPEN)] = None
    seat_cost: Annotated[int | None, Money("Kostnad per deltagare", OPEN)] = None
    same_as: Annotated[UUID | None, Reference("Samma moment som", OPEN, to="training_modules")] = None
    note: Annotated[str, LongText("Anteckning", REGION)] = ""


def check_demands(module: TrainingModule) -> Iterable[Problem]:
    """A målgrupp has one demand."""
    audiences = [row.audience for row in module.demands]
    if len(set(audiences)) < len(audiences):
        yield Problem("demands", "Samma målgrupp står två gånger. Ta bort den ena raden.")


def check_itself(module: TrainingModule) -> Iterable[Problem]:
    """It neither presupposes nor continues itself; longer circles show only beside the other modules."""
    if module.id in module.prerequisites:
        yield Problem("prerequisites", "Momentet är sin egen förkunskap. Ta bort det ur listan.")
    if module.same_as is not None and module.same_as == module.id:
        yield Problem("same_as", "Momentet kan inte följa på sig självt. Välj momentet i planen före.")


REGISTER = Register(
    name="training_modules",
    record=TrainingModule,
    singular="utbildningsmoment",
    plural="Utbildningsmoment",
    new_label="Nytt moment",
    icon="learning_app",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "plan",
                "code",
                "place",
                "form",
                "minutes",
                "level",
                "demands",
                "prerequisites",
                "valid_months",
                "content",
                "same_as",
                "note",
            ),
        ),
        Section("genomforande", "Genomförande", ("provider", "seats", "session_cost", "seat_cost")),
    ),
    columns=("title", "plan", "code", "form", "minutes", "valid_months"),
    search=("title", "code", "content", "note"),
    subtitle=("code", "plan"),
    rules=(check_demands, check_itself),
    begun_with=("title", "plan", "code", "form", "minutes"),
    lock=Lock("Planen är fastställd och dess moment kan inte ändras. Gör en ny version av planen.", through="plan"),
    findings=OF_MODULES,
    place="Utbildning",
)
