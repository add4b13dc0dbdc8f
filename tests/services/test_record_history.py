"""The history of a record: what was done to it and to its roles, and what can be put back."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers import REGISTERS
from itadmin.services.record_history import Event, record_history
from itadmin.services.workspace import Workspace


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Lifecare"})


def history(workspace: Workspace, record_id: UUID) -> list[Event]:
    return record_history(workspace.reading(), REGISTERS["systems"], record_id)


def words(event: Event) -> list[tuple[str, str, str]]:
    return [(field.label, field.old, field.new) for field in event.told.fields]


def test_the_newest_step_is_first(workspace: Workspace, system: UUID) -> None:
    workspace.records.save("systems", system, {"name": "Lifecare Omsorg"})
    newest, oldest = history(workspace, system)
    assert words(newest) == [("Namn", "Lifecare", "Lifecare Omsorg")]
    assert (newest.step.title, newest.step.who, newest.records) == ("Ändrade Lifecare: Namn", "Kim Berg", 1)
    assert ("Namn", "", "Lifecare") in words(oldest)
    assert newest.told.label == "Lifecare Omsorg"


def test_a_step_says_how_many_records_it_changed(workspace: Workspace, system: UUID) -> None:
    other = workspace.records.add("systems", {"name": "Annat"})
    both = tuple(Change("systems", key, {"area": None}, {"area": "Omsorg"}) for key in (system, other))
    workspace.records.apply(ChangeSet("Importerade 2 system", both))
    assert [event.records for event in history(workspace, system)] == [2, 1]


def test_who_held_its_roles_belongs_to_it(workspace: Workspace, system: UUID, clock: Any) -> None:
    people = [str(workspace.records.add("people", {"name": name})) for name in ("Eva Ek", "Bo Ask")]
    workspace.records.save("systems", system, {"system_owner": people[0]})
    clock.move(days=1)
    workspace.records.save("systems", system, {"system_owner": people[1]})
    changed, first, _ = history(workspace, system)
    assert words(first) == [("Systemägare", "", "Eva Ek")]
    assert words(changed) == [("Systemägare", "Eva Ek", "Bo Ask från och med 2026-11-23")]
    (field,) = changed.told.fields
    assert (field.name, field.before) == ("system_owner", people[0])


def test_a_function_that_had_a_role_can_have_it_again(workspace: Workspace, system: UUID, clock: Any) -> None:
    workspace.records.save("systems", system, {"system_owner": {"function": "Socialchef"}})
    clock.move(days=1)
    workspace.records.save("systems", system, {"system_owner": None})
    ended = history(workspace, system)[0].told.fields[0]
    assert (ended.old, ended.new) == ("Socialchef", "Socialchef till och med 2026-11-22")
    assert (ended.old, ended.before) == ("Socialchef", {"function": "Socialchef"})
    workspace.records.save("systems", system, {ended.name: ended.before})
    assert workspace.reading().one("systems", system).holders["system_owner"].label == "Socialchef"


def test_other_values_of_a_role_are_told_with_it(workspace: Workspace, system: UUID) -> None:
    workspace.records.save("systems", system, {"system_owner": {"function": "Socialchef"}})
    (role,) = workspace.reading().keys("roles")
    workspace.records.save("roles", role, {"phone": "0531-52 60 00"})
    (field,) = history(workspace, system)[0].told.fields
    assert (field.name, field.label, field.new) == ("", "Systemägare, telefon", "0531-52 60 00")


def test_a_role_that_was_never_given_leaves_its_trace(workspace: Workspace, system: UUID) -> None:
    workspace.records.save("systems", system, {"system_owner": {"function": "Socialchef"}})
    (role,) = workspace.reading().keys("roles")
    workspace.records.delete("roles", [role])
    assert words(history(workspace, system)[0]) == [("Systemägare", "Socialchef", "")]


def test_undone_is_part_of_it(workspace: Workspace, system: UUID) -> None:
    workspace.records.save("systems", system, {"area": "Omsorg"})
    workspace.undo.undo()
    assert words(history(workspace, system)[0]) == [("Område", "Omsorg", "")]
