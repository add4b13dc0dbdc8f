"""What somebody answers for goes to another in one step; who answered when is still told."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers.roles import Role
from itadmin.services.handover import current_roles, handed_over
from itadmin.services.workspace import Workspace

DAY = date(2026, 12, 1)


@pytest.fixture
def people(workspace: Workspace) -> tuple[UUID, UUID]:
    add = workspace.records.add
    return add("people", {"name": "Anna Ek"}), add("people", {"name": "Bo Åberg"})


@pytest.fixture
def systems(workspace: Workspace, people: tuple[UUID, UUID]) -> list[UUID]:
    add = workspace.records.add
    found = [add("systems", {"name": name}) for name in ("Lifecare", "Raindance", "Gammalt")]
    anna = str(people[0])
    spans: list[dict[str, Any]] = [
        {"kind": "systemagare", "starts_on": "2020-01-01"},
        {"kind": "systemansvarig", "starts_on": "2027-01-01", "ends_on": "2028-12-31"},
        {"kind": "systemansvarig", "ends_on": "2025-12-31"},
    ]
    for system, span in zip(found, spans, strict=True):
        add("roles", {"system": str(system), "person": anna, **span})
    return found


def holders(workspace: Workspace, system: UUID, field: str, day: date) -> str:
    read = workspace.reading(day).one("systems", system)
    return read.holders[field].label if field in read.holders else ""


def test_only_what_goes_on_is_handed_over(workspace: Workspace, people: tuple[UUID, UUID], systems: list[UUID]) -> None:
    roles = current_roles(workspace.reading(), people[0])
    assert {role.record.system for role in roles if isinstance(role.record, Role)} == set(systems[:2])


def test_from_the_day_another_has_them_and_before_it_as_it_was(
    workspace: Workspace, people: tuple[UUID, UUID], systems: list[UUID]
) -> None:
    roles = current_roles(workspace.reading(), people[0])
    step = handed_over(workspace.records, roles, {"person": str(people[1])}, DAY, "Lämnade över")
    assert holders(workspace, systems[0], "system_owner", DAY) == "Anna Ek"
    workspace.records.apply(step)
    assert holders(workspace, systems[0], "system_owner", date(2026, 11, 30)) == "Anna Ek"
    assert holders(workspace, systems[0], "system_owner", DAY) == "Bo Åberg"
    assert holders(workspace, systems[1], "system_manager", date(2027, 1, 1)) == "Bo Åberg"
    assert holders(workspace, systems[1], "system_manager", date(2029, 1, 1)) == ""
    assert holders(workspace, systems[2], "system_manager", date(2025, 1, 1)) == "Anna Ek"
    assert current_roles(workspace.reading(DAY), people[0]) == []
    workspace.undo.undo()
    assert holders(workspace, systems[0], "system_owner", DAY) == "Anna Ek"


def test_a_function_can_take_over(workspace: Workspace, people: tuple[UUID, UUID], systems: list[UUID]) -> None:
    roles = current_roles(workspace.reading(), people[0])
    workspace.records.apply(handed_over(workspace.records, roles, {"function": "Socialchef"}, DAY, "Lämnade över"))
    assert holders(workspace, systems[0], "system_owner", DAY) == "Socialchef"
