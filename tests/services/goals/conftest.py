"""Goals, systems and documents to count and to tell of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace

Add = Callable[..., UUID]


@pytest.fixture
def goal(workspace: Workspace) -> Add:
    """Adds a goal that is counted by systemägare, save what the keywords change."""

    def add(**values: Any) -> UUID:
        usual: dict[str, Any] = {
            "wording": "Alla system i drift har en systemägare.",
            "area": "organisation_och_ansvar",
            "year": 2028,
            "responsible_function": "IT-chef",
            "status": "pagar",
            "measure": "andel_systemagare",
            "target_percent": 10_000,
        }
        return workspace.records.add("goals", {**usual, **values})

    return add


@pytest.fixture
def owned(workspace: Workspace) -> Callable[[int, int], list[UUID]]:
    """Adds systems in use of which some have a systemägare; gives those that have none."""

    def add(with_owner: int, without: int) -> list[UUID]:
        owner = {"system_owner": {"function": "Socialchef"}}
        for number in range(with_owner):
            workspace.records.add("systems", {"name": f"Ägt {number}", "lifecycle": "i_drift", **owner})
        names = (f"Herrelöst {number}" for number in range(without))
        return [workspace.records.add("systems", {"name": name, "lifecycle": "i_drift"}) for name in names]

    return add
