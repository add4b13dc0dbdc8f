"""Införande- och avvecklingsplaner: phases, decisions and checklist by which a system comes into use or leaves it.

Its activities are `implementation_activities`. The checklist is the gate: the plan cannot be approved, nor the system
put in operation, while a point is left that nobody has waived with a reason. Source: the field dossier's chapter 5.3.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import (
    GROUP,
    OPEN,
    PERSONAL,
    REGION,
    Choice,
    Day,
    LongText,
    Reference,
    References,
    Rows,
    Text,
)
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Gate, Register, Section
from itadmin.domain.registers.record_rows import SEARCHED_FILES, Attachment, Link

APPROVED = frozenset({"godkand", "avslutad"})
"""The states of a plan whose checklist must be finished."""

WORKED_ON = frozenset({"", "utkast", "pagar"})
"""The states of a plan that nobody has approved yet; one that says nothing of its state is among them."""

GATES_OF_SYSTEMS = (
    Gate(
        field="lifecycle",
        value="i_drift",
        register="implementations",
        through="system",
        open={"kind": frozenset({"inforande", "byte"}), "status": WORKED_ON},
        sentence="Systemet kan inte sättas i drift förrän ”{name}” är driftgodkänd. Öppna planen, gör checklistan klar "
        "och välj Driftgodkänn, eller sätt planen som avbruten.",
    ),
    Gate(
        field="lifecycle",
        value="avvecklad",
        register="implementations",
        through="system",
        open={"kind": frozenset({"avveckling"}), "status": WORKED_ON},
        sentence="Systemet kan inte bli avvecklat förrän ”{name}” är godkänd. Öppna planen, gör checklistan klar och "
        "välj Godkänn, eller sätt planen som avbruten.",
    ),
)
"""What a system may not become while a plan for it is worked on: in operation, or gone."""


@dataclass(frozen=True, kw_only=True)
class PhaseRow:
    """A phase: its time, the decision that ends it, and what must be ready for that."""

    phase: Annotated[str, Choice("Fas", OPEN, values="inforandefas", required=True)] = ""
    starts_on: Annotated[date | None, Day("Från", OPEN)] = None
    ends_on: Annotated[date | None, Day("Till", OPEN)] = None
    decision: Annotated[str, Text("Beslutspunkt", OPEN, help="Till exempel BP3 Styrgruppen godkänner planen.")] = ""
    decided_on: Annotated[date | None, Day("Beslutad", OPEN)] = None
    criteria: Annotated[str, Text("Klart när", OPEN, max_length=1000)] = ""
    responsible: Annotated[str, Text("Ansvarig funktion", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class CheckRow:
    """A point of the checklist. Waiving it, or that it does not concern the system, needs a reason."""

    point: Annotated[str, Choice("Punkt", OPEN, values="grindpunkt", required=True)] = ""
    state: Annotated[str, Choice("Läge", OPEN, values="punktlage")] = ""
    noted_on: Annotated[date | None, Day("Dag", OPEN)] = None
    noted_by: Annotated[str, Text("Noterad av funktion", OPEN)] = ""
    reason: Annotated[str, Text("Skäl eller hänvisning", GROUP, max_length=1000)] = ""


@dataclass(frozen=True, kw_only=True)
class Implementation(Record):
    """A plan for bringing a system in (`inforande`, `byte`) or taking it out (`avveckling`)."""

    title: Annotated[str, Text("Namn", OPEN, required=True, help="Till exempel Införande av e-arkiv.")] = ""
    kind: Annotated[str, Choice("Slag", OPEN, values="inforandeslag", expected=True)] = ""
    system: Annotated[UUID | None, Reference("System", OPEN, to="systems", expected=True)] = None
    old_system: Annotated[UUID | None, Reference("Ersätter systemet", OPEN, to="systems")] = None
    status: Annotated[str, Choice("Läge", OPEN, values="inforandelage", expected=True)] = ""
    go_live_on: Annotated[
        date | None,
        Day("Driftstart eller sista dag", OPEN, expected=True, help="Vid avveckling den sista dag systemet används."),
    ] = None
    municipalities: Annotated[tuple[UUID, ...], References("Kommuner", OPEN, to="organisations")] = ()
    responsible: Annotated[UUID | None, Reference("Ansvarig", PERSONAL, to="people")] = None
    responsible_function: Annotated[
        str, Text("Ansvarig funktion", OPEN, expected=True, help="Till exempel Projektledare.")
    ] = ""
    steering_group: Annotated[str, Text("Styrgrupp", OPEN, help="Funktioner, till exempel Socialchef, IT-chef.")] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    purpose: Annotated[str, LongText("Syfte och mål", OPEN)] = ""
    phases: Annotated[tuple[PhaseRow, ...], Rows("Faser", OPEN, row=PhaseRow)] = ()
    checklist: Annotated[tuple[CheckRow, ...], Rows("Checklista", OPEN, row=CheckRow)] = ()
    approved_on: Annotated[date | None, Day("Godkänd", OPEN)] = None
    approved_by: Annotated[str, Text("Godkänd av funktion", OPEN, help="Till exempel Systemägare.")] = ""
    template: Annotated[str, Choice("Mall", OPEN, values="inforandemall")] = ""
    note: Annotated[str, LongText("Anteckning", REGION)] = ""
    attachments: Annotated[tuple[Attachment, ...], Rows("Bifogade filer", REGION, row=Attachment)] = ()
    links: Annotated[tuple[Link, ...], Rows("Länkar", REGION, row=Link)] = ()


def check_phases(plan: Implementation) -> Iterable[Problem]:
    """A phase stands once and does not end before it begins."""
    for number, row in enumerate(plan.phases, start=1):
        if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
            yield Problem("phases", f"Faser, rad {number}: fasen slutar före sin första dag. Ändra dagen.")
    codes = [row.phase for row in plan.phases]
    if len(set(codes)) < len(codes):
        yield Problem("phases", "Samma fas står två gånger. Ta bort den ena raden.")


def check_gate(plan: Implementation) -> Iterable[Problem]:
    """What is waived has a reason, and an approved plan has nothing left."""
    for number, row in enumerate(plan.checklist, start=1):
        if row.state in ("avstatt", "ej_aktuellt") and not row.reason:
            yield Problem("checklist", f"Checklista, rad {number}: skriv skälet till att punkten inte uppfylls.")
    points = [row.point for row in plan.checklist]
    if len(set(points)) < len(points):
        yield Problem("checklist", "Samma punkt står två gånger i checklistan. Ta bort den ena raden.")
    left = [row for row in plan.checklist if row.state in ("", "kvar")]
    if plan.status in APPROVED and left:
        count = "En punkt" if len(left) == 1 else f"{len(left)} punkter"
        yield Problem(
            "checklist",
            f"{count} i checklistan är kvar. Gör dem klara, eller avstå från dem med skäl, innan planen godkänns.",
        )
    if plan.status in APPROVED and not plan.checklist:
        yield Problem("status", "Checklistan är tom. Fyll den från en mall innan planen godkänns.")


REGISTER = Register(
    name="implementations",
    record=Implementation,
    singular="införandeplan",
    plural="Införande och avveckling",
    new_label="Ny plan",
    icon="rocket",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "system",
                "old_system",
                "status",
                "go_live_on",
                "municipalities",
                "responsible",
                "responsible_function",
                "steering_group",
                "registry_number",
                "purpose",
                "template",
                "note",
            ),
        ),
        Section("faser", "Faser", ("phases",)),
        Section("grind", "Godkännande", ("checklist", "approved_on", "approved_by")),
        Section("dokument", "Dokument", ("attachments", "links")),
    ),
    columns=("title", "system", "kind", "status", "go_live_on", "responsible_function"),
    search=("title", "steering_group", "registry_number", "purpose", "note", *SEARCHED_FILES),
    keys=("registry_number",),
    subtitle=("kind", "system"),
    rules=(check_phases, check_gate),
    begun_with=("title", "kind", "system", "status", "go_live_on", "responsible_function"),
    kind_field="kind",
    called={"go_live_on": {"inforande": "Driftstart", "byte": "Driftstart", "avveckling": "Sista dag"}},
    place="Införande",
)
