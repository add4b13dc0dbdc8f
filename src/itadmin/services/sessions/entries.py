"""Utbildningstillfällen as a calendar file: the same session has the same id there however often it is moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib import import_module

from itadmin.services.calendar_entry import CalendarEntry, Hours
from itadmin.services.reading import Reading
from itadmin.services.sessions.occasions import Occasion
from itadmin.services.sessions.words import seats_in_words

_CALENDAR = "itadmin.services.calendar_file"
_ALARM = 7
_CATEGORY = "Utbildning"
_MINUTES_OF_DAY = 24 * 60


def as_calendar(name: str, sessions: Iterable[Occasion], reading: Reading) -> bytes:
    """A calendar called `name` with some sessions; those that are cancelled are taken out of calendars that have them.

    Loads icalendar when it is needed.
    """
    entries = [_entry(session, reading.day) for session in sessions]
    return bytes(import_module(_CALENDAR).calendar_file(name, entries, reading.day))


def _entry(session: Occasion, today: date) -> CalendarEntry:
    is_ahead = not session.is_cancelled and (session.first - today).days > _ALARM
    return CalendarEntry(
        uid=f"{session.id}-utbildning@itadmin",
        starts_on=session.first,
        title=f"Inställt: {session.title}" if session.is_cancelled else session.title,
        ends_on=session.last,
        description=" ".join(f"{part}." for part in _told(session) if part),
        place=session.venue or session.link,
        category=_CATEGORY,
        alarms=(_ALARM,) if is_ahead else (),
        hours=_hours(session),
        link=session.link,
        is_cancelled=session.is_cancelled,
    )


def _told(session: Occasion) -> tuple[str, ...]:
    return (
        f"Lärare: {session.teacher}" if session.teacher else "",
        f"Värd: {session.host}" if session.host else "",
        f"Platser: {seats_in_words(session)}" if session.seats is not None else "",
        f"Anmälan senast {session.sign_up_by}" if session.sign_up_by else "",
        f"Möteslänk: {session.link}" if session.link else "",
    )


def _hours(session: Occasion) -> Hours | None:
    """The hours that a calendar can hold: those of a day, the end after the beginning."""
    if session.begins is None or session.begins >= _MINUTES_OF_DAY:
        return None
    return Hours(session.begins, session.ends if session.ends and session.ends > session.begins else None)
