"""Time and identity as they are handed in."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

from itadmin.services.clock import Surroundings, real_surroundings


def test_a_moment_is_noted_in_utc_and_the_day_is_the_one_here() -> None:
    moment = datetime(2026, 3, 1, 0, 30, 15, 123_456, tzinfo=timezone(timedelta(hours=5)))
    around = Surroundings(lambda: moment, lambda: UUID(int=1), "Kim", "DATOR12")
    assert around.stamp() == "2026-02-28T19:30:15.123+00:00"
    assert around.today() == moment.astimezone().date()


def test_the_real_ones_rise_and_know_where_they_are() -> None:
    around = real_surroundings()
    ids = [around.new_id() for _ in range(100)]
    assert ids == sorted(set(ids))
    assert abs(around.now() - datetime.now(UTC)) < timedelta(minutes=1)
    assert around.who
    assert around.machine
