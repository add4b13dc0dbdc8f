"""What the tests of a styrande dokument's page share: the decisions that a riktlinje for two kommuner waits for."""

from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace

OWN, OTHER = municipality_id("1460"), municipality_id("1438")


@pytest.fixture
def decided(workspace: Workspace, guideline: UUID) -> dict[str, UUID]:
    """The decisions of both kommuner, neither of them made yet."""

    def add(municipality: UUID) -> UUID:
        values = {"document": str(guideline), "municipality": str(municipality), "body": "KS", "status": "vantar"}
        return workspace.records.add("steering_decisions", values)

    return {"own": add(OWN), "other": add(OTHER)}
