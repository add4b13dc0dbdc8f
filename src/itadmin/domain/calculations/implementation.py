"""The time of an införande: phases and activities laid out in arbetsdagar, what moves with what, and how far it is.

Pure: knows no register, no file and no clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from itadmin.domain.calculations.allocation import WHOLE_PERCENT
from itadmin.domain.calendar import working_day
from itadmin.domain.states import DROPPED, OVER

WEEK = 5
"""Arbetsdagar of a week in a plan."""
TURNING: Mapping[str, str] = {"inforande": "driftstart", "byte": "driftstart", "avveckling": "avstangning"}
"""The phase that begins on the day of driftstart, by kind of plan; at an avveckling that is the last day of use."""

_NOT_BEGUN = ("", "ej_paborjad")

Key = TypeVar("Key", bound=Hashable)


class Length(NamedTuple):
    """A phase and how many weeks it takes."""

    phase: str
    weeks: int


class Piece(NamedTuple):
    """An activity: on which arbetsdag of its phase it begins, counted from 0, and how many it takes."""

    code: str
    phase: str
    day: int
    days: int


class Span(NamedTuple):
    """First and last day, both included; None where it is not said."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days of phases by phase and of activities by code, and the day that it all turns on."""

    go_live_on: date
    phases: Mapping[str, Span]
    activities: Mapping[str, Span]


def laid_out_until(lengths: Sequence[Length], pieces: Iterable[Piece], turning: str, go_live_on: date) -> Schedule:
    """Phases after each other so that `turning` begins on a day, which need not be an arbetsdag.

    Raises KeyError for a phase without a length, OverflowError for days that no calendar has.
    """
    ends = list(accumulate(length.weeks * WEEK for length in lengths))
    starts = dict(zip((length.phase for length in lengths), [0, *ends], strict=False))
    before = starts[turning]

    def span(first: int, days: int) -> Span:
        return Span(on(first), on(first + days - 1))

    def on(number: int) -> date:
        return go_live_on if number == before else working_day(go_live_on, number - before)

    return Schedule(
        go_live_on,
        {length.phase: span(starts[length.phase], length.weeks * WEEK) for length in lengths},
        {piece.code: span(starts[piece.phase] + piece.day, piece.days) for piece in pieces},
    )


def laid_out_from(lengths: Sequence[Length], pieces: Iterable[Piece], turning: str, starts_on: date) -> Schedule:
    """Phases after each other from a day on. Raises KeyError and OverflowError as `laid_out_until` does."""
    before = 0
    for length in lengths:
        if length.phase == turning:
            return laid_out_until(lengths, pieces, turning, working_day(starts_on, before))
        before += length.weeks * WEEK
    raise KeyError(turning)


class Task(NamedTuple, Generic[Key]):
    """An activity of a plan that is under way: its days, the code of its state, how much is done and what it awaits."""

    key: Key
    span: Span
    status: str = ""
    done_percent: int | None = None
    waits_for: tuple[Key, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing more is done about it."""
        return self.status in OVER

    def is_late(self, today: date) -> bool:
        """Whether its last day has passed and it is not done."""
        return not self.is_over and self.span.last is not None and self.span.last < today


class Stage(NamedTuple):
    """A phase of a plan that is under way, and the decision that ends it, if any, with the day that was made."""

    span: Span
    decision: str = ""
    decided_on: date | None = None


def moved_span(span: Span, count: int, *, keeps_start: bool = False) -> Span:
    """A time so many arbetsdagar later, or earlier; what has begun keeps its first day and does not end before it."""
    if keeps_start and span.first is not None:
        last = _moved(span.last, count)
        return Span(span.first, max(last, span.first) if last else None)
    return Span(_moved(span.first, count), _moved(span.last, count))


def moved_tasks(tasks: Iterable[Task[Key]], count: int) -> dict[Key, Span]:
    """New times of activities that all move alike: those that are over stay, and those begun keep their first day."""
    return {
        task.key: moved_span(task.span, count, keeps_start=task.status not in _NOT_BEGUN)
        for task in tasks
        if not task.is_over
    }


def moved_stages(stages: Iterable[Stage], count: int, today: date) -> list[Span]:
    """New times of phases in their order: those decided stay, and those begun keep their first day."""
    return [
        stage.span
        if stage.decided_on
        else moved_span(stage.span, count, keeps_start=bool(stage.span.first and stage.span.first <= today))
        for stage in stages
    ]


def followers(tasks: Iterable[Task[Key]], key: Key) -> frozenset[Key]:
    """The activities that wait for one, at once or by way of others; not itself, also where they wait in a ring."""
    after: dict[Key, list[Key]] = defaultdict(list)
    for task in tasks:
        for awaited in task.waits_for:
            after[awaited].append(task.key)
    found: set[Key] = set()
    left = [key]
    while left:
        for follower in after[left.pop()]:
            if follower not in found:
                found.add(follower)
                left.append(follower)
    return frozenset(found - {key})


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a plan has come on a day.

    Activities that were dropped are not counted; `share` is hundredths of a percent, None without activities. `late`
    are places among the tasks, `next_decision` and `overdue` among the phases.
    """

    total: int
    done: int
    share: int | None
    late: tuple[int, ...]
    next_decision: int | None
    overdue: tuple[int, ...]


def progress(tasks: Sequence[Task[Key]], stages: Sequence[Stage], today: date) -> Progress:
    """How far a plan has come: every activity weighs alike, and one that is begun counts as far as it is done."""
    counted = [task for task in tasks if task.status != DROPPED]
    parts = [WHOLE_PERCENT if task.is_over else min(task.done_percent or 0, WHOLE_PERCENT) for task in counted]
    undecided = [place for place, stage in enumerate(stages) if stage.decision and stage.decided_on is None]
    return Progress(
        total=len(counted),
        done=sum(task.is_over for task in counted),
        share=sum(parts) // len(parts) if parts else None,
        late=tuple(place for place, task in enumerate(tasks) if task.is_late(today)),
        next_decision=undecided[0] if undecided else None,
        overdue=tuple(place for place in undecided if _is_past(stages[place].span.last, today)),
    )


def _moved(day: date | None, count: int) -> date | None:
    return working_day(day, count) if day else None


def _is_past(day: date | None, today: date) -> bool:
    return day is not None and day < today
