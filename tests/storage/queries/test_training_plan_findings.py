"""Findings of utbildningsplaner agree with what the domain says of each, on every day and for every version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.calculations.training_plans import PlanState
from itadmin.domain.registers import REGISTERS
from itadmin.services.training.coverage import coverage
from itadmin.services.workspace import Workspace
from itadmin.storage.queries import findings

TODAY = date(2026, 11, 22)
ASKED = ("utan_utbildningsplan", "utbildningsplan_inaktuell")

Plain = Mapping[str, Any]


def add_system(workspace: Workspace, **values: Any) -> UUID:
    usual = {"name": "Kvarnen", "lifecycle": "i_drift", "category": "verksamhetssystem"}
    return workspace.records.add("systems", {**usual, **values})


def add_plan(workspace: Workspace, system: UUID | None = None, **values: Any) -> UUID:
    about = {"title": "Plan", "system": str(system) if system else None}
    return workspace.records.add("training_plans", {**about, **values})


def found(workspace: Workspace, record: UUID, register: str = "systems", day: date = TODAY) -> list[str]:
    with workspace.file.reading() as connection:
        keys = findings.found(connection, REGISTERS[register], record, day)
    return [key for key in keys if key in (*ASKED, "plan_ska_revideras")]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, ["utan_utbildningsplan"]),
        ({"lifecycle": "under_avveckling"}, ["utan_utbildningsplan"]),
        ({"lifecycle": "planerad"}, []),
        ({"lifecycle": "avvecklad"}, []),
        ({"lifecycle": None}, []),
        ({"category": "stodsystem"}, []),
        ({"category": None}, []),
        ({"suggestion": True}, []),
    ],
)
def test_which_systems_must_have_a_plan(workspace: Workspace, values: Plain, told: list[str]) -> None:
    assert found(workspace, add_system(workspace, **values)) == told


PLANS: Mapping[str, Plain] = {
    "a draft": {"status": "utkast"},
    "no state": {},
    "in force": {"status": "faststalld", "adopted_on": "2026-03-01"},
    "a year old": {"status": "faststalld", "adopted_on": "2025-11-22"},
    "older": {"status": "faststalld", "adopted_on": "2025-11-21"},
    "without a day": {"status": "faststalld"},
    "to be revised today": {"status": "faststalld", "adopted_on": "2026-03-01", "revise_by": "2026-11-22"},
    "revised too late": {"status": "faststalld", "adopted_on": "2026-03-01", "revise_by": "2026-11-21"},
    "ended": {"status": "faststalld", "adopted_on": "2026-03-01", "valid_until": "2026-11-21"},
    "from later on": {"status": "faststalld", "adopted_on": "2026-03-01", "valid_from": "2027-01-01"},
    "out of use": {"status": "inaktuell", "adopted_on": "2026-10-01"},
    "replaced": {"status": "ersatt", "adopted_on": "2026-10-01"},
    "for version 4": {"status": "faststalld", "adopted_on": "2026-04-01", "system_version": "4.9"},
    "for release 5": {"status": "faststalld", "adopted_on": "2026-04-01", "system_version": "Release 5 (a)"},
    "for version nought": {"status": "faststalld", "adopted_on": "2026-04-01", "system_version": "0.9"},
    "for no number": {"status": "faststalld", "adopted_on": "2026-04-01", "system_version": "Höst"},
    "adopted last": {"status": "faststalld", "adopted_on": "2026-11-01", "system_version": "5"},
}
EXPECTED = {PlanState.MISSING: ["utan_utbildningsplan"], PlanState.DRAFT: ["utan_utbildningsplan"]}


@pytest.mark.parametrize("version", ["5.1", "v4", "", "senaste", "- 5x", "0"])
def test_every_plan_and_every_pair_of_plans_is_told_as_the_domain_judges_it(workspace: Workspace, version: str) -> None:
    pairs = [(name, other) for name in PLANS for other in ("", *PLANS)]
    for first, second in pairs:
        system = add_system(workspace, name=f"{first} · {second}", version=version)
        for values in (PLANS[name] for name in (first, second) if name):
            add_plan(workspace, system, **values)
    with workspace.file.reading() as connection:
        all_found = findings.found_in_all(connection, REGISTERS["systems"], TODAY, ASKED)
    covered = coverage(workspace.reading()).systems
    assert len(covered) == len(pairs)
    told = {each.name: list(all_found.get(each.system, ())) for each in covered}
    outdated = ["utbildningsplan_inaktuell"]
    expected = {
        each.name: outdated if each.state is PlanState.OUTDATED else EXPECTED.get(each.state, []) for each in covered
    }
    assert told == expected


def test_an_outdated_plan_of_any_system_in_use_is_told(workspace: Workspace) -> None:
    old = {"status": "faststalld", "adopted_on": "2024-01-01"}
    systems = [add_system(workspace, category="stodsystem", lifecycle=state) for state in ("i_drift", "avvecklad")]
    for system in systems:
        add_plan(workspace, system, **old)
    assert [found(workspace, system) for system in systems] == [["utbildningsplan_inaktuell"], []]


def test_a_plan_in_the_bin_does_not_help(workspace: Workspace) -> None:
    system = add_system(workspace)
    plan = add_plan(workspace, system)
    workspace.records.delete("training_plans", [plan])
    assert found(workspace, system) == ["utan_utbildningsplan"]


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({"adopted_on": "2026-06-01"}, False),
        ({"adopted_on": "2026-02-22"}, False),
        ({"adopted_on": "2026-02-21"}, True),
        ({"adopted_on": "2020-02-21"}, True),
        ({"adopted_on": "2026-06-01", "revise_by": "2027-02-22"}, False),
        ({"adopted_on": "2026-06-01", "revise_by": "2027-02-21"}, True),
        ({"adopted_on": "2026-06-01", "valid_until": "2027-02-21"}, True),
        ({"adopted_on": None, "revise_by": "2027-01-01"}, True),
        ({"adopted_on": "2020-02-21", "status": "utkast"}, False),
        ({"adopted_on": "2020-02-21", "status": "inaktuell"}, False),
        ({"adopted_on": "2020-02-21", "status": "ersatt"}, False),
    ],
)
def test_plans_that_are_to_be_looked_over(workspace: Workspace, values: Plain, is_told: bool) -> None:
    plan = add_plan(workspace, **{"status": "faststalld", **values})
    assert (found(workspace, plan, "training_plans") == ["plan_ska_revideras"]) == is_told


def test_a_plan_that_is_followed_or_whose_system_is_retired_is_left_alone(workspace: Workspace) -> None:
    old: Plain = {"status": "faststalld", "adopted_on": "2020-02-21"}
    followed, retired = (
        add_plan(workspace, **old),
        add_plan(workspace, add_system(workspace, lifecycle="avvecklad"), **old),
    )
    draft = add_plan(workspace, replaces=str(followed))
    assert [found(workspace, plan, "training_plans") for plan in (followed, retired)] == [[], []]
    workspace.records.delete("training_plans", [draft])
    assert found(workspace, followed, "training_plans") == ["plan_ska_revideras"]
