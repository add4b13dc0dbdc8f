"""A system, and plans for it that are made of templates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.implementation.making import Wanted, planned
from itadmin.services.workspace import Workspace

Make = Callable[..., UUID]


@pytest.fixture
def system(workspace: Workspace) -> UUID:
    return workspace.records.add("systems", {"name": "Lifecare", "lifecycle": "inforande"})


@pytest.fixture
def make(workspace: Workspace, system: UUID) -> Make:
    """Makes a plan of a template for the system, with other fields as the keywords say."""

    def made(template: str = "inforande_enkelt", go_live_on: date = date(2027, 2, 1), **values: Any) -> UUID:
        wanted = Wanted(template, go_live_on, values={"status": "pagar", **values})
        plan, step = planned(workspace.reading(), workspace.records, system, wanted)
        workspace.records.apply(step)
        return plan

    return made
