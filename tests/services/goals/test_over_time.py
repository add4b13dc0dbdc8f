"""What a measure was at the ends of past quarters, by the register's own journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.domain.calculations.goals import Measured
from itadmin.services.clock import Surroundings
from itadmin.services.creation import create
from itadmin.services.goals.over_time import MOST_QUARTERS, measured_later, past_quarters, quarter_ends
from itadmin.services.workspace import Workspace, open_workspace


@pytest.mark.parametrize(
    ("begun", "today", "ends"),
    [
        (date(2026, 11, 1), date(2026, 11, 22), ()),
        (date(2026, 9, 30), date(2026, 11, 22), (date(2026, 9, 30),)),
        (date(2026, 10, 1), date(2026, 12, 31), ()),
        (date(2025, 12, 15), date(2026, 5, 1), (date(2025, 12, 31), date(2026, 3, 31))),
        (date(2026, 3, 31), date(2026, 4, 1), (date(2026, 3, 31),)),
        (date(2026, 3, 31), date(2026, 3, 31), ()),
    ],
)
def test_the_quarters_that_have_ended(begun: date, today: date, ends: tuple[date, ...]) -> None:
    assert quarter_ends(begun, today) == ends


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_quarters_end_in_order_and_are_not_too_many(begun: date, today: date) -> None:
    ends = quarter_ends(begun, today)
    assert list(ends) == sorted(ends)
    assert len(ends) <= MOST_QUARTERS
    assert all(begun <= end < today and end.month % 3 == 0 for end in ends)


@pytest.fixture
def at(tmp_path: Path, around: Surroundings) -> Iterator[Callable[[date], Workspace]]:
    """Opens one and the same register on a day, for work."""
    path = tmp_path / "1438.itadmin"
    opened: list[Workspace] = []

    def open_on(day: date) -> Workspace:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        then = replace(around, now=lambda: noon)
        if not path.exists():
            create(path, "1438", "Dals-Eds kommun", then).close()
        opened.append(open_workspace(path, then))
        return opened[-1]

    yield open_on
    for workspace in opened:
        workspace.close()


def test_a_measure_is_worked_out_for_the_quarters_since_the_register_was_made(at: Callable[[date], Workspace]) -> None:
    first = at(date(2026, 2, 1))
    first.records.add("systems", {"name": "Ekot", "lifecycle": "i_drift"})
    kvarnen = first.records.add("systems", {"name": "Kvarnen", "lifecycle": "i_drift"})
    first.close()
    second = at(date(2026, 5, 1))
    second.records.save("systems", kvarnen, {"system_owner": {"function": "Rektor"}})
    second.close()
    now = at(date(2026, 11, 22))
    assert past_quarters(now) == (date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30))
    assert measured_later(now, "andel_systemagare")() == (
        Measured(date(2026, 3, 31), 0),
        Measured(date(2026, 6, 30), 5000),
        Measured(date(2026, 9, 30), 5000),
    )
    assert measured_later(now, "andel_pub")() == ()
