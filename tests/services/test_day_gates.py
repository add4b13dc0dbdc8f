"""What a record may not say before a day, whoever tries: a new record, a save, a bulk edit or a step of several."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import InvalidRecordError
from itadmin.services import bulk
from itadmin.services.workspace import Workspace

REGISTER = "training_participations"
AHEAD, TODAY = "2026-12-10", "2026-11-22"


@pytest.fixture
def person(workspace: Workspace) -> str:
    return str(workspace.records.add("people", {"name": "Anna Ek"}))


@pytest.fixture
def session(workspace: Workspace) -> UUID:
    return workspace.records.add("training_sessions", {"title": "Kurs", "starts_on": AHEAD})


@pytest.fixture
def part(workspace: Workspace, person: str, session: UUID) -> UUID:
    return workspace.records.add(REGISTER, {"person": person, "session": str(session), "status": "anmald"})


def status(workspace: Workspace, part: UUID) -> str:
    record: Any = workspace.reading().one(REGISTER, part).record
    return str(record.status)


@pytest.mark.parametrize("said", ["genomford", "uteblev"])
def test_nobody_is_noted_at_what_is_to_come(workspace: Workspace, person: str, session: UUID, said: str) -> None:
    values = {"person": person, "session": str(session), "status": said}
    with pytest.raises(InvalidRecordError, match="Tillfället är torsdag 10 december och har inte varit än") as refused:
        workspace.records.add(REGISTER, values)
    assert [problem.field for problem in refused.value.problems] == ["status"]
    assert workspace.reading().count(REGISTER) == 0


@pytest.mark.parametrize(
    ("values", "field"),
    [({"status": "genomford"}, "status"), ({"status": "uteblev", "completed_on": "2026-01-01"}, "status")],
)
def test_who_is_signed_up_has_not_been_there_yet(
    workspace: Workspace, part: UUID, values: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        workspace.records.save(REGISTER, part, values)
    assert [problem.field for problem in refused.value.problems] == [field]
    workspace.records.save(REGISTER, part, {"status": "avanmald", "note": "Sjuk"})
    assert status(workspace, part) == "avanmald"


@pytest.mark.parametrize("day", [TODAY, "2026-11-23"])
def test_a_day_of_ones_own_is_not_ahead(workspace: Workspace, person: str, day: str) -> None:
    done = workspace.records.add(REGISTER, {"person": person, "status": "genomford", "completed_on": "2026-01-01"})
    if day == TODAY:
        workspace.records.save(REGISTER, done, {"completed_on": day})
        return
    with pytest.raises(InvalidRecordError, match="Dagen är måndag 23 november och har inte varit än") as refused:
        workspace.records.save(REGISTER, done, {"completed_on": day})
    assert [problem.field for problem in refused.value.problems] == ["completed_on"]


def test_what_stands_there_already_is_left_in_peace(workspace: Workspace, part: UUID, session: UUID) -> None:
    workspace.records.save("training_sessions", session, {"starts_on": TODAY})
    workspace.records.save(REGISTER, part, {"status": "genomford"})
    workspace.records.save("training_sessions", session, {"starts_on": AHEAD})
    workspace.records.save(REGISTER, part, {"note": "Bra"})
    assert status(workspace, part) == "genomford"


def test_a_step_that_moves_the_day_too_counts_as_a_whole(workspace: Workspace, part: UUID, session: UUID) -> None:
    def step(before: str, after: str) -> ChangeSet:
        moved = Change("training_sessions", session, {"starts_on": before}, {"starts_on": after})
        return ChangeSet("Båda", (moved, Change(REGISTER, part, {"status": "anmald"}, {"status": "genomford"})))

    with pytest.raises(InvalidRecordError, match="fredag 11 december"):
        workspace.records.apply(step(AHEAD, "2026-12-11"))
    workspace.records.apply(step(AHEAD, TODAY))
    assert status(workspace, part) == "genomford"


def test_of_many_at_once_those_are_refused_whose_day_is_ahead(workspace: Workspace, person: str, part: UUID) -> None:
    been = str(workspace.records.add("training_sessions", {"title": "Förra", "starts_on": TODAY}))
    other = workspace.records.add(REGISTER, {"person": person, "session": been, "status": "anmald"})
    found = bulk.plan(workspace.records, REGISTER, [part, other], {"status": "genomford"})
    assert [refused.record_id for refused in found.refused] == [part]
