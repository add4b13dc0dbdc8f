"""A picture of time: lanes one below the other on one axis, with stretches, marks and arrows, for screen and paper.

Places are shares of the axis, 0 at the beginning of its first day and 1 at the end of its last. Pure: it knows neither
what the lanes are about nor how anything looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calendar import LAST_YEAR, MONTHS, Interval, add_months, days_in_month, iso_week

_MONTHS_EACH_BY_ITSELF = 30
_DAYS_EACH_WEEK_BY_ITSELF = 548
"""Eighteen months: a longer axis of weeks is read in months."""
_A_QUARTER = 3
_MOST_MONTHS = 240
_LETTERS = 3


class Fill(StrEnum):
    """How a stretch is known: each is drawn in a way of its own, also without colour."""

    FIRM = "firm"  # agreed, or so it is
    CHOICE = "choice"  # ours to choose
    LIKELY = "likely"  # comes by itself unless somebody acts
    VAGUE = "vague"  # not known to the day
    WINDOW = "window"  # too late to end what runs


class Shape(StrEnum):
    """What a day is: each has a form of its own."""

    NOTICE = "notice"  # the last day to say no
    END = "end"  # nothing comes after
    RENEWAL = "renewal"  # another term comes after
    CHOICE = "choice"  # something is to be decided
    SUPPORT = "support"  # help ends
    DECIDED = "decided"  # what was to be decided is
    GOAL = "goal"  # what all the rest leads to


class Tie(StrEnum):
    """How one lane waits for another: the values are two ways to draw it."""

    KEPT = "kept"  # it begins when the other is over
    BROKEN = "broken"  # it begins before that


class Slot(NamedTuple):
    """A stretch of the axis with a word, as its head shows it; `short` where the words of all have no room."""

    words: str
    short: str
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to and including `last`; `in_weeks` where work is planned week by week."""

    first: date
    last: date
    in_weeks: bool = False

    def at(self, day: date) -> float:
        """Where a day begins: below 0 and above 1 when it lies outside."""
        return (day - self.first).days / self._length

    def middle(self, day: date) -> float:
        """Where the middle of a day is."""
        return self.at(day) + 0.5 / self._length

    def stretch(self, starts_on: date | None, ends_on: date | None) -> tuple[float, float] | None:
        """Where the days from and including one to another lie, cut to the axis; None when none of them is on it."""
        begin = 0.0 if starts_on is None else max(self.at(starts_on), 0.0)
        end = 1.0 if ends_on is None else min(self.at(ends_on) + 1 / self._length, 1.0)
        return (begin, end) if begin < end else None

    def holds(self, day: date) -> bool:
        """Whether a day lies on the axis."""
        return self.first <= day <= self.last

    def wholes(self) -> Iterator[Slot]:
        """The years as far as the axis goes, or the months over weeks."""
        if self.shows_weeks:
            for month in self._months():
                name = MONTHS[month.month - 1]
                yield self._slot(f"{name} {month.year}", f"{name[:_LETTERS]} {month.year}", [month])
            return
        for year, months in groupby(self._months(), key=lambda month: month.year):
            yield self._slot(str(year), "", list(months))

    def parts(self) -> Iterator[Slot]:
        """The weeks, the months, or on a long axis the quarters."""
        if self.shows_weeks:
            yield from self._weeks()
            return
        months = list(self._months())
        if len(months) <= _MONTHS_EACH_BY_ITSELF:
            for month in months:
                name = MONTHS[month.month - 1]
                yield self._slot(name[:_LETTERS], name[0].upper(), [month])
            return
        for quarter, within in groupby(months, key=lambda month: (month.year, (month.month - 1) // _A_QUARTER)):
            yield self._slot(f"kv {quarter[1] + 1}", str(quarter[1] + 1), list(within))

    @property
    def shows_weeks(self) -> bool:
        """Whether its parts are weeks: where it is in weeks and short enough."""
        return self.in_weeks and self._length <= _DAYS_EACH_WEEK_BY_ITSELF

    @property
    def _length(self) -> int:
        return (self.last - self.first).days + 1

    def _weeks(self) -> Iterator[Slot]:
        day = self.first
        while day <= self.last:
            last = day + timedelta(days=6 - day.weekday())
            begin, after = self.stretch(day, last) or (0.0, 0.0)
            number = iso_week(day)[1]
            yield Slot(f"v. {number}", str(number), begin, after)
            day = last + timedelta(days=1)

    def _months(self) -> Iterator[date]:
        month = self.first.replace(day=1)
        while month < self.last.replace(day=1):
            yield month
            month = add_months(month, 1)
        yield month

    def _slot(self, words: str, short: str, months: Sequence[date]) -> Slot:
        begin, after = self.stretch(months[0], _last_of(months[-1])) or (0.0, 0.0)
        return Slot(words, short, begin, after)


def worded(slots: Sequence[Slot], length: float, width: Callable[[str], float]) -> Iterator[tuple[Slot, str]]:
    """The slots of a head that are named, and with what, on an axis of a length in the unit of `width`.

    All have the short words where one long one has no room, and every other one, or fewer, where those have none
    either. The first and the last may be cut, so the others decide; one that is cut may have its short words alone.
    """
    inner = slots[1:-1] or slots
    room = min((slot.end - slot.begin) * length for slot in inner)
    is_short = any(slot.short and width(slot.words) > room for slot in inner)
    words = [slot.short if is_short else slot.words for slot in slots]
    widest, step = max(map(width, words)), 1
    while widest > room * step and step < len(slots):
        step *= 2
    for place in range(0, len(slots), step):
        last = slots[min(place + step, len(slots)) - 1]
        offered = (words[place], slots[place].short) if place in (0, len(slots) - 1) else (words[place],)
        fitting = (said for said in offered if said and width(said) <= (last.end - slots[place].begin) * length)
        named = next(fitting, "")
        if named:
            yield slots[place], named


def axis_over(first: date, last: date) -> Axis:
    """The whole weeks from one day to another, or the whole months where that is too long for weeks.

    What lies further off than can be looked at is cut away.
    """
    until = min(last, add_months(first, min(_MOST_MONTHS, _months_left(first))))
    monday = first - timedelta(days=first.weekday())
    sunday = date.fromordinal(min(until.toordinal() + 6 - until.weekday(), date.max.toordinal()))
    axis = Axis(monday, sunday, in_weeks=True)
    return axis if axis.shows_weeks else Axis(first.replace(day=1), _last_of(until))


def axis_of(day: date, months: int) -> Axis:
    """So many whole months, the first of them the one of `day`; fewer where the calendar ends."""
    first = day.replace(day=1)
    return Axis(first, _last_of(add_months(first, min(months - 1, _months_left(day)))))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `starts_on` to and including `ends_on`; None is without limit on that side."""

    fill: Fill
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that matters, with a sentence that says all of it. The one that the lane is about `is_main`.

    The days that it may be are `on`, one alone when it is known.
    """

    shape: Shape
    on: Interval
    sentence: str
    is_main: bool = False

    @property
    def day(self) -> date:
        """The day it is drawn on: the last it can be."""
        return self.on.ends_on or date.max


class Arrow(NamedTuple):
    """That one lane waits for another: `before` is to be over before `after` begins, both by their places."""

    before: int
    after: int
    tie: Tie = Tie.KEPT


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of the picture: its name, the day it is about, its cells in the table beside it, and what is drawn.

    `level` 0 is drawn thick, 1 thin and indented; a heading has neither stretches nor a record.
    """

    name: str
    sentence: str
    cells: tuple[str, ...] = ()
    day: str = ""
    level: int = 0
    stretches: tuple[Stretch, ...] = ()
    marks: tuple[Mark, ...] = ()
    register: str = ""
    record_id: UUID | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it is the heading of those below."""
        return self.record_id is None


Part = Shape | Fill | Tie
"""What a legend explains."""


@dataclass(frozen=True)
class TimeChart:
    """The whole picture. Lanes are made when they are looked at, so that thousands cost nothing until then.

    `headings` are those of the table, the first of which is for the names, and `day_heading` that of the lanes' days;
    `sentence` says the whole in words.
    """

    title: str
    sentence: str
    axis: Axis
    today: date
    headings: tuple[str, ...]
    day_heading: str
    makers: Sequence[Callable[[], Lane]]
    legend: tuple[tuple[Part, str], ...] = ()
    arrows: tuple[Arrow, ...] = ()
    _made: dict[int, Lane] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.makers)

    def lane(self, place: int) -> Lane:
        """The lane in a place, counted from 0 at the top."""
        if place not in self._made:
            self._made[place] = self.makers[place]()
        return self._made[place]

    def lanes(self) -> Iterator[Lane]:
        """All lanes from the top."""
        return map(self.lane, range(len(self)))


def _months_left(day: date) -> int:
    """How many months come after that of a day, before the calendar ends."""
    return (LAST_YEAR - day.year) * 12 + 12 - day.month


def _last_of(month: date) -> date:
    return month.replace(day=days_in_month(month.year, month.month))
