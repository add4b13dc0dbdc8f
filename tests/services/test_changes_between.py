"""What has changed between two days, record by record, and what the changes amount to."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.changes import Change, ChangeSet
from itadmin.services import changes_between
from itadmin.services.change_words import Deed
from itadmin.services.changes_between import Between, ChangesBetween, ChangesOfStep, Line
from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace

FIRST, SECOND, THIRD = (date(2026, 11, day) for day in (22, 23, 24))


@pytest.fixture
def systems(workspace: Workspace, clock: Any) -> list[UUID]:
    """Three days: two systems made; one renamed twice; the other binned and brought back."""
    keys = [workspace.records.add("systems", {"name": name}) for name in ("Lifecare", "Procapita")]
    clock.move(days=1)
    workspace.records.save("systems", keys[0], {"name": "Lifecare 2"})
    workspace.records.save("systems", keys[0], {"name": "Lifecare 3"})
    clock.move(days=1)
    workspace.records.delete("systems", [keys[1]])
    workspace.records.restore("systems", [keys[1]])
    return keys


def lines(workspace: Workspace, between: Between) -> list[Line]:
    found = ChangesBetween(workspace.reading(), between)
    return found.lines(0, len(found))


def told(found: Iterable[Line]) -> list[tuple[str, Deed, int]]:
    return [(line.told.label, line.told.deed, line.times) for line in found]


def test_each_record_is_told_once_the_one_changed_last_first(workspace: Workspace, systems: list[UUID]) -> None:
    found = lines(workspace, Between())
    assert told(found) == [("Procapita", Deed.NEW, 3), ("Lifecare 3", Deed.NEW, 3)]
    assert [line.told.record_id for line in found] == systems[::-1]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (Between(SECOND, SECOND), [("Lifecare 3", Deed.CHANGED, 2)]),
        (Between(SECOND), [("Lifecare 3", Deed.CHANGED, 2)]),
        (Between(None, FIRST), [("Procapita", Deed.NEW, 1), ("Lifecare 3", Deed.NEW, 1)]),
        (Between(THIRD, FIRST), []),
        (Between(registers=("people",)), []),
        (Between(step=3), [("Lifecare 3", Deed.CHANGED, 1)]),
        (Between(who="Någon annan"), []),
    ],
)
def test_only_what_is_meant_is_told(
    workspace: Workspace, systems: list[UUID], between: Between, expected: list[tuple[str, Deed, int]]
) -> None:
    assert told(lines(workspace, between)) == expected


def test_several_changes_amount_to_one(workspace: Workspace, systems: list[UUID]) -> None:
    (line,) = lines(workspace, Between(SECOND, SECOND))
    assert [(field.old, field.new) for field in line.told.fields] == [("Lifecare", "Lifecare 3")]
    assert line.last is not None
    assert line.last.title == "Ändrade Lifecare 2: Namn"


def test_what_is_as_before_is_left_out(workspace: Workspace) -> None:
    kept = workspace.records.add("systems", {"name": "Ale"})
    workspace.records.add("systems", {"name": "Lifecare"})
    workspace.undo.undo()
    workspace.records.save("systems", kept, {"name": "Ale 2"})
    assert told(lines(workspace, Between())) == [("Ale 2", Deed.NEW, 2)]
    workspace.undo.undo()
    assert told(lines(workspace, Between())) == [("Ale", Deed.NEW, 3)]


def test_of_very_many_the_others_keep_their_names(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes_between, "_MOST_WEIGHED", 0)
    workspace.records.add("systems", {"name": "Lifecare"})
    workspace.undo.undo()
    assert told(lines(workspace, Between())) == [("Lifecare", Deed.UNCHANGED, 2)]


def test_lines_can_be_asked_for_a_few_at_a_time(workspace: Workspace) -> None:
    for number in range(7):
        workspace.records.add("systems", {"name": f"System {number}"})
    found = ChangesBetween(workspace.reading(), Between())
    whole = found.lines(0, 7)
    assert [line for start in (0, 3, 6) for line in found.lines(start, 3)] == whole
    assert found.lines(7, 3) == []


def test_days_are_those_of_the_clock_on_the_wall(workspace: Workspace, around: Surroundings) -> None:
    workspace.records.add("systems", {"name": "Lifecare"})
    today = around.today()
    assert len(lines(workspace, Between(today, today))) == 1
    assert lines(workspace, Between(date.min, date(2026, 11, 21))) == []
    assert len(lines(workspace, Between(date.min, date.max))) == 1


def test_a_step_that_is_not_made_yet_is_told_alike(workspace: Workspace, systems: list[UUID]) -> None:
    new = UUID(int=5)
    step = ChangeSet(
        "Importerade",
        (
            Change("organisations", new, None, {"name": "Nya bolaget AB"}),
            Change("systems", systems[0], {"supplier": None}, {"supplier": str(new)}),
        ),
    )
    found = ChangesOfStep(workspace.reading(), step)
    assert len(found) == 2
    (line,) = found.lines(1, 1)
    assert line.told.label == "Lifecare 3"
    assert line.told.fields[0].new == "Nya bolaget AB"


def test_who_and_which_large_steps_there_are_can_be_asked(workspace: Workspace, systems: list[UUID]) -> None:
    both = tuple(Change("systems", key, {"area": None}, {"area": "Omsorg"}) for key in systems)
    workspace.records.apply(ChangeSet("Importerade 2 system", both))
    journal = workspace.reading().journal()
    assert journal.who_made() == ["Kim Berg"]
    assert [(step.title, count) for step, count in journal.largest_steps(Between().made(), 5)] == [
        ("Importerade 2 system", 2)
    ]


def test_when_and_by_whom_a_record_was_binned(workspace: Workspace, systems: list[UUID]) -> None:
    journal = workspace.reading().journal()
    assert journal.binned(systems[0]) is None
    step = journal.binned(systems[1])
    assert step is not None
    assert (step.title, step.who) == ("La i papperskorgen: Procapita", "Kim Berg")
