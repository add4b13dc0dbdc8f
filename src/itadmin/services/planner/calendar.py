"""Days as the bytes of a calendar file, and which days those of a register are. Loads icalendar when it is needed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from itadmin.domain.calendar import Interval, months_from
from itadmin.services.planner.days import Dated, days_of
from itadmin.services.planner.entries import entries
from itadmin.services.reading import Reading

ICS = ".ics"
MONTHS_AHEAD = 24
"""How far the days of a register are told of."""

_CALENDAR = "itadmin.services.calendar_file"


def as_calendar(name: str, days: Iterable[Dated], reading: Reading) -> bytes:
    """A calendar called `name` with some days of a file."""
    return bytes(import_module(_CALENDAR).calendar_file(name, entries(days, reading.words, reading.day), reading.day))


def days_ahead(reading: Reading, register: str) -> list[Dated]:
    """The days of a register's own records from today on; none for a register that has no days."""
    within = Interval(reading.day, months_from(reading.day, MONTHS_AHEAD))
    return [day for day in days_of(reading, within) if day.register == register]
