"""Which goals count on a day, how each stands, and those that are behind first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.goals import Standing
from itadmin.services.attention.known import known_of
from itadmin.services.goals import Followed, goal_of
from itadmin.services.reading import Reading
from itadmin.services.workspace import Workspace

TODAY = date(2026, 11, 22)
Add = Callable[..., UUID]


def goals_that_count(reading: Reading) -> tuple[Followed, ...]:
    return known_of(reading).goals


def document(workspace: Workspace, **values: Any) -> UUID:
    return workspace.records.add("steering_documents", {"title": "IT-policy", "status": "faststalld", **values})


def test_a_goal_counts_once_though_a_later_version_has_it_too(workspace: Workspace, goal: Add) -> None:
    first = str(document(workspace, status="ersatt"))
    second = str(document(workspace, replaces=first))
    draft = str(document(workspace, replaces=second, status="utkast"))
    for version in (first, second, draft):
        goal(document=version, wording=f"Mål i {version}")
    goal(wording="Ett eget mål.")
    found = {each.goal.wording for each in goals_that_count(workspace.reading(TODAY))}
    assert found == {f"Mål i {second}", "Ett eget mål."}


def test_those_that_are_behind_come_first(workspace: Workspace, goal: Add) -> None:
    for year, status in ((2030, "klar"), (2030, "pagar"), (2020, "pagar"), (2030, "avbruten")):
        goal(measure=None, year=year, status=status, wording=f"{year} {status}")
    found = [each.goal.wording for each in goals_that_count(workspace.reading(TODAY))]
    assert found == ["2020 pagar", "2030 pagar", "2030 klar", "2030 avbruten"]


def test_the_earliest_year_comes_first_and_no_year_last(workspace: Workspace, goal: Add) -> None:
    for year in (None, 2024, 2021):
        goal(measure=None, year=year, status="forsenad", wording=f"{year}")
    assert [each.goal.wording for each in goals_that_count(workspace.reading(TODAY))] == ["2021", "2024", "None"]


def test_a_goal_in_the_bin_is_not_told_of(workspace: Workspace, goal: Add) -> None:
    workspace.records.delete("goals", [goal()])
    assert goals_that_count(workspace.reading(TODAY)) == ()


def test_a_goal_stands_as_its_page_tells(
    workspace: Workspace, goal: Add, owned: Callable[[int, int], list[UUID]]
) -> None:
    owned(5, 2)
    noted = [{"measured_on": "2026-03-01", "percent": 6000}, {"measured_on": "2027-03-01", "percent": 9000}]
    by_hand = goal(measure=None, readings=noted, target_percent=5000)
    for key in (goal(), goal(measure="andel_pub"), by_hand, goal(measure=None, status="klar")):
        told = goal_of(workspace.reading(TODAY), key)
        (found,) = [each for each in goals_that_count(workspace.reading(TODAY)) if each.id == key]
        assert (found.value, found.standing, found.is_counted) == (told.value, told.standing, told.is_counted)
    assert goal_of(workspace.reading(TODAY), by_hand).standing is Standing.REACHED
