"""Agreements and systems for pictures of time, as they are on 22 November 2026."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


@pytest.fixture
def agreement(workspace: Workspace) -> Add:
    """Add an agreement that renews by twelve months on 1 June, with three months of notice, if nothing else is said."""
    usual: dict[str, Any] = {
        "kind": "supportavtal",
        "status": "gallande",
        "starts_on": "2024-06-01",
        "first_term_months": 36,
        "renewal_months": 12,
        "notice_months": 3,
    }
    return lambda title, **values: workspace.records.add("agreements", {**usual, "title": title, **values})


@pytest.fixture
def system(workspace: Workspace) -> Add:
    usual = {"lifecycle": "i_drift"}
    return lambda name, **values: workspace.records.add("systems", {**usual, "name": name, **values})
