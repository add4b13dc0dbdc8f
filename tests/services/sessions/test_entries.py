"""Sessions as a calendar file: known again when they are moved, at Swedish hours, and taken out when cancelled."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar

from itadmin.domain.calendar import Interval
from itadmin.services.sessions import Asked, occasions
from itadmin.services.sessions.entries import as_calendar
from itadmin.services.workspace import Workspace

STOCKHOLM = ZoneInfo("Europe/Stockholm")
YEAR = Interval(date(2026, 1, 1), date(2028, 12, 31))
Add = Callable[..., UUID]


def events(workspace: Workspace) -> list[dict[str, Any]]:
    reading = workspace.reading()
    content = as_calendar("Tillfällen", occasions(reading, Asked(YEAR)), reading)
    return [dict(event) for event in Calendar.from_ical(content).walk("VEVENT")]


def test_hours_are_swedish_in_winter_and_summer(workspace: Workspace, add: Add) -> None:
    for day in ("2027-01-11", "2027-06-14"):
        add("training_sessions", title="Kurs", starts_on=day, starts_at="09:00", ends_at="12:00")
    winter, summer = (event["DTSTART"].dt for event in events(workspace))
    assert winter == datetime(2027, 1, 11, 9, tzinfo=STOCKHOLM)
    assert (winter.utcoffset(), summer.utcoffset()) == (timedelta(hours=1), timedelta(hours=2))


def test_it_is_the_same_entry_when_it_is_moved_and_rings_a_week_before(workspace: Workspace, add: Add) -> None:
    session = add("training_sessions", title="Kurs", starts_on="2027-01-11", starts_at="09:00")
    (before,) = events(workspace)
    workspace.records.save("training_sessions", session, {"starts_on": "2027-02-11", "title": "Annan kurs"})
    (after,) = events(workspace)
    assert before["UID"] == after["UID"]
    assert str(session) in str(after["UID"])
    assert "DTEND" not in after


def test_what_is_cancelled_says_so_and_stays_known(workspace: Workspace, add: Add) -> None:
    add("training_sessions", title="Kurs", starts_on="2027-01-11", status="installt")
    (event,) = events(workspace)
    assert (str(event["STATUS"]), str(event["SUMMARY"])) == ("CANCELLED", "Inställt: Kurs")


def test_place_link_teacher_and_seats_are_told(workspace: Workspace, add: Add) -> None:
    link = "https://meet.example.se/kurs?a=1;b,c"
    values = {"starts_on": "2027-01-11", "meeting_link": link, "teacher_name": "Anna Ek", "seats": 12}
    add("training_sessions", title="Kurs", sign_up_by="2027-01-04", **values)
    (event,) = events(workspace)
    assert (str(event["URL"]), str(event["LOCATION"])) == (link, link)
    assert str(event["DESCRIPTION"]) == (
        f"Lärare: Anna Ek. Platser: 0 av 12, 12 platser kvar. Anmälan senast 2027-01-04. Möteslänk: {link}."
    )


def test_what_is_past_or_soon_does_not_ring(workspace: Workspace, add: Add) -> None:
    for day in ("2026-11-01", "2026-11-29", "2026-11-30"):
        add("training_sessions", title=day, starts_on=day)
    reading = workspace.reading()
    content = as_calendar("Tillfällen", occasions(reading, Asked(YEAR)), reading)
    rings = {str(event["SUMMARY"]): bool(event.walk("VALARM")) for event in Calendar.from_ical(content).walk("VEVENT")}
    assert rings == {"2026-11-01": False, "2026-11-29": False, "2026-11-30": True}
