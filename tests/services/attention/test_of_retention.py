"""The work list says how much is to go, once the kommun has said after how long."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.domain.calculations.attention import AttentionLine, Band
from itadmin.services.attention import work_list
from itadmin.services.workspace import Workspace


@pytest.fixture
def told(workspace: Workspace) -> Callable[[], list[AttentionLine]]:
    return lambda: [line for line in work_list(workspace.reading()).lines if line.kind == "ska_gallras"]


def leave(workspace: Workspace, name: str) -> UUID:
    return workspace.records.add("people", {"name": name, "left_on": "2024-03-31"})


def test_how_many_are_to_go(workspace: Workspace, told: Callable[[], list[AttentionLine]]) -> None:
    leave(workspace, "Anna")
    assert told() == []
    rule = workspace.records.add("retention_rules", {"kind": "slutat", "months": 24})
    (line,) = told()
    assert (line.register, line.record_id, line.record) == ("retention_rules", rule, "Personer som har slutat")
    assert (line.reason, line.band, line.day) == ("1 person som har slutat ska gallras.", Band.FORSENAT, None)
    leave(workspace, "Bo")
    (line,) = told()
    assert line.reason == "2 personer som har slutat ska gallras."


def test_what_was_written_of_participations(workspace: Workspace, told: Callable[[], list[AttentionLine]]) -> None:
    person = workspace.records.add("people", {"name": "Anna"})
    values = {"person": str(person), "status": "genomford", "completed_on": "2020-01-31", "note": "Sen"}
    workspace.records.add("retention_rules", {"kind": "deltaganden", "months": 12})
    for number, reason in ((1, "Texterna i 1 deltagande"), (2, "Texterna i 2 deltaganden")):
        workspace.records.add("training_participations", values)
        (line,) = told()
        assert (line.reason, line.occasion) == (f"{reason} ska gallras.", str(number))
