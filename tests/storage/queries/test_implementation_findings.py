"""Activities that wait for each other in a ring are found, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.storage.queries import findings

ACTIVITIES = REGISTERS["implementation_activities"]


@pytest.fixture
def plan(workspace: Workspace) -> UUID:
    return workspace.records.add("implementations", {"title": "Införande"})


def add(workspace: Workspace, plan: UUID, title: str, waits_for: Sequence[UUID] = (), **values: Any) -> UUID:
    said = {"title": title, "plan": str(plan), "waits_for": [str(each) for each in waits_for], **values}
    return workspace.records.add(ACTIVITIES.name, said)


def found(workspace: Workspace) -> set[str]:
    with workspace.file.reading() as connection:
        every = findings.found_in_all(connection, ACTIVITIES, date(2026, 11, 22))
    reading = workspace.reading()
    return {reading.label(ACTIVITIES.name, UUID(bytes=key)) for key, keys in every.items() if keys}


def ring(workspace: Workspace, plan: UUID, **values: Any) -> list[UUID]:
    """Three activities without days, of which each waits for the one before it, and the first for the last."""
    first = add(workspace, plan, "A", **values)
    second = add(workspace, plan, "B", [first], **values)
    third = add(workspace, plan, "C", [second], **values)
    workspace.records.save(ACTIVITIES.name, first, {"waits_for": [str(third)]})
    return [first, second, third]


def test_all_of_a_ring_without_days_are_found(workspace: Workspace, plan: UUID) -> None:
    add(workspace, plan, "Efter", [ring(workspace, plan)[2]])
    assert found(workspace) == {"A", "B", "C"}


def test_of_a_ring_with_days_the_one_that_breaks_their_order_is_found(workspace: Workspace, plan: UUID) -> None:
    days = ("2026-12-01", "2026-12-02", "2026-12-03")
    for key, day in zip(ring(workspace, plan), days, strict=True):
        workspace.records.save(ACTIVITIES.name, key, {"starts_on": day, "ends_on": day})
    assert found(workspace) == {"A"}


def test_who_waits_in_a_row_is_in_no_ring(workspace: Workspace, plan: UUID) -> None:
    first = add(workspace, plan, "A", starts_on="2026-12-05", ends_on="2026-12-09")
    second = add(workspace, plan, "B", [first], starts_on="2026-12-01", ends_on="2026-12-02")
    add(workspace, plan, "C", [first, second])
    assert found(workspace) == set()


@pytest.mark.parametrize("status", ["klar", "avbruten"])
def test_a_ring_that_is_over_is_no_matter(workspace: Workspace, plan: UUID, status: str) -> None:
    ring(workspace, plan, status=status)
    assert found(workspace) == set()


def test_a_ring_is_broken_by_the_bin(workspace: Workspace, plan: UUID) -> None:
    workspace.records.delete(ACTIVITIES.name, [ring(workspace, plan)[1]])
    assert found(workspace) == set()
