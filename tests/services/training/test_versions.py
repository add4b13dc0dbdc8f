"""Adopting an utbildningsplan: what it must say first, what follows, and which versions there are."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.domain.calculations.training_plans import PlanState
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import KnownError, ReadOnlyError
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.services.training.copying import next_year
from itadmin.services.training.making import from_template
from itadmin.services.training.plans import modules_of, plan_of_system, worth_of_plan
from itadmin.services.training.versions import Adoption, adopt, lacking, leads_to, versions_of
from itadmin.services.workspace import Workspace
from itadmin.storage.tables import TABLES

TODAY = date(2026, 11, 22)
BY_OWNER = Adoption(TODAY, function="Systemägare")
WHOLE: dict[str, Any] = {
    "title": "Utbildningsplan Ekot",
    "kind": "allman",
    "version": "1.0",
    "purpose": "Alla ska kunna sitt.",
    "responsible_function": "IT-chef",
    "audiences": [{"audience": "slutanvandare"}],
}
MODULE: dict[str, Any] = {
    "title": "Grund",
    "code": "GRUND",
    "form": "film",
    "minutes": 20,
    "demands": [{"audience": "slutanvandare", "demand": "obligatorisk"}],
}


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    values = {"name": "Kvarnen", "lifecycle": "i_drift", "category": "verksamhetssystem", "version": "4.2"}
    return workspace.records.add("systems", values)


@pytest.fixture
def begun(workspace: Workspace, system: UUID) -> UUID:
    """A draft from a template."""
    done = from_template(workspace.reading(), workspace.records, [system])
    workspace.records.apply(done.changes)
    return done.plan_ids[0]


def adopted(workspace: Workspace, plan_id: UUID, adoption: Adoption = BY_OWNER) -> TrainingPlan:
    workspace.records.apply(adopt(workspace.reading(), workspace.records, plan_id, adoption))
    return plan(workspace, plan_id)


def plan(workspace: Workspace, plan_id: UUID) -> TrainingPlan:
    record = workspace.reading().one("training_plans", plan_id).record
    assert isinstance(record, TrainingPlan)
    return record


def test_what_is_adopted_says_when_by_whom_for_which_version_and_until_when(workspace: Workspace, begun: UUID) -> None:
    kim = workspace.records.add("people", {"name": "Kim Berg"})
    made = adopted(workspace, begun, Adoption(date(2026, 11, 2), kim, "Systemägare", "SN 2026/88"))
    assert (made.status, made.adopted_on, made.adopted_by, made.adopted_function) == (
        "faststalld",
        date(2026, 11, 2),
        kim,
        "Systemägare",
    )
    assert (made.registry_number, made.system_version) == ("SN 2026/88", "4.2")
    assert (made.valid_from, made.revise_by) == (date(2026, 11, 2), date(2027, 11, 2))
    assert worth_of_plan(workspace.reading(), begun) == (PlanState.ADOPTED, "")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"valid_from": "2027-01-01"}, (date(2027, 1, 1), date(2027, 11, 22))),
        ({"valid_from": "2026-01-01"}, (TODAY, date(2027, 11, 22))),
        ({"revise_by": "2027-06-30"}, (TODAY, date(2027, 6, 30))),
        ({"revise_by": "2028-06-30"}, (TODAY, date(2027, 11, 22))),
        ({"revise_by": "2026-06-30"}, (TODAY, date(2027, 11, 22))),
    ],
)
def test_days_that_were_set_are_kept_where_they_make_sense(
    workspace: Workspace, begun: UUID, said: dict[str, str], kept: tuple[date, date]
) -> None:
    workspace.records.save("training_plans", begun, said)
    made = adopted(workspace, begun)
    assert (made.valid_from, made.revise_by) == kept


def test_what_it_leads_to_is_told_as_it_is(workspace: Workspace, system: UUID, begun: UUID) -> None:
    workspace.records.save("training_plans", begun, {"valid_from": "2027-01-01", "revise_by": None, "version": "1.0"})
    told = leads_to(workspace.reading(), begun, TODAY)
    assert told.startswith("Planen blir skrivskyddad, gäller från den 1 januari 2027 och ska ses över senast den ")
    assert told.endswith(". Ändringar görs i en ny version.")
    assert "ersätter" not in told
    earlier = workspace.records.add(
        "training_plans", {**WHOLE, "title": "Förra", "kind": "system", "system": str(system)}
    )
    workspace.records.add("training_modules", {**MODULE, "plan": str(earlier)})
    adopted(workspace, earlier)
    told = leads_to(workspace.reading(), begun, TODAY)
    assert " Den ersätter Förra 1.0. " in told


def test_a_registry_number_that_it_has_is_kept(workspace: Workspace, begun: UUID) -> None:
    workspace.records.save("training_plans", begun, {"registry_number": "SN 2026/7"})
    assert adopted(workspace, begun).registry_number == "SN 2026/7"


def test_it_is_locked_then_and_so_are_its_moment(workspace: Workspace, begun: UUID) -> None:
    adopted(workspace, begun)
    with pytest.raises(ReadOnlyError):
        workspace.records.save("training_plans", begun, {"purpose": "Annat."})
    module = modules_of(workspace.reading(), begun)[0]
    with pytest.raises(ReadOnlyError):
        workspace.records.save("training_modules", module.id, {"minutes": 1})


def test_the_one_before_is_replaced_in_the_same_step(workspace: Workspace, system: UUID, begun: UUID) -> None:
    adopted(workspace, begun)
    following, changes = next_year(workspace.reading(), workspace.records, begun)
    workspace.records.apply(changes)
    before = plan_of_system(workspace.reading(), system)
    assert (before.plan_id, before.draft_id) == (begun, following)
    adopted(workspace, following)
    assert plan(workspace, begun).status == "ersatt"
    assert worth_of_plan(workspace.reading(), begun).reason == "ersatt av en nyare version"
    after = plan_of_system(workspace.reading(), system)
    assert (after.plan_id, after.draft_id) == (following, None)
    workspace.undo.undo()
    assert plan(workspace, begun).status == "faststalld"
    assert plan(workspace, following).status == "utkast"


def test_other_plans_of_the_system_are_replaced_too(workspace: Workspace, system: UUID, begun: UUID) -> None:
    values = {**WHOLE, "kind": "system", "system": str(system), "status": "faststalld", "adopted_on": "2024-01-01"}
    old = workspace.records.add("training_plans", values)
    draft = workspace.records.add("training_plans", {**WHOLE, "kind": "system", "system": str(system)})
    adopted(workspace, begun)
    assert [plan(workspace, key).status for key in (old, draft)] == ["ersatt", ""]


def test_a_neighbours_plan_is_left_as_it_is(workspace: Workspace, system: UUID, begun: UUID) -> None:
    values = {**WHOLE, "kind": "system", "system": str(system), "status": "faststalld", "adopted_on": "2024-01-01"}
    theirs = workspace.records.add("training_plans", values)
    main = TABLES["training_plans"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).where(main.c.id == theirs).values(owner=municipality_id("1438")))
    adopted(workspace, begun)
    assert plan(workspace, theirs).status == "faststalld"


def test_the_versions_stand_newest_first_from_whichever_one_asks(workspace: Workspace, begun: UUID) -> None:
    adopted(workspace, begun)
    following, changes = next_year(workspace.reading(), workspace.records, begun)
    workspace.records.apply(changes)
    for key in (begun, following):
        assert [read.record.id for read in versions_of(workspace.reading(), key)] == [following, begun]


def test_versions_that_replace_each_other_are_told_once(workspace: Workspace) -> None:
    first = workspace.records.add("training_plans", {"title": "A"})
    second = workspace.records.add("training_plans", {"title": "B", "replaces": str(first)})
    workspace.records.save("training_plans", first, {"replaces": str(second)})
    assert len(versions_of(workspace.reading(), first)) == 2


@pytest.mark.parametrize(
    ("values", "lacks"),
    [
        ({}, ()),
        ({"kind": None}, ("uppgift om vad den gäller",)),
        ({"kind": "system"}, ("system",)),
        ({"version": None}, ("version",)),
        ({"purpose": None}, ("syfte och mål",)),
        ({"responsible_function": None}, ("ansvarig",)),
        ({"audiences": []}, ("målgrupper",)),
        ({"purpose": None, "version": None}, ("version", "syfte och mål")),
    ],
)
def test_what_a_plan_lacks(workspace: Workspace, values: dict[str, Any], lacks: tuple[str, ...]) -> None:
    key = workspace.records.add("training_plans", {**WHOLE, **values})
    workspace.records.add("training_modules", {**MODULE, "plan": str(key)})
    assert lacking(workspace.reading(), key) == lacks


@pytest.mark.parametrize(
    ("modules", "lacks"),
    [
        ((), ("moment",)),
        (({"demands": []},), ("krav på vilka som ska gå momenten",)),
        (({"form": None}, {"code": "B", "minutes": None}, {}), ("form eller tid för B och GRUND",)),
    ],
)
def test_what_its_moment_lack(
    workspace: Workspace, modules: tuple[dict[str, Any], ...], lacks: tuple[str, ...]
) -> None:
    key = workspace.records.add("training_plans", WHOLE)
    for module in modules:
        workspace.records.add("training_modules", {**MODULE, "plan": str(key), **module})
    assert lacking(workspace.reading(), key) == lacks


def test_what_lacks_something_is_not_adopted_and_it_is_said_what(workspace: Workspace) -> None:
    key = workspace.records.add("training_plans", {**WHOLE, "version": None})
    sentence = "Utbildningsplan Ekot kan inte fastställas. Den saknar version och moment. Fyll i det först."
    with pytest.raises(KnownError, match=sentence):
        adopt(workspace.reading(), workspace.records, key, BY_OWNER)


def test_moment_that_presuppose_each_other_in_a_circle_are_not_adopted(workspace: Workspace, begun: UUID) -> None:
    modules = {module.code: module for module in modules_of(workspace.reading(), begun)}
    workspace.records.save("training_modules", modules["SÄK"].id, {"prerequisites": [str(modules["SUPER"].id)]})
    with pytest.raises(KnownError, match="i en cirkel: SÄK → SUPER → GRUND → SÄK"):
        adopt(workspace.reading(), workspace.records, begun, BY_OWNER)


@pytest.mark.parametrize(
    ("adoption", "sentence"),
    [
        (Adoption(date(2026, 11, 23), function="Systemägare"), "en dag som inte har kommit"),
        (Adoption(TODAY, function="  "), "Ange vem som fastställer planen"),
    ],
)
def test_the_day_has_come_and_somebody_adopts(
    workspace: Workspace, begun: UUID, adoption: Adoption, sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence):
        adopt(workspace.reading(), workspace.records, begun, adoption)


@pytest.mark.parametrize("status", ["faststalld", "inaktuell", "ersatt"])
def test_what_is_adopted_is_not_adopted_again(workspace: Workspace, status: str) -> None:
    key = workspace.records.add("training_plans", {**WHOLE, "status": status})
    with pytest.raises(KnownError, match=r"är redan fastställd\. Gör en ny version"):
        adopt(workspace.reading(), workspace.records, key, BY_OWNER)


def test_moment_stand_by_their_place_and_those_without_one_last(workspace: Workspace) -> None:
    plan = workspace.records.add("training_plans", {**WHOLE})
    for title, place in (("Utan", None), ("Andra", 1), ("Först", 0)):
        workspace.records.add("training_modules", {**MODULE, "title": title, "place": place, "plan": str(plan)})
    assert [module.title for module in modules_of(workspace.reading(), plan)] == ["Först", "Andra", "Utan"]
