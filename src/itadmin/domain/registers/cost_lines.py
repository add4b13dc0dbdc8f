"""Kostnadsrader: what a system or an agreement costs in a year, budgeted and as it turned out, and who bears it.

Only costs that somebody has written down stand here. What agreements in force cost by themselves is worked out from
them, so that no price is kept twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import GROUP, Choice, LongText, Money, Reference, Text, Whole
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section


@dataclass(frozen=True, kw_only=True)
class CostLine(Record):
    """One kind of cost of a system or an agreement in one year, in öre without moms."""

    kind: Annotated[str, Choice("Kostnadstyp", GROUP, values="kostnadstyp", required=True)] = ""
    year: Annotated[int | None, Whole("År", GROUP, minimum=1990, maximum=2100, is_year=True, expected=True)] = None
    system: Annotated[UUID | None, Reference("System", GROUP, to="systems")] = None
    agreement: Annotated[UUID | None, Reference("Avtal", GROUP, to="agreements")] = None
    text: Annotated[str, Text("Avser", GROUP, help="Till exempel Licenser januari–juni.")] = ""
    budget: Annotated[int | None, Money("Budget", GROUP)] = None
    actual: Annotated[int | None, Money("Utfall", GROUP)] = None
    bearer: Annotated[
        UUID | None,
        Reference("Bärs av", GROUP, to="organisations", help="Lämnas tomt: då bär systemets förvaltning kostnaden."),
    ] = None
    supplier: Annotated[UUID | None, Reference("Leverantör", GROUP, to="organisations")] = None
    account: Annotated[str, Text("Kontering", GROUP, max_length=60)] = ""
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def check_cost(line: CostLine) -> Iterable[Problem]:
    """A cost is of something, and of an amount."""
    if line.system is None and line.agreement is None:
        yield Problem("system", "Ange vilket system eller avtal kostnaden gäller.", "anmarkning")
    if line.budget is None and line.actual is None:
        yield Problem("budget", "Raden har inget belopp. Ange budget eller utfall.", "anmarkning")


REGISTER = Register(
    name="cost_lines",
    record=CostLine,
    singular="kostnadsrad",
    plural="Kostnadsrader",
    new_label="Ny kostnadsrad",
    icon="calculator",
    title_fields=("kind",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "year",
                "system",
                "agreement",
                "text",
                "budget",
                "actual",
                "bearer",
                "supplier",
                "account",
                "note",
            ),
        ),
    ),
    columns=("kind", "year", "system", "agreement", "budget", "actual", "bearer"),
    search=("text", "account", "note"),
    subtitle=("system", "agreement"),
    rules=(check_cost,),
    begun_with=("kind", "year", "system", "agreement", "budget", "actual"),
    place="Kostnader",
)
