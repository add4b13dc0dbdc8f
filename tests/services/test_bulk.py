"""Changing many records at once: one step, what rules refuse left out, undone as one."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.domain.fields import Computed, Rows
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers import REGISTERS
from itadmin.services.bulk import PlannedLines, changeable, plan
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.workspace import Workspace


@pytest.fixture
def systems(workspace: Workspace) -> list[UUID]:
    records = workspace.records
    values = ({"name": "A"}, {"name": "B", "area": "Omsorg"}, {"name": "C", "in_operation_since": "2028"})
    return [records.add("systems", each) for each in values]


@pytest.fixture
def area_of(workspace: Workspace) -> Callable[[UUID], str]:
    def find(record_id: UUID) -> str:
        return str(workspace.reading().one("systems", record_id).record.area)

    return find


@pytest.mark.parametrize("name", REGISTERS)
def test_what_names_a_record_is_not_changed_in_many(name: str) -> None:
    register = REGISTERS[name]
    fields = changeable(register)
    assert not {register.title_fields[0], *register.keys} & set(fields)
    assert not any(isinstance(register.fields[field], (Rows, Computed)) for field in fields)


def test_a_plan_writes_nothing_and_is_one_step_when_it_is_carried_out(
    workspace: Workspace, systems: list[UUID], area_of: Callable[[UUID], str]
) -> None:
    made = plan(workspace.records, "systems", systems, {"area": "Skola"})
    assert [area_of(each) for each in systems] == ["", "Omsorg", ""]
    assert made.refused == ()
    assert made.changes.title == "Ändrade 3 system: Område"
    workspace.records.apply(made.changes)
    assert [area_of(each) for each in systems] == ["Skola"] * 3
    workspace.undo.undo()
    assert [area_of(each) for each in systems] == ["", "Omsorg", ""]
    workspace.undo.redo()
    assert [area_of(each) for each in systems] == ["Skola"] * 3


def test_none_empties_and_what_says_it_already_is_left_alone(workspace: Workspace, systems: list[UUID]) -> None:
    made = plan(workspace.records, "systems", systems, {"area": None})
    assert [(change.record_id, change.after) for change in made.changes.changes] == [(systems[1], {"area": None})]


def test_what_rules_refuse_is_listed_with_its_reason_and_left_out(workspace: Workspace, systems: list[UUID]) -> None:
    made = plan(workspace.records, "systems", systems, {"planned_retirement": "2027"})
    assert [change.record_id for change in made.changes.changes] == systems[:2]
    assert made.changes.title == "Ändrade 2 system: Planerad avveckling"
    (refused,) = made.refused
    assert (refused.record_id, refused.label) == (systems[2], "C")
    assert refused.reason == "Avvecklingen ligger före driftstarten. Ändra en av dagarna."


def test_a_role_is_given_to_one_person_in_all_and_those_who_had_it_end(
    workspace: Workspace, systems: list[UUID]
) -> None:
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    kim = workspace.records.add("people", {"name": "Kim Berg"})
    workspace.records.save("systems", systems[0], {"system_owner": str(anna)})
    before = workspace.reading().many("systems", systems)
    made = plan(workspace.records, "systems", systems, {"system_owner": str(kim)})
    assert made.changes.registers == {"roles"}
    workspace.records.apply(made.changes)
    after = workspace.reading().many("systems", systems)
    assert [read.holders["system_owner"].label for read in after.values()] == ["Kim Berg"] * 3
    workspace.undo.undo()
    assert [read.holders for read in workspace.reading().many("systems", systems).values()] == [
        read.holders for read in before.values()
    ]


def test_each_record_is_told_with_what_becomes_other_in_it(workspace: Workspace, systems: list[UUID]) -> None:
    made = plan(workspace.records, "systems", systems, {"area": "Omsorg", "system_owner": {"function": "Socialchef"}})
    lines = PlannedLines(workspace.reading(), made)
    told = {
        line.told.label: [(field.label, field.old, field.new) for field in line.told.fields]
        for line in lines.lines(0, 9)
    }
    owner = ("Systemägare", "", "Socialchef")
    assert told == {"A": [("Område", "", "Omsorg"), owner], "B": [owner], "C": [("Område", "", "Omsorg"), owner]}
    assert len(lines) == 3
    assert [line.told.label for line in lines.lines(1, 1)] == ["B"]


def test_a_person_made_on_the_way_is_part_of_the_step(workspace: Workspace, systems: list[UUID]) -> None:
    person, change = workspace.records.new_named("people", "Ny Person")
    made = plan(workspace.records, "systems", systems, {"system_owner": str(person)}, (change,))
    workspace.records.apply(made.changes)
    assert workspace.reading().label("people", person) == "Ny Person"
    workspace.undo.undo()
    assert workspace.reading().count("people") == 0


def test_nothing_to_change_makes_no_step_and_no_person(workspace: Workspace, systems: list[UUID]) -> None:
    _person, change = workspace.records.new_named("people", "Ny Person")
    made = plan(workspace.records, "systems", systems[:1], {"area": None}, (change,))
    assert made.changes.changes == ()


def test_anothers_records_are_refused(workspace: Workspace) -> None:
    own, neighbour = workspace.reading().organisation_id, municipality_id("1438")
    made = plan(workspace.records, "organisations", [own, neighbour], {"note": "x"})
    assert [change.record_id for change in made.changes.changes] == [own]
    assert [refused.label for refused in made.refused] == ["Dals-Eds kommun"]
    assert made.changes.title == "Ändrade 1 organisation: Anteckning"


def test_how_far_it_has_come_is_told_and_it_can_be_stopped(workspace: Workspace, systems: list[UUID]) -> None:
    progress = Progress()
    plan(workspace.records, "systems", systems, {"area": "Vård"}, progress=progress)
    assert progress.done == progress.total == len(systems)
    progress.cancel()
    with pytest.raises(CancelledError):
        plan(workspace.records, "systems", systems, {"area": "Vård"}, progress=progress)
