"""Setting levels: a new judgement or a changed one, always one step."""

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import ReadOnlyError
from itadmin.services.competence import judging
from itadmin.services.competence.ground import Ground, Topic, ground_of
from itadmin.services.competence.judging import judgement_of, set_levels
from itadmin.services.workspace import Workspace

Region = dict[str, UUID]


def topic(ground: Ground, name: str) -> Topic:
    return next(each for each in ground.topics if each.name == name)


def test_a_level_is_set_anew_changed_and_taken_back(workspace: Workspace, region: Region) -> None:
    reading = workspace.reading()
    server = topic(ground_of(reading), "Server")
    set_levels(workspace.records, reading, region["Anna Ek"], server, {"level": "2", "wanted_level": "3"})
    judged = ground_of(workspace.reading()).of(region["Anna Ek"], server)
    assert judged is not None
    assert (judged.level, judged.wanted) == (2, 3)
    record: Any = judgement_of(workspace.reading(), region["Anna Ek"], server)
    assert record.assessed_on == reading.day
    set_levels(workspace.records, workspace.reading(), region["Anna Ek"], server, {"level": "3"})
    judged = ground_of(workspace.reading()).of(region["Anna Ek"], server)
    assert judged is not None
    assert (judged.level, judged.wanted) == (3, 3)
    workspace.undo.undo()
    workspace.undo.undo()
    assert ground_of(workspace.reading()).of(region["Anna Ek"], server) is None


def test_a_system_is_judged_as_a_system(workspace: Workspace, region: Region) -> None:
    reading = workspace.reading()
    set_levels(workspace.records, reading, region["Bo Åberg"], topic(ground_of(reading), "Kvarnen"), {"level": "4"})
    ground = ground_of(workspace.reading())
    assert ground.able(topic(ground, "Kvarnen")) == 2


def test_what_a_neighbour_has_judged_is_the_neighbours(
    workspace: Workspace, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = workspace.reading()
    nat = topic(ground_of(reading), "Nät")
    record = judgement_of(reading, region["Anna Ek"], nat)
    assert record is not None
    monkeypatch.setattr(judging, "judgement_of", lambda *_: type(record)(id=record.id, owner=region["Nät"]))
    with pytest.raises(ReadOnlyError, match="annan kommun"):
        set_levels(workspace.records, reading, region["Anna Ek"], nat, {"level": "1"})
