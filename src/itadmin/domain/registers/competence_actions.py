"""Kompetensåtgärder: what is done so that more people know more – alone or with neighbours – and what it costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from itadmin.domain.fields import (
    GROUP,
    ApproximateDay,
    Choice,
    Computed,
    LongText,
    Money,
    Reference,
    References,
    Text,
    Whole,
)
from itadmin.domain.problems import Problem
from itadmin.domain.record import Record
from itadmin.domain.register import Register, Section
from itadmin.domain.registers.networks import GROUP_PERSONAL


@dataclass(frozen=True, kw_only=True)
class CompetenceAction(Record):
    """One action. Costs are the own kommun's, alone and as its share of a common one."""

    title: Annotated[str, Text("Åtgärd", GROUP, required=True, help="Till exempel Kurs i brandväggar.")] = ""
    kind: Annotated[str, Choice("Slag", GROUP, values="kompetensatgard", expected=True)] = ""
    area: Annotated[UUID | None, Reference("Område", GROUP, to="networks")] = None
    system: Annotated[UUID | None, Reference("System", GROUP, to="systems")] = None
    people: Annotated[tuple[UUID, ...], References("För", GROUP_PERSONAL, to="people")] = ()
    seats: Annotated[int | None, Whole("Antal platser", GROUP, maximum=100_000)] = None
    level_after: Annotated[str, Choice("Ger nivå", GROUP, values="kompetensniva")] = ""
    priority: Annotated[str, Choice("Prioritet", GROUP, values="angelagenhet")] = ""
    municipalities: Annotated[tuple[UUID, ...], References("Samordnas med", GROUP, to="organisations")] = ()
    planned_on: Annotated[str, ApproximateDay("När", GROUP, expected=True)] = ""
    status: Annotated[str, Choice("Läge", GROUP, values="aktivitetsstatus", expected=True)] = ""
    responsible_function: Annotated[str, Text("Ansvarig funktion", GROUP, help="Till exempel IT-chef.")] = ""
    cost_alone: Annotated[int | None, Money("Kostnad enskilt", GROUP)] = None
    cost_together: Annotated[int | None, Money("Kostnad samordnat", GROUP)] = None
    saving: Annotated[None, Computed("Besparing", GROUP, kind=Money)] = None
    note: Annotated[str, LongText("Anteckning", GROUP)] = ""


def saving(action: CompetenceAction, _day: date) -> int | None:
    """What doing it together saves, öre; negative when it costs more, None when either cost is unknown."""
    if action.cost_alone is None or action.cost_together is None:
        return None
    return action.cost_alone - action.cost_together


def check_costs(action: CompetenceAction) -> Iterable[Problem]:
    """Doing it together should not cost more, and somebody must be named to do it with."""
    if action.cost_together is not None and not action.municipalities:
        yield Problem("municipalities", "Ange vilka kommuner kostnaden samordnas med.", "anmarkning")
    if (action.cost_together or 0) > (action.cost_alone or 0) > 0:
        yield Problem("cost_together", "Det kostar mer samordnat än enskilt. Kontrollera beloppen.", "anmarkning")


REGISTER = Register(
    name="competence_actions",
    record=CompetenceAction,
    singular="kompetensåtgärd",
    plural="Kompetensåtgärder",
    new_label="Ny åtgärd",
    icon="lightbulb",
    title_fields=("title",),
    sections=(
        Section(
            "oversikt",
            "Översikt",
            (
                "kind",
                "area",
                "system",
                "people",
                "seats",
                "level_after",
                "priority",
                "planned_on",
                "status",
                "responsible_function",
                "note",
            ),
        ),
        Section("kostnad", "Kostnad", ("municipalities", "cost_alone", "cost_together")),
    ),
    columns=("title", "kind", "area", "planned_on", "status", "cost_alone", "cost_together", "saving"),
    search=("title", "responsible_function", "note"),
    subtitle=("kind", "planned_on"),
    rules=(check_costs,),
    calculations={"saving": saving},
    begun_with=("title", "kind", "area", "planned_on", "status"),
    place="Kompetens",
)
