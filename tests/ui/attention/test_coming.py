"""The next days, one for each record and day."""

from collections.abc import Callable
from datetime import date

from itadmin.domain.calculations.attention import AttentionLine
from itadmin.ui.attention.coming import next_days

TODAY = date(2026, 11, 22)


def test_the_next_five_days_are_told_from_the_first(line: Callable[..., AttentionLine]) -> None:
    days = [date(2026, 12, number) for number in range(9, 1, -1)]
    lines = [line(number, day=day) for number, day in enumerate(days)]
    lines += [line(50), line(51, day=date(2026, 11, 21)), line(52, day=TODAY)]
    told = [str(each.day) for each in next_days(lines, TODAY)]
    assert told == ["2026-11-22", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05"]


def test_a_record_is_told_once_of_a_day(line: Callable[..., AttentionLine]) -> None:
    day = date(2026, 12, 1)
    lines = [line(1, day=day), line(1, day=day, kind="annat"), line(2, day=day)]
    assert [each.record for each in next_days(lines, TODAY)] == ["System 1", "System 2"]
