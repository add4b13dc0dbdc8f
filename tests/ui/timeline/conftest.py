"""Three agreements and two systems in the window of pictures of time."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.timeline.window import TimelineWindow


@pytest.fixture
def records(workspace: Workspace) -> dict[str, UUID]:
    """By name. Kvarnen must be given notice of by 28 February and Lönesystemet by 30 September 2027; Städning ends."""
    add = workspace.records.add
    supplier = add("organisations", {"name": "Exempelbolaget AB", "kind": "leverantor"})
    system = add("systems", {"name": "Kvarnen", "lifecycle": "i_drift", "in_operation_since": "2019"})
    add("systems", {"name": "Växeln", "lifecycle": "i_drift"})
    usual: dict[str, Any] = {
        "kind": "supportavtal",
        "status": "gallande",
        "starts_on": "2024-06-01",
        "first_term_months": 36,
        "renewal_months": 12,
        "notice_months": 3,
    }
    return {
        "Kvarnen": system,
        "Support Kvarnen": add(
            "agreements", {**usual, "title": "Support Kvarnen", "systems": [str(system)], "supplier": str(supplier)}
        ),
        "Support lön": add("agreements", {**usual, "title": "Support lön", "starts_on": "2025-01-01"}),
        "Städning": add("agreements", {**usual, "title": "Städning", "renewal_months": None}),
    }


@pytest.fixture
def window(qtbot: QtBot, session: Session, records: dict[str, UUID]) -> Iterator[TimelineWindow]:
    del records
    window = TimelineWindow(session)
    window.resize(1480, 700)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.chart.setFocus()
    yield window
    if isValid(window):
        window.close()
