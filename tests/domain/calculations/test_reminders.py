"""Lead times before a deciding day: when the last one came, when the next comes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.reminders import IMPORTANT, ORDINARY, Lead, Reminder, reminder
from itadmin.domain.calendar import add_months

DECIDING = date(2027, 2, 28)


@pytest.mark.parametrize(
    ("lead", "deciding", "expected"),
    [
        (Lead(months=18), DECIDING, date(2025, 8, 31)),
        (Lead(months=12), DECIDING, date(2026, 2, 28)),
        (Lead(months=6), DECIDING, date(2026, 8, 31)),
        (Lead(months=3), DECIDING, date(2026, 11, 30)),
        (Lead(months=1), DECIDING, date(2027, 1, 31)),
        (Lead(months=12), date(2025, 2, 28), date(2024, 2, 29)),
        (Lead(months=1), date(2027, 3, 30), date(2027, 2, 28)),
        (Lead(days=90), DECIDING, date(2026, 11, 30)),
        (Lead(days=30), DECIDING, date(2027, 1, 29)),
        (Lead(days=7), date(2027, 1, 3), date(2026, 12, 27)),
        (Lead(months=1, days=7), DECIDING, date(2027, 1, 24)),
        (Lead(), DECIDING, DECIDING),
        (Lead(months=120), date(1900, 1, 1), date(1890, 1, 1)),
        (Lead(months=18), date(9999, 12, 31), date(9998, 6, 30)),
    ],
)
def test_the_day_to_remind(lead: Lead, deciding: date, expected: date) -> None:
    assert lead.day_before(deciding) == expected


@pytest.mark.parametrize(
    ("leads", "day", "expected"),
    [
        (IMPORTANT, date(2025, 8, 30), Reminder(None, date(2025, 8, 31))),
        (IMPORTANT, date(2025, 8, 31), Reminder(date(2025, 8, 31), date(2026, 2, 28))),
        (IMPORTANT, date(2026, 11, 22), Reminder(date(2026, 8, 31), date(2026, 11, 30))),
        (IMPORTANT, date(2027, 1, 31), Reminder(date(2027, 1, 31), None)),
        (IMPORTANT, date(2027, 5, 1), Reminder(date(2027, 1, 31), None)),
        (ORDINARY, date(2026, 11, 29), Reminder(None, date(2026, 11, 30))),
        (ORDINARY, date(2027, 2, 20), Reminder(date(2027, 1, 29), date(2027, 2, 21))),
        ((Lead(days=7), Lead(months=1)), date(2027, 2, 1), Reminder(date(2027, 1, 31), date(2027, 2, 21))),
        ((), DECIDING, Reminder(None, None)),
    ],
)
def test_how_far_the_lead_times_have_come(leads: tuple[Lead, ...], day: date, expected: Reminder) -> None:
    assert reminder(leads, DECIDING, day) == expected


def test_the_usual_lead_times() -> None:
    assert [lead.words for lead in IMPORTANT] == ["18 månader", "12 månader", "6 månader", "3 månader", "1 månad"]
    assert [lead.words for lead in ORDINARY] == ["90 dagar", "30 dagar", "7 dagar"]


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        (Lead(18), "18 månader"),
        (Lead(1), "1 månad"),
        (Lead(days=1), "1 dag"),
        (Lead(days=90), "90 dagar"),
        (Lead(1, 7), "1 månad och 7 dagar"),
        (Lead(), "samma dag"),
    ],
)
def test_a_lead_time_in_words(lead: Lead, words: str) -> None:
    assert lead.words == words


LEADS = st.builds(Lead, st.integers(0, 24), st.integers(0, 400))
DAYS = st.dates(date(1999, 11, 1), date(2029, 3, 1))


@given(DAYS, st.integers(0, 24))
def test_months_before_are_the_latest_day_from_which_they_fit(deciding: date, months: int) -> None:
    day = Lead(months).day_before(deciding)
    assert add_months(day, months) <= deciding < add_months(day + timedelta(days=1), months)


@given(st.lists(LEADS, max_size=5), DAYS, st.integers(-1200, 60))
def test_what_is_reached_has_come_and_what_is_next_has_not(leads: list[Lead], deciding: date, offset: int) -> None:
    day = deciding + timedelta(days=offset)
    found = reminder(leads, deciding, day)
    days = sorted(lead.day_before(deciding) for lead in leads)
    assert found.since == max((one for one in days if one <= day), default=None)
    assert found.next_day == min((one for one in days if one > day), default=None)
    if found.next_day is not None:
        assert reminder(leads, deciding, found.next_day).since == found.next_day
