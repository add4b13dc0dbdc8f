"""A policy with goals, of systems of which three of four have a systemägare."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.ui.session import Session

Add = Callable[..., UUID]


@pytest.fixture
def policy(session: Session) -> UUID:
    add = session.workspace.records.add
    for name in ("Lifecare", "Raindance", "Viva"):
        add("systems", {"name": name, "lifecycle": "i_drift", "system_owner": {"function": "Socialchef"}})
    add("systems", {"name": "Ekot", "lifecycle": "i_drift"})
    return add("steering_documents", {"title": "IT-policy", "status": "faststalld"})


@pytest.fixture
def goal(session: Session, policy: UUID) -> Add:
    """Adds a goal of the policy, counted by systemägare."""

    def add(**values: Any) -> UUID:
        usual: dict[str, Any] = {
            "wording": "Alla system har en systemägare.",
            "area": "organisation_och_ansvar",
            "document": str(policy),
            "year": 2028,
            "measure": "andel_systemagare",
            "target_percent": 10_000,
            "readings": [{"measured_on": "2025-12-31", "percent": 5000}],
        }
        return session.workspace.records.add("goals", {**usual, **values})

    return add
