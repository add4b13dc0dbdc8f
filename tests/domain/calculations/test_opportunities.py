"""What speaks for trying to cooperate, when an agreement is on its way out, and which openings come first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from itadmin.domain.calculations.notice import Option, Terms
from itadmin.domain.calculations.opportunities import (
    BINDING,
    TRIGGERS,
    Case,
    Rank,
    Reason,
    is_open,
    order,
    reasons_of,
    way_out,
)
from itadmin.domain.values import LISTS

DAY, UNTIL = date(2026, 11, 22), date(2028, 11, 22)


@pytest.mark.parametrize(
    ("case", "reasons"),
    [
        (Case(), ()),
        (Case(ending=1), (Reason.ENDING,)),
        (Case(bad=2), (Reason.BAD,)),
        (Case(vulnerable=1), (Reason.COMPETENCE,)),
        (Case(users=1), ()),
        (Case(users=2), (Reason.SEVERAL,)),
        (Case(level=3, target=3), ()),
        (Case(level=3, target=4), (Reason.AIM,)),
        (Case(1, 1, 1, 2, 0, 1), tuple(Reason)),
    ],
)
def test_what_speaks_for_trying(case: Case, reasons: tuple[Reason, ...]) -> None:
    assert reasons_of(case) == reasons


def test_the_triggers_are_those_of_the_policy_and_kinds_that_bind_are_known() -> None:
    assert [trigger.value for trigger in TRIGGERS] == list(LISTS["samverkanstrigger"])
    assert BINDING - {""} <= LISTS["avtalstyp"].keys()


@pytest.mark.parametrize(("level", "target", "left"), [(0, 0, True), (3, 0, True), (4, 4, False), (4, 5, True)])
def test_what_is_operated_together_and_meant_to_be_is_done(level: int, target: int, left: bool) -> None:
    assert is_open(level, target) is left


START = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("terms", "day"),
    [
        ({"first_term_ends_on": date(2028, 11, 22)}, date(2028, 11, 22)),
        ({"first_term_ends_on": date(2028, 11, 23)}, None),
        ({"first_term_ends_on": date(2029, 1, 31), "notice_months": 6, "renewal_months": 12}, date(2028, 7, 31)),
        ({"first_term_ends_on": date(2032, 1, 31), "notice_months": 6, "renewal_months": 12}, None),
        ({"first_term_ends_on": date(2026, 12, 31), "notice_months": 3, "renewal_months": 12}, date(2027, 9, 30)),
        ({"open_ended": True, "notice_months": 3}, None),
        ({"open_ended": True, "notice_months": 3, "notice_given_on": date(2026, 11, 1)}, date(2027, 2, 1)),
        ({"first_term_ends_on": date(2026, 11, 21)}, None),
        ({"first_term_ends_on": date(2027, 6, 30), "options": (Option(24),)}, date(2027, 6, 30)),
        ({"first_term_ends_on": date(2027, 6, 30), "options": (Option(24, taken=True),)}, None),
        ({}, None),
    ],
)
def test_when_an_agreement_is_on_its_way_out(terms: dict[str, Any], day: date | None) -> None:
    assert way_out(Terms(starts_on=START, **terms), DAY, UNTIL) == day


def test_most_reasons_come_first_then_the_nearest_day_most_kommuner_and_highest_cost() -> None:
    near, far = date(2027, 1, 1), date(2028, 1, 1)
    ranks = [
        Rank(3, None, 1, 0, "a"),
        Rank(2, near, 1, 0, "a"),
        Rank(2, far, 5, 0, "a"),
        Rank(2, far, 2, 900, "a"),
        Rank(2, far, 2, 100, "a"),
        Rank(2, far, 2, 100, "b"),
        Rank(2, None, 5, 900, "a"),
        Rank(1, near, 5, 900, "a"),
    ]
    assert sorted(ranks[4:] + ranks[:4], key=order) == ranks
