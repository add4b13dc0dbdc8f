"""Plans like others: for other systems, and as the next version of the same."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.training_plans import BudgetRow, TrainingPlan
from itadmin.services.training.copying import copied, next_year
from itadmin.services.training.making import from_template
from itadmin.services.training.plans import modules_of
from itadmin.services.workspace import Workspace

ADOPTED = {"status": "faststalld", "adopted_on": "2026-03-01", "adopted_function": "Systemägare"}
OF_ONE_VERSION = {"registry_number": "KS 2026/3", "valid_from": "2026-03-01", "revise_by": "2027-03-01"}


def add_system(workspace: Workspace, name: str, **values: Any) -> UUID:
    return workspace.records.add("systems", {"name": name, "lifecycle": "i_drift", **values})


def plan(workspace: Workspace, plan_id: UUID) -> TrainingPlan:
    record = workspace.reading().one("training_plans", plan_id).record
    assert isinstance(record, TrainingPlan)
    return record


def prerequisites(workspace: Workspace, plan_id: UUID) -> dict[str, list[str]]:
    modules = modules_of(workspace.reading(), plan_id)
    codes = {module.id: module.code for module in modules}
    return {module.code: [codes[key] for key in module.prerequisites] for module in modules}


@pytest.fixture
def begun(workspace: Workspace) -> UUID:
    """A draft for Kvarnen with material, budget and 40 users."""
    done = from_template(workspace.reading(), workspace.records, [add_system(workspace, "Kvarnen", user_count=40)])
    workspace.records.apply(done.changes)
    own = {
        "material": [{"title": "Handbok Kvarnen"}],
        "budget": [{"item": "kurs", "amount": 5_000_000}],
        "links": [{"title": "Kurs", "address": "https://kvarnen.example"}],
        "note": "Ring Kim.",
    }
    workspace.records.save("training_plans", done.plan_ids[0], own)
    return done.plan_ids[0]


@pytest.fixture
def adopted(workspace: Workspace, begun: UUID) -> UUID:
    """The same, adopted for version 4."""
    workspace.records.save("training_plans", begun, {**ADOPTED, **OF_ONE_VERSION, "system_version": "4.1"})
    return begun


def follow(workspace: Workspace, plan_id: UUID) -> UUID:
    following, changes = next_year(workspace.reading(), workspace.records, plan_id)
    workspace.records.apply(changes)
    return following


def copy(workspace: Workspace, plan_id: UUID, *systems: UUID) -> list[UUID]:
    done = copied(workspace.reading(), workspace.records, plan_id, systems)
    workspace.records.apply(done.changes)
    return list(done.plan_ids)


def test_next_year_begins_as_a_draft_of_the_next_version(workspace: Workspace, adopted: UUID) -> None:
    following, changes = next_year(workspace.reading(), workspace.records, adopted)
    assert changes.title == "Påbörjade en ny version av Utbildningsplan Kvarnen"
    workspace.records.apply(changes)
    made, before = plan(workspace, following), plan(workspace, adopted)
    assert (made.version, made.status, made.replaces, before.status) == ("2.0", "utkast", adopted, "faststalld")
    assert not any(getattr(made, name) for name in (*OF_ONE_VERSION, "adopted_on", "adopted_function"))
    assert made.system_version == ""
    assert (made.material, made.budget, made.links, made.note) == (
        before.material,
        before.budget,
        before.links,
        "Ring Kim.",
    )


def test_its_moment_remember_which_they_were_first_through_all_versions(workspace: Workspace, adopted: UUID) -> None:
    first = [module.id for module in modules_of(workspace.reading(), adopted)]
    second = follow(workspace, adopted)
    assert [module.same_as for module in modules_of(workspace.reading(), second)] == first
    workspace.records.save("training_plans", second, ADOPTED)
    third = follow(workspace, second)
    assert [module.same_as for module in modules_of(workspace.reading(), third)] == first


def test_what_they_presuppose_are_the_moment_of_the_same_version(workspace: Workspace, adopted: UUID) -> None:
    following = follow(workspace, adopted)
    assert prerequisites(workspace, following) == prerequisites(workspace, adopted)


def test_what_is_presupposed_of_another_plan_stays(workspace: Workspace, begun: UUID) -> None:
    general = workspace.records.add("training_plans", {"title": "Allmän"})
    other = workspace.records.add("training_modules", {"title": "Säkerhetsgrund", "plan": str(general)})
    module = modules_of(workspace.reading(), begun)[0]
    workspace.records.save("training_modules", module.id, {"prerequisites": [str(other)]})
    workspace.records.save("training_plans", begun, ADOPTED)
    assert modules_of(workspace.reading(), follow(workspace, begun))[0].prerequisites == (other,)


def test_the_heads_are_counted_anew_and_what_was_counted_by_hand_stays(workspace: Workspace, begun: UUID) -> None:
    rows = [
        {"audience": "slutanvandare", "municipality": "1460", "people": 12},
        {"audience": "slutanvandare", "municipality": "1438", "people": 9},
    ]
    workspace.records.save("training_plans", begun, {"head_counts": rows})
    workspace.records.save("training_plans", begun, ADOPTED)
    made = plan(workspace, follow(workspace, begun))
    assert [(row.municipality, row.people) for row in made.head_counts] == [("1460", 40), ("1438", 9)]


def test_a_draft_has_no_next_version(workspace: Workspace, begun: UUID) -> None:
    with pytest.raises(KnownError, match=r"är inte fastställd\. Ändra i den i stället"):
        next_year(workspace.reading(), workspace.records, begun)


def test_a_next_version_is_begun_once(workspace: Workspace, adopted: UUID) -> None:
    follow(workspace, adopted)
    with pytest.raises(KnownError, match="Det finns redan en nyare version av Utbildningsplan Kvarnen"):
        next_year(workspace.reading(), workspace.records, adopted)


def test_one_in_the_bin_stands_in_no_ones_way(workspace: Workspace, adopted: UUID) -> None:
    workspace.records.delete("training_plans", [follow(workspace, adopted)])
    assert plan(workspace, follow(workspace, adopted)).version == "2.0"


def test_another_system_gets_the_same_plan_in_its_own_name(workspace: Workspace, adopted: UUID) -> None:
    [key] = copy(workspace, adopted, add_system(workspace, "Lönnen", user_count=7))
    made = plan(workspace, key)
    assert (made.title, made.version, made.status, made.replaces) == ("Utbildningsplan Lönnen", "1.0", "utkast", None)
    assert "Lönnen" in made.purpose
    modules = modules_of(workspace.reading(), key)
    assert modules[1].title == "Grundkurs i Lönnen"
    said = [
        made.title,
        made.purpose,
        made.follow_up,
        *(text for each in modules for text in (each.title, each.content)),
    ]
    assert not any("Kvarnen" in text for text in said)
    assert prerequisites(workspace, key) == prerequisites(workspace, adopted)
    assert {module.same_as for module in modules} == {None}


def test_what_is_the_other_systems_own_does_not_come_along(workspace: Workspace, adopted: UUID) -> None:
    made = plan(workspace, copy(workspace, adopted, add_system(workspace, "Lönnen", user_count=7))[0])
    assert not any(getattr(made, name) for name in (*OF_ONE_VERSION, "adopted_on", "material", "links", "note"))
    assert made.budget == (BudgetRow(item="kurs"),)
    assert [row.people for row in made.head_counts] == [7]
    assert made.responsible_function == "Systemansvarig"


def test_a_plan_whose_name_says_nothing_of_its_system_is_named_after_the_new_one(
    workspace: Workspace, begun: UUID
) -> None:
    workspace.records.save("training_plans", begun, {"title": "Plan för handläggare"})
    assert plan(workspace, copy(workspace, begun, add_system(workspace, "Lönnen"))[0]).title == "Utbildningsplan Lönnen"


def test_several_systems_are_given_it_in_one_step_but_none_that_has_a_plan(workspace: Workspace, begun: UUID) -> None:
    source = plan(workspace, begun).system
    assert source is not None
    systems = [add_system(workspace, name) for name in ("Lönnen", "Ekot")]
    done = copied(workspace.reading(), workspace.records, begun, [source, *systems])
    assert done.changes.title == "Gjorde 2 utbildningsplaner som Utbildningsplan Kvarnen"
    assert [each.label for each in done.left_out] == ["Kvarnen"]
    assert len(done.plan_ids) == 2
