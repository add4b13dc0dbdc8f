"""The day whose inhabitants decide a kostnadsfördelning, what is known of it, and what a later day still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.populations import Figure, populations_of
from itadmin.services.reading import Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """Figures that are asked for: of kommuner by kommunkod, on a day; None where no day is chosen."""

    day: date | None
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """The day that counts, with the figures of it by kommunkod; None, and no figures, where none is chosen.

    `later` is what a later day of the same kind lacks of those who take part, when some of them have it.
    """

    day: date | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
    later: Wanted | None = None


def counting_of(reading: Reading, allocation: Allocation) -> Counting:
    """The day that counts for all who take part, and its figures; of one that is adopted as on the day that it was."""
    populations = populations_of(reading)
    codes = {row.municipality for row in allocation.participants}
    until = reckoned_on(allocation, allocation.locked_on or reading.day)
    day = populations.day_for(codes, allocation.reference, until, allocation.counted_on)
    newest = populations.newest_day(codes, allocation.reference, until)
    later = None
    if day is not None and newest is not None and newest > day:
        later = Wanted(newest, tuple(sorted(codes - populations.on(newest).keys())))
    return Counting(day, populations.on(day), later)


def wanted_newer(counting: Counting, allocation: Allocation, today: date) -> Wanted:
    """What is asked for so that newer figures count: a later day that some have, else the newest 31 December."""
    if counting.later is not None:
        return counting.later
    until = reckoned_on(allocation, today)
    year = until.year if (until.month, until.day) == (12, 31) else max(until.year - 1, date.min.year)
    newest = date(year, 12, 31)
    return Wanted(newest, tuple(sorted(row.municipality for row in allocation.participants)))


def figures_known(reading: Reading, allocation: Allocation) -> list[Figure]:
    """All figures of those who take part, by kommunkod, the newest first."""
    codes = {row.municipality for row in allocation.participants}
    return sorted(populations_of(reading).of(codes), key=lambda figure: (figure.code, -figure.day.toordinal()))


def reckoned_on(allocation: Allocation, day: date) -> date:
    """The day that figures are chosen for, and on which they are old: the first of the period, but not one to come."""
    return min(day, allocation.period_starts or day)
