"""Times of utbildningstillfällen stand as times of the clock, and an end comes after its beginning."""

from datetime import date
from typing import Any

import pytest

from itadmin.domain.problems import Problem
from itadmin.domain.registers.training_sessions import TrainingSession, check_days, check_times, write_times

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "stands"), [("9", "09:00"), ("11.30", "11:30"), ("09:00", "09:00"), ("", ""), ("kl 9", "kl 9")]
)
def test_times_stand_alike_however_they_were_typed(typed: str, stands: str) -> None:
    session = write_times(TrainingSession(), TrainingSession(starts_at=typed, ends_at=typed), DAY)
    assert (session.starts_at, session.ends_at) == (stands, stands)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"starts_at": "09:00", "ends_at": "08:00"}, "ends_at"),
        ({"starts_at": "09:00", "ends_at": "09:00"}, "ends_at"),
        ({"starts_at": "25:99"}, "starts_at"),
        ({"starts_on": date(2026, 12, 2), "ends_on": date(2026, 12, 1)}, "ends_on"),
        ({"starts_on": date(2026, 12, 2), "sign_up_by": date(2026, 12, 3)}, "sign_up_by"),
        ({"starts_on": date(2026, 12, 2), "starts_at": "09:00", "ends_at": "16:00"}, ""),
    ],
)
def test_what_cannot_be_is_told_at_its_field(values: dict[str, Any], field: str) -> None:
    session = TrainingSession(**values)
    problems: list[Problem] = [*check_days(session), *check_times(session)]
    assert [problem.field for problem in problems] == ([field] if field else [])
