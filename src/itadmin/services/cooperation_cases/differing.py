"""What of a samverkansärende does not agree: its days, and what the kommuner answer beside what they are to carry.

Told, never refused: each may be right, and somebody has to say which. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.allocation_rows import ParticipantRow
from itadmin.domain.registers.allocations import Allocation
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.states import OUT
from itadmin.domain.text import listed
from itadmin.services.allocations.naming import codes_of, municipality_names
from itadmin.services.allocations.standing import standing_of
from itadmin.services.allocations.states import allocation_of
from itadmin.services.cooperation_cases.agreement import AGREEMENTS, agreement_of, goal_day
from itadmin.services.cooperation_cases.standing import Standing, standings_of
from itadmin.services.reading import Reading


def told_differing(reading: Reading, case: CooperationCase) -> str:
    """What does not agree, in sentences; "" for nothing."""
    standing = standing_of(reading, "case", case.id)
    allocation = allocation_of(standing) if standing else None
    sentences = [_of_days(reading, case, allocation)]
    if allocation is not None:
        sentences += _of_answers(reading, case, allocation)
    return " ".join(filter(None, sentences))


def _of_days(reading: Reading, case: CooperationCase, allocation: Allocation | None) -> str:
    """That the cost is shared, or the agreement begins, another day than the goal is reached."""
    goal, agreed = goal_day(case), agreement_of(reading, case.id)
    if goal is None:
        return ""
    agreement = reading.many(AGREEMENTS, [agreed]).get(agreed) if agreed else None
    begins = {
        "kostnadsfördelningen": allocation.period_starts if allocation else None,
        "avtalet": agreement.record.starts_on if agreement and isinstance(agreement.record, Agreement) else None,
    }
    others = [f"{what} börjar {day}" for what, day in begins.items() if day and day.isoformat() != goal]
    return f"Målet nås {goal}, men {listed(others)}." if others else ""


def _of_answers(reading: Reading, case: CooperationCase, allocation: Allocation) -> Iterator[str]:
    """That somebody carries a part who does not take part, or not all of that time."""
    standings = standings_of(reading, case)
    codes = codes_of(reading, [each.municipality for each in standings])
    names = municipality_names(reading, sorted(codes.values()))
    rows = {row.municipality: row for row in allocation.participants}
    carrying = [(each, code) for each in standings if (code := codes.get(each.municipality, "")) in rows]
    out = [names[code] for each, code in carrying if each.code == OUT]
    if out:
        yield f"{listed(out)} avstår men bär en del av kostnaden."
    for each, code in carrying:
        if each.code != OUT:
            yield from _of_time(each, names[code], rows[code], allocation)


def _of_time(standing: Standing, name: str, row: ParticipantRow, allocation: Allocation) -> Iterator[str]:
    begins, ends = row.starts_on or allocation.period_starts, row.ends_on or allocation.period_ends
    first, last = _taking_part(standing)
    if first and begins and begins < first:
        yield f"{name} deltar från och med {first} men bär en del av kostnaden från {begins}."
    if last and ends and ends > last:
        yield f"{name} deltar till och med {last} men bär en del av kostnaden till {ends}."


def _taking_part(standing: Standing) -> tuple[date | None, date | None]:
    record = standing.record
    return (record.participates_from, record.participates_until) if record else (None, None)
