"""What tests of imports share: a table of rows, planned against an open register."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.headings import Headed, find_headings, propose
from itadmin.services.importing.plan import ImportPlan
from itadmin.services.importing.planning import plan
from itadmin.services.progress import Progress
from itadmin.services.tables.table import Cell, Row, Sheet
from itadmin.services.workspace import Workspace


def _sheet(*rows: Sequence[Cell]) -> Sheet:
    return Sheet("", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1) if any(cells)))


@pytest.fixture
def sheet() -> Callable[..., Sheet]:
    """Makes a sheet of rows; empty ones are left out, as when they are read."""
    return _sheet


@pytest.fixture
def table() -> Callable[..., Headed]:
    """Makes a table for a register, under the headings that are found in it."""

    def make(register: str, *rows: Sequence[Cell]) -> Headed:
        return find_headings(REGISTERS[register], _sheet(*rows))

    return make


@pytest.fixture
def planned(workspace: Workspace, table: Callable[..., Headed]) -> Callable[..., ImportPlan]:
    """What taking in rows would do to a register."""

    def make(register: str, *rows: Sequence[Any]) -> ImportPlan:
        found = table(register, *rows)
        columns = propose(REGISTERS[register], found.headings)
        return plan(workspace.reading(), REGISTERS[register], found, columns, workspace.around.new_id, Progress())

    return make


@pytest.fixture
def taken(workspace: Workspace, planned: Callable[..., ImportPlan]) -> Callable[..., ImportPlan]:
    """Takes rows into a register and gives the plan that was followed."""

    def make(register: str, *rows: Sequence[Any]) -> ImportPlan:
        found = planned(register, *rows)
        workspace.records.apply(found.change_set)
        return found

    return make
