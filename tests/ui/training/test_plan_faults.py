"""What does not go together in a plan, at its cell and with what to do."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itadmin.services.workspace import Workspace
from itadmin.ui.training.plan_faults import circle_through, faults_of
from itadmin.ui.training.plan_work import PlanWork

KEYS = [uuid4() for _ in range(5)]


@pytest.fixture
def faults(workspace: Workspace, plan: Any) -> Callable[[], dict[Any, str]]:
    return lambda: faults_of(PlanWork(workspace, plan.id).read())


def save(workspace: Workspace, module_id: UUID, **values: object) -> None:
    workspace.records.save("training_modules", module_id, values)


def test_a_good_plan_has_none(faults: Callable[[], dict[Any, str]]) -> None:
    assert faults() == {}


def test_a_circle_is_told_with_its_whole_way(
    workspace: Workspace, plan: Any, faults: Callable[[], dict[Any, str]]
) -> None:
    save(workspace, plan.basics, prerequisites=[str(plan.course)])
    told = faults()
    assert told == {
        (plan.basics, "prerequisites"): "Förkunskaperna går runt i en cirkel: LC-1 → LC-2 → LC-1. Ta bort en av dem.",
        (plan.course, "prerequisites"): "Förkunskaperna går runt i en cirkel: LC-2 → LC-1 → LC-2. Ta bort en av dem.",
    }


def test_two_of_one_code_or_name_are_told(
    workspace: Workspace, plan: Any, add_module: Callable[..., UUID], faults: Callable[[], dict[Any, str]]
) -> None:
    other = add_module(plan.id, "grundkurs", code="lc-2")
    told = faults()
    assert told[plan.course, "code"] == "Koden LC-2 står på flera moment. Ge dem olika koder."
    assert told[other, "title"].startswith("Momentet grundkurs står flera gånger.")
    assert {key for key in told if key[1] in ("code", "title")} == {
        (plan.course, "code"),
        (other, "code"),
        (plan.basics, "title"),
        (other, "title"),
    }


def test_a_forkunskap_in_the_bin_is_told(workspace: Workspace, plan: Any, faults: Callable[[], dict[Any, str]]) -> None:
    workspace.records.delete("training_modules", [plan.basics])
    assert "papperskorgen" in faults()[plan.course, "prerequisites"]


def test_one_of_another_plan_is_no_fault(
    workspace: Workspace, plan: Any, add_module: Callable[..., UUID], faults: Callable[[], dict[Any, str]]
) -> None:
    other = workspace.records.add("training_plans", {"title": "All personal", "kind": "allman"})
    safety = add_module(other, "Säkerhet", code="S-1")
    save(workspace, plan.basics, prerequisites=[str(safety)])
    assert faults() == {}
    assert PlanWork(workspace, plan.id).read().name_of(safety) == "Säkerhet"


def test_a_forkunskap_that_is_not_demanded_is_told(
    workspace: Workspace, plan: Any, faults: Callable[[], dict[Any, str]]
) -> None:
    save(workspace, plan.basics, demands=[{"audience": "superanvandare", "demand": "frivillig"}])
    told = faults()
    assert told == {
        (plan.course, "superanvandare"): (
            "Förkunskapen LC-1 krävs inte lika hårt av målgruppen. Kräv den också, eller ändra här."
        )
    }


def test_a_malgrupp_outside_the_plan_is_told_at_its_level(
    workspace: Workspace, plan: Any, faults: Callable[[], dict[Any, str]]
) -> None:
    save(workspace, plan.course, demands=[{"audience": "vikarie", "demand": "frivillig"}])
    assert "Välj vad den ska kunna, eller ta bort den." in faults()[None, "vikarie"]


@given(st.dictionaries(st.sampled_from(KEYS), st.lists(st.sampled_from(KEYS), max_size=4).map(tuple)))
def test_a_way_back_is_found_where_there_is_one(asked: dict[UUID, tuple[UUID, ...]]) -> None:
    for start in KEYS:
        reached: set[UUID] = set()
        ahead = list(asked.get(start, ()))
        while ahead:
            each = ahead.pop()
            if each not in reached:
                reached.add(each)
                ahead += asked.get(each, ())
        way = circle_through(asked, start)
        assert bool(way) == (start in reached)
        if way:
            assert way[0] == way[-1] == start
            assert all(after in asked[before] for before, after in pairwise(way))
