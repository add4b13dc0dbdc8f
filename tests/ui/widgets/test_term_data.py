"""The axis of a term bar."""

from datetime import date

import pytest

from itadmin.ui.widgets.term_data import BlockKind, TermBarData, TermBlock, TermFlag, axis_of, shifted

BLOCK = TermBlock(BlockKind.FIRST, date(2024, 1, 1), date(2027, 12, 31), "Första")


@pytest.mark.parametrize(
    ("today", "seen"),
    [
        (date(2026, 1, 1), True),
        (date(2023, 6, 1), True),
        (date(2029, 1, 1), True),
        (date(2050, 1, 1), False),
        (date(1990, 1, 1), False),
    ],
)
def test_today_is_on_the_axis_unless_it_is_far_away(today: date, seen: bool) -> None:
    first, last = axis_of(TermBarData(today, (BLOCK,)))
    assert (first <= today <= last) is seen
    assert first < BLOCK.starts
    assert last > BLOCK.ends


def test_flag_and_notice_are_on_the_axis() -> None:
    data = TermBarData(
        date(2026, 1, 1),
        (BLOCK,),
        notice=(date(2023, 1, 1), date(2027, 12, 31)),
        flag=TermFlag(date(2028, 6, 1), "beslut"),
    )
    first, last = axis_of(data)
    assert first < date(2023, 1, 1)
    assert last > date(2028, 6, 1)


def test_a_term_without_blocks_has_an_axis_round_today() -> None:
    today = date(2026, 11, 22)
    first, last = axis_of(TermBarData(today, ()))
    assert first < today < last


@pytest.mark.parametrize(
    ("day", "days", "result"),
    [
        (date(2026, 2, 28), 1, date(2026, 3, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 31)),
        (date.max, 5, date.max),
        (date.min, -5, date.min),
    ],
)
def test_days_are_shifted_within_the_calendar(day: date, days: int, result: date) -> None:
    assert shifted(day, days) == result


def test_the_ends_of_the_calendar_are_no_obstacle() -> None:
    block = TermBlock(BlockKind.FIRST, date.min, date.max, "Allt")
    assert axis_of(TermBarData(date(2026, 1, 1), (block,))) == (date.min, date.max)
