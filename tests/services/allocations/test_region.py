"""Which kommuner one may let share a cost: those of the region, those that take part, and those the case and the
agreement name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.allocations import Allocation
from itadmin.services.allocations.region import codes_to_choose, region_codes
from itadmin.services.workspace import Workspace

DALSLAND = ["1438", "1439", "1460", "1461", "1492"]


def ids(*codes: str) -> list[str]:
    return [str(municipality_id(code)) for code in codes]


@pytest.fixture
def choose(
    workspace: Workspace, allocate: Callable[..., UUID], allocation_of: Callable[[UUID], Allocation]
) -> Callable[..., list[str]]:
    """The kommuner to choose among for a kostnadsfördelning with such values."""
    return lambda **values: codes_to_choose(workspace.reading(), allocation_of(allocate(**values)))


def test_those_of_the_region_stand_in_order(choose: Callable[..., list[str]], workspace: Workspace) -> None:
    assert region_codes(workspace.reading()) == DALSLAND
    assert choose(participants=[]) == DALSLAND


def test_one_that_takes_part_from_elsewhere_is_there_too(choose: Callable[..., list[str]]) -> None:
    assert choose(participants=[{"municipality": "1785"}]) == [*DALSLAND, "1785"]


@pytest.mark.parametrize(
    ("register", "field", "values"),
    [
        ("cooperation_cases", "case", {"title": "Gemensam drift", "participants": ids("1460", "1765")}),
        ("agreements", "agreement", {"title": "Drift", "connected_municipalities": ids("1765")}),
    ],
    ids=["case", "agreement"],
)
def test_guests_that_its_case_or_agreement_names_are_there_too(
    choose: Callable[..., list[str]], workspace: Workspace, register: str, field: str, values: dict[str, Any]
) -> None:
    record = workspace.records.add(register, values)
    assert choose(**{field: str(record)}) == [*DALSLAND, "1765"]
