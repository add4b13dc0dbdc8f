"""Days as the bytes of a calendar file, and which days those of a register are. Loads icalendar when it is needed."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from itadmin.domain.calendar import Interval, months_from
from itadmin.domain.register import Register
from itadmin.services.planner.days import Dated, days_of
from itadmin.services.planner.entries import entries
from itadmin.services.reading import Reading
from itadmin.services.sessions import REGISTER as SESSIONS
from itadmin.services.sessions import Asked, occasions
from itadmin.services.sessions.entries import as_calendar as calendar_of_sessions

ICS = ".ics"
MONTHS_AHEAD = 24
"""How far the days of a register are told of."""

_CALENDAR = "itadmin.services.calendar_file"


def as_calendar(name: str, days: Iterable[Dated], reading: Reading) -> bytes:
    """A calendar called `name` with some days of a file."""
    return bytes(import_module(_CALENDAR).calendar_file(name, entries(days, reading.words, reading.day), reading.day))


def calendar_ahead(reading: Reading, register: Register) -> tuple[int, bytes]:
    """How many days a register has from today on, and a calendar of them; none for one that has no days."""
    within = Interval(reading.day, months_from(reading.day, MONTHS_AHEAD))
    if register.name == SESSIONS:
        sessions = occasions(reading, Asked(within))
        return len(sessions), calendar_of_sessions(register.plural, sessions, reading)
    days = [day for day in days_of(reading, within) if day.register == register.name]
    return len(days), as_calendar(register.plural, days, reading)
