"""When kommuner that are bound by agreements of their own can begin together: each one's ways out, and what bridges.

Each kommun is bound by the agreement that it can leave last. The first common day is the latest of their earliest last
days, and the day after it all can begin together; those that are free before stay a while longer by an option, a
renewal or a later notice, or agree on a bridge. Pure; days are arguments, and nothing is put in words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from itadmin.domain.calculations.notice_state import Standing, State
from itadmin.domain.calculations.notice_terms import Notice
from itadmin.domain.calendar import days_from, months_from

HORIZON_MONTHS = 120
"""How far ahead ways out are looked for."""

Who = TypeVar("Who", bound=Hashable)


class Way(StrEnum):
    """How an agreement comes to an end; the values are permanent codes."""

    ENDS = "loper_ut"
    """By itself, as it was agreed."""
    NOTICED = "uppsagt"
    OPTION = "option"
    """After options that have yet to be taken."""
    NOTICE = "uppsagning"
    """With a term, if notice is given in time."""
    ANY_DAY = "tills_vidare"
    """On any day from this one on, if notice is given in time."""


class Exit(NamedTuple):
    """A last day of an agreement, how it comes about, and by when that must be said; None when nothing must be.

    `options` are how many options must be taken for it, `notice` is what an agreement asks that ends on any day.
    """

    last_day: date
    way: Way
    say_by: date | None = None
    options: int = 0
    notice: Notice | None = None

    def said_by(self, day: date) -> date | None:
        """By when something must be said to leave in this way on a day."""
        return self.say_by if self.notice is None else self.notice.last_day_before(day)


class Bridge(StrEnum):
    """What somebody does until the common day; the values are permanent codes."""

    NONE = "ingen"
    """The agreement ends on that day."""
    LATER_NOTICE = "senare_uppsagning"
    """It runs until further notice, and notice is given in time for the common day."""
    LONGER = "langre"
    """An option or a renewal lasts past the common day, so that one pays for both a while."""
    AGREE = "avtala"
    """Nothing agreed lasts so long: the time between must be agreed on."""
    FREE = "fri"
    """No agreement binds."""
    UNKNOWN = "okand"
    """The agreement does not say when it ends."""


class Bound(NamedTuple, Generic[Who]):
    """How somebody is bound: the ways out of the agreement that it can leave last, in order of their days.

    None where there is an agreement that does not say when it ends, empty where none binds.
    """

    who: Who
    exits: tuple[Exit, ...] | None

    @property
    def earliest(self) -> Exit | None:
        """The first way out."""
        return self.exits[0] if self.exits else None


class Part(NamedTuple, Generic[Who]):
    """What one does until the common day.

    `leaving` is the last way out up to it, and `gap` how many days are left from that. `longer` is the first way out
    past it; then `beyond` is for how many days one is bound after it. `say_by` is when the one to leave must be told.
    """

    who: Who
    bridge: Bridge
    leaving: Exit | None = None
    gap: int = 0
    longer: Exit | None = None
    beyond: int = 0
    say_by: date | None = None


class Alignment(NamedTuple, Generic[Who]):
    """The first common last day, None when nobody is known to be bound, and what each does until it.

    `without_bridges` is the first such day that asks for no bridge; None within the horizon. `say_by` is the nearest
    day by which somebody must give notice or take an option.
    """

    last_day: date | None
    parts: tuple[Part[Who], ...]
    without_bridges: date | None
    say_by: date | None


def exits_of(standing: Standing) -> tuple[Exit, ...] | None:
    """The ways out of an agreement as it stands on its day; None when they cannot be told, () when it is over."""
    if standing.obstacle:
        return None
    if standing.state is State.ENDED:
        return ()
    noticed = standing.ends_on if standing.state is State.NOTICE_GIVEN else standing.noticed_end
    if noticed is not None:
        return (Exit(noticed, Way.NOTICED),)
    if standing.ends_on is not None:
        return (Exit(standing.ends_on, Way.ENDS), *_with_options(standing))
    return tuple(_by_notice(standing)) or None


def _with_options(standing: Standing) -> Iterator[Exit]:
    first = standing.option_to_decide
    if first is None:
        return
    for place, option in enumerate(standing.terms.options[first:], start=first):
        end = standing.end_with_option(place)
        if option.taken is not None or end is None or (option.decision_day and option.decision_day < standing.day):
            return
        yield Exit(end, Way.OPTION, option.decision_day, place - first + 1)


def _by_notice(standing: Standing) -> Iterator[Exit]:
    """The ends of terms by notice, then any day where an agreement goes on until further notice."""
    end, notice = standing.earliest_end, standing.terms.notice
    horizon = months_from(standing.day, HORIZON_MONTHS)
    if end is None or notice is None:
        return
    if standing.terms.open_ended:
        bound = standing.term_ends_on
        is_first = bound is not None and end == bound and standing.next_notice_day is not None
        if is_first:
            yield Exit(end, Way.NOTICE, standing.next_notice_day)
            end = days_from(end, 1)
        yield Exit(end, Way.ANY_DAY, notice=notice)
        return
    first = end
    while end is not None and (end == first or end <= horizon):
        yield Exit(end, Way.NOTICE, notice.last_day_before(end))
        end = standing.end_after(end)


def bound(who: Who, standings: Iterable[Standing]) -> Bound[Who]:
    """How somebody is bound by several agreements: by the one that can be left last."""
    ways = [exits_of(standing) for standing in standings]
    known = [exits for exits in ways if exits]
    if not known:
        return Bound(who, None if None in ways else ())
    return Bound(who, max(known, key=lambda exits: exits[0].last_day))


def align(bounds: Sequence[Bound[Who]]) -> Alignment[Who]:
    """When all can leave together, and what each does until then."""
    known = [exits for each in bounds if (exits := each.exits)]
    if not known:
        return Alignment(None, tuple(_unbound(each) for each in bounds), None, None)
    day = max(exits[0].last_day for exits in known)
    parts = tuple(_part(each, day) for each in bounds)
    say_by = min((part.say_by for part in parts if part.say_by is not None), default=None)
    return Alignment(day, parts, _without_bridges(known, day), say_by)


def _unbound(each: Bound[Who]) -> Part[Who]:
    return Part(each.who, Bridge.UNKNOWN if each.exits is None else Bridge.FREE)


def _part(each: Bound[Who], day: date) -> Part[Who]:
    if not each.exits:
        return _unbound(each)
    leaving = [way for way in each.exits if way.last_day <= day][-1]
    longer = next((way for way in each.exits if way.last_day > day), None)
    gap, say_by = (day - leaving.last_day).days, leaving.said_by(day)
    if not gap:
        return Part(each.who, Bridge.NONE, leaving, say_by=say_by)
    if leaving.way is Way.ANY_DAY:
        return Part(each.who, Bridge.LATER_NOTICE, leaving, gap, say_by=say_by)
    if longer is None:
        return Part(each.who, Bridge.AGREE, leaving, gap, say_by=say_by)
    return Part(each.who, Bridge.LONGER, leaving, gap, longer, (longer.last_day - day).days, say_by)


def _without_bridges(known: Sequence[tuple[Exit, ...]], first: date) -> date | None:
    ends = sorted({way.last_day for exits in known for way in exits if way.last_day >= first})
    return next((end for end in ends if all(_can_end(exits, end) for exits in known)), None)


def _can_end(exits: Iterable[Exit], day: date) -> bool:
    return any(way.last_day == day or (way.way is Way.ANY_DAY and way.last_day <= day) for way in exits)
