"""The small rows that an agreement owns: contacts, signatories, priorities, backups and so on.

Each is edited as a grid in place and kept with its agreement.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from itadmin.domain.fields import LOCAL, OPEN, PERSONAL, Choice, Day, Money, Percent, Text, Whole, YesNo


@dataclass(frozen=True, kw_only=True)
class ContactRow:
    """Whom to reach for what, on which side."""

    party: Annotated[str, Choice("Part", OPEN, values="part", required=True)] = ""
    task: Annotated[str, Choice("Uppgift", OPEN, values="kontaktroll", required=True)] = ""
    name: Annotated[str, Text("Namn eller funktion", PERSONAL)] = ""
    phone: Annotated[str, Text("Telefon", PERSONAL, form="phone")] = ""
    email: Annotated[str, Text("E-post", PERSONAL, form="email")] = ""
    hours: Annotated[str, Text("Nås", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class SignatoryRow:
    """Who signs for a party: the position and where the right to sign comes from, never a name."""

    party: Annotated[str, Choice("Part", OPEN, values="part", required=True)] = ""
    position: Annotated[str, Text("Befattning", OPEN, required=True)] = ""
    authority: Annotated[str, Text("Behörighet", OPEN, help="Till exempel delegationsordning 3.2.")] = ""


@dataclass(frozen=True, kw_only=True)
class OptionRow:
    """An option to prolong, with the day when it must be decided."""

    months: Annotated[int | None, Whole("Månader", OPEN, minimum=1, maximum=1200, required=True)] = None
    decision_day: Annotated[date | None, Day("Beslutas senast", OPEN)] = None
    taken: Annotated[bool | None, YesNo("Utnyttjad", OPEN)] = None


@dataclass(frozen=True, kw_only=True)
class PriorityRow:
    """What is promised for incidents of one priority."""

    priority: Annotated[str, Choice("Prioritet", OPEN, values="prioritet", required=True)] = ""
    response: Annotated[str, Text("Svar inom", OPEN)] = ""
    start: Annotated[str, Text("Påbörjas inom", OPEN)] = ""
    resolution: Annotated[str, Text("Åtgärdas inom", OPEN)] = ""
    updates: Annotated[str, Text("Lägesbesked", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class EnvironmentRow:
    """The levels of one environment."""

    name: Annotated[str, Text("Miljö", OPEN, required=True)] = ""
    opening_hours: Annotated[str, Text("Öppettid", OPEN)] = ""
    support_hours: Annotated[str, Text("Support", OPEN)] = ""
    availability_percent: Annotated[int | None, Percent("Tillgänglighet", OPEN)] = None
    rpo_hours: Annotated[int | None, Whole("RPO", OPEN, unit="timmar")] = None
    rto_hours: Annotated[int | None, Whole("RTO", OPEN, unit="timmar")] = None


@dataclass(frozen=True, kw_only=True)
class BackupRow:
    """One kind of backup."""

    kind: Annotated[str, Choice("Typ", OPEN, values="kopietyp", required=True)] = ""
    interval: Annotated[str, Text("Intervall", OPEN)] = ""
    retention_days: Annotated[int | None, Whole("Sparas", OPEN, unit="dygn")] = None
    place: Annotated[str, Text("Plats och skydd", LOCAL)] = ""


@dataclass(frozen=True, kw_only=True)
class ResponsibilityRow:
    """One line of the responsibility matrix (R utför, A ansvarar, K konsulteras, I informeras)."""

    task: Annotated[str, Text("Uppgift", OPEN, required=True)] = ""
    system_owner: Annotated[str, Choice("Systemägare", OPEN, values="raci")] = ""
    system_manager: Annotated[str, Choice("Systemansvarig", OPEN, values="raci")] = ""
    operating_unit: Annotated[str, Choice("Driftande IT-enhet", OPEN, values="raci")] = ""
    supplier: Annotated[str, Choice("Leverantör", OPEN, values="raci")] = ""


@dataclass(frozen=True, kw_only=True)
class FreezeRow:
    """A period without planned changes."""

    reason: Annotated[str, Text("Anledning", OPEN, required=True)] = ""
    period: Annotated[str, Text("Period", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class PriceRow:
    """One part of the price."""

    item: Annotated[str, Text("Post", OPEN, required=True)] = ""
    basis: Annotated[str, Text("Grund", OPEN)] = ""
    amount: Annotated[int | None, Money("Belopp", OPEN, per="år")] = None


@dataclass(frozen=True, kw_only=True)
class EscalationRow:
    """A step that a question is taken to when it cannot be solved below."""

    party: Annotated[str, Choice("Part", OPEN, values="part")] = ""
    function: Annotated[str, Text("Funktion", OPEN, required=True)] = ""
    within: Annotated[str, Text("Inom", OPEN)] = ""


@dataclass(frozen=True, kw_only=True)
class AppendixRow:
    """An appendix that is a paper of its own; appendices 1–4 are made with the agreement."""

    kind: Annotated[str, Choice("Bilaga", OPEN, values="bilagetyp", required=True)] = ""
    title: Annotated[str, Text("Benämning", OPEN, help="Lämnas tom: då används bilagans slag.")] = ""
    registry_number: Annotated[str, Text("Diarienummer", OPEN, max_length=40)] = ""
    publicity: Annotated[str, Choice("Offentlighet", OPEN, values="sekretess")] = ""


@dataclass(frozen=True, kw_only=True)
class ReminderRow:
    """How long before the deciding day to be reminded: months or days."""

    months: Annotated[int | None, Whole("Månader före", LOCAL, maximum=120)] = None
    days: Annotated[int | None, Whole("Dagar före", LOCAL, maximum=3650)] = None


@dataclass(frozen=True, kw_only=True)
class SubprocessorRow:
    """Someone whom a personuppgiftsbiträde lets take part in the processing."""

    name: Annotated[str, Text("Namn", OPEN, required=True)] = ""
    organisation_number: Annotated[str, Text("Organisationsnummer", OPEN, max_length=40)] = ""
    country: Annotated[str, Text("Land", OPEN)] = ""
    service: Annotated[str, Text("Tjänst", OPEN)] = ""
    approved_on: Annotated[date | None, Day("Godkänt", OPEN)] = None
