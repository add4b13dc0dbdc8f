"""Days as an iCalendar file that Outlook and others read. The one module that loads icalendar: load it when needed.

Knows nothing of registers: it is handed entries. The same entries and moment give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vText

from itadmin.domain.text import clean_line
from itadmin.services.calendar_entry import CalendarEntry

_PROGRAM = "-//itadmin//itadmin//SV"


def calendar_file(name: str, entries: Iterable[CalendarEntry], day: date) -> bytes:
    """The bytes of a calendar called `name`; `day` is when its entries were true."""
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(clean_line(name)))
    for entry in entries:
        calendar.add_component(_event(entry, at))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at)
    event.add("dtstart", entry.starts_on)
    last = entry.ends_on or entry.starts_on
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("transp", "TRANSPARENT")
    for key, text in (("description", entry.description), ("location", entry.place)):
        if text:
            event.add(key, text)
    if entry.category:
        event.add("categories", [entry.category])
    for days in entry.alarms:
        event.add_component(_alarm(entry.title, days))
    return event


def _alarm(title: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(days=-days))
    return alarm
