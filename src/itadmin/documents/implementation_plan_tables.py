"""The tables of an införande- or avvecklingsplan: functions, phases with their decisions, activities, the checklist."""

from __future__ import annotations

from collections.abc import Iterator

from itadmin.documents.content import Cell, CellContent, Column, DataTable, Missing, Strong
from itadmin.documents.implementation_plan_facts import ImplementationFacts
from itadmin.domain.money import NBSP
from itadmin.domain.registers.implementation_activities import ImplementationActivity
from itadmin.domain.registers.implementations import CheckRow, PhaseRow

NO_REASON = "skälet till avsteget"
_ELSEWHERE = "Utan fas"
_NAMED = 2
"""How many cells of the row over a phase are heavier: its number and its name."""


def functions(facts: ImplementationFacts) -> DataTable:
    """Which function answers for what."""
    rows = tuple((function, duties) for function, duties in facts.duties().items())
    return DataTable(
        (Column("Funktion", weight=60), Column("Svarar för", weight=110)), rows, caption="Ansvar", row_heading="strong"
    )


def phases(facts: ImplementationFacts) -> DataTable:
    """The phases with their time, what must be ready, and the decision that ends each."""
    return DataTable(
        (
            Column("Fas", weight=34),
            Column("Tid", weight=24),
            Column("Klart när", weight=56),
            Column("Beslutspunkt", weight=38),
            Column("Beslutad", weight=22),
        ),
        tuple(_phase(facts, number, row) for number, row in enumerate(facts.plan.phases, start=1)),
        caption="Faser och beslutspunkter",
        row_heading="strong",
        wide=True,
    )


def activities(facts: ImplementationFacts) -> DataTable:
    """The activities under their phases, numbered, with what each waits for."""
    return DataTable(
        (
            Column("Nr", weight=12),
            Column("Aktivitet", weight=58),
            Column("Tid", weight=28),
            Column("Ansvarig", weight=36),
            Column("Läge", weight=24),
            Column("Efter", weight=16),
        ),
        tuple(_activities(facts)),
        caption="Aktiviteter",
        wide=True,
    )


def checklist(facts: ImplementationFacts) -> DataTable:
    """The points of the gate: how each stands, since when and by whom, and why."""
    return DataTable(
        (
            Column("Punkt", weight=60),
            Column("Läge", weight=26),
            Column("Noterad", weight=34),
            Column("Skäl eller hänvisning", weight=54),
        ),
        tuple(_point(facts, row) for row in facts.plan.checklist),
        caption="Checklista",
        row_heading="strong",
        wide=True,
    )


def _phase(facts: ImplementationFacts, number: int, row: PhaseRow) -> tuple[CellContent, ...]:
    name = facts.words.label_of("inforandefas", row.phase)
    responsible = f"\n{row.responsible}" if row.responsible else ""
    return (
        (Strong(f"{number} {name}"), responsible),
        _time(row.starts_on, row.ends_on),
        row.criteria,
        row.decision,
        row.decided_on.isoformat() if row.decided_on else "",
    )


def _activities(facts: ImplementationFacts) -> Iterator[tuple[CellContent, ...]]:
    known = _phases_of(facts)
    phase: str | None = None
    for activity in facts.activities:
        of = activity.phase if activity.phase in known else ""
        if of != phase:
            place = known.index(of) if of else len(known)
            told = _heading(facts, place, of)
            yield tuple(Cell(text, 1, strong=number < _NAMED) for number, text in enumerate(told))
            phase = of
        yield _activity(facts, activity)


def _heading(facts: ImplementationFacts, place: int, phase: str) -> tuple[str, ...]:
    """What stands over the activities of a phase: its time, who answers for it, and how many of them are done."""
    known = _phases_of(facts)
    statuses = [each.status for each in facts.activities if (each.phase if each.phase in known else "") == phase]
    done = f"{sum(status == 'klar' for status in statuses)} av {len(statuses)} klara"
    if not phase:
        return str(place + 1), _ELSEWHERE, "", "", done, ""
    row = facts.plan.phases[place]
    name = facts.words.label_of("inforandefas", phase)
    return str(place + 1), name, _time(row.starts_on, row.ends_on), row.responsible, done, ""


def _activity(facts: ImplementationFacts, activity: ImplementationActivity) -> tuple[CellContent, ...]:
    awaited = [number for key, number in facts.numbers.items() if key in activity.waits_for]
    return (
        facts.numbers[activity.id],
        activity.title,
        _time(activity.starts_on, activity.ends_on),
        facts.function_of(activity),
        facts.words.label_of("aktivitetsstatus", activity.status),
        ", ".join(awaited),
    )


def _phases_of(facts: ImplementationFacts) -> list[str]:
    return [row.phase for row in facts.plan.phases]


def _point(facts: ImplementationFacts, row: CheckRow) -> tuple[CellContent, ...]:
    noted = "\n".join(part for part in (row.noted_on.isoformat() if row.noted_on else "", row.noted_by) if part)
    needs_reason = row.state in ("avstatt", "ej_aktuellt") and not row.reason
    return (
        facts.words.label_of("grindpunkt", row.point),
        facts.words.label_of("punktlage", row.state or "kvar"),
        noted,
        (Missing(NO_REASON),) if needs_reason else row.reason,
    )


def _time(first: object, last: object) -> str:
    days = [str(day) for day in (first, last) if day]
    return days[0] if len(set(days)) == 1 else f"{NBSP}–\n".join(days)
