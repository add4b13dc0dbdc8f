"""How many systems have a plan worth the name: each system, the whole, and the parts."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.training_plans import PlanState
from itadmin.services.training.coverage import Covered, Part, coverage
from itadmin.services.training.plans import plan_of_system, worth_of_plan
from itadmin.services.workspace import Workspace

TODAY = date(2026, 11, 22)
IN_FORCE = {"status": "faststalld", "adopted_on": "2026-03-01"}
LONG_AGO = {"status": "faststalld", "adopted_on": "2024-03-01"}
DRAFT = {"status": "utkast"}


def add_system(workspace: Workspace, name: str, **values: Any) -> UUID:
    usual = {"name": name, "lifecycle": "i_drift", "category": "verksamhetssystem", "area": "Omsorg"}
    return workspace.records.add("systems", {**usual, **values})


def add_plan(workspace: Workspace, system: UUID | None, **values: Any) -> UUID:
    about = {"kind": "system", "system": str(system)} if system else {"kind": "allman"}
    return workspace.records.add("training_plans", {"title": "Utbildningsplan", **about, **values})


def only(workspace: Workspace) -> Covered:
    [covered] = coverage(workspace.reading()).systems
    return covered


def told(part: Part) -> tuple[str, int, int]:
    return part.name, part.share.number, part.share.of


def test_an_empty_register_has_nothing_to_cover(workspace: Workspace) -> None:
    found = coverage(workspace.reading())
    assert (found.systems, found.by_area, found.general, found.missing) == ([], (), (), ())
    assert found.whole.share.percent is None


@pytest.mark.parametrize(
    ("plans", "state", "reason", "has_draft"),
    [
        ((), PlanState.MISSING, "", False),
        ((DRAFT,), PlanState.DRAFT, "", False),
        (({"status": "remiss"},), PlanState.DRAFT, "på remiss", False),
        ((IN_FORCE,), PlanState.ADOPTED, "", False),
        ((LONG_AGO,), PlanState.OUTDATED, "fastställd för mer än 12 månader sedan", False),
        (
            ({**IN_FORCE, "valid_from": "2027-01-01"},),
            PlanState.COMING,
            "fastställd, och gäller från den 1 januari 2027",
            False,
        ),
        ((LONG_AGO, IN_FORCE), PlanState.ADOPTED, "", False),
        ((IN_FORCE, LONG_AGO), PlanState.ADOPTED, "", False),
        ((IN_FORCE, {"status": "inaktuell", "adopted_on": "2026-10-01"}), PlanState.ADOPTED, "", False),
        ((IN_FORCE, DRAFT), PlanState.ADOPTED, "", True),
        ((DRAFT, LONG_AGO), PlanState.OUTDATED, "fastställd för mer än 12 månader sedan", True),
        (({"status": "ersatt"},), PlanState.MISSING, "", False),
        (({"status": "ersatt"}, DRAFT), PlanState.DRAFT, "", False),
        (
            ({**IN_FORCE, "system_version": "3.0"},),
            PlanState.OUTDATED,
            "systemet har ny huvudversion 4 (planen gäller 3)",
            False,
        ),
    ],
)
def test_the_plan_that_counts_of_a_system(
    workspace: Workspace, plans: tuple[dict[str, Any], ...], state: PlanState, reason: str, has_draft: bool
) -> None:
    system = add_system(workspace, "Kvarnen", version="4.2")
    for values in plans:
        add_plan(workspace, system, **values)
    covered = only(workspace)
    assert (covered.state, covered.reason, covered.draft is not None) == (state, reason, has_draft)
    alone = plan_of_system(workspace.reading(), system)
    assert (alone.judged, alone.plan_id, alone.draft_id) == ((state, reason), covered.plan_id, covered.draft_id)


def test_a_new_version_counts_before_it_begins_as_the_one_before_holds_until_then(workspace: Workspace) -> None:
    system = add_system(workspace, "Kvarnen")
    before = add_plan(workspace, system, **{**IN_FORCE, "status": "ersatt"})
    add_plan(workspace, system, **IN_FORCE, valid_from="2027-01-01", replaces=str(before))
    covered = only(workspace)
    assert covered.state is PlanState.ADOPTED
    assert covered.plan_id is not None
    assert worth_of_plan(workspace.reading(), covered.plan_id).state is PlanState.ADOPTED


def test_a_system_that_nobody_has_said_what_it_is_neither_needs_a_plan_nor_does_not(workspace: Workspace) -> None:
    add_system(workspace, "Kvarnen", category=None)
    add_system(workspace, "Faxen", category="stodsystem")
    found = coverage(workspace.reading())
    unknown = next(each for each in found.systems if each.name == "Kvarnen")
    assert (unknown.is_unknown, unknown.is_needless, unknown.is_demanded) == (True, False, False)
    assert unknown.reason == "systemets kategori är inte angiven, så det går inte att säga om en plan behövs"
    assert (found.unknown.share.of, found.others.share.of, found.whole.share.of) == (1, 1, 0)
    add_plan(workspace, unknown.system_id, **IN_FORCE)
    assert next(each for each in coverage(workspace.reading()).systems if each.name == "Kvarnen").reason == ""


def test_a_system_tells_its_days_area_department_and_kommun(workspace: Workspace) -> None:
    own = str(workspace.file.info.organisation)
    department = workspace.records.add("organisations", {"name": "Socialnämnden", "kind": "namnd", "parent": own})
    system = add_system(workspace, "Kvarnen", department=str(department))
    plan = add_plan(workspace, system, **IN_FORCE, revise_by="2027-03-01")
    covered = only(workspace)
    assert (covered.system_id, covered.name, covered.area, covered.department, covered.municipality) == (
        system,
        "Kvarnen",
        "Omsorg",
        "Socialnämnden",
        "Bengtsfors kommun",
    )
    assert (covered.plan_id, covered.adopted_on, covered.revise_by) == (plan, date(2026, 3, 1), date(2027, 3, 1))


@pytest.mark.parametrize("lifecycle", ["behov", "planerad", "upphandling", "inforande", "avvecklad", None])
def test_systems_that_are_not_in_use_are_not_counted(workspace: Workspace, lifecycle: str | None) -> None:
    add_system(workspace, "Kvarnen", lifecycle=lifecycle)
    assert coverage(workspace.reading()).systems == []


def test_proposals_and_what_lies_in_the_bin_are_not_counted(workspace: Workspace) -> None:
    add_system(workspace, "Kvarnen", suggestion=True)
    workspace.records.delete("systems", [add_system(workspace, "Lönnen")])
    workspace.records.delete("training_plans", [add_plan(workspace, add_system(workspace, "Ekot"), **DRAFT)])
    assert only(workspace).state is PlanState.MISSING


def test_the_whole_and_its_parts_are_of_verksamhetssystem_and_others_apart(workspace: Workspace) -> None:
    add_plan(workspace, add_system(workspace, "Kvarnen"), **IN_FORCE)
    add_plan(workspace, add_system(workspace, "Lönnen", lifecycle="under_avveckling"), **DRAFT)
    missing = add_system(workspace, "Ekot", area="Älvar")
    add_system(workspace, "Ån", area="Årder")
    add_system(workspace, "Okänd", area=None)
    add_system(workspace, "Telefoni", category="stodsystem")
    add_plan(workspace, add_system(workspace, "Nät", category="infrastruktur"), **IN_FORCE)
    found = coverage(workspace.reading())
    assert told(found.whole) == ("", 1, 5)
    assert found.whole.share.percent == 2000
    assert [told(part) for part in found.by_area] == [("Omsorg", 1, 2), ("Årder", 0, 1), ("Älvar", 0, 1), ("", 0, 1)]
    assert [told(part) for part in found.by_municipality] == [("Bengtsfors kommun", 1, 5)]
    assert [told(part) for part in found.by_department] == [("", 1, 5)]
    assert told(found.others) == ("", 1, 2)
    assert [each.name for each in found.systems if not each.is_demanded] == ["Nät", "Telefoni"]
    assert len(found.missing) == 3
    assert missing in found.missing


def test_general_plans_stand_by_themselves_with_the_draft_of_their_next_version(workspace: Workspace) -> None:
    staff = add_plan(workspace, None, title="All personal", **IN_FORCE)
    draft = add_plan(workspace, None, title="All personal", status="utkast", replaces=str(staff))
    old = add_plan(
        workspace, None, title="IT-personal", kind="it_personal", status="inaktuell", adopted_on="2023-01-01"
    )
    new = add_plan(workspace, None, title="IT-personal", kind="it_personal", **LONG_AGO, replaces=str(old))
    alone = add_plan(workspace, None, title="Användarstöd", **DRAFT)
    found = {plan.plan_id: plan for plan in coverage(workspace.reading()).general}
    assert list(found) == [staff, alone, new]
    assert (found[staff].draft_id, found[staff].state, found[staff].kind) == (draft, PlanState.ADOPTED, "allman")
    assert (found[new].draft_id, found[new].state) == (None, PlanState.OUTDATED)
    assert found[alone].state is PlanState.DRAFT
