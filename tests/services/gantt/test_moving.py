"""Moving a bar is one step that can be undone; a phase takes along what is left to do in it."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

import pytest

from itadmin.domain.calculations.gantt import Grip
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import NotFoundError, ReadOnlyError
from itadmin.services.gantt import Handle, gantt_of, move
from itadmin.services.workspace import Workspace

Ids = dict[str, UUID]


def handle(workspace: Workspace, ids: Ids, name: str) -> Handle:
    handles = gantt_of(workspace.reading(), ids["plan"]).handles
    return next(each for each in handles.values() if each.name == name)


def days(workspace: Workspace, ids: Ids, names: Iterable[str]) -> list[tuple[str, str]]:
    found = [handle(workspace, ids, name).bar for name in names]
    return [(str(bar.first), str(bar.last)) for bar in found]


@pytest.mark.parametrize(
    ("grip", "first", "last"),
    [
        (Grip.WHOLE, "2026-10-26", "2026-11-20"),
        (Grip.BEGIN, "2026-10-26", "2026-11-13"),
        (Grip.END, "2026-10-19", "2026-11-20"),
    ],
)
def test_an_activity_is_moved_alone(workspace: Workspace, e_archive: Ids, grip: Grip, first: str, last: str) -> None:
    step = move(workspace.records, workspace.reading(), handle(workspace, e_archive, "Sätta upp miljön"), grip, 7)
    assert step.title == "Flyttade Sätta upp miljön"
    assert len(step.changes) == 1
    names = ("Sätta upp miljön", "Föra över information")
    assert days(workspace, e_archive, names) == [(first, last), ("2026-11-16", "2026-12-11")]
    workspace.undo.undo()
    assert days(workspace, e_archive, names[:1]) == [("2026-10-19", "2026-11-13")]


def test_a_phase_takes_along_what_is_not_over_in_it(workspace: Workspace, e_archive: Ids) -> None:
    workspace.records.save("implementation_activities", e_archive["Sätta upp miljön"], {"status": "klar"})
    phase = handle(workspace, e_archive, "Uppsättning och integration")
    step = move(workspace.records, workspace.reading(), phase, Grip.WHOLE, -3)
    names = ("Uppsättning och integration", "Sätta upp miljön", "Föra över information", "Utbilda")
    moved = [("2026-10-16", "2026-12-15"), ("2026-10-19", "2026-11-13"), ("2026-11-13", "2026-12-08")]
    assert days(workspace, e_archive, names) == [*moved, ("2026-12-07", "2026-12-18")]
    assert len(step.changes) == 2
    workspace.undo.undo()
    assert days(workspace, e_archive, names)[0] == ("2026-10-19", "2026-12-18")


def test_the_end_of_a_phase_is_moved_without_its_activities(workspace: Workspace, e_archive: Ids) -> None:
    phase = handle(workspace, e_archive, "Uppsättning och integration")
    assert len(move(workspace.records, workspace.reading(), phase, Grip.END, 5).changes) == 1
    assert days(workspace, e_archive, ["Uppsättning och integration"]) == [("2026-10-19", "2026-12-23")]


def test_what_changes_nothing_is_no_step(workspace: Workspace, e_archive: Ids) -> None:
    wanted = handle(workspace, e_archive, "Utbilda")
    before = workspace.undo.state()
    assert move(workspace.records, workspace.reading(), wanted, Grip.WHOLE, 0).changes == ()
    assert workspace.undo.state() == before


def test_what_is_gone_since_it_was_read_is_not_moved(workspace: Workspace, e_archive: Ids) -> None:
    wanted = replace(handle(workspace, e_archive, "Utbilda"), register="implementations", phase="test")
    with pytest.raises(NotFoundError):
        move(workspace.records, workspace.reading(), wanted, Grip.WHOLE, 1)


@pytest.mark.parametrize("name", ["Utbilda", "Driftstart"])
def test_what_another_organisation_owns_is_not_moved(workspace: Workspace, e_archive: Ids, name: str) -> None:
    wanted = handle(workspace, e_archive, name)
    with workspace.file.writing() as connection:
        other = municipality_id("1438").bytes
        for table in ("implementation_activities", "implementations"):
            connection.exec_driver_sql(f"UPDATE {table} SET owner = ?", (other,))
    with pytest.raises(ReadOnlyError, match="hör till en annan organisation"):
        move(workspace.records, workspace.reading(), wanted, Grip.WHOLE, 1)
