"""Lines about goals whose year is over, and about what has fallen since it was read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import AttentionLine, Band
from itadmin.services.attention import figures
from itadmin.services.workspace import Workspace

TODAY = date(2026, 11, 22)
READ = [{"measured_on": "2025-06-30", "percent": 4000}, {"measured_on": "2026-06-30", "percent": 8000}]
Lines = Callable[..., list[AttentionLine]]
Add = Callable[..., UUID]


@pytest.fixture
def goal(workspace: Workspace) -> Add:
    """Adds a goal of which nothing is missing; half of what it counts is so."""
    owner = {"system_owner": {"function": "Socialchef"}}
    workspace.records.add("systems", {"name": "Lifecare", "lifecycle": "i_drift", **owner})
    workspace.records.add("systems", {"name": "Ekot", "lifecycle": "i_drift"})

    def add(**values: Any) -> UUID:
        usual: dict[str, Any] = {
            "wording": "Alla system har en systemägare.",
            "area": "organisation_och_ansvar",
            "year": 2028,
            "responsible_function": "IT-chef",
            "status": "pagar",
            "measure": "andel_systemagare",
            "target_percent": 10_000,
        }
        return workspace.records.add("goals", {**usual, **values})

    return add


def test_nothing_is_said_of_a_goal_that_is_on_its_way(lines: Lines, goal: Add) -> None:
    assert lines(TODAY, goal()) == []


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"year": 2025}, "Målåret 2025 har gått, och målet är inte nått: 50\u00a0% av 100\u00a0%."),
        ({"year": 2025, "measure": None}, "Målåret 2025 har gått, och målet är inte nått."),
        ({"year": 2026}, ""),
        ({"year": 2025, "status": "avbruten"}, ""),
        ({"year": 2025, "target_percent": 5000}, ""),
        ({"year": 2025, "measure": None, "status": "klar"}, ""),
        ({"status": "forsenad"}, ""),
    ],
)
def test_a_goal_whose_year_is_over_is_late(lines: Lines, goal: Add, values: dict[str, Any], reason: str) -> None:
    found = lines(TODAY, goal(**values))
    assert [line.reason for line in found] == ([reason] if reason else [])
    assert all(
        (line.band, line.day, line.responsible) == (Band.FORSENAT, date(2025, 12, 31), "IT-chef") for line in found
    )


def test_what_has_fallen_since_it_was_last_read_is_told_without_haste(lines: Lines, goal: Add) -> None:
    (line,) = lines(TODAY, goal(readings=READ))
    assert line.reason == "Utfallet har sjunkit sedan avläsningen den 30 juni 2026: från 80\u00a0% till 50\u00a0%."
    assert (line.band, line.day, line.occasion) == (Band.SENARE, None, "2026-06-30")


@pytest.mark.parametrize("values", [{"readings": READ[:1]}, {"readings": READ, "measure": None}])
def test_what_has_risen_or_is_followed_by_hand_has_not_fallen(lines: Lines, goal: Add, values: dict[str, Any]) -> None:
    assert lines(TODAY, goal(**values)) == []


def test_a_goal_that_is_late_is_told_of_once(lines: Lines, goal: Add) -> None:
    assert [line.kind for line in lines(TODAY, goal(year=2025, readings=READ))] == ["malar_har_gatt"]


def test_of_versions_of_a_policy_only_the_goals_that_count_are_told_of(
    workspace: Workspace, lines: Lines, goal: Add
) -> None:
    add = workspace.records.add
    first = add("steering_documents", {"title": "IT-policy", "status": "faststalld"})
    second = add("steering_documents", {"title": "IT-policy", "status": "utkast", "replaces": str(first)})
    counting, copied = goal(year=2025, document=str(first)), goal(year=2025, document=str(second))
    assert [line.record_id for line in lines(TODAY, kind="malar_har_gatt")] == [counting]
    assert [each.id for each in figures(workspace.reading(TODAY)).goals] == [counting]
    assert copied not in {line.record_id for line in lines(TODAY)}


def test_nothing_is_missing_of_the_goals_of_a_replaced_policy(workspace: Workspace, lines: Lines, goal: Add) -> None:
    old = workspace.records.add("steering_documents", {"title": "IT-policy", "status": "ersatt"})
    assert lines(TODAY, goal(area=None, document=str(old))) == []
    assert [line.kind for line in lines(TODAY, goal(area=None))] == ["saknar_uppgifter"]
