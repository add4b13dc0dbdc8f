"""Noting what the register counts today among the readings of goals, so that one sees later how it went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.record import to_plain
from itadmin.domain.registers.goals import Goal
from itadmin.services.goals.measures import shares
from itadmin.services.reading import Reading
from itadmin.services.records import Records

REGISTER = "goals"


def noted_today(reading: Reading, goal_ids: Iterable[UUID]) -> tuple[Change, ...]:
    """The changes that note what is counted on the day of the reading; none for what is not counted or says it already.

    A reading of the same day is put right and keeps its comment. Another organisation's goals are left alone.
    """
    goals = [read.record for read in reading.many(REGISTER, goal_ids).values()]
    counted = {code: share.percent for code, share in shares(reading).items()} if goals else {}
    return tuple(
        change
        for goal in goals
        if isinstance(goal, Goal)
        and goal.owner == reading.organisation_id
        and (change := _noted(goal, counted, reading.day)) is not None
    )


def note_today(records: Records, reading: Reading, goal_ids: Iterable[UUID]) -> ChangeSet:
    """Note what is counted on the day of the reading, as one step; nothing is written where all say it already.

    Raises KnownError.
    """
    step = ChangeSet(f"Noterade målens utfall {reading.day.isoformat()}", noted_today(reading, goal_ids))
    if step.changes:
        records.apply(step)
    return step


def _noted(goal: Goal, counted: Mapping[str, int | None], day: date) -> Change | None:
    percent = counted.get(goal.measure)
    if percent is None:
        return None
    before = to_plain(goal)["readings"]
    today = day.isoformat()
    same = next((row for row in before if row["measured_on"] == today), {"note": None})
    others = [row for row in before if row["measured_on"] != today]
    after = [*others, {**same, "measured_on": today, "percent": percent}]
    after.sort(key=lambda row: row["measured_on"] or "")
    return None if after == before else Change(REGISTER, goal.id, {"readings": before}, {"readings": after})
