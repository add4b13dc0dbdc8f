"""The axis that terms lie on, and the level over time in words."""

from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.calculations.alignment import Alignment, Bound
from itadmin.domain.calculations.notice import TermState, evaluate
from itadmin.domain.calculations.notice_state import Block
from itadmin.domain.calculations.notice_terms import Terms
from itadmin.domain.calculations.region_levels import Step
from itadmin.services.samverkan.planner import Lane, Plan, Term
from itadmin.services.samverkan.region import Kommun
from itadmin.services.samverkan.trend import History
from itadmin.ui.samverkan.lanes_view import axis_of
from itadmin.ui.samverkan.steps_view import history_words, target_day

DAY = date(2026, 11, 22)
KOMMUN = Kommun(b"k" * 16, "Bengtsfors", "1460", is_guest=False)


def standing() -> TermState:
    return evaluate(Terms(), DAY)


def plan(*blocks: Block, common: date | None = None) -> Plan:
    term = Term(UUID(int=1), "Avtal", standing(), blocks)
    lane = Lane(KOMMUN, (term,), Bound(KOMMUN.key, ()))
    return Plan(DAY, (lane,), Alignment(common, (), None, None))


def block(starts: date | None, ends: date | None, *, is_certain: bool = True) -> Block:
    return Block("forsta", 1, starts, ends, None, is_certain)


@pytest.mark.parametrize(
    ("shown", "first", "last"),
    [
        (plan(), 2026, 2026),
        (plan(block(date(2025, 3, 1), date(2028, 2, 29))), 2025, 2028),
        (plan(block(date(2010, 3, 1), date(2099, 2, 28))), 2024, 2032),
        (plan(block(None, None)), 2026, 2026),
        (plan(block(date(2026, 1, 1), date(2031, 1, 1), is_certain=False)), 2026, 2026),
        (plan(block(date(2026, 1, 1), date(2027, 1, 1)), common=date(2034, 6, 30)), 2026, 2034),
    ],
)
def test_whole_years_around_the_terms_and_the_common_day(shown: Plan, first: int, last: int) -> None:
    assert axis_of(shown) == (date(first, 1, 1), date(last, 12, 31))


@pytest.mark.parametrize(
    ("history", "words"),
    [
        (History((), {}), "Ingen nivå är angiven."),
        (History((Step("", 1), Step("2020-01-01", 3)), {}), "Som helhet nivå 1, från 2020-01-01 nivå 3."),
        (History((Step("2020-01-01", 3), Step("2022-01-01", None)), {}), "Som helhet från 2020-01-01 nivå 3."),
        (History((), {}, 5, "2028-06"), "Ingen nivå är angiven. Målet är nivå 5 till 2028-06."),
    ],
)
def test_levels_over_time_in_words(history: History, words: str) -> None:
    assert history_words(history) == words


@pytest.mark.parametrize(
    ("approximate", "day"),
    [("", None), ("2028", date(2028, 12, 31)), ("2028-02", date(2028, 2, 29)), ("2026-11-22", None), ("2020", None)],
)
def test_the_last_day_that_a_target_can_mean(approximate: str, day: date | None) -> None:
    assert target_day(History((), {}, 4, approximate), DAY) == day
