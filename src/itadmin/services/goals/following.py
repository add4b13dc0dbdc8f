"""The goals that count today and how each stands: what the start page and the work list ask.

A goal counts when it has no document, or when its document is the version that counts, so that the goals of a policy
are not told of twice while its next version is being written.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calculations.goals import (
    PRESSING_FIRST,
    Aimed,
    Standing,
    newest,
    standing_of,
    versions_that_count,
)
from itadmin.domain.keys import Key
from itadmin.services.goals.measures import Counted, counted_of
from itadmin.storage.queries.goals import GoalFacts, Ground

_NO_YEAR = 9999


class Followed(NamedTuple):
    """A goal that counts, what it is measured at in hundredths of a percent, if it is, and how it stands."""

    key: Key
    goal: GoalFacts
    value: int | None
    standing: Standing
    is_counted: bool

    @property
    def id(self) -> UUID:
        """The goal's id."""
        return UUID(bytes=self.key)

    @property
    def document_id(self) -> UUID | None:
        """The id of its document, if it has one."""
        return UUID(bytes=self.goal.document) if self.goal.document else None


def followed(known: Ground, found: Mapping[Key, Collection[str]], day: date) -> tuple[Followed, ...]:
    """The own goals that count on a day, those behind first, by year; `found` is what is wrong with each system."""
    counting = versions_that_count(known.versions)
    goals = {key: goal for key, goal in known.goals.items() if goal.document is None or goal.document in counting}
    measures = counted_of(known.systems, found, known.aims) if goals and known.systems else {}
    told = [_followed(key, goal, measures, day) for key, goal in goals.items()]
    return tuple(sorted(told, key=lambda each: (PRESSING_FIRST.index(each.standing), each.goal.year or _NO_YEAR)))


def _followed(key: Key, goal: GoalFacts, measures: Mapping[str, Counted], day: date) -> Followed:
    measure, last = measures.get(goal.measure), newest(goal.readings, day)
    value = measure.share.percent if measure is not None else last.percent if last else None
    aimed = Aimed(goal.status, goal.target, goal.year, is_counted=measure is not None)
    return Followed(key, goal, value, standing_of(aimed, value, day), aimed.is_counted)
