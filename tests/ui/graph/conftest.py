"""Systems that depend on each other, for the tests of the dependency view."""

from collections.abc import Callable
from uuid import UUID

import pytest

from itadmin.services.workspace import Workspace


@pytest.fixture
def system(workspace: Workspace) -> Callable[..., UUID]:
    return lambda name, **values: workspace.records.add("systems", {"name": name, **values})


@pytest.fixture
def tie(workspace: Workspace) -> Callable[[UUID, UUID], UUID]:
    """Let the second depend on the first."""

    def make(source: UUID, target: UUID) -> UUID:
        ends = {"source": str(source), "target": str(target)}
        return workspace.records.add("integrations", {"name": "Underlag", **ends})

    return make


@pytest.fixture
def systems(system: Callable[..., UUID], tie: Callable[[UUID, UUID], UUID]) -> dict[str, UUID]:
    """Ekonomi gets from Lön, which gets from AD; Arkiv and Beslutsstöd get from Ekonomi."""
    found = {name: system(name) for name in ("AD", "Arkiv", "Beslutsstöd", "Ekonomi")}
    found["Lön"] = system("Lön", criticality="kritisk")
    for giver, receiver in (("AD", "Lön"), ("Lön", "Ekonomi"), ("Ekonomi", "Arkiv"), ("Ekonomi", "Beslutsstöd")):
        tie(found[giver], found[receiver])
    return found
