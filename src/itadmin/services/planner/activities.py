"""Activities of the year: those that come with the program, and the kommun's own, as often as they happen.

What is shipped is a proposal for a municipal year. A record with its key goes before it, also to hide it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from itadmin.assets import asset
from itadmin.domain.calculations.recurrence import occurrences
from itadmin.domain.calendar import Interval, days_in_month
from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers.yearly_activities import YearlyActivity
from itadmin.services.reading import Reading
from itadmin.services.records import Records

REGISTER = "yearly_activities"
YEARLY = "ar"
_FIRST_YEAR = 2001
_ADDED = "La in årshjulets aktiviteter"


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity: first and last day of its first time, and how it comes back (codes of `upprepning`).

    `record_id` is None for one that comes with the program and nobody has changed.
    """

    key: str
    record_id: UUID | None
    name: str
    kind: str
    first: Interval
    repeats: str
    until: date | None
    responsible: str
    place: str
    note: str


@lru_cache(maxsize=1)
def shipped() -> tuple[Activity, ...]:
    """The activities that come with the program, in the order of the year. Each lasts for a month or more."""
    with asset("resources", "calendar", "activities.csv").open(encoding="utf-8", newline="") as stream:
        return tuple(_shipped(row) for row in csv.DictReader(stream, delimiter=";"))


def activities(reading: Reading) -> Iterator[Activity]:
    """The activities of a file: its own, and what is shipped and nobody has changed or hidden."""
    replaced = set()
    for read in reading.many(REGISTER, reading.keys(REGISTER)).values():
        if isinstance(read.record, YearlyActivity):
            replaced.add(read.record.shipped_key)
            if not read.record.hidden:
                yield _own(read.record)
    yield from (activity for activity in shipped() if activity.key not in replaced)


def happening(reading: Reading, within: Interval) -> list[tuple[Interval, Activity]]:
    """What happens within a bounded interval and when, in order of day and name."""
    found = [
        (time, activity)
        for activity in activities(reading)
        for time in occurrences(activity.first, activity.repeats, within, activity.until)
    ]
    return sorted(found, key=lambda item: (item[0].starts_on or date.min, item[1].name))


def make_own(reading: Reading, records: Records, key: str = "") -> ChangeSet | None:
    """The step that makes records of what is shipped and nobody has changed, or of the one with a key.

    None when there is nothing left.
    """
    left = (item for item in activities(reading) if item.record_id is None and key in ("", item.key))
    additions = [records.addition(REGISTER, _values(item)) for item in left]
    return ChangeSet(_ADDED, tuple(additions)) if additions else None


def _shipped(row: dict[str, str]) -> Activity:
    first, last = int(row["manad"]), int(row["till_manad"] or row["manad"])
    days = Interval(date(_FIRST_YEAR, first, 1), date(_FIRST_YEAR, last, days_in_month(_FIRST_YEAR, last)))
    return Activity(row["nyckel"], None, row["namn"], row["slag"], days, YEARLY, None, row["ansvarig"], "", "")


def _own(record: YearlyActivity) -> Activity:
    return Activity(
        record.shipped_key,
        record.id,
        record.name,
        record.kind,
        Interval(record.starts_on, record.ends_on),
        record.repeats,
        record.until,
        record.responsible,
        record.meeting_place,
        record.note,
    )


def _values(activity: Activity) -> dict[str, Any]:
    first = activity.first
    return {
        "name": activity.name,
        "kind": activity.kind,
        "starts_on": first.starts_on.isoformat() if first.starts_on else None,
        "ends_on": first.ends_on.isoformat() if first.ends_on else None,
        "repeats": activity.repeats,
        "responsible": activity.responsible,
        "shipped_key": activity.key,
    }
