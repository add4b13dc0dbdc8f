"""What the tests of a styrande dokument's page share: a riktlinje written here, for two kommuner."""

from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace

OWN, OTHER = municipality_id("1460"), municipality_id("1438")


@pytest.fixture
def guideline(workspace: Workspace) -> UUID:
    values = {
        "title": "Riktlinje för lösenord",
        "kind": "riktlinje",
        "template": "egen_text",
        "version": "1.0",
        "status": "utkast",
        "registry_number": "KS 2026/12",
        "applies_to": "Alla nämnder",
        "municipalities": [str(OWN), str(OTHER)],
        "valid_from": "2027-01-01",
        "open_ended": True,
        "revise_by": "2029-12-31",
        "responsible_function": "IT-chef",
    }
    document = workspace.records.add("steering_documents", values)
    chapter = {"document": str(document), "heading": "Lösenord", "text": "De ska vara långa.", "manner": "ersatter"}
    workspace.records.add("steering_chapters", chapter)
    return document


@pytest.fixture
def decided(workspace: Workspace, guideline: UUID) -> dict[str, UUID]:
    """The decisions of both kommuner, neither of them made yet."""

    def add(municipality: UUID) -> UUID:
        values = {"document": str(guideline), "municipality": str(municipality), "body": "KS", "status": "vantar"}
        return workspace.records.add("steering_decisions", values)

    return {"own": add(OWN), "other": add(OTHER)}
