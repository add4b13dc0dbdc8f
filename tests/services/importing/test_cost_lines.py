"""Cost lines out of a table: known by kind, year, text and what they are of, so that reading again changes nothing."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.services.importing.plan import ImportPlan
from itadmin.services.workspace import Workspace

Planned = Callable[..., ImportPlan]

HEADINGS = ["Kostnadstyp", "År", "System", "Avtal", "Avser", "Budget", "Utfall"]
ROWS = [
    ["Licens", 2026, "Lifecare", "", "", "120 000", ""],
    ["Licens", 2026, "Lifecare", "", "Moduler", "10 000", "9 500,50"],
    ["Licens", 2025, "Lifecare", "", "", "", "110 000"],
    ["Support", 2026, "", "Supportavtal Lifecare", "", "50 000", ""],
]


@pytest.fixture
def lifecare(workspace: Workspace) -> UUID:
    system = workspace.records.add("systems", {"name": "Lifecare"})
    workspace.records.add("agreements", {"title": "Supportavtal Lifecare", "systems": [str(system)]})
    return system


def states(found: ImportPlan) -> list[str]:
    return [row.state for row in found.rows]


def test_lines_are_read_and_reading_them_again_changes_nothing(
    planned: Planned, workspace: Workspace, lifecare: UUID
) -> None:
    found = planned("cost_lines", HEADINGS, *ROWS)
    assert states(found) == ["ny"] * 4
    assert not found.problems
    workspace.records.apply(found.change_set)
    again = planned("cost_lines", HEADINGS, *ROWS)
    assert states(again) == ["oforandrad"] * 4
    assert not again.change_set.changes


@pytest.mark.parametrize("left_out", ["Avser", "Avtal"])
def test_a_column_that_is_not_there_is_as_one_without_values(
    planned: Planned, workspace: Workspace, lifecare: UUID, left_out: str
) -> None:
    place = HEADINGS.index(left_out)
    headings, row = ([*each[:place], *each[place + 1 :]] for each in (HEADINGS, ROWS[0]))
    workspace.records.apply(planned("cost_lines", HEADINGS, *ROWS).change_set)
    assert states(planned("cost_lines", headings, row)) == ["oforandrad"]


def test_an_outcome_goes_to_the_line_it_is_of(planned: Planned, workspace: Workspace, lifecare: UUID) -> None:
    workspace.records.apply(planned("cost_lines", HEADINGS, *ROWS).change_set)
    found = planned("cost_lines", HEADINGS, [*ROWS[0][:6], "118 000"])
    assert states(found) == ["andrad"]
    assert [change.new for change in found.changes_of(found.rows[0])] == ["118\N{NBSP}000\N{NBSP}kr"]


def test_the_same_line_twice_in_a_file_counts_once(planned: Planned, lifecare: UUID) -> None:
    assert states(planned("cost_lines", HEADINGS, ROWS[0], ROWS[0])) == ["ny", "problem"]
