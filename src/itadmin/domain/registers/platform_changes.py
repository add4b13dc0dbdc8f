"""Förvarningar om plattformsändring: what of the common platform changes, when, and which systems it touches.

Who is told, what they answer and what it costs them is in `platform_notices`. Source: the founding policy, by which
the IT side gives warning in time of changes that cost the verksamheter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import OPEN, PERSONAL, REGION, Choice, Day, LongText, Reference, References, Rows, Text
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.record_rows import SEARCHED_FILES, Attachment, Link


@dataclass(frozen=True, kw_only=True)
class PlatformChange(Record):
    """One change of what systems run on."""

    title: Annotated[str, Text("Ändring", OPEN, required=True, help="Till exempel Byte till Windows 12.")] = ""
    kind: Annotated[str, Choice("Plattform", OPEN, values="plattformsslag", expected=True)] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="aktivitetsstatus", expected=True)] = ""
    description: Annotated[str, LongText("Vad som ändras", OPEN, expected=True)] = ""
    reason: Annotated[str, LongText("Varför", OPEN)] = ""
    announced_on: Annotated[date | None, Day("Förvarnat", OPEN)] = None
    answer_by: Annotated[date | None, Day("Svar senast", OPEN, expected=True)] = None
    changes_on: Annotated[date | None, Day("Ändras", OPEN, expected=True)] = None
    changed_by: Annotated[date | None, Day("Klart senast", OPEN)] = None
    systems: Annotated[tuple[UUID, ...], References("System som berörs", OPEN, to="systems")] = ()
    responsible: Annotated[UUID | None, Reference("Ansvarig", PERSONAL, to="people")] = None
    responsible_function: Annotated[str, Text("Ansvarig funktion", OPEN, expected=True)] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    note: Annotated[str, LongText("Anteckning", REGION)] = ""
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", REGION, row=Attachment)] = ()
    links: Annotated[tuple[Link, ...], Rows("Länkar", REGION, row=Link)] = ()


def check_days(change: PlatformChange) -> Iterable[Problem]:
    """One is told before it changes, and answers in between."""
    if change.changes_on and change.changed_by and change.changed_by < change.changes_on:
        yield Problem("changed_by", "Ändringen ska vara klar innan den börjar. Ändra dagen.")
    if change.announced_on and change.changes_on and change.announced_on > change.changes_on:
        yield Problem("announced_on", "Förvarningen kom efter ändringen. Ändra dagen.", "anmarkning")
    if change.answer_by and change.announced_on and change.answer_by < change.announced_on:
        yield Problem("answer_by", "Svar ska lämnas innan förvarningen har gått ut. Ändra dagen.")


REGISTER = Register(
    name="platform_changes",
    record=PlatformChange,
    singular="förvarning",
    plural="Plattformsändringar",
    new_label="Ny förvarning",
    icon="megaphone",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "status",
                "description",
                "reason",
                "systems",
                "responsible",
                "responsible_function",
                "registry_number",
                "note",
            ),
        ),
        Section("tid", "Tid", ("announced_on", "answer_by", "changes_on", "changed_by")),
        Section("dokument", "Dokument", ("attachments", "links")),
    ),
    columns=("title", "kind", "status", "changes_on", "answer_by", "responsible_function"),
    search=("title", "description", "registry_number", "note", *SEARCHED_FILES),
    keys=("registry_number",),
    subtitle=("kind", "changes_on"),
    rules=(check_days,),
    begun_with=("title", "kind", "status", "changes_on", "answer_by", "responsible_function"),
    place="Införande",
)
