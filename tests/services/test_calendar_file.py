"""The calendar file: read back with a parser, and looked at as the text that Outlook reads."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from itadmin.services.calendar_entry import CalendarEntry, Hours
from itadmin.services.calendar_file import calendar_file

TODAY = date(2026, 11, 22)
NAMES = "Säg upp; Åmål, \\n ”Lifecare”\r\nBEGIN:VALARM ATTACH:file:///etc 🙂 " + "å" * 90


def events(content: bytes) -> list[dict[str, object]]:
    return [dict(event) for event in Calendar.from_ical(content).walk("VEVENT")]


def test_a_day_lasts_until_the_next() -> None:
    (event,) = events(calendar_file("Avtal", [CalendarEntry("a@itadmin", date(2027, 2, 28), "Säg upp")], TODAY))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 2, 28), date(2027, 3, 1))  # type: ignore[attr-defined]
    assert event["UID"] == "a@itadmin"
    assert event["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=UTC)  # type: ignore[attr-defined]


def test_both_days_of_a_span_are_part_of_it() -> None:
    entry = CalendarEntry("a", date(2027, 4, 1), "Avtalsgenomgång", ends_on=date(2027, 4, 30))
    assert b"DTEND;VALUE=DATE:20270501" in calendar_file("Årshjul", [entry], TODAY)


@pytest.mark.parametrize("day", [date.min, date(1900, 1, 1), date.max])
def test_the_ends_of_the_calendar_can_be_written(day: date) -> None:
    (event,) = events(calendar_file("Avtal", [CalendarEntry("a", day, "Slut")], TODAY))
    assert event["DTSTART"].dt == day  # type: ignore[attr-defined]


def test_any_text_comes_back_whole_and_is_nothing_but_text() -> None:
    content = calendar_file(NAMES, [CalendarEntry("a", date(2027, 1, 1), NAMES, description=NAMES, place=NAMES)], TODAY)
    (event,) = events(content)
    said = NAMES.replace("\r\n", "\n")
    assert [str(event[key]) for key in ("SUMMARY", "DESCRIPTION", "LOCATION")] == [said] * 3
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert b"\r\nBEGIN:VALARM" not in content
    assert b"\r\nATTACH" not in content


def test_alarms_ring_so_many_days_before() -> None:
    content = calendar_file("Avtal", [CalendarEntry("a", date(2027, 1, 1), "Säg upp", alarms=(30, 7))], TODAY)
    alarms = Calendar.from_ical(content).walk("VALARM")
    assert [alarm["TRIGGER"].dt for alarm in alarms] == [timedelta(days=-30), timedelta(days=-7)]


def test_the_same_gives_the_same_bytes() -> None:
    entries = [CalendarEntry("a", date(2027, 1, 1), "Säg upp", category="Avtal", alarms=(7,))]
    assert calendar_file("Avtal", entries, TODAY) == calendar_file("Avtal", entries, TODAY)


def test_no_entries_are_a_calendar_all_the_same() -> None:
    assert events(calendar_file("Avtal", [], TODAY)) == []


@pytest.mark.parametrize(("day", "hours_from_utc"), [(date(2027, 1, 11), 1), (date(2027, 6, 14), 2)])
def test_hours_are_those_of_sweden(day: date, hours_from_utc: int) -> None:
    found: list[Any] = events(calendar_file("Kurser", [CalendarEntry("a", day, "Kurs", hours=Hours(540, 720))], TODAY))
    begins, ends = found[0]["DTSTART"].dt, found[0]["DTEND"].dt
    assert (begins.date(), begins.hour, ends.hour) == (day, 9, 12)
    assert begins.utcoffset() == timedelta(hours=hours_from_utc)


def test_the_hours_come_back_on_each_day() -> None:
    entry = CalendarEntry("a", date(2027, 1, 11), "Kurs", ends_on=date(2027, 1, 13), hours=Hours(540))
    content = calendar_file("Kurser", [entry], TODAY)
    assert b"RRULE:FREQ=DAILY;COUNT=3\r\n" in content
    assert b"DTEND" not in content


def test_the_change_of_clocks_is_told_where_there_are_hours() -> None:
    without = calendar_file("Avtal", [CalendarEntry("a", date(2027, 1, 1), "Dag")], TODAY)
    assert b"VTIMEZONE" not in without
    content = calendar_file("Kurser", [CalendarEntry("a", date(2027, 1, 1), "Kurs", hours=Hours(0))], TODAY)
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert b"TZID:Europe/Stockholm\r\n" in content


def test_what_is_cancelled_and_where_it_is_met() -> None:
    entry = CalendarEntry("a", date(2027, 1, 1), "Kurs", link="https://x.se/a;b", is_cancelled=True)
    (event,) = events(calendar_file("Kurser", [entry], TODAY))
    assert (str(event["STATUS"]), str(event["URL"])) == ("CANCELLED", "https://x.se/a;b")
