"""Plans from templates: whole, with their moment in order, for one system or many, as one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError, errors
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.training_plans import AudienceRow, HeadCountRow, TrainingPlan
from itadmin.domain.validation import check
from itadmin.services.training.making import Answering, Made, from_template, general_from_template
from itadmin.services.training.plans import modules_of
from itadmin.services.training.templates import template, templates
from itadmin.services.workspace import Workspace

Make = Callable[..., Made]


@pytest.fixture
def make(workspace: Workspace) -> Make:
    """Makes plans from a template, and writes them."""

    def made(*systems: UUID, key: str = "", answering: Answering | None = None) -> Made:
        done = from_template(workspace.reading(), workspace.records, systems, key, answering or Answering())
        if done.changes.changes:
            workspace.records.apply(done.changes)
        return done

    return made


def add_system(workspace: Workspace, name: str = "Kvarnen", **values: Any) -> UUID:
    usual = {"name": name, "lifecycle": "i_drift", "category": "verksamhetssystem"}
    return workspace.records.add("systems", {**usual, **values})


def plan(workspace: Workspace, plan_id: UUID) -> TrainingPlan:
    record = workspace.reading().one("training_plans", plan_id).record
    assert isinstance(record, TrainingPlan)
    return record


def test_a_draft_for_a_system_says_what_the_template_says(workspace: Workspace, make: Make) -> None:
    system = add_system(workspace)
    done = make(system, key="stodsystem")
    made = plan(workspace, done.plan_ids[0])
    assert (made.title, made.kind, made.system, made.version, made.status, made.template) == (
        "Utbildningsplan Kvarnen",
        "system",
        system,
        "1.0",
        "utkast",
        "stodsystem",
    )
    assert made.purpose.startswith("Kvarnen är lätt att komma igång med")
    assert (made.target_percent, made.responsible_function, made.all_staff) == (9000, "Systemansvarig", None)
    assert made.audiences[1] == AudienceRow(audience="systemansvarig", level="3", note="Systemansvarig och ersättare.")
    assert done.changes.title == "Gjorde Utbildningsplan Kvarnen från mall"


def test_its_moment_stand_in_order_and_presuppose_each_other(workspace: Workspace, make: Make) -> None:
    modules = modules_of(workspace.reading(), make(add_system(workspace)).plan_ids[0])
    wanted = template("verksamhetssystem").modules
    assert [module.code for module in modules] == [module.code for module in wanted]
    codes = {module.id: module.code for module in modules}
    assert [[codes[key] for key in module.prerequisites] for module in modules] == [
        list(module.prerequisites) for module in wanted
    ]
    assert modules[1].title == "Grundkurs i Kvarnen"
    assert {row.audience: row.demand for row in modules[1].demands}["slutanvandare"] == "fore_behorighet"


@pytest.mark.parametrize("chosen", templates(), ids=lambda chosen: chosen.key)
def test_what_every_template_makes_is_acceptable_and_lacks_only_its_days(workspace: Workspace, chosen: Any) -> None:
    reading, records = workspace.reading(), workspace.records
    if chosen.kind == "system":
        done = from_template(reading, records, [add_system(workspace)], chosen.key)
    else:
        done = general_from_template(reading, records, chosen.key)
    records.apply(done.changes)
    made = plan(workspace, done.plan_ids[0])
    register = REGISTERS["training_plans"]
    assert not errors(check(register, made))
    lacks = {name for name, field in register.fields.items() if field.expected and not getattr(made, name)}
    assert lacks == {"valid_from", "revise_by"}
    for module in modules_of(workspace.reading(), made.id):
        assert check(REGISTERS["training_modules"], module) == ()


def test_many_are_made_as_one_step_that_is_taken_back_as_one(workspace: Workspace, make: Make) -> None:
    school = add_system(workspace, "Lönnen", category="skola")
    done = make(add_system(workspace), school)
    assert done.changes.title == "Gjorde 2 utbildningsplaner från mall"
    assert [plan(workspace, key).template for key in done.plan_ids] == ["verksamhetssystem", "skola"]
    workspace.undo.undo()
    assert workspace.reading().count("training_plans") == workspace.reading().count("training_modules") == 0


def test_systems_that_have_a_plan_are_left_out_and_it_is_said_why(workspace: Workspace, make: Make) -> None:
    first, second = add_system(workspace), add_system(workspace, "Lönnen")
    make(first)
    done = make(first, second, second)
    assert [plan(workspace, key).system for key in done.plan_ids] == [second]
    assert [(each.label, each.reason) for each in done.left_out] == [
        ("Kvarnen", "Det finns redan en plan: Utbildningsplan Kvarnen.")
    ]
    assert make(first, second).changes.changes == ()


def test_a_plan_in_the_bin_or_replaced_stands_in_no_ones_way(workspace: Workspace, make: Make) -> None:
    system = add_system(workspace)
    workspace.records.delete("training_plans", make(system).plan_ids)
    replaced = {"title": "Gammal", "system": str(system), "status": "ersatt"}
    workspace.records.add("training_plans", replaced)
    assert len(make(system).plan_ids) == 1


@pytest.mark.parametrize(
    ("function", "named", "said"),
    [("", False, ("Systemansvarig", False)), ("IT-chef", False, ("IT-chef", False)), ("", True, ("", True))],
)
def test_who_answers_for_it(
    workspace: Workspace, make: Make, function: str, named: bool, said: tuple[str, bool]
) -> None:
    person = workspace.records.add("people", {"name": "Kim Berg"}) if named else None
    made = plan(workspace, make(add_system(workspace), answering=Answering(person, function)).plan_ids[0])
    assert (made.responsible_function, made.responsible is not None) == said


def test_the_heads_are_counted_by_kommun_as_the_use_says(workspace: Workspace, make: Make) -> None:
    system = add_system(workspace, user_count=500)
    own = str(workspace.file.info.organisation)
    neighbour = str(municipality_id("1438"))
    unit = workspace.records.add("organisations", {"name": "Socialförvaltningen", "kind": "forvaltning", "parent": own})
    part = workspace.records.add("organisations", {"name": "Hemtjänst", "kind": "it_enhet", "parent": str(unit)})
    uses = [
        (own, 10, "anvands", None),
        (str(part), 20, "anvands", "2026-11"),
        (neighbour, 7, "anvands", "2027"),
        (str(unit), 90, "upphort", None),
        (str(unit), 90, "anvands", "2026-10"),
        (str(unit), 90, "planeras", None),
        (str(unit), None, "anvands", None),
    ]
    for organisation, people, status, until in uses:
        row = {"system": str(system), "organisation": organisation, "status": status}
        workspace.records.add("system_uses", {**row, "user_count": people, "until": until})
    for kind in ("systemansvarig", "ersattare"):
        workspace.records.add("roles", {"system": str(system), "kind": kind, "function": kind.title()})
    made = plan(workspace, make(system).plan_ids[0])
    assert made.head_counts == (
        HeadCountRow(audience="slutanvandare", municipality="1438", people=7),
        HeadCountRow(audience="slutanvandare", municipality="1460", people=30),
        HeadCountRow(audience="systemansvarig", municipality="1460", people=2),
    )
    assert made.municipalities == (municipality_id("1438"), municipality_id("1460"))


def test_without_uses_the_systems_own_number_counts(workspace: Workspace, make: Make) -> None:
    made = plan(workspace, make(add_system(workspace, user_count=45)).plan_ids[0])
    assert made.head_counts == (HeadCountRow(audience="slutanvandare", municipality="1460", people=45),)
    assert made.municipalities == ()


def test_nothing_is_counted_of_a_malgrupp_that_the_plan_has_not(workspace: Workspace, make: Make) -> None:
    made = plan(workspace, make(add_system(workspace, user_count=45), key="infrastruktur").plan_ids[0])
    assert made.head_counts == ()


def test_a_general_plan_holds_for_all_and_is_made_once(workspace: Workspace) -> None:
    done = general_from_template(workspace.reading(), workspace.records, "allman")
    workspace.records.apply(done.changes)
    made = plan(workspace, done.plan_ids[0])
    assert (made.kind, made.system, made.all_staff, made.responsible_function) == ("allman", None, True, "IT-chef")
    with pytest.raises(KnownError, match="redan en plan som heter Utbildningsplan för all personal"):
        general_from_template(workspace.reading(), workspace.records, "allman")


def test_templates_are_used_for_what_they_are_about(workspace: Workspace) -> None:
    reading, records = workspace.reading(), workspace.records
    with pytest.raises(KnownError, match="gäller inget enskilt system"):
        from_template(reading, records, [add_system(workspace)], "allman")
    with pytest.raises(KnownError, match="Välj vilket system"):
        general_from_template(reading, records, "skola")
