"""The network of an area: members by level, who can be asked, meetings newest first, and noting one."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import InvalidRecordError
from itadmin.services.competence.ground import ground_of
from itadmin.services.competence.network import Gathered, network_of, note_meeting
from itadmin.services.workspace import Workspace

Region = dict[str, UUID]


def shown(workspace: Workspace, area: UUID) -> Gathered:
    reading = workspace.reading()
    record: Any = reading.one("networks", area).record
    return network_of(reading, ground_of(reading), record)


def test_members_stand_by_level_and_all_who_are_able_can_be_asked(workspace: Workspace, region: Region) -> None:
    dan = workspace.records.add("people", {"name": "Dan Ny"})
    members = [str(region[name]) for name in ("Bo Åberg", "Cia Öst")] + [str(dan)]
    workspace.records.save("networks", region["Nät"], {"members": members})
    network = shown(workspace, region["Nät"])
    assert [(member.person.name, member.level) for member in network.members] == [
        ("Cia Öst", 3),
        ("Bo Åberg", 1),
        ("Dan Ny", None),
    ]
    assert [(member.person.name, member.is_member) for member in network.ask] == [("Anna Ek", False), ("Cia Öst", True)]


def test_a_meeting_is_noted_in_one_step_and_the_newest_is_first(workspace: Workspace, region: Region) -> None:
    for day, minutes in (("2026-10-01", "Brandväggar"), ("2027-02-01", ""), ("2026-12-01", "Nästa")):
        area: Any = workspace.reading().one("networks", region["Nät"]).record
        note_meeting(workspace.records, area, {"held_on": day, "venue": "", "minutes": minutes})
    network = shown(workspace, region["Nät"])
    assert [row.minutes for row in network.meetings] == ["", "Nästa", "Brandväggar"]
    assert str(network.coming) == "2026-12-01"
    workspace.undo.undo()
    assert len(shown(workspace, region["Nät"]).meetings) == 2


def test_a_meeting_has_a_day(workspace: Workspace, region: Region) -> None:
    area: Any = workspace.reading().one("networks", region["Nät"]).record
    with pytest.raises(InvalidRecordError, match="Ange vilken dag mötet är"):
        note_meeting(workspace.records, area, {"held_on": None})


def test_an_area_nobody_is_in_has_an_empty_network(workspace: Workspace) -> None:
    area = workspace.records.add("networks", {"name": "Telefoni"})
    assert shown(workspace, area) == Gathered((), (), (), None)


def test_where_nobody_is_able_those_who_know_most_are_asked(workspace: Workspace, region: Region) -> None:
    assert [(member.person.name, member.level) for member in shown(workspace, region["Server"]).ask] == [("Cia Öst", 2)]
