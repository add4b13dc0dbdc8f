"""Förvarnade: a record for each förvaltning that a platform change touches – told when, with what answer and cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, PERSONAL, REGION, Choice, Day, LongText, Money, Reference, Rows, Text, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class ConsequenceRow:
    """What the change costs, or saves when negative, in a year."""

    year: Annotated[int | None, Whole("År", OPEN, minimum=1900, maximum=2200, is_year=True, required=True)] = None
    amount: Annotated[int | None, Money("Belopp", OPEN)] = None
    note: Annotated[str, Text("Anmärkning", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class PlatformNotice(Record):
    """One förvaltning's part in a change of the platform."""

    answer: Annotated[str, Choice("Svar", OPEN, values="forvarningssvar")] = ""
    change: Annotated[UUID | None, Reference("Plattformsändring", OPEN, to="platform_changes", required=True)] = None
    organisation: Annotated[UUID | None, Reference("Förvaltning", OPEN, to="organisations", required=True)] = None
    recipient: Annotated[UUID | None, Reference("Mottagare", PERSONAL, to="people")] = None
    recipient_function: Annotated[str, Text("Mottagare, funktion", OPEN, help="Till exempel Socialchef.")] = ""
    informed_on: Annotated[date | None, Day("Informerad", OPEN)] = None
    answered_on: Annotated[date | None, Day("Svarade", OPEN)] = None
    consequences: Annotated[tuple[ConsequenceRow, ...], Rows("Ekonomisk konsekvens", OPEN, row=ConsequenceRow)] = ()
    note: Annotated[str, LongText("Kommentar", REGION)] = ""


def check_days(notice: PlatformNotice) -> Iterable[Problem]:
    """One answers after having been told, and a year of cost stands once."""
    if notice.informed_on and notice.answered_on and notice.answered_on < notice.informed_on:
        yield Problem("answered_on", "Svaret kom innan förvaltningen informerades. Ändra dagen.")
    if notice.answered_on and not notice.answer:
        yield Problem("answer", "Förvaltningen har svarat. Ange vad svaret var.", "anmarkning")
    years = [row.year for row in notice.consequences]
    if len(set(years)) < len(years):
        yield Problem("consequences", "Samma år står två gånger. Lägg ihop beloppen på en rad.")


REGISTER = Register(
    name="platform_notices",
    record=PlatformNotice,
    singular="förvarnad förvaltning",
    plural="Förvarnade",
    new_label="Ny mottagare",
    icon="building",
    title_fields=("recipient_function", "answer"),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "change",
                "organisation",
                "recipient",
                "recipient_function",
                "informed_on",
                "answer",
                "answered_on",
                "consequences",
                "note",
            ),
        ),
    ),
    columns=("change", "organisation", "informed_on", "answered_on", "answer"),
    search=("recipient_function", "note"),
    subtitle=("organisation", "change"),
    rules=(check_days,),
    begun_with=("change", "organisation", "recipient_function", "informed_on"),
)
