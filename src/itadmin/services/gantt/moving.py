"""Moving the bars of a Gantt picture: new days for an activity, or for a phase with what is left to do in it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from itadmin.domain.calculations.gantt import Bar, Grip, moved
from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.problems import ReadOnlyError
from itadmin.domain.record import to_plain
from itadmin.domain.states import OVER
from itadmin.services.gantt.charts import Handle
from itadmin.services.gantt.gathering import ACTIVITIES, PLANS, plan_of
from itadmin.services.reading import Reading
from itadmin.services.records import Records


def move(records: Records, reading: Reading, handle: Handle, grip: Grip, days: int) -> ChangeSet:
    """Move a bar, or one of its ends, so many days as one step; nothing is written where that changes nothing.

    A phase that is moved whole takes along its activities that are not over. Raises KnownError.
    """
    bar = moved(handle.bar, grip, days)
    if bar == handle.bar:
        return ChangeSet("", ())
    changes: list[Change] = []
    for register, record_id, values in _wanted(reading, handle, grip, bar):
        found, refused = records.changes_of_save(register, [record_id], values)
        if refused:
            raise ReadOnlyError(refused[0].reason)
        changes += found.get(record_id, ())
    step = ChangeSet(f"Flyttade {handle.name}", tuple(changes))
    if changes:
        records.apply(step)
    return step


def _wanted(reading: Reading, handle: Handle, grip: Grip, bar: Bar) -> Iterator[tuple[str, UUID, Plain]]:
    """The records that a move is about, each with its new values."""
    if handle.register == ACTIVITIES:
        yield ACTIVITIES, handle.record_id, _days(bar)
        return
    plan = plan_of(reading, handle.record_id)
    rows = to_plain(plan.record)["phases"]
    yield (
        PLANS,
        handle.record_id,
        {"phases": [{**row, **_days(bar)} if row["phase"] == handle.phase else row for row in rows]},
    )
    if grip is not Grip.WHOLE:
        return
    shift = (bar.first - handle.bar.first).days
    for phase in plan.phases:
        for activity in phase.activities if phase.code == handle.phase else ():
            if activity.bar is not None and activity.record.status not in OVER:
                yield ACTIVITIES, activity.record.id, _days(moved(activity.bar, Grip.WHOLE, shift))


def _days(bar: Bar) -> Plain:
    return {"starts_on": bar.first.isoformat(), "ends_on": bar.last.isoformat()}
