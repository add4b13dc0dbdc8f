"""What the tests of the agreement's page share: a driftavtal."""

from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace


@pytest.fixture
def agreement(workspace: Workspace, system_id: UUID) -> UUID:
    values = {"title": "Driftavtal Lifecare", "kind": "driftavtal", "systems": [str(system_id)]}
    return workspace.records.add("agreements", values)
