"""Noting what is counted today, and the systems that are left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.system_record import IN_USE
from itadmin.services.goals import goal_of, list_of_left, note_today, noted_today
from itadmin.services.goals.measures import counted
from itadmin.services.reading import ListQuery
from itadmin.services.workspace import Workspace
from itadmin.storage.tables import TABLES

TODAY = date(2026, 11, 22)
Add = Callable[..., UUID]
EARLIER = {"measured_on": "2026-03-01", "percent": 1000, "note": "Före sommaren"}


def readings_of(workspace: Workspace, goal: UUID) -> list[tuple[str, int]]:
    return [(str(each.day), each.percent) for each in goal_of(workspace.reading(TODAY), goal).readings]


def note(workspace: Workspace, *goals: UUID) -> str:
    step = note_today(workspace.records, workspace.reading(TODAY), goals)
    return step.title if step.changes else ""


def test_what_is_counted_is_noted_after_earlier_readings_as_one_step_that_can_be_undone(
    workspace: Workspace, goal: Add, owned: Callable[[int, int], list[UUID]]
) -> None:
    owned(3, 1)
    goals = [goal(readings=[EARLIER]), goal(), goal(measure=None), goal(measure="andel_pub")]
    assert note(workspace, *goals) == "Noterade målens utfall 2026-11-22"
    assert [readings_of(workspace, each) for each in goals] == [
        [("2026-03-01", 1000), ("2026-11-22", 7500)],
        [("2026-11-22", 7500)],
        [],
        [],
    ]
    workspace.undo.undo()
    assert [readings_of(workspace, each) for each in goals] == [[("2026-03-01", 1000)], [], [], []]


def test_a_reading_of_today_is_put_right_and_keeps_its_comment(
    workspace: Workspace, goal: Add, owned: Callable[[int, int], list[UUID]]
) -> None:
    owned(1, 1)
    rows = [{"measured_on": "2026-11-22", "percent": 1, "note": "Före mötet"}, EARLIER]
    key = goal(readings=rows)
    note(workspace, key)
    assert readings_of(workspace, key) == [("2026-03-01", 1000), ("2026-11-22", 5000)]
    record: Any = workspace.reading().one("goals", key).record
    assert [row.note for row in record.readings] == ["Före sommaren", "Före mötet"]


def test_what_says_it_already_makes_no_step(
    workspace: Workspace, goal: Add, owned: Callable[[int, int], list[UUID]]
) -> None:
    owned(1, 1)
    key = goal()
    assert note(workspace, key)
    assert not note(workspace, key)
    assert noted_today(workspace.reading(TODAY), [key]) == ()


def test_the_goal_of_a_neighbour_is_neither_counted_nor_noted_here(
    workspace: Workspace, goal: Add, owned: Callable[[int, int], list[UUID]]
) -> None:
    owned(1, 1)
    key = goal(readings=[EARLIER])
    main = TABLES["goals"].main
    with workspace.file.writing() as connection:
        connection.execute(update(main).where(main.c.id == key).values(owner=municipality_id("1438")))
    shown = goal_of(workspace.reading(TODAY), key)
    assert (shown.value, shown.is_counted, shown.left) == (1000, False, ())
    assert not note(workspace, key)


@pytest.mark.parametrize("measure", ["andel_systemagare", "andel_driftavtal", "andel_pub", "andel_klassade"])
def test_the_list_of_what_is_left_shows_exactly_that(workspace: Workspace, measure: str) -> None:
    add = workspace.records.add
    personal = {"personal_data": True, "hosting": "saas"}
    add("systems", {"name": "Ekot", "lifecycle": "i_drift", **personal})
    add("systems", {"name": "Kvarnen", "lifecycle": "under_avveckling", "hosting": "egen_drift"})
    add("systems", {"name": "Lönnen", "lifecycle": "planerad", **personal})
    done = {"confidentiality": "1", "integrity": "1", "availability": "1", "classified_on": "2026-11-01"}
    add("systems", {"name": "Viken", "lifecycle": "i_drift", **done, "system_owner": {"function": "Rektor"}})
    reading = workspace.reading(TODAY)
    left = counted(reading)[measure].left_ids
    view = list_of_left(reading, measure, left)
    assert left
    assert set(reading.keys("systems", ListQuery(conditions=view.conditions, findings=view.findings))) == set(left)


def test_a_list_by_what_is_wrong_is_of_systems_in_use(workspace: Workspace) -> None:
    view = list_of_left(workspace.reading(TODAY), "andel_systemagare", ())
    assert view.conditions[0].values == IN_USE
