"""Each change of the table of a plan as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import InvalidRecordError, KnownError, NotFoundError
from itadmin.services.workspace import Workspace
from itadmin.ui.training.plan_read import demand_of
from itadmin.ui.training.plan_work import NEW_MODULE, PlanWork


@pytest.fixture
def work(workspace: Workspace, plan: Any) -> PlanWork:
    return PlanWork(workspace, plan.id)


def titles(work: PlanWork) -> list[str]:
    return [module.title for module in work.read().modules]


def demands(work: PlanWork, module_id: UUID) -> dict[str, str]:
    module = work.read().module(module_id)
    assert module is not None
    return {row.audience: row.demand for row in module.demands}


def test_the_plan_is_read_with_its_moment_in_order(work: PlanWork) -> None:
    read = work.read()
    assert titles(work) == ["Grundkurs", "Fördjupning"]
    assert read.audiences == ("slutanvandare", "superanvandare")
    assert read.heads("slutanvandare") == 320
    assert read.heads("superanvandare") is None
    assert read.demanded_minutes("superanvandare") == 270
    assert read.counted == ("1460",)
    assert read.towns["1460"] == "Bengtsfors"
    assert read.writable


def test_a_demand_is_set_in_its_place_and_taken_away(work: PlanWork, plan: Any, workspace: Workspace) -> None:
    work.set_demand(plan.basics, "slutanvandare", "frivillig")
    assert list(demands(work, plan.basics).items()) == [
        ("slutanvandare", "frivillig"),
        ("superanvandare", "fore_behorighet"),
    ]
    work.set_demand(plan.basics, "slutanvandare", "")
    assert demands(work, plan.basics) == {"superanvandare": "fore_behorighet"}
    workspace.undo.undo()
    workspace.undo.undo()
    assert demands(work, plan.basics)["slutanvandare"] == "fore_behorighet"


def test_a_level_makes_a_malgrupp_the_plans_own(work: PlanWork, plan: Any) -> None:
    work.set_demand(plan.basics, "vikarie", "obligatorisk")
    assert work.read().audiences == ("slutanvandare", "superanvandare", "vikarie")
    work.set_level("vikarie", "1")
    assert [row.audience for row in work.read().plan.audiences] == ["slutanvandare", "superanvandare", "vikarie"]
    assert work.read().level("vikarie") == "1"
    work.set_level("vikarie", "")
    assert work.read().level("vikarie") == ""


def test_people_are_counted_changed_and_taken_away(work: PlanWork) -> None:
    work.set_people("slutanvandare", "1492", 80)
    assert work.read().heads("slutanvandare") == 400
    work.set_people("slutanvandare", "1460", 300)
    assert work.read().people("slutanvandare", "1460") == 300
    work.set_people("slutanvandare", "1460", None)
    assert work.read().heads("slutanvandare") == 80
    assert work.read().counted == ("1460", "1492")


def test_a_malgrupp_goes_with_its_demands_and_numbers_in_one_step(
    work: PlanWork, plan: Any, workspace: Workspace
) -> None:
    before = work.read()
    step = work.remove_audience("slutanvandare")
    assert step.title == "Tog bort målgruppen Slutanvändare"
    read = work.read()
    assert read.audiences == ("superanvandare",)
    assert read.heads("slutanvandare") is None
    assert demands(work, plan.basics) == {"superanvandare": "fore_behorighet"}
    workspace.undo.undo()
    assert work.read().plan.head_counts == before.plan.head_counts
    assert work.read().audiences == before.audiences


def test_a_malgrupp_is_added_last_and_moved(work: PlanWork) -> None:
    work.add_audience("it_drift")
    work.move_audience("it_drift", -1)
    assert work.read().audiences == ("slutanvandare", "it_drift", "superanvandare")
    assert work.move_audience("slutanvandare", -1) is None
    with pytest.raises(InvalidRecordError, match="Samma målgrupp står två gånger"):
        work.add_audience("it_drift")


def test_a_moment_is_added_after_another_without_touching_others(
    work: PlanWork, plan: Any, workspace: Workspace
) -> None:
    before = [module.revision for module in work.read().modules]
    new = work.add_module(plan.basics)
    assert titles(work) == ["Grundkurs", NEW_MODULE, "Fördjupning"]
    assert [module.revision for module in work.read().modules if module.id != new] == before
    work.add_module(None)
    assert titles(work)[-1] == NEW_MODULE
    workspace.undo.undo()
    workspace.undo.undo()
    assert titles(work) == ["Grundkurs", "Fördjupning"]


def test_moment_that_stand_close_are_given_room_in_the_same_step(
    workspace: Workspace, plan: Any, add_module: Callable[..., UUID]
) -> None:
    for place in (1, 2, 3):
        add_module(plan.id, f"Nr {place}", place=place)
    work = PlanWork(workspace, plan.id)
    assert titles(work) == ["Nr 1", "Nr 2", "Nr 3", "Grundkurs", "Fördjupning"]
    first = work.read().modules[0].id
    work.move_module(first, 1)
    assert titles(work) == ["Nr 2", "Nr 1", "Nr 3", "Grundkurs", "Fördjupning"]
    work.add_module(first)
    assert titles(work) == ["Nr 2", "Nr 1", NEW_MODULE, "Nr 3", "Grundkurs", "Fördjupning"]
    workspace.undo.undo()
    workspace.undo.undo()
    assert titles(work) == ["Nr 1", "Nr 2", "Nr 3", "Grundkurs", "Fördjupning"]
    assert work.move_module(first, -1) is None


def test_a_moment_in_the_bin_is_no_forkunskap_any_more(work: PlanWork, plan: Any, workspace: Workspace) -> None:
    work.remove_module(plan.basics)
    left = work.read()
    assert titles(work) == ["Fördjupning"]
    assert left.modules[0].prerequisites == ()
    workspace.undo.undo()
    assert work.read().modules[1].prerequisites == (plan.basics,)


def test_what_is_adopted_is_not_changed(work: PlanWork, plan: Any, workspace: Workspace) -> None:
    values = {"status": "faststalld", "adopted_on": "2026-11-01", "adopted_function": "Systemägare"}
    workspace.records.save("training_plans", plan.id, values)
    read = work.read()
    assert not read.writable
    assert "Gör en ny version" in read.lock
    for change in (
        lambda: work.set_demand(plan.basics, "slutanvandare", ""),
        lambda: work.set_people("slutanvandare", "1460", 1),
        lambda: work.add_module(None),
        lambda: work.remove_module(plan.basics),
        lambda: work.move_module(plan.basics, 1),
        lambda: work.remove_audience("slutanvandare"),
    ):
        with pytest.raises(KnownError):
            change()
    assert titles(work) == ["Grundkurs", "Fördjupning"]


def test_a_plan_in_the_bin_is_told(work: PlanWork, plan: Any, workspace: Workspace) -> None:
    workspace.records.delete("training_plans", [plan.id])
    with pytest.raises(NotFoundError, match="papperskorgen"):
        work.read()


def test_a_demand_of_nobody_is_none(work: PlanWork, plan: Any) -> None:
    module = work.read().module(plan.course)
    assert module is not None
    assert demand_of(module, "slutanvandare") == ""
