"""A new samverkansnivå ends the one before in the same step, and is refused where it would contradict another."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.problems import InvalidRecordError
from itadmin.services.cooperation import REGISTER, current_levels, set_level
from itadmin.services.reading import Read
from itadmin.services.workspace import Workspace


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Lifecare"})


@pytest.fixture
def kommun(workspace: Workspace) -> UUID:
    return workspace.records.add("organisations", {"name": "Åmåls kommun", "kind": "kommun"})


def levels(workspace: Workspace, system: UUID) -> list[Read]:
    return workspace.reading().referring(REGISTER, "system", system)


def put(workspace: Workspace, system: UUID, kommun: UUID, level: str, starts_on: str | None, **more: Any) -> None:
    values = {"system": str(system), "municipality": str(kommun), "level": level, "starts_on": starts_on, **more}
    set_level(workspace.records, levels(workspace, system), values)


def on(workspace: Workspace, system: UUID, day: date) -> list[Any]:
    return [read.record for read in current_levels(levels(workspace, system), day)]


def test_the_level_before_ends_the_day_before_and_undo_takes_back_both(
    workspace: Workspace, system: UUID, kommun: UUID
) -> None:
    put(workspace, system, kommun, "1", "2020-01-01", operated_by="IT-enheten", target_level="3")
    put(workspace, system, kommun, "4", "2026-12-01")
    (before,) = on(workspace, system, date(2026, 11, 30))
    assert (before.level, before.ends_on) == ("1", date(2026, 11, 30))
    (after,) = on(workspace, system, date(2026, 12, 1))
    assert (after.level, after.operated_by, after.target_level) == ("4", "IT-enheten", "")
    workspace.undo.undo()
    (only,) = (read.record for read in levels(workspace, system))
    assert (only.level, only.ends_on) == ("1", None)


def test_one_without_a_first_day_is_ended_too(workspace: Workspace, system: UUID, kommun: UUID) -> None:
    workspace.records.add(REGISTER, {"system": str(system), "municipality": str(kommun), "level": "2"})
    put(workspace, system, kommun, "3", "2026-12-01")
    assert [level.level for level in on(workspace, system, date(2026, 12, 1))] == ["3"]


def test_the_same_day_corrects(workspace: Workspace, system: UUID, kommun: UUID) -> None:
    put(workspace, system, kommun, "1", "2026-12-01")
    put(workspace, system, kommun, "2", "2026-12-01")
    (only,) = (read.record for read in levels(workspace, system))
    assert (only.level, only.ends_on) == ("2", None)


def test_other_kommuner_and_ended_levels_are_left_alone(workspace: Workspace, system: UUID, kommun: UUID) -> None:
    other = workspace.records.add("organisations", {"name": "Mellerud", "kind": "kommun"})
    put(workspace, system, other, "1", "2020-01-01")
    put(workspace, system, kommun, "1", "2010-01-01", ends_on="2012-12-31")
    put(workspace, system, kommun, "4", "2026-12-01")
    days = {
        (level.municipality, level.level): level.ends_on for read in levels(workspace, system) if (level := read.record)
    }
    assert days == {(other, "1"): None, (kommun, "1"): date(2012, 12, 31), (kommun, "4"): None}


@pytest.mark.parametrize("starts_on", [None, "2020-01-01"])
def test_a_day_is_needed_and_not_one_before_a_level_that_is_there(
    workspace: Workspace, system: UUID, kommun: UUID, starts_on: str | None
) -> None:
    put(workspace, system, kommun, "1", "2026-12-01")
    with pytest.raises(InvalidRecordError) as refused:
        put(workspace, system, kommun, "2", starts_on)
    assert [problem.field for problem in refused.value.problems] == ["starts_on"]
    assert len(levels(workspace, system)) == 1
