"""Sessions made of a course that is proposed for several kommuner: as many as it needs, in one step."""

from __future__ import annotations

from typing import Any

from itadmin.domain.calculations.allocation import shares
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.text import small_initial
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.training.joining import BEGUN, NEEDS, Joined

SESSIONS = "training_sessions"


def make_sessions(records: Records, reading: Reading, joined: Joined) -> ChangeSet:
    """The step that adds the sessions, without days, and notes on the own needs that they are being met.

    The month that suits is told in their notes. Raises InvalidRecordError.
    """
    number = joined.course.sessions
    costs = _costs(joined.course.together, number)
    additions = [
        records.addition(SESSIONS, _values(reading, joined, place, costs[place - 1])) for place in range(1, number + 1)
    ]
    needs = reading.many(NEEDS, joined.own_needs).values()
    begun = [
        Change(NEEDS, read.record.id, {"status": getattr(read.record, "status", "") or None}, {"status": BEGUN})
        for read in needs
    ]
    return ChangeSet(f"Skapade tillfällen: {joined.title}", (*additions, *begun))


def month_words(reading: Reading, joined: Joined) -> str:
    """The month that suits most, and its year: "mars 2027"; "" when none is better than another."""
    month = joined.course.month
    return f"{small_initial(reading.words.label_of('manad', month))} {joined.year or ''}".strip() if month else ""


def _values(reading: Reading, joined: Joined, place: int, cost: int | None) -> dict[str, Any]:
    course = joined.course
    part = f" ({place} av {course.sessions})" if course.sessions > 1 else ""
    month = month_words(reading, joined)
    host = joined.kommuner.get(course.host)
    return {
        "title": f"{_titled(joined)[:180]}{part}",
        "modules": [str(module) for module in joined.modules],
        "status": "planerat",
        "host": str(host) if host else None,
        "municipalities": [str(kommun) for kommun in joined.kommuner.values()],
        "seats": course.seats,
        "cost": cost,
        "note": f"Passar flest i {month}." if month else None,
    }


def _titled(joined: Joined) -> str:
    """The course with its system, where that is not said already."""
    has_system = not joined.system_name or joined.system_name.lower() in joined.title.lower()
    return joined.title if has_system else f"{joined.title}, {joined.system_name}"


def _costs(together: int | None, number: int) -> list[int | None]:
    """The cost of each session, in whole ören that add up."""
    if together is None:
        return [None] * number
    parts = shares(together, {f"{place:04}": 1 for place in range(number)})
    return [parts[key] for key in sorted(parts)]
