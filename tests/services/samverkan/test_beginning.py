"""From a row to a case and a cost: what they hold, and that each is one step."""

from typing import Any

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.acting import step_of
from itadmin.services.cooperation_cases.making import Start
from itadmin.services.samverkan.beginning import (
    allocation_begun,
    beginning_of,
    case_begun,
    held_back,
    told_beginning,
    with_participants,
)
from itadmin.services.samverkan.planner import plan_of


@pytest.fixture
def region_of_two(region: Any) -> Any:
    """Two of three members have the same system; its agreement is on its way out."""
    region.add("regions", name="Dalsland", members=[municipality_id(code) for code in ("1460", "1461", "1439")])
    own = region.system(annual_cost=50_000_00)
    region.system("KVARN", "1461", annual_cost=30_000_00)
    region.level(own, "1460", 2, target_level="5")
    region.agreement(own, first_term_ends_on="2027-12-31")
    return region


def test_a_case_begins_with_those_who_use_it_and_each_reason(region_of_two: Any) -> None:
    beginning = beginning_of(region_of_two.matrix(), region_of_two.row())
    start = beginning.start
    assert (start.title, start.goal_level) == ("Samverkan om Kvarnen", "5")
    assert start.participants == (municipality_id("1460"), municipality_id("1461"))
    assert [kommun.name for kommun in beginning.kommuner] == ["Bengtsfors", "Mellerud", "Färgelanda"]
    assert list(start.reasons or {}) == ["avtal_pa_vag_ut", "flera_anvander_samma"]
    assert told_beginning(region_of_two.matrix(), start).endswith("Bengtsfors och Mellerud. 2 skäl följer med.")


def test_what_is_judged_among_the_it_managers_is_not_written_into_a_case_by_itself(region: Any) -> None:
    region.system(function_rating="daligt", competence_rating="sarbar")
    row = region.row()
    assert [reason.value for reason in row.reasons] == ["fungerar_daligt", "kompetens_svar"]
    assert not beginning_of(region.matrix(), row).start.reasons
    assert held_back(row).startswith("Ärendets handlingar kan bli allmänna. Därför följer inte med: fungerar dåligt")


def test_a_row_of_public_reasons_holds_nothing_back(region_of_two: Any) -> None:
    assert held_back(region_of_two.row()) == ""


def test_without_a_target_the_goal_is_the_next_level(region: Any) -> None:
    region.system()
    assert beginning_of(region.matrix(), region.row()).start.goal_level == "1"


@pytest.mark.parametrize(("level", "target", "goal"), [(4, "2", "5"), (4, "4", "5"), (3, "5", "5"), (5, "5", "5")])
def test_a_target_that_is_reached_is_no_goal(region: Any, level: int, target: str, goal: str) -> None:
    region.add("regions", name="Dalsland", members=[municipality_id(code) for code in ("1460", "1461")])
    own = region.system()
    region.system("KVARN", "1461")
    region.level(own, "1460", level)
    region.level(own, "1461", level, target_level=target)
    assert (region.row().level, region.row().target) == (level, int(target))
    assert beginning_of(region.matrix(), region.row()).start.goal_level == goal


@pytest.mark.parametrize(("reasons", "told"), [({}, ""), ({"a": "b"}, " Skälet följer med.")])
def test_how_many_reasons_come_with_it(region: Any, reasons: dict[str, str], told: str) -> None:
    start = Start("A", participants=(municipality_id("1460"),), reasons=reasons)
    assert told_beginning(region.matrix(), start) == f"I ärendet deltar Bengtsfors.{told}"


def test_the_case_and_the_note_of_it_are_one_step(region_of_two: Any) -> None:
    workspace, matrix, row = region_of_two.workspace, region_of_two.matrix(), region_of_two.row()
    start = with_participants(beginning_of(matrix, row).start, [municipality_id("1439")], "Eget", "3")
    key, step = case_begun(workspace.reading(), workspace.records, matrix, row, start)
    workspace.records.apply(step)
    assert step.registers == {"cooperation_cases", "cooperation_stances", "opportunity_notes"}
    assert workspace.reading().label("cooperation_cases", key) == "Eget"
    workspace.undo.undo()
    assert not workspace.reading().keys("cooperation_cases")


def test_the_cost_is_that_of_all_who_use_it_or_of_the_case(region_of_two: Any) -> None:
    workspace, matrix, row = region_of_two.workspace, region_of_two.matrix(), region_of_two.row()
    plan = allocation_begun(workspace.reading(), matrix, row)
    values = plan.edits[0].values
    assert (values["amount"], [part["municipality"] for part in values["participants"]]) == (row.cost, ["1460", "1461"])
    assert step_of(workspace.records, plan).changes
    _key, step = case_begun(workspace.reading(), workspace.records, matrix, row, beginning_of(matrix, row).start)
    workspace.records.apply(step)
    assert allocation_begun(workspace.reading(), matrix, row).edits[0].values["case"] == str(_key)


def test_the_goal_is_reached_when_all_can_begin_together(region_of_two: Any) -> None:
    matrix, row = region_of_two.matrix(), region_of_two.row()
    start = beginning_of(matrix, row, plan_of(region_of_two.reading, matrix, row).starts_on).start
    assert start.goal_on == "2028-01-01"
    assert told_beginning(matrix, start).endswith(" Målet nås 2028-01-01, då alla kan börja tillsammans.")
    assert with_participants(start, start.participants, "A", "2").goal_on == "2028-01-01"
    assert with_participants(start, start.participants, "A", "1").goal_on == ""
    assert beginning_of(matrix, row).start.goal_on == ""
    key, step = case_begun(region_of_two.reading, region_of_two.workspace.records, matrix, row, start)
    region_of_two.workspace.records.apply(step)
    assert getattr(region_of_two.reading.one("cooperation_cases", key).record, "goal_on", None) == "2028-01-01"
