"""Days of agreements, systems and activities in one order, and what they become in a calendar."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from itadmin.domain.calendar import Interval
from itadmin.services.calendar_file import calendar_file
from itadmin.services.planner.days import Dated, DayKind, days_of
from itadmin.services.planner.entries import entries
from itadmin.services.planner.wheel import Group, group_of
from itadmin.services.workspace import Workspace

WITHIN = Interval(date(2026, 11, 22), date(2028, 11, 21))
RENEWING = {"starts_on": "2024-06-01", "first_term_months": 36, "renewal_months": 12, "notice_months": 3}


def agreement(workspace: Workspace, **values: Any) -> None:
    workspace.records.add("agreements", {"title": "Support", "kind": "supportavtal", "status": "gallande", **values})


def told(workspace: Workspace, register: str = "agreements") -> list[tuple[str, str, bool]]:
    found = [item for item in days_of(workspace.reading(), WITHIN) if item.register == register]
    return [(item.kind.value, str(item.first), item.is_certain) for item in found]


@pytest.mark.parametrize(
    ("values", "days"),
    [
        (RENEWING, [("sista_uppsagningsdag", "2027-02-28", True), ("sista_uppsagningsdag", "2028-02-29", False)]),
        ({**RENEWING, "status": "utkast"}, []),
        ({**RENEWING, "renewal_months": None}, [("avtalet_loper_ut", "2027-05-31", True)]),
        (
            {
                **RENEWING,
                "renewal_months": None,
                "options": [{"months": 12, "decision_day": "2027-01-15", "taken": None}],
            },
            [("option_beslutas", "2027-01-15", True), ("avtalet_loper_ut", "2027-05-31", False)],
        ),
        (
            {**RENEWING, "status": "uppsagt", "notice_given_on": "2026-10-01"},
            [("avtalet_loper_ut", "2027-05-31", True)],
        ),
        ({"starts_on": "2020-01-01", "open_ended": True, "notice_months": 3}, []),
        ({"starts_on": None}, []),
    ],
)
def test_days_of_an_agreement(workspace: Workspace, values: dict[str, Any], days: list[tuple[str, str, bool]]) -> None:
    agreement(workspace, **values)
    assert told(workspace) == days


def test_documents_in_force_are_to_be_revised(workspace: Workspace) -> None:
    values = {
        "title": "IT-policy",
        "status": "faststalld",
        "revise_by": "2027-06-30",
        "responsible_function": "IT-chef",
    }
    first = workspace.records.add("steering_documents", values)
    workspace.records.add("steering_documents", {**values, "title": "Riktlinje", "status": "utkast"})
    assert told(workspace, "steering_documents") == [("ska_revideras", "2027-06-30", True)]
    (day,) = (item for item in days_of(workspace.reading(), WITHIN) if item.register == "steering_documents")
    assert (day.title, day.responsible, len(day.remind)) == ("IT-policy", "IT-chef", 4)
    (entry,) = entries([day], workspace.reading().words, WITHIN.starts_on or date.min)
    assert (entry.title, entry.category) == ("Revidera senast: IT-policy", "Styrdokument")
    assert group_of(day) is Group.ACTIVITIES
    workspace.records.add("steering_documents", {**values, "revise_by": "2032-06-30", "replaces": str(first)})
    assert told(workspace, "steering_documents") == []


def test_days_of_a_system(workspace: Workspace) -> None:
    workspace.records.add(
        "systems",
        {"name": "Lifecare", "reviewed_on": "2026-02-28", "support_ends": "2027", "planned_retirement": "2028-03"},
    )
    assert told(workspace, "systems") == [
        ("stod_upphor", "2027-01-01", True),
        ("granskning", "2027-02-28", True),
        ("avveckling", "2028-03-01", True),
    ]


def test_reminders_come_before_the_day_by_the_agreement_s_lead_times(workspace: Workspace) -> None:
    agreement(workspace, **RENEWING, reminders=[{"months": 6, "days": None}, {"months": None, "days": 10}])
    (first, _second) = [item for item in days_of(workspace.reading(), WITHIN) if item.kind is DayKind.NOTICE]
    assert first.remind == (181, 10)


def calendar(workspace: Workspace) -> list[Any]:
    reading = workspace.reading()
    content = calendar_file("Prov", entries(days_of(reading, WITHIN), reading.words, reading.day), reading.day)
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_every_day_is_known_again_in_the_calendar(workspace: Workspace) -> None:
    agreement(workspace, **RENEWING)
    events = calendar(workspace)
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids) > 20
    assert uids == [str(event["UID"]) for event in calendar(workspace)]


def test_a_day_that_is_moved_is_the_same_entry(workspace: Workspace) -> None:
    made = workspace.records.add(
        "agreements", {"title": "Support", "kind": "supportavtal", "status": "gallande", **RENEWING}
    )
    of_agreement = [str(event["UID"]) for event in calendar(workspace) if str(made) in str(event["UID"])]
    workspace.records.save("agreements", made, {"notice_months": 6})
    assert [str(event["UID"]) for event in calendar(workspace) if str(made) in str(event["UID"])] == of_agreement
    assert of_agreement == [f"{made}-sista_uppsagningsdag-{number}@itadmin" for number in (0, 1)]


def test_entries_say_what_is_to_be_done_by_whom_and_what_is_not_decided(workspace: Workspace) -> None:
    agreement(workspace, **RENEWING)
    (first, second) = [event for event in calendar(workspace) if str(event["SUMMARY"]).startswith("Säg upp")]
    assert str(first["SUMMARY"]) == "Säg upp senast: Support"
    assert str(first["DESCRIPTION"]) == "Sista dag att säga upp; annars fortsätter avtalet efter 2027-05-31."
    assert str(second["DESCRIPTION"]).endswith("Gäller om inget ändras dessförinnan.")
    (meeting,) = [event for event in calendar(workspace) if str(event["SUMMARY"]) == "IT-rådet prioriterar"][:1]
    assert str(meeting["DESCRIPTION"]) == "Ansvarig: IT-chef."
    assert [str(item) for item in meeting["CATEGORIES"].cats] == ["Möte"]


def test_what_has_no_lead_times_of_its_own_is_reminded_of_too(workspace: Workspace) -> None:
    workspace.records.add("systems", {"name": "Lifecare", "reviewed_on": "2026-02-28"})
    alarms = {str(event["SUMMARY"]): len(event.walk("VALARM")) for event in calendar(workspace)}
    assert (alarms["Granska: Lifecare"], alarms["IT-rådet prioriterar"]) == (2, 1)


@pytest.mark.parametrize(
    ("reminders", "alarms"),
    [
        ([{"months": None, "days": 10}, {"months": 24, "days": None}, {"months": 3, "days": None}], [-90, -10]),
        ([{"months": None, "days": 98}, {"months": None, "days": 97}], [-97]),
        ([{"months": 24, "days": None}], []),
    ],
)
def test_a_reminder_that_is_past_is_left_out_and_the_next_to_come_is_first(
    workspace: Workspace, reminders: list[dict[str, int | None]], alarms: list[int]
) -> None:
    agreement(workspace, **RENEWING, reminders=reminders)
    event = next(event for event in calendar(workspace) if str(event["SUMMARY"]).startswith("Säg upp"))
    assert [alarm["TRIGGER"].dt.days for alarm in event.walk("VALARM")] == alarms


@pytest.mark.parametrize(
    ("support_ends", "day", "is_vague"),
    [
        ("2027", date(2027, 12, 31), True),
        ("2027-03", date(2027, 3, 31), True),
        ("2027-03-14", date(2027, 3, 14), False),
    ],
)
def test_a_day_that_is_not_known_stands_on_the_last_it_can_be(
    workspace: Workspace, support_ends: str, day: date, is_vague: bool
) -> None:
    workspace.records.add("systems", {"name": "Lifecare", "support_ends": support_ends})
    (event,) = [event for event in calendar(workspace) if str(event["SUMMARY"]) == "Stödet upphör: Lifecare"]
    assert event["DTSTART"].dt == day
    assert (event["DTEND"].dt - day).days == 1
    assert ("dagen är inte känd" in str(event["DESCRIPTION"])) is is_vague


def test_the_first_day_is_never_missing(workspace: Workspace) -> None:
    agreement(workspace, **RENEWING)
    assert all(isinstance(item, Dated) and item.first > date.min for item in days_of(workspace.reading(), WITHIN))
