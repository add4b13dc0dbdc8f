"""Reading records on a day: what they say, what they refer to, who holds their roles."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import RegisterFile
from itadmin.storage.file import DamagedError
from itadmin.storage.reads import Read
from itadmin.storage.records import RecordReader, held_fields, referring_registers
from itadmin.storage.tables import TABLES

SYSTEMS = REGISTERS["systems"]


def read(file: RegisterFile, register: str, record_id: UUID, day: date = date(2026, 11, 22)) -> Read:
    with file.reading() as connection:
        return RecordReader(connection, day).read(REGISTERS[register], [record_id])[record_id]


def test_records_come_in_the_order_asked_for_and_unknown_ones_not(workspace: Workspace) -> None:
    ids = [workspace.records.add("systems", {"name": name}) for name in "abc"]
    wanted = [ids[2], UUID(int=4), ids[0], ids[1]]
    with workspace.file.reading() as connection:
        assert list(RecordReader(connection, date(2026, 1, 1)).read(SYSTEMS, wanted)) == [ids[2], ids[0], ids[1]]


def test_the_bin_and_placeholders_can_be_read(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "Borta"})
    workspace.records.delete("systems", [system])
    assert read(workspace.file, "systems", system).record.deleted
    neighbour = read(workspace.file, "organisations", municipality_id("1438"))
    assert neighbour.placeholder
    assert neighbour.record.owner == municipality_id("1438")


def test_names_of_what_is_referred_to_come_along(workspace: Workspace) -> None:
    supplier = workspace.records.add("organisations", {"name": "Leverantören"})
    neighbour = municipality_id("1438")
    system = workspace.records.add("systems", {"name": "S", "supplier": str(supplier)})
    agreement = workspace.records.add(
        "agreements", {"title": "A", "systems": [str(system)], "connected_municipalities": [str(neighbour)]}
    )
    own = municipality_id("1460")
    assert read(workspace.file, "systems", system).labels == {supplier: "Leverantören", own: "Bengtsfors kommun"}
    labels = read(workspace.file, "agreements", agreement).labels
    assert set(labels) == {system, neighbour, own}
    assert labels[system] == "S"


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(2025, 12, 31), "Bo"),
        (date(2026, 1, 1), "Anna"),
        (date(2026, 6, 30), "Anna"),
        (date(2026, 7, 1), "Kommunchef, Kommunledningen"),
        (date(2027, 1, 1), None),
    ],
)
def test_who_holds_a_role_depends_on_the_day(workspace: Workspace, day: date, holder: str | None) -> None:
    anna, bo = (workspace.records.add("people", {"name": name}) for name in ("Anna", "Bo"))
    unit = workspace.records.add("organisations", {"name": "Kommunledningen"})
    system = workspace.records.add("systems", {"name": "S"})
    role = {"system": str(system), "kind": "systemagare"}
    workspace.records.add("roles", {**role, "person": str(bo), "ends_on": "2025-12-31"})
    workspace.records.add("roles", {**role, "person": str(anna), "starts_on": "2026-01-01", "ends_on": "2026-06-30"})
    function = {"function": "Kommunchef", "organisation": str(unit), "starts_on": "2026-07-01", "ends_on": "2026-12-31"}
    workspace.records.add("roles", {**role, **function})
    found = read(workspace.file, "systems", system, day)
    assert (found.holders["system_owner"].label if holder else found.holders.get("system_owner")) == holder
    person = {"Anna": anna, "Bo": bo}.get(holder or "")
    assert found.record.system_owner == person


def test_of_several_holders_the_one_who_came_last_is_told(workspace: Workspace) -> None:
    people = [workspace.records.add("people", {"name": name}) for name in "abc"]
    system = workspace.records.add("systems", {"name": "S"})
    for person, start in zip(people, ["2026-03-01", None, "2026-02-01"], strict=True):
        values = {"system": str(system), "kind": "systemagare", "person": str(person), "starts_on": start}
        workspace.records.add("roles", values)
    assert read(workspace.file, "systems", system).holders["system_owner"].label == "a"


def test_a_function_alone_holds_by_its_own_name(workspace: Workspace) -> None:
    system = workspace.records.add("systems", {"name": "S"})
    workspace.records.add("roles", {"system": str(system), "kind": "systemagare", "function": "Socialchef"})
    workspace.records.add("roles", {"system": str(system), "kind": "systemansvarig"})
    holders = read(workspace.file, "systems", system).holders
    assert {name: holder.label for name, holder in holders.items()} == {
        "system_owner": "Socialchef",
        "system_manager": "Systemansvarig",
    }


def test_computed_fields_are_filled_in_for_the_day(workspace: Workspace) -> None:
    agreement = workspace.records.add(
        "agreements", {"title": "A", "starts_on": "2026-01-01", "first_term_months": 12, "notice_months": 3}
    )
    record = read(workspace.file, "agreements", agreement).record
    assert record.term_ends_on == date(2026, 12, 31)
    assert record.explanation


def test_a_register_without_roles_has_no_holders(workspace: Workspace) -> None:
    person = workspace.records.add("people", {"name": "Anna"})
    assert read(workspace.file, "people", person).holders == {}
    assert held_fields(REGISTERS["people"]) == {}
    assert "system_owner" in held_fields(SYSTEMS)


def test_which_fields_refer_to_a_register() -> None:
    assert referring_registers("people") == {
        "agreements": ("manager",),
        "roles": ("person",),
        "access_decisions": ("person", "decided_by"),
        "goals": ("responsible",),
        "steering_documents": ("responsible",),
        "training_plans": ("adopted_by", "responsible"),
        "training_sessions": ("teacher",),
        "training_participations": ("person",),
        "audience_members": ("person",),
        "networks": ("contact", "members"),
        "competences": ("person",),
        "competence_actions": ("people",),
        "implementations": ("responsible",),
        "implementation_activities": ("responsible",),
        "platform_changes": ("responsible",),
        "platform_notices": ("recipient",),
        "cooperation_cases": ("coordinator",),
        "cooperation_stances": ("contact",),
        "decisions": ("responsible",),
    }
    assert referring_registers("agreements") == {
        "agreements": ("main_agreement", "replaces", "dpa"),
        "cost_lines": ("agreement",),
        "decisions": ("agreements",),
        "allocations": ("agreement",),
    }
    assert "systems" in referring_registers("systems")["agreements"]
    assert referring_registers("roles") == {}


@pytest.mark.parametrize("broken", ["2026-13-45", "i går", ""])
def test_a_day_that_is_none_is_damage(workspace: Workspace, broken: str) -> None:
    system = workspace.records.add("systems", {"name": "S", "classified_on": "2026-01-01"})
    main = TABLES["systems"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).values(classified_on=broken))
    with pytest.raises(DamagedError):
        workspace.reading().one("systems", system)
