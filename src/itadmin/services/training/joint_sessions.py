"""Sessions made of a course that is proposed for several kommuner: as many as it needs, in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.allocation import signed_shares
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.training_needs import TrainingNeed
from itadmin.domain.text import fold, small_initial, swedish_key
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.training.joining import BEGUN, NEEDS, Joined
from itadmin.services.training.plans import modules_of, plan_of_system

SESSIONS = "training_sessions"


@dataclass(frozen=True, slots=True)
class Arranged:
    """When and where the sessions of a course are, and which moment they give; what is left out is not settled yet.

    `days` are those of the first sessions, in order; `month` ("01"–"12") is told of those without a day.
    """

    days: Sequence[date] = ()
    month: str = ""
    host: UUID | None = None
    modules: Sequence[UUID] = ()


def proposed(reading: Reading, joined: Joined) -> Arranged:
    """What suits best: the month and host that most gain by, and the moment that the needs or the own plan name."""
    same = fold(joined.title)
    named = [key for key, title in modules_for(reading, joined).items() if fold(title) == same]
    host = joined.kommuner.get(joined.course.host)
    return Arranged((), joined.course.month, host, joined.modules or tuple(named[:1]))


def modules_for(reading: Reading, joined: Joined) -> dict[UUID, str]:
    """The names of the own moment that the sessions may give, by id: those of the needs and of the system's plan."""
    found = dict(reading.labels("training_modules", joined.modules))
    owned = reading.many("systems", [joined.system]) if joined.system else {}
    plan = plan_of_system(reading, joined.system).plan_id if joined.system and owned else None
    if plan is not None:
        found |= {module.id: module.title for module in modules_of(reading, plan)}
    return found


def unsuited(reading: Reading, joined: Joined, month: str) -> tuple[str, ...]:
    """The kommuner that have said which months suit, and not this one."""
    found = []
    for read in reading.many(NEEDS, joined.needs).values():
        need = read.record
        if isinstance(need, TrainingNeed) and need.months and month not in {row.month for row in need.months}:
            found.append(
                next((joined.names[key] for key, of in joined.kommuner.items() if of == need.municipality), "")
            )
    return tuple(sorted({name for name in found if name}, key=swedish_key))


def make_sessions(records: Records, reading: Reading, joined: Joined, arranged: Arranged) -> ChangeSet:
    """The step that adds the sessions, and notes on the own needs that they are being met.

    Raises KnownError for more days than there are sessions, and InvalidRecordError.
    """
    number = joined.course.sessions
    if len(arranged.days) > number:
        raise KnownError(
            f"Kursen behöver {_sessions(number)}, och {len(arranged.days)} dagar är angivna. Ta bort någon."
        )
    costs = _costs(joined.course.together, number)
    additions = [
        records.addition(SESSIONS, _values(reading, joined, arranged, place, costs[place - 1]))
        for place in range(1, number + 1)
    ]
    needs = reading.many(NEEDS, joined.own_needs).values()
    begun = [
        Change(NEEDS, read.record.id, {"status": getattr(read.record, "status", "") or None}, {"status": BEGUN})
        for read in needs
    ]
    return ChangeSet(f"Skapade tillfällen: {joined.title}", (*additions, *begun))


def month_words(reading: Reading, joined: Joined) -> str:
    """The month that suits most, and its year: "mars 2027"; "" when none is better than another."""
    return _month_of(reading, joined, joined.course.month)


def _month_of(reading: Reading, joined: Joined, month: str) -> str:
    return f"{small_initial(reading.words.label_of('manad', month))} {joined.year or ''}".strip() if month else ""


def _sessions(number: int) -> str:
    return "1 tillfälle" if number == 1 else f"{number} tillfällen"


def _values(reading: Reading, joined: Joined, arranged: Arranged, place: int, cost: int | None) -> dict[str, Any]:
    course = joined.course
    part = f" ({place} av {course.sessions})" if course.sessions > 1 else ""
    day = arranged.days[place - 1] if place <= len(arranged.days) else None
    month = "" if day else _month_of(reading, joined, arranged.month)
    return {
        "title": f"{_titled(joined)[:180]}{part}",
        "modules": [str(module) for module in arranged.modules],
        "status": "planerat",
        "starts_on": day.isoformat() if day else None,
        "host": str(arranged.host) if arranged.host else None,
        "municipalities": [str(kommun) for kommun in joined.kommuner.values()],
        "seats": course.seats,
        "cost": cost,
        "note": f"Planeras till {month}." if month else None,
    }


def _titled(joined: Joined) -> str:
    """The course with its system, where that is not said already."""
    has_system = not joined.system_name or joined.system_name.lower() in joined.title.lower()
    return joined.title if has_system else f"{joined.title}, {joined.system_name}"


def _costs(together: int | None, number: int) -> list[int | None]:
    """The cost of each session, in whole ören that add up."""
    if together is None:
        return [None] * number
    parts = signed_shares(together, {f"{place:04}": 1 for place in range(number)})
    return [parts[key] for key in sorted(parts)]
