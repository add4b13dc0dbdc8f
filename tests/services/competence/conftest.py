"""Two kommuner with IT units, three people, an area that two know and a system that one does."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace

Region = dict[str, UUID]


@pytest.fixture
def judge(workspace: Workspace) -> Callable[..., UUID]:
    """Says what somebody knows of an area or a system, and more."""

    def make(person: UUID, about: tuple[str, UUID], level: str | None, wanted: str | None = None, **more: Any) -> UUID:
        values = {"person": str(person), about[0]: str(about[1]), "level": level, "wanted_level": wanted}
        return workspace.records.add("competences", {**values, **more})

    return make


@pytest.fixture
def region(workspace: Workspace, judge: Callable[..., UUID]) -> Region:
    """Anna and Bo of Bengtsfors, Cia of Mellerud; they by name, and so the areas and the system."""
    add = workspace.records.add
    found: Region = {}
    for name, code in (("Bengtsfors", "1460"), ("Mellerud", "1461")):
        values = {"name": f"IT-enheten {name}", "kind": "it_enhet", "parent": str(municipality_id(code))}
        found[name] = add("organisations", values)
    for name, unit in (("Anna Ek", "Bengtsfors"), ("Bo Åberg", "Bengtsfors"), ("Cia Öst", "Mellerud")):
        found[name] = add("people", {"name": name, "organisation": str(found[unit])})
    found["Nät"] = add("networks", {"name": "Nät", "place": 20})
    found["Server"] = add("networks", {"name": "Server", "place": 10})
    found["Kvarnen"] = add("systems", {"name": "Kvarnen"})
    judge(found["Anna Ek"], ("area", found["Nät"]), "4")
    judge(found["Bo Åberg"], ("area", found["Nät"]), "1", "3")
    judge(found["Cia Öst"], ("area", found["Nät"]), "3")
    judge(found["Cia Öst"], ("area", found["Server"]), "2", "4", priority="hog")
    judge(found["Anna Ek"], ("system", found["Kvarnen"]), "3")
    return found
