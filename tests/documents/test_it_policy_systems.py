"""The systems that an IT-policy tells of, gathered from a register file."""

from __future__ import annotations

from typing import Any

import pytest

from itadmin.documents.it_policy_systems import PolicySystem, policy_systems
from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace

BENGTSFORS, AMAL = municipality_id("1460"), municipality_id("1492")


def add_system(workspace: Workspace, **values: Any) -> str:
    return str(workspace.records.add("systems", {"name": "Kvarnen", "lifecycle": "i_drift", **values}))


def only(workspace: Workspace) -> PolicySystem:
    (found,) = policy_systems(workspace.reading())
    return found


@pytest.mark.parametrize(
    ("role", "person", "owner"),
    [
        ({"function": "Ekonomichef"}, None, "Ekonomichef"),
        ({}, {"name": "Kim Exempel", "title": "Controller"}, "Controller"),
        ({}, {"name": "Kim Exempel"}, "Utsedd"),
        ({"organisation": str(BENGTSFORS)}, {"name": "Kim Exempel"}, "Bengtsfors kommun"),
    ],
)
def test_an_owner_is_told_by_function_and_never_by_name(
    workspace: Workspace, role: dict[str, str], person: dict[str, str] | None, owner: str
) -> None:
    held = {"system": add_system(workspace), "kind": "systemagare", **role}
    if person:
        held["person"] = str(workspace.records.add("people", person))
    workspace.records.add("roles", held)
    assert only(workspace).owner == owner


def test_without_an_owner_nobody_is_told(workspace: Workspace) -> None:
    add_system(workspace)
    assert only(workspace).owner == ""


@pytest.mark.parametrize("values", [{"security_protection": True}, {"shared": False}, {"lifecycle": "planerad"}])
def test_what_may_be_secret_or_is_not_in_use_is_left_out(workspace: Workspace, values: dict[str, Any]) -> None:
    add_system(workspace, **values)
    assert policy_systems(workspace.reading()) == ()


def test_levels_that_hold_and_the_highest_target(workspace: Workspace) -> None:
    system = add_system(workspace)
    for kommun, level, target, ends_on in (
        (BENGTSFORS, "1", "5", "2026-11-21"),
        (BENGTSFORS, "4", "4", None),
        (AMAL, "3", None, None),
    ):
        row = {"system": system, "municipality": str(kommun), "level": level, "target_level": target}
        workspace.records.add("cooperation_levels", {**row, "ends_on": ends_on})
    found = only(workspace)
    assert (found.levels, found.target, found.level) == ({BENGTSFORS: 4, AMAL: 3}, 4, 3)
    assert found.users == {BENGTSFORS, AMAL}


@pytest.mark.parametrize(("status", "users"), [("anvands", {BENGTSFORS, AMAL}), ("upphort", {BENGTSFORS})])
def test_kommuner_that_use_it_by_their_units(workspace: Workspace, status: str, users: set[Any]) -> None:
    unit = workspace.records.add("organisations", {"name": "Skolan", "kind": "forvaltning", "parent": str(AMAL)})
    values = {"system": add_system(workspace), "organisation": str(unit), "status": status}
    workspace.records.add("system_uses", values)
    assert only(workspace).users == users


@pytest.mark.parametrize(
    ("status", "last_day", "number"),
    [("gallande", "2026-11-22", 1), ("gallande", "2026-11-21", 0), ("upphort", "2026-12-31", 0), ("utkast", None, 1)],
)
def test_agreements_that_are_not_over(workspace: Workspace, status: str, last_day: str | None, number: int) -> None:
    values = {"title": "Avtal", "status": status, "systems": [add_system(workspace)], "starts_on": "2020-01-01"}
    workspace.records.add("agreements", {**values, "first_term_ends_on": last_day})
    assert len(only(workspace).agreements) == number


@pytest.mark.parametrize(
    ("values", "level", "listed", "joint"),
    [
        ({"category": "verksamhetssystem"}, None, True, False),
        ({"category": None}, None, True, False),
        ({"category": "infrastruktur"}, None, False, False),
        ({"category": "iot"}, None, False, False),
        ({"category": "iot"}, "1", True, False),
        ({"category": "infrastruktur", "scope": "kommungemensamt"}, None, True, True),
        ({"category": "verksamhetssystem"}, "3", True, True),
        ({"category": "verksamhetssystem"}, "2", True, False),
    ],
)
def test_what_carries_the_others_is_listed_only_when_it_is_shared(
    workspace: Workspace, values: dict[str, Any], level: str | None, listed: bool, joint: bool
) -> None:
    system = add_system(workspace, **values)
    if level:
        for kommun in (BENGTSFORS, AMAL):
            row = {"system": system, "municipality": str(kommun), "level": level}
            workspace.records.add("cooperation_levels", row)
    found = only(workspace)
    assert (found.is_listed, found.is_joint) == (listed, joint)
