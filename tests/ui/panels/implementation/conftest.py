"""A system that is to be brought in, its plan made of a template, and the page of the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.implementation import Wanted, planned
from itadmin.services.workspace import Workspace
from itadmin.ui.register.detail import RecordPage

Make = Callable[..., UUID]


@pytest.fixture
def coming(workspace: Workspace) -> UUID:
    """A system that is being brought in, with a systemägare."""
    values = {"name": "Kvarnen", "lifecycle": "inforande", "system_owner": {"function": "Ekonomichef"}}
    return workspace.records.add("systems", values)


@pytest.fixture
def make(workspace: Workspace, coming: UUID) -> Make:
    """Makes a plan of a template for the system, under way save what the keywords change."""

    def made(template: str = "inforande_enkelt", **values: Any) -> UUID:
        wanted = Wanted(template, date(2027, 2, 1), values={"status": "pagar", **values})
        key, step = planned(workspace.reading(), workspace.records, coming, wanted)
        workspace.records.apply(step)
        return key

    return made


@pytest.fixture
def page(page_of: Callable[[str], RecordPage]) -> RecordPage:
    return page_of("implementations")


@pytest.fixture
def record(workspace: Workspace) -> Callable[[str, UUID], Any]:
    """What a record says now."""
    return lambda register, key: workspace.reading().one(register, key).record
