"""Adopting a kostnadsfördelning: its outcome is written down with the figures it rests on, and it is locked.

Gives what that comes to, to be done as one step. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.registers.allocations import REGISTER, Allocation
from itadmin.domain.states import UNDECIDED
from itadmin.domain.text import listed
from itadmin.services.acting.plan import Edit, Plan
from itadmin.services.allocations.naming import towns_of
from itadmin.services.allocations.outcome import Outcome, Part, is_locked, outcome_of
from itadmin.services.allocations.period import next_period
from itadmin.services.allocations.states import ADOPTED, ALLOCATIONS, DRAFT, REPLACED, allocation_of
from itadmin.services.allocations.words import remarks
from itadmin.services.cooperation_cases.standing import case_read, standings_of
from itadmin.services.reading import Read, Reading

_OWN_NUMBERS = {
    "ANVANDARE": "Antal användare",
    "ENHETER": "Antal enheter",
    "HISTORISK": "Tidigare del",
    "DIREKT": "Egen kostnad",
}


def adopted(reading: Reading, allocation_id: UUID, on: date) -> Plan:
    """What adopting a draft comes to: its parts written down, and the one it takes the place of set as replaced.

    Raises KnownError for one that is adopted already or cannot be worked out, and for a day that has not come.
    """
    read = reading.one(ALLOCATIONS, allocation_id)
    allocation = allocation_of(read)
    if is_locked(allocation):
        raise KnownError("Fördelningen är redan fastställd. Gör en ny i stället.")
    if on > reading.day:
        raise KnownError("Fördelningen kan inte fastställas en dag som inte har kommit. Ändra dagen.")
    outcome = outcome_of(reading, allocation)
    if outcome.problem:
        raise KnownError(outcome.problem)
    values = {
        "status": ADOPTED,
        "locked_on": on.isoformat(),
        "snapshot": snapshot_of(outcome),
    }
    earlier = [*_replaced(reading, allocation)]
    replacing = [Edit(ALLOCATIONS, each.record.id, {"status": REPLACED}) for each in earlier]
    told = f" Den ersätter {earlier[0].label}." if earlier else ""
    return Plan(
        f"Fastställde {read.label}",
        (*replacing, Edit(ALLOCATIONS, allocation_id, values)),
        f"Beloppen och talen de bygger på skrivs ner och kan sedan inte ändras.{told}",
        (*remarks(outcome, allocation, reading.day), *_unanswered(reading, allocation)),
    )


def _unanswered(reading: Reading, allocation: Allocation) -> Iterator[str]:
    """That kommuner of its case have not answered that they take part."""
    if allocation.case is None:
        return
    _read, case = case_read(reading, allocation.case)
    silent = [each.municipality for each in standings_of(reading, case) if each.code in UNDECIDED]
    if silent:
        yield f"{listed(list(towns_of(reading, silent).values()))} har inte svarat i ärendet."


def snapshot_of(outcome: Outcome) -> list[dict[str, Any]]:
    """The parts as the plain rows that are written down."""
    return [_row(part, outcome) for part in outcome.parts]


def renewed(reading: Reading, allocation_id: UUID) -> Plan:
    """What a new draft comes to that begins as one that is adopted: the next period, and its own figures."""
    read = reading.one(ALLOCATIONS, allocation_id)
    allocation = allocation_of(read)
    before = {row.municipality: row.amount for row in allocation.snapshot}
    plain = {name: value for name, value in to_plain(allocation).items() if name in REGISTER.fields}
    rows = [
        {**row, "earlier": before.get(row["municipality"], row["earlier"]), "starts_on": None, "ends_on": None}
        for row in plain["participants"]
    ]
    starts, ends = next_period(allocation.period_starts, allocation.period_ends)
    values: dict[str, Any] = {
        **plain,
        "period_starts": starts.isoformat() if starts else None,
        "period_ends": ends.isoformat() if ends else None,
        "status": DRAFT,
        "participants": rows,
        "snapshot": [],
        "locked_on": None,
    }
    return Plan(f"Gjorde en ny fördelning efter {read.label}", (Edit(ALLOCATIONS, None, values),), "")


def _row(part: Part, outcome: Outcome) -> dict[str, Any]:
    figure = None if outcome.told_by in _OWN_NUMBERS else part.figure
    source = figure.source if figure else _OWN_NUMBERS.get(outcome.told_by, "")
    return {
        "municipality": part.code,
        "basis": part.basis,
        "counted_on": figure.day.isoformat() if figure else None,
        "source": source or None,
        "amount": part.amount,
    }


def _replaced(reading: Reading, allocation: Allocation) -> Iterator[Read]:
    """What is adopted already of the same agreement, or the same case, and period."""
    for field, target in (("agreement", allocation.agreement), ("case", allocation.case)):
        if target is not None:
            yield from (
                read
                for read in reading.referring(ALLOCATIONS, field, target)
                if _is_before(allocation_of(read), allocation)
            )
            return


def _is_before(other: Allocation, allocation: Allocation) -> bool:
    same_period = (other.period_starts, other.period_ends) == (allocation.period_starts, allocation.period_ends)
    return (
        other.id != allocation.id
        and other.status == ADOPTED
        and other.owner == allocation.owner
        and not other.deleted
        and same_period
    )
