"""What somebody answers for goes to another in one step; who answered when is still told."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers.roles import Role
from itadmin.services.changes_between import ChangesOfStep
from itadmin.services.handover import HandedOver, current_roles, handed_over
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


def told(lines: HandedOver | ChangesOfStep) -> list[tuple[str, list[tuple[str, str, str]]]]:
    return [
        (line.told.label, [(field.label, field.old, field.new) for field in line.told.fields])
        for line in lines.lines(0, len(lines))
    ]


def test_it_is_seen_by_system_with_who_has_the_role_and_who_is_to_have_it(
    workspace: Workspace, people: tuple[UUID, UUID], systems: list[UUID]
) -> None:
    anna, bo = people
    first = workspace.records.add("systems", {"name": "Ärendet"})
    for kind in ("systemansvarig", "ersattare"):
        workspace.records.add("roles", {"system": str(systems[0]), "person": str(anna), "kind": kind})
    workspace.records.add("roles", {"system": str(first), "person": str(anna), "kind": "systemagare"})
    reading = workspace.reading()
    roles = current_roles(reading, anna)
    assert told(HandedOver(reading, roles, {"person": str(bo)})) == [
        (
            "Lifecare",
            [
                ("Ersättare för systemansvarig", "Anna Ek", "Bo Åberg"),
                ("Systemansvarig", "Anna Ek", "Bo Åberg"),
                ("Systemägare", "Anna Ek", "Bo Åberg"),
            ],
        ),
        ("Raindance", [("Systemansvarig", "Anna Ek", "Bo Åberg")]),
        ("Ärendet", [("Systemägare", "Anna Ek", "Bo Åberg")]),
    ]


def test_a_function_and_somebody_new_are_named_before_they_are_there(
    workspace: Workspace, people: tuple[UUID, UUID], systems: list[UUID]
) -> None:
    reading = workspace.reading()
    roles = current_roles(reading, people[0])[:1]
    assert told(HandedOver(reading, roles, {"function": "Socialchef"})) == [
        ("Lifecare", [("Systemägare", "Anna Ek", "Socialchef")])
    ]
    key, new = workspace.records.new_named("people", "Cilla Dahl")
    made, changed = told(HandedOver(reading, roles, {"person": str(key)}, [new]))
    assert made[0] == "Cilla Dahl"
    assert changed == ("Lifecare", [("Systemägare", "Anna Ek", "Cilla Dahl")])


def step_told(workspace: Workspace, changes: ChangeSet) -> list[tuple[str, list[tuple[str, str, str]]]]:
    return told(ChangesOfStep(workspace.reading(), changes))


def test_taken_back_and_done_again_it_is_as_clear(
    workspace: Workspace, people: tuple[UUID, UUID], systems: list[UUID]
) -> None:
    reading = workspace.reading()
    role = current_roles(reading, people[0])[0]
    step = handed_over(workspace.records, [role], {"person": str(people[1])}, DAY, "Lämnade över")
    forward = [("Lifecare", [("Systemägare", "Anna Ek", "Bo Åberg")])]
    assert step_told(workspace, step) == forward
    workspace.records.apply(step)
    assert step_told(workspace, workspace.undo.undo_changes()) == [
        ("Lifecare", [("Systemägare", "Bo Åberg", "Anna Ek")])
    ]
    workspace.undo.undo()
    assert step_told(workspace, workspace.undo.redo_changes()) == forward


def test_a_role_that_ends_beside_another_that_begins_is_no_handing_over(
    workspace: Workspace, people: tuple[UUID, UUID], systems: list[UUID]
) -> None:
    role = current_roles(workspace.reading(), people[0])[0]
    ended = Change("roles", role.record.id, {"ends_on": None}, {"ends_on": "2026-11-30"})
    begun = workspace.records.addition(
        "roles", {"system": str(systems[1]), "kind": "systemagare", "person": str(people[1]), "starts_on": "2026-12-01"}
    )
    assert [label for label, _fields in step_told(workspace, ChangeSet("Två", (ended, begun)))] == [
        "Systemägare · Lifecare, Anna Ek",
        "Systemägare · Raindance, Bo Åberg",
    ]
