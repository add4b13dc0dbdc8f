"""What an agreement costs the own kommun when a kostnadsfördelning of it is adopted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.acting import step_of
from itadmin.services.allocations.adopting import adopted
from itadmin.services.costs import costs_of, year_of
from itadmin.services.workspace import Workspace

CODES = ("1460", "1438")


@pytest.fixture
def agreement(workspace: Workspace) -> UUID:
    """An agreement of a thousand kronor a year that two kommuner share by inhabitants."""
    return workspace.records.add("agreements", {
        "title": "Driftavtal", "status": "gallande", "annual_price": 1000_00, "allocation_model": "BEFOLKNING",
        "starts_on": "2024-01-01", "open_ended": True, "notice_months": 3,
        "connected_municipalities": [str(municipality_id(code)) for code in CODES],
    })  # fmt: skip


@pytest.fixture
def allocate(workspace: Workspace, agreement: UUID) -> Callable[..., None]:
    """Adopts a fördelning of the agreement by agreed amounts, from a day."""

    def adopting(own: int, starts: str, ends: str) -> None:
        rows = [{"municipality": "1460", "fixed_amount": own}, {"municipality": "1438", "fixed_amount": 1000_00 - own}]
        values: dict[str, Any] = {"title": starts, "amount": 1000_00, "model": "DIREKT", "agreement": str(agreement)}
        key = workspace.records.add(
            "allocations", {**values, "participants": rows, "period_starts": starts, "period_ends": ends}
        )
        plan = adopted(workspace.reading(), key, workspace.reading().day)
        workspace.records.apply(step_of(workspace.records, plan))

    return adopting


def own_cost(workspace: Workspace, day: date) -> int:
    reading = workspace.reading(day)
    return year_of(reading, costs_of(reading), day.year).total.amount


def test_what_is_adopted_goes_before_the_model(workspace: Workspace, allocate: Callable[..., None]) -> None:
    assert own_cost(workspace, date(2026, 11, 22)) == 663_35
    allocate(123_45, "2026-01-01", "2026-12-31")
    assert own_cost(workspace, date(2026, 11, 22)) == 123_45


def test_the_one_whose_period_has_begun_counts(workspace: Workspace, allocate: Callable[..., None]) -> None:
    allocate(100_00, "2026-01-01", "2026-12-31")
    allocate(200_00, "2027-01-01", "2027-12-31")
    days = (date(2026, 11, 22), date(2027, 2, 1), date(2028, 2, 1))
    assert [own_cost(workspace, day) for day in days] == [100_00, 200_00, 200_00]


def test_one_that_is_to_come_counts_where_there_is_no_other(
    workspace: Workspace, allocate: Callable[..., None]
) -> None:
    allocate(200_00, "2027-01-01", "2027-12-31")
    assert own_cost(workspace, date(2026, 11, 22)) == 200_00
