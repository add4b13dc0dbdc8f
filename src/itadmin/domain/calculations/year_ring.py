"""A year as a ring: periods as arcs in lanes, days as signs in circles of their own, for screen and paper alike.

Places are shares of the ring, 0 where January begins at the top, clockwise to 1; each month has a twelfth. Distances
from the middle are shares of the radius inside the months' names. Pure: knows neither what happens nor how it looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import pi

from itadmin.domain.calendar import Interval, days_in_month

MOST_LANES = 4
"""Periods that would need more lanes than this stand only in the list."""
SIGN = 0.07
"""The room that a sign has: one that stands for several days fills it."""
MIDDLE = 0.3
"""What is left free for words in the middle."""

_MONTHS = 12
_ROOM_FOR_LANES, _BROADEST = 0.32, 0.15
_BETWEEN, _SIGN_STEP = 0.01, 0.085
_OUTERMOST = 0.98
_LEAST_PERIOD = 7
_AIR = 1.25
"""So that squares do not meet either where they stand cornerwise."""


class Sign(StrEnum):
    """A sort of days, known by its form; each has a circle of its own, the first outermost."""

    DIAMOND = "diamond"
    DISC = "disc"
    SQUARE = "square"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True)
class Happening:
    """Something in the year: its first and last day, its name, and the sign it has when it is a day.

    As a period it is filled by `level`, 1–5, or only outlined by 0. `sentence` says all of it, `cells` tell the same in
    a table.
    """

    first: date
    last: date
    name: str
    sign: Sign
    level: int
    sentence: str
    cells: tuple[str, ...] = ()

    @property
    def is_period(self) -> bool:
        """Whether it is drawn as an arc: a week or more."""
        return (self.last - self.first).days + 1 >= _LEAST_PERIOD


@dataclass(frozen=True, slots=True)
class Arc:
    """A period from share to share, and how far from the middle it lies; `number` is its place among the happenings."""

    number: int
    begin: float
    end: float
    inner: float
    outer: float

    @property
    def radius(self) -> float:
        """How far from the middle its own middle lies."""
        return (self.inner + self.outer) / 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A sign at a share: one day, or several too close to be told apart; `numbers` are theirs, in order of day."""

    sign: Sign
    numbers: tuple[int, ...]
    share: float
    radius: float


@dataclass(frozen=True, slots=True)
class Ring:
    """A year with what happens in it, in order of first day.

    `left_out` are the numbers of periods that had no lane. `today` is that day's share, None in another year.
    """

    year: int
    happenings: tuple[Happening, ...]
    arcs: tuple[Arc, ...]
    spots: tuple[Spot, ...]
    left_out: tuple[int, ...]
    today: float | None

    def parts(self) -> list[Arc | Spot]:
        """The arcs and signs in the order of their first day, as one walks through them."""
        parts: list[Arc | Spot] = [*self.arcs, *self.spots]
        return sorted(parts, key=lambda part: numbers_of(part)[0])

    def part_of(self, number: int) -> Arc | Spot | None:
        """What a happening is drawn as; None when it has no place in the ring."""
        return next((part for part in self.parts() if number in numbers_of(part)), None)

    def part_at(self, share: float, radius: float) -> Arc | Spot | None:
        """What lies at a place; a sign before an arc."""
        spots = (spot for spot in self.spots if _is_near(spot, share, radius))
        arcs = (arc for arc in self.arcs if arc.inner <= radius <= arc.outer and arc.begin <= share <= arc.end)
        return next(spots, None) or next(arcs, None)


@dataclass(frozen=True, slots=True)
class YearPicture:
    """A ring with its words: what stands in its middle, what signs and levels mean, and the headings of its table.

    `sentence` says the whole in words.
    """

    title: str
    sentence: str
    ring: Ring
    middle: tuple[str, str]
    legend: tuple[tuple[Sign | int, str], ...]
    headings: tuple[str, ...]


