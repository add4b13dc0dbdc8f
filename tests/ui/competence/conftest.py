"""Three people of two kommuner, two areas and a system in the window of kompetenskartan."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace
from itadmin.ui.competence.window import CompetenceWindow
from itadmin.ui.session import Session

Region = dict[str, UUID]


@pytest.fixture
def region(workspace: Workspace) -> Region:
    """By name. Anna and Cia are able with nät, nobody with server; Anna alone with Kvarnen."""
    add = workspace.records.add
    found: Region = {}
    for name, code in (("Bengtsfors", "1460"), ("Mellerud", "1461")):
        values = {"name": f"IT-enheten {name}", "kind": "it_enhet", "parent": str(municipality_id(code))}
        found[name] = add("organisations", values)
    for name, unit in (("Anna Ek", "Bengtsfors"), ("Bo Åberg", "Bengtsfors"), ("Cia Öst", "Mellerud")):
        found[name] = add("people", {"name": name, "organisation": str(found[unit])})
    found["Server"] = add("networks", {"name": "Server", "place": 10})
    found["Nät"] = add("networks", {"name": "Nät", "place": 20})
    found["Kvarnen"] = add("systems", {"name": "Kvarnen"})
    judged = (
        ("Anna Ek", "area", "Nät", "4", None),
        ("Bo Åberg", "area", "Nät", "1", "3"),
        ("Cia Öst", "area", "Nät", "3", None),
        ("Cia Öst", "area", "Server", "2", "4"),
        ("Anna Ek", "system", "Kvarnen", "3", None),
    )
    for person, field, about, level, wanted in judged:
        values = {"person": str(found[person]), field: str(found[about]), "level": level, "wanted_level": wanted or ""}
        add("competences", values)
    return found


@pytest.fixture
def window(qtbot: QtBot, session: Session, region: Region) -> Iterator[CompetenceWindow]:
    del region
    window = CompetenceWindow(session)
    window.resize(1480, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.view.setFocus()
    yield window
    if isValid(window):
        window.close()
