"""A region of two members and a guest, as Bengtsfors knows it, and the Samverkan window on it."""

from __future__ import annotations

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from itadmin.domain.identifiers import municipality_id
from itadmin.services.workspace import Workspace
from itadmin.ui.samverkan.window import SamverkanWindow
from itadmin.ui.session import Session

OWN, MELLERUD, SAFFLE = "1460", "1461", "1785"
Region = dict[str, UUID]

_SYSTEMS = (("Kvarnen", "Skola"), ("Växeln", "Teknik"), ("Arkivet", "Skola"), ("Ensam", "Skola"))
_LEVELS = (
    ("Kvarnen", OWN, "2", "4"),
    ("Kvarnen", MELLERUD, "3", None),
    ("Växeln", OWN, "4", None),
    ("Växeln", SAFFLE, "1", None),
    ("Arkivet", OWN, "5", None),
    ("Arkivet", MELLERUD, "5", None),
)


@pytest.fixture
def region(workspace: Workspace) -> Region:
    """Systems by name, agreements and kommuner by code; Kvarnen's agreement ends within two years."""
    add = workspace.records.add
    found: Region = {code: municipality_id(code) for code in (OWN, MELLERUD, SAFFLE)}
    members = [str(found[OWN]), str(found[MELLERUD])]
    found["Dalsland"] = add("regions", {"name": "Dalsland", "members": members, "guests": [str(found[SAFFLE])]})
    for name, area in _SYSTEMS:
        found[name] = add("systems", {"name": name, "area": area, "lifecycle": "i_drift", "user_count": len(name)})
    for name, code, level, target in _LEVELS:
        about = {"system": str(found[name]), "municipality": str(found[code]), "starts_on": "2020-05-01"}
        add("cooperation_levels", {**about, "level": level, "target_level": target or ""})
    agreement = {"title": "Avtal Kvarnen", "kind": "supportavtal", "status": "gallande", "annual_price": 120_000_00}
    about = {"systems": [str(found["Kvarnen"])], "starts_on": "2024-01-01", "first_term_ends_on": "2027-12-31"}
    found["avtal"] = add("agreements", {**agreement, **about})
    return found


@pytest.fixture
def window(session: Session, region: Region, qtbot: QtBot) -> SamverkanWindow:
    """The window, shown and with the keyboard."""
    assert region
    made = SamverkanWindow(session)
    qtbot.addWidget(made)
    made.resize(1500, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def opened_records(session: Session) -> list[tuple[str, UUID]]:
    """The records that one is led to."""
    found: list[tuple[str, UUID]] = []
    session.guide.record_wanted.connect(lambda register, record_id: found.append((register, record_id)))
    return found
