"""Days as an iCalendar file that Outlook and others read. The one module that loads icalendar: load it when needed.

Knows nothing of registers: it is handed entries. The same entries and moment give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from itadmin.domain.text import clean_line
from itadmin.services.calendar_entry import CalendarEntry, Hours

_PROGRAM = "-//itadmin//itadmin//SV"
_ZONE = ZoneInfo("Europe/Stockholm")
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)
_SPRING_FORWARD = datetime.combine(date(1996, 3, 31), time(2))
_FALL_BACK = datetime.combine(date(1996, 10, 27), time(3))
"""The first times that clocks were changed as they still are: on the last Sunday of the month."""


def calendar_file(name: str, entries: Iterable[CalendarEntry], day: date) -> bytes:
    """The bytes of a calendar called `name`; `day` is when its entries were true."""
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    told = list(entries)
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(clean_line(name)))
    if any(entry.hours for entry in told):
        calendar.add_component(_swedish_time())
    for entry in told:
        calendar.add_component(_event(entry, at))
    return bytes(calendar.to_ical())


def _swedish_time() -> Timezone:
    """When clocks are changed, so that hours are right in calendars that know no zone by its name."""
    zone = Timezone()
    zone.add("tzid", _ZONE.key)
    for part, name, before, after, first in (
        (TimezoneDaylight(), "CEST", _WINTER, _SUMMER, _SPRING_FORWARD),
        (TimezoneStandard(), "CET", _SUMMER, _WINTER, _FALL_BACK),
    ):
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1su"})
        zone.add_component(part)
    return zone


def _event(entry: CalendarEntry, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at)
    last = entry.ends_on or entry.starts_on
    if entry.hours is not None:
        _put_hours(event, entry.starts_on, last, entry.hours)
    else:
        event.add("dtstart", entry.starts_on)
        if last < date.max:
            event.add("dtend", last + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("transp", "TRANSPARENT" if entry.hours is None else "OPAQUE")
    for key, text in (("description", entry.description), ("location", entry.place), ("url", entry.link)):
        if text:
            event.add(key, text)
    if entry.category:
        event.add("categories", [entry.category])
    if entry.is_cancelled:
        event.add("status", "CANCELLED")
    for days in entry.alarms:
        event.add_component(_alarm(entry.title, days))
    return event


def _put_hours(event: Event, first: date, last: date, hours: Hours) -> None:
    """The hours of the first day, which come back on each day to the last."""
    midnight = datetime.combine(first, time(), _ZONE)
    event.add("dtstart", midnight + timedelta(minutes=hours.begins))
    if hours.ends is not None:
        event.add("dtend", midnight + timedelta(minutes=hours.ends))
    days = (last - first).days + 1
    if days > 1:
        event.add("rrule", {"freq": "daily", "count": days})


def _alarm(title: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(days=-days))
    return alarm
