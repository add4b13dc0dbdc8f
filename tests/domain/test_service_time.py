"""Allowed downtime: worked examples, and that what cannot be read is never guessed at."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.registers.agreement_rules import check_recovery
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.service_time import (
    PERIOD_DAYS,
    WEEK_OF_MINUTES,
    allowed_downtime,
    covers,
    downtime_in_words,
    hours_in,
    opening_minutes_per_week,
    weekly_hours,
)


@pytest.mark.parametrize(
    ("opening", "hours"),
    [
        ("Dygnet runt, alla dagar", 168),
        ("Dygnet runt", 168),
        ("dygnet runt, året runt.", 168),
        ("Vardag 06.00–22.00, helg 08.00–18.00", 100),
        ("vardagar 7–18", 55),
        ("Vardagar kl. 08:00 - 16:30", 42.5),
        ("Måndag–fredag 08.00–17.00 och lördag 10–14", 49),
        ("Alla dagar 00.00–24.00", 168),
        ("mån–fre 8–17", 45),
        ("Måndag-torsdag 8-17, fredagar 8-16", 44),
        ("tis-tors 9–12, lör–sön 10–11", 11),
        ("helgfria vardagar 8–17", 45),
        ("24/7", 168),
        ("", None),
        ("fre–mån 8–17", None),
        ("mån–ons–fre 8–17", None),
        ("Vardag 8–17, måndag 16–18", None),
        ("Enligt överenskommelse", None),
        ("Vardag 16.30–08.00", None),
        ("Vardag 16.30–08.00, alla dagar 00.00–24.00", None),
        ("Vardag 08–17, utom i juli", None),
        ("Alla dagar 0–24, vardag 8–17", None),
        ("Vardag 08.00–16.30 " * 5_000, None),
    ],
)
def test_opening_hours_as_people_write_them(opening: str, hours: float | None) -> None:
    minutes = opening_minutes_per_week(opening)
    assert minutes == (None if hours is None else hours * 60)


@pytest.mark.parametrize(
    ("percent", "period", "minutes"),
    [(9900, "manad", 432), (9950, "manad", 216), (9990, "manad", 43.2), (10_000, "ar", 0), (0, "manad", 43_200)],
)
def test_allowed_downtime_round_the_clock(percent: int, period: str, minutes: float) -> None:
    assert allowed_downtime(percent, period) == pytest.approx(minutes)


@pytest.mark.parametrize(
    ("percent", "period", "opening", "words"),
    [
        (9900, "manad", "Dygnet runt", "7,2 timmar i en månad med 30 dygn"),
        (9900, "manad", "", "7,2 timmar i en månad med 30 dygn dygnet runt"),
        (9990, "manad", "Dygnet runt", "43 minuter i en månad med 30 dygn"),
        (9900, "kvartal", "Vardag 06.00–22.00, helg 08.00–18.00", "13 timmar i ett kvartal med 91 dygn"),
        (9800, "ar", "Vardag 07.00–18.00", "57,4 timmar i ett år med 365 dygn"),
        (9900, "vecka", "Dygnet runt", ""),
        (12_000, "manad", "Dygnet runt", ""),
    ],
)
def test_allowed_downtime_in_words(percent: int, period: str, opening: str, words: str) -> None:
    assert downtime_in_words(percent, period, opening).replace("\u00a0", " ") == words


@given(st.integers(0, 10_000), st.sampled_from(sorted(PERIOD_DAYS)), st.integers(1, WEEK_OF_MINUTES))
def test_downtime_is_never_negative_nor_longer_than_the_opening_time(percent: int, period: str, weekly: int) -> None:
    opening = weekly / 7 * PERIOD_DAYS[period]
    assert 0 <= allowed_downtime(percent, period, weekly) <= opening


@given(st.text(max_size=300))
def test_no_text_makes_opening_hours_fail(text: str) -> None:
    minutes = opening_minutes_per_week(text)
    assert minutes is None or 0 < minutes <= WEEK_OF_MINUTES


@pytest.mark.parametrize(
    ("time", "hours"),
    [
        ("8 timmar", 8),
        ("1  timme", 1),
        ("Högst 4 h.", 4),
        ("2 dygn", 48),
        ("2 arbetsdagar", None),
        ("", None),
        ("8 timmar eller mer", None),
        ("9" * 300, None),
    ],
)
def test_hours_in_a_time(time: str, hours: int | None) -> None:
    assert hours_in(time) == hours


@pytest.mark.parametrize(
    ("rto", "outage", "fields"),
    [(8, "8 timmar", []), (9, "8 timmar", ["rto_hours"]), (9, "1 arbetsdag", []), (None, "8 timmar", [])],
)
def test_an_outage_longer_than_the_longest_is_remarked_upon(rto: int | None, outage: str, fields: list[str]) -> None:
    agreement = Agreement(id=UUID(int=1), title="Driftavtal", rto_hours=rto, longest_outage=outage)
    assert [problem.field for problem in check_recovery(agreement)] == fields


@pytest.mark.parametrize(
    ("offered", "needed", "expected"),
    [
        ("Dygnet runt", "vardagar 8–17", True),
        ("Vardag 07.00–17.00", "vardagar 8–17", True),
        ("Vardag 08.00–16.30", "vardagar 8–17", False),
        ("Vardag 07.00–12.00, vardag 12.00–17.00", "mån–fre 8–17", True),
        ("Vardag 07.00–17.00", "Alla dagar 8–17", False),
        ("Alla dagar 00.00–24.00", "Dygnet runt", True),
        ("Vardag 06.00–22.00", "Dygnet runt", False),
        ("Vardag 8–12, vardag 13–17", "vardag 8–17", False),
        ("måndag 8–17", "tisdag 8–17", False),
    ],
)
def test_hours_cover_others(offered: str, needed: str, expected: bool) -> None:
    offered_week, needed_week = weekly_hours(offered), weekly_hours(needed)
    assert offered_week is not None
    assert needed_week is not None
    assert covers(offered_week, needed_week) is expected
