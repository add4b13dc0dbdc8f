"""A system with no plan, and a plan that can be adopted."""

from __future__ import annotations

from uuid import UUID

import pytest

from itadmin.services.training.making import from_template
from itadmin.services.workspace import Workspace


@pytest.fixture
def plan_id(workspace: Workspace, system_id: UUID) -> UUID:
    """A draft of the system, from its usual template."""
    made = from_template(workspace.reading(), workspace.records, [system_id])
    workspace.records.apply(made.changes)
    return made.plan_ids[0]
