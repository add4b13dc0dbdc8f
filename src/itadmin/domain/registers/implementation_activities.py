"""Aktiviteter i införande- och avvecklingsplaner: what is done in a phase, by whom, from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import (
    OPEN,
    PERSONAL,
    REGION,
    Choice,
    Day,
    LongText,
    Percent,
    Reference,
    References,
    Text,
    Whole,
)
from itadmin.domain.findings import Finding
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section

_WHOLE = 10_000


@dataclass(frozen=True, kw_only=True)
class ImplementationActivity(Record):
    """One activity of a plan; it cannot begin before those it waits for are done."""

    title: Annotated[str, Text("Aktivitet", OPEN, required=True)] = ""
    plan: Annotated[UUID | None, Reference("Plan", OPEN, to="implementations", required=True)] = None
    phase: Annotated[str, Choice("Fas", OPEN, values="inforandefas", expected=True)] = ""
    place: Annotated[int | None, Whole("Ordning", OPEN, maximum=10_000)] = None
    starts_on: Annotated[date | None, Day("Från", OPEN)] = None
    ends_on: Annotated[date | None, Day("Till", OPEN, expected=True)] = None
    responsible: Annotated[UUID | None, Reference("Ansvarig", PERSONAL, to="people")] = None
    responsible_function: Annotated[str, Text("Ansvarig funktion", OPEN, expected=True)] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="aktivitetsstatus", expected=True)] = ""
    done_percent: Annotated[int | None, Percent("Gjort", OPEN)] = None
    waits_for: Annotated[tuple[UUID, ...], References("Väntar på", OPEN, to="implementation_activities")] = ()
    note: Annotated[str, LongText("Anteckning", REGION)] = ""


def check_days(activity: ImplementationActivity) -> Iterable[Problem]:
    """It does not end before it begins, wait for itself, or get more than done."""
    if activity.starts_on and activity.ends_on and activity.ends_on < activity.starts_on:
        yield Problem("ends_on", "Aktiviteten slutar före sin första dag. Ändra dagen.")
    if activity.id in activity.waits_for:
        yield Problem("waits_for", "Aktiviteten väntar på sig själv. Ta bort den ur listan.")
    if activity.done_percent is not None and activity.done_percent > _WHOLE:
        yield Problem("done_percent", "Mer än 100 procent kan inte vara gjort. Ange en andel.")


_IN_A_RING = Finding(
    "vantar_i_ring",
    "väntar på varandra i ring",
    "waits_for",
    "Aktiviteten väntar på sig själv genom andra aktiviteter, så ingen av dem kan börja. Ta bort en av dem ur listan.",
)

REGISTER = Register(
    name="implementation_activities",
    record=ImplementationActivity,
    singular="aktivitet i plan",
    plural="Aktiviteter i planer",
    new_label="Ny aktivitet",
    icon="clipboard_task",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "plan",
                "phase",
                "place",
                "starts_on",
                "ends_on",
                "responsible",
                "responsible_function",
                "status",
                "done_percent",
                "waits_for",
                "note",
            ),
        ),
    ),
    columns=("title", "plan", "phase", "starts_on", "ends_on", "status", "responsible_function"),
    search=("title", "responsible_function", "note"),
    subtitle=("plan", "phase"),
    rules=(check_days,),
    findings=(_IN_A_RING,),
    begun_with=("title", "plan", "phase", "starts_on", "ends_on", "responsible_function", "status"),
    place="Införande",
)
