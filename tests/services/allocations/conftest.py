"""A kostnadsfördelning of the five kommuner, to be changed by each test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.registers.allocations import Allocation
from itadmin.services.workspace import Workspace

FIVE = ("1438", "1439", "1460", "1461", "1492")
Allocate = Callable[..., UUID]


@pytest.fixture
def allocate(workspace: Workspace, add: Callable[..., UUID]) -> Allocate:
    """Add a kostnadsfördelning of a million kronor between the five by inhabitants, with other values where given."""

    def adding(**values: Any) -> UUID:
        rows = [{"municipality": code} for code in FIVE]
        begun = {"title": "Drift 2027", "status": "utkast", "amount": 100_000_000, "model": "BEFOLKNING"}
        period = {"period_starts": "2027-01-01", "period_ends": "2027-12-31"}
        return add("allocations", **{**begun, **period, "participants": rows, **values})

    return adding


@pytest.fixture
def allocation_of(workspace: Workspace) -> Callable[[UUID], Allocation]:
    def reading(key: UUID) -> Allocation:
        record = workspace.reading().one("allocations", key).record
        assert isinstance(record, Allocation)
        return record

    return reading
