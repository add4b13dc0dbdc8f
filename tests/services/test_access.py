"""Who has what on a day, and the decisions that change it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.services import access
from itadmin.services.workspace import Workspace

DAY = date(2026, 11, 22)


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Lifecare"})


def decided(workspace: Workspace, system: UUID, right: str, **values: Any) -> UUID:
    whole = {"access_right": right, "system": str(system), "function": "Handläggare", "decided_on": "2026-01-01"}
    return workspace.records.add("access_decisions", {**whole, **values})


def held(workspace: Workspace, day: date = DAY, **of: Any) -> list[tuple[str, str, str]]:
    return [(grant.system, grant.access_right, grant.holder) for grant in access.grants(workspace.reading(day), **of)]


def test_what_holds_is_told_in_order(workspace: Workspace, system: UUID) -> None:
    other = workspace.records.add("systems", {"name": "Arkivet"})
    anna = workspace.records.add("people", {"name": "Anna Ek"})
    decided(workspace, system, "Läsa")
    decided(workspace, system, "Administrera", person=str(anna))
    decided(workspace, other, "Läsa")
    everything = [("Arkivet", "Läsa", "Handläggare"), ("Lifecare", "Administrera", "Anna Ek")]
    assert held(workspace) == [*everything, ("Lifecare", "Läsa", "Handläggare")]
    assert held(workspace, system=other) == everything[:1]
    assert held(workspace, person=anna) == everything[1:]


@pytest.mark.parametrize(
    ("values", "days"),
    [
        ({"starts_on": "2026-11-22"}, {22, 23}),
        ({"ends_on": "2026-11-21"}, {21}),
        ({"withdrawn_on": "2026-11-22"}, {21}),
        ({"decided_on": None}, set()),
        ({}, {21, 22, 23}),
    ],
)
def test_it_holds_on_the_days_it_says(
    workspace: Workspace, system: UUID, values: dict[str, Any], days: set[int]
) -> None:
    decided(workspace, system, "Läsa", **values)
    assert {day for day in (21, 22, 23) if held(workspace, date(2026, 11, day))} == days


def test_a_right_is_withdrawn_or_kept_in_one_step(workspace: Workspace, system: UUID) -> None:
    record = decided(workspace, system, "Läsa")
    (grant,) = access.grants(workspace.reading())
    assert access.is_due(grant, date(2026, 6, 1))
    access.keep(workspace.records, record, DAY, "Kim Berg")
    (grant,) = access.grants(workspace.reading())
    assert not access.is_due(grant, date(2026, 6, 1))
    access.withdraw(workspace.records, record, DAY, "Slutat.")
    assert held(workspace) == []
    workspace.undo.undo()
    assert len(held(workspace)) == 1
