from datetime import date
from typing import Any

import pytest

from itadmin.services.periods import PERIODS
from itadmin.services.workspace import Workspace


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("I dag", "2026-11-22", "2026-11-22"),
        ("Senaste veckan", "2026-11-15", "2026-11-22"),
        ("Senaste månaden", "2026-10-23", "2026-11-22"),
        ("I år", "2026-01-01", "2026-11-22"),
        ("Förra året", "2025-01-01", "2025-12-31"),
        ("Sedan senaste granskningen", "2026-11-22", "2026-11-22"),
    ],
)
def test_periods_are_days_seen_from_today(workspace: Workspace, name: str, first: str, last: str) -> None:
    assert PERIODS[name](workspace.reading()) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("reviewed", "first"),
    [(["2026-05-01", "2026-06-02"], "2026-06-02"), (["2026-05-01", "2027-01-01"], "2026-05-01"), ([None], None)],
)
def test_since_the_latest_review_is_since_the_last_day_any_system_was_reviewed(
    workspace: Workspace, reviewed: list[Any], first: str | None
) -> None:
    for number, day in enumerate(reviewed):
        workspace.records.add("systems", {"name": f"System {number}", "reviewed_on": day})
    binned = workspace.records.add("systems", {"name": "Borta", "reviewed_on": "2026-11-01"})
    workspace.records.delete("systems", [binned])
    found = PERIODS["Sedan senaste granskningen"](workspace.reading())
    assert found[0] == (date.fromisoformat(first) if first else date(2026, 11, 22))