def ring_of(year: int, happenings: Iterable[Happening], today: date) -> Ring:
    """Lay out what has a day within a year."""
    whole = Interval(date(year, 1, 1), date(year, 12, 31))
    found = tuple(sorted((one for one in happenings if _days(one).overlaps(whole)), key=lambda one: one.first))
    arcs, left_out = _arcs(year, found)
    spots = tuple(_spots(year, found, min((arc.inner for arc in arcs), default=_OUTERMOST)))
    return Ring(year, found, arcs, spots, left_out, share_of(today) if today.year == year else None)


def share_of(day: date) -> float:
    """Where a day begins in the ring of its year."""
    return (day.month - 1 + (day.day - 1) / days_in_month(day.year, day.month)) / _MONTHS


def share_after(day: date) -> float:
    """Where a day ends in the ring of its year."""
    return (day.month - 1 + day.day / days_in_month(day.year, day.month)) / _MONTHS


def numbers_of(part: Arc | Spot) -> tuple[int, ...]:
    """Which happenings an arc or a sign stands for."""
    return (part.number,) if isinstance(part, Arc) else part.numbers


def reach_of(radius: float) -> float:
    """How much of a circle a sign takes up with air around it, as a share of it."""
    return SIGN * _AIR / (2 * pi * radius)


def _days(happening: Happening) -> Interval:
    return Interval(happening.first, happening.last)


def _arcs(year: int, happenings: Sequence[Happening]) -> tuple[tuple[Arc, ...], tuple[int, ...]]:
    """Each period in the first lane that is free, and the numbers of those that found none. Few lanes are broad."""
    periods: list[tuple[int, float, float, int]] = []
    left_out: list[int] = []
    ends: list[float] = []
    for number, happening in enumerate(happenings):
        if not happening.is_period:
            continue
        begin = share_of(happening.first) if happening.first.year == year else 0.0
        end = share_after(happening.last) if happening.last.year == year else 1.0
        lane = next((lane for lane, taken in enumerate(ends) if taken <= begin), len(ends))
        if lane < MOST_LANES:
            ends[lane : lane + 1] = [end]
            periods.append((number, begin, end, lane))
        else:
            left_out.append(number)
    step = min(_BROADEST, _ROOM_FOR_LANES / max(len(ends), 1))
    arcs = (
        Arc(number, begin, end, _OUTERMOST - (lane + 1) * step + _BETWEEN, _OUTERMOST - lane * step)
        for number, begin, end, lane in periods
    )
    return tuple(arcs), tuple(left_out)


def _spots(year: int, happenings: Sequence[Happening], outermost: float) -> Iterator[Spot]:
    """The signs, each sort in the next circle inwards; in a circle none covers another."""
    radius = outermost - _BETWEEN - SIGN / 2
    for sign in Sign:
        numbers = [number for number, one in enumerate(happenings) if one.sign is sign and not one.is_period]
        if numbers:
            yield from _circle(year, happenings, numbers, sign, radius)
            radius -= _SIGN_STEP


def _circle(
    year: int, happenings: Sequence[Happening], numbers: Sequence[int], sign: Sign, radius: float
) -> Iterator[Spot]:
    reach = reach_of(radius)
    gathered: list[int] = []
    at = 0.0
    for number in numbers:
        first = happenings[number].first
        share = share_of(first) if first.year == year else 0.0
        share = min(max(share, reach / 2), 1 - reach / 2)
        if gathered and share < at + reach:
            gathered.append(number)
            continue
        if gathered:
            yield Spot(sign, tuple(gathered), at, radius)
        gathered, at = [number], share
    yield Spot(sign, tuple(gathered), at, radius)


def _is_near(spot: Spot, share: float, radius: float) -> bool:
    return abs(spot.radius - radius) <= SIGN / 2 and abs(spot.share - share) <= reach_of(spot.radius) / 2
