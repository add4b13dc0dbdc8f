"""Who lacks what of all that is demanded, for thousands of people and hundreds of modules at once. Pure.

People are places 0, 1, 2 … in an order of somebody else's. A set of them is one whole number with a bit for each, so
that a set of thousands is one operation. Modules, plans and målgrupper are whatever the caller knows them by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, reduce
from operator import or_
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from itadmin.domain.calendar import months_from

Bits: TypeAlias = int
"""People, a bit for each place."""

SOON = timedelta(days=90)
"""What holds so long yet, and no longer, must be learnt again soon."""
BEFORE_ACCESS, OBLIGATORY, VOLUNTARY = "fore_behorighet", "obligatorisk", "frivillig"
DEMANDS = (BEFORE_ACCESS, OBLIGATORY)
"""What one is held to, the strictest first; all else is an offer."""

_DIGITS = bytes.maketrans(b"\0\1", b"01")
_Id = TypeVar("_Id")


class Why(StrEnum):
    """Why somebody is told of a module; the values are permanent codes."""

    NEVER = "aldrig"
    EXPIRED = "utgangen"
    SOON = "snart"


WHY_WORDS = {Why.NEVER: "Aldrig genomfört", Why.EXPIRED: "Har gått ut", Why.SOON: "Går snart ut"}
"""What the reasons are called."""


class Done(NamedTuple):
    """Who has done a module: ever, so lately that it holds, and so lately that it will hold for some time yet."""

    ever: Bits = 0
    holds: Bits = 0
    fresh: Bits = 0


class Held(NamedTuple):
    """That a målgrupp is held to a module, and who is in it."""

    audience: str
    demand: str
    people: Bits


@dataclass(frozen=True)
class Owed(Generic[_Id]):
    """A module of a plan, whom it is demanded of, and who has done it; `held` are the strictest demands first."""

    plan: _Id
    module: _Id
    held: tuple[Held, ...]
    done: Done

    @cached_property
    def demanded(self) -> Bits:
        """Everybody that it is demanded of."""
        return reduce(or_, (held.people for held in self.held), 0)

    @cached_property
    def lacking(self) -> Bits:
        """Those who have never done it, or so long ago that it holds no more."""
        return self.demanded & ~self.done.holds

    @cached_property
    def soon(self) -> Bits:
        """Those who have done it and must do so again before long."""
        return self.demanded & self.done.holds & ~self.done.fresh

    def why(self, place: int) -> Why:
        """Why one of those who lack it, or soon will, is told of it."""
        if self.done.holds >> place & 1:
            return Why.SOON
        return Why.EXPIRED if self.done.ever >> place & 1 else Why.NEVER

    def held_by(self, place: int) -> Held:
        """The strictest demand on one of those that it is demanded of."""
        return next(held for held in self.held if held.people >> place & 1)


class Tally(NamedTuple):
    """How often something is demanded, had and lacked – a person and a module at a time – and by how many people.

    `soon` are among those that are had.
    """

    demanded: int = 0
    have: int = 0
    lack: int = 0
    soon: int = 0
    people: int = 0
    people_lacking: int = 0


def tally(owed: Iterable[Owed[_Id]], within: Bits, audience: str = "") -> Tally:
    """What is owed by the people of `within`, and by them as members of one målgrupp if one is named."""
    demanded = lack = soon = 0
    people = lacking = 0
    for item in owed:
        asked = within & (_of_audience(item, audience) if audience else item.demanded)
        demanded += asked.bit_count()
        lack += (asked & item.lacking).bit_count()
        soon += (asked & item.soon).bit_count()
        people |= asked
        lacking |= asked & item.lacking
    return Tally(demanded, demanded - lack, lack, soon, people.bit_count(), lacking.bit_count())


def _of_audience(owed: Owed[_Id], audience: str) -> Bits:
    return reduce(or_, (held.people for held in owed.held if held.audience == audience), 0)


def narrowed(owed: Iterable[Owed[_Id]], within: Bits, audience: str = "") -> list[Owed[_Id]]:
    """What is owed by the people of `within`, as members of one målgrupp if one is named."""
    found = []
    for item in owed:
        held = tuple(
            held._replace(people=held.people & within)
            for held in item.held
            if held.people & within and audience in ("", held.audience)
        )
        if held:
            found.append(Owed(item.plan, item.module, held, item.done))
    return found


def told(owed: Owed[_Id], whys: Collection[Why] = frozenset(Why)) -> Bits:
    """Those who are told of what is owed, for one of these reasons."""
    never, expired = owed.lacking & ~owed.done.ever, owed.lacking & owed.done.ever
    asked = {Why.NEVER: never, Why.EXPIRED: expired, Why.SOON: owed.soon}
    return reduce(or_, (asked[why] for why in whys), 0)


def by_person(sets: Sequence[Bits], places: range) -> list[list[int]]:
    """For each of the people in a row the numbers of the sets that they are in."""
    found: list[list[int]] = [[] for _ in places]
    mask = (1 << len(places)) - 1
    for number, people in enumerate(sets):
        for place in places_of(people >> places.start & mask):
            found[place].append(number)
    return found


def strictest_first(held: Iterable[Held]) -> tuple[Held, ...]:
    """The demands that one is held to, the strictest first; offers are left out."""
    return tuple(sorted((one for one in held if one.demand in DEMANDS), key=lambda one: DEMANDS.index(one.demand)))


def first_that_holds(months: int | None, day: date) -> date:
    """The earliest day that something may have been done on and still hold on `day`; it holds on its last day too."""
    if months is None:
        return date.min
    first = months_from(day, -months)
    while months_from(first, months) < day:
        first += timedelta(days=1)
    return first


def bits_of(places: Iterable[int], count: int) -> Bits:
    """People by their places, all of them below `count`."""
    return next(growing((places,), count))


def growing(groups: Iterable[Iterable[int]], count: int) -> Iterator[Bits]:
    """The people of the first group, those of the first two, and so on, by their places."""
    flags = bytearray(count)
    for places in groups:
        for place in places:
            flags[place] = 1
        yield int(flags[::-1].translate(_DIGITS) or b"0", 2)


def places_of(bits: Bits) -> Iterator[int]:
    """The places of people, from the first on."""
    text = f"{bits:b}"[::-1]
    place = text.find("1")
    while place >= 0:
        yield place
        place = text.find("1", place + 1)
