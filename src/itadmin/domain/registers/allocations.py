"""Kostnadsfördelningar: how a joint cost is shared between kommuner, worked out and then locked with its figures.

While it is a draft its outcome is worked out anew each time; adopting it writes the outcome down (`snapshot`) and
locks the record.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, OPEN, Choice, Day, LongText, Money, Reference, Rows, Text, Whole, YesNo
from itadmin.domain.findings import Finding
from itadmin.domain.identifiers import is_municipality_code
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Lock, Register, Section
from itadmin.domain.registers.allocation_rows import KeyRow, ParticipantRow, ShareRow

WHOLE = 100_00
"""All keys together, in hundredths of a percent."""
_ADOPTED = frozenset({"faststalld", "ersatt"})


@dataclass(frozen=True, kw_only=True)
class Allocation(Record):
    """One cost, one model and those who share it; amounts in öre without moms."""

    title: Annotated[str, Text("Benämning", OPEN, required=True, help="Till exempel Drift av Lifecare 2027.")] = ""
    status: Annotated[str, Choice("Läge", OPEN, values="fordelningslage", expected=True)] = ""
    case: Annotated[UUID | None, Reference("Samverkansärende", OPEN, to="cooperation_cases")] = None
    agreement: Annotated[UUID | None, Reference("Avtal", OPEN, to="agreements")] = None
    amount: Annotated[int | None, Money("Belopp", OPEN, expected=True, help="För hela perioden, utan moms.")] = None
    period_starts: Annotated[date | None, Day("Perioden börjar", OPEN)] = None
    period_ends: Annotated[date | None, Day("Perioden slutar", OPEN)] = None
    model: Annotated[str, Choice("Fördelningsmodell", OPEN, values="fordelningsmodell", expected=True)] = ""
    fixed_percent: Annotated[int | None, Whole("Fast del", OPEN, unit="%", maximum=100)] = None
    rest_model: Annotated[
        str,
        Choice("Resten fördelas efter", OPEN, values="fordelningsmodell", help="När några bär fasta belopp."),
    ] = ""
    prorated: Annotated[
        str,
        Choice("Del av perioden räknas i", OPEN, values="tidsandel", help="När någon deltar en del av perioden."),
    ] = ""
    reference: Annotated[str, Choice("Folkmängd per", OPEN, values="folkmangdsdag")] = ""
    counted_on: Annotated[date | None, Day("Fast dag", OPEN)] = None
    participants: Annotated[tuple[ParticipantRow, ...], Rows("Deltagare", OPEN, row=ParticipantRow)] = ()
    keys: Annotated[tuple[KeyRow, ...], Rows("Vägda nycklar", OPEN, row=KeyRow)] = ()
    internal_costs: Annotated[
        bool | None,
        YesNo("Innehåller kostnader inom en kommun", OPEN, help="Kommunikation inom en kommun bär den själv."),
    ] = None
    basis_reference: Annotated[
        str,
        Text("Grund för modellen", OPEN, help="Avtal eller beslut när den inte är befolkning: diarienummer och §."),
    ] = ""
    compared_model: Annotated[str, Choice("Jämförs med", OPEN, values="fordelningsmodell")] = ""
    phase_in_years: Annotated[int | None, Whole("Infasning", OPEN, unit="år", maximum=20)] = None
    snapshot: Annotated[tuple[ShareRow, ...], Rows("Fastställda delar", OPEN, row=ShareRow)] = ()
    locked_on: Annotated[date | None, Day("Fastställd", OPEN)] = None
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def check_period(allocation: Allocation) -> Iterable[Problem]:
    """A period does not end before it begins, nor does anybody's part in it."""
    if allocation.period_starts and allocation.period_ends and allocation.period_ends < allocation.period_starts:
        yield Problem("period_ends", "Perioden slutar innan den börjar. Ändra dagen.")
    for row in allocation.participants:
        if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
            yield Problem("participants", f"{row.municipality} slutar delta före sin första dag. Ändra dagen.")


def check_participants(allocation: Allocation) -> Iterable[Problem]:
    """Each kommun is one and stands once, and keys make a whole."""
    codes = [row.municipality for row in allocation.participants]
    for code in codes:
        if not is_municipality_code(code):
            yield Problem("participants", f"{code} är ingen känd kommun. Skriv dess kommunkod, fyra siffror.")
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        yield Problem("participants", f"{', '.join(twice)} står mer än en gång. Ta bort den ena raden.")
    if allocation.keys and sum(row.weight or 0 for row in allocation.keys) != WHOLE:
        yield Problem("keys", "Vikterna ska bli 100 % tillsammans. Ändra någon av dem.", "anmarkning")


def check_basis(allocation: Allocation) -> Iterable[Problem]:
    """Population is the rule; any other model rests on a decision. Costs inside a kommun are its own."""
    if allocation.model not in ("", "BEFOLKNING") and not allocation.basis_reference:
        yield Problem("basis_reference", "Ange avtal eller beslut som modellen bygger på.", "anmarkning")
    if allocation.internal_costs:
        yield Problem("internal_costs", "Kostnader inom en kommun bärs av den. Räkna bort dem.", "anmarkning")


def check_adopted(allocation: Allocation) -> Iterable[Problem]:
    """What is adopted says what each carries, which adopting it writes down."""
    if allocation.status in _ADOPTED and not allocation.snapshot:
        yield Problem("status", "Välj Jämför och fastställ på fördelningens sida, så skrivs delarna ner och låses.")


FINDINGS = (
    Finding(
        "fordelning_ej_faststalld",
        "inte fastställd fast perioden har börjat",
        "status",
        "Perioden har börjat, men fördelningen är inte fastställd. Öppna fördelningen och fastställ den.",
    ),
)

REGISTER = Register(
    name="allocations",
    record=Allocation,
    singular="kostnadsfördelning",
    plural="Kostnadsfördelningar",
    new_label="Ny kostnadsfördelning",
    icon="data_pie",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            ("status", "case", "agreement", "amount", "period_starts", "period_ends", "internal_costs", "note"),
        ),
        Section(
            "modell",
            "Modell",
            (
                "model",
                "fixed_percent",
                "rest_model",
                "prorated",
                "reference",
                "counted_on",
                "basis_reference",
                "keys",
                "compared_model",
                "phase_in_years",
            ),
        ),
        Section("deltagare", "Deltagare", ("participants",)),
        Section("utfall", "Fastställt", ("locked_on", "snapshot")),
    ),
    columns=("title", "status", "model", "amount", "agreement", "case"),
    search=("title", "basis_reference", "note"),
    subtitle=("model", "status"),
    rules=(check_period, check_participants, check_basis, check_adopted),
    findings=FINDINGS,
    begun_with=("title", "model", "amount", "agreement", "case"),
    lock=Lock(
        "Fördelningen är fastställd och kan inte ändras. Gör en ny i stället.",
        field="status",
        values=_ADOPTED,
        open=frozenset({"note"}),
        tied=frozenset({"agreement"}),
    ),
    place="Kostnader",
)
