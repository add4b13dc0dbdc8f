"""What the tests of the screens share: a light look, and a session on a new register with a little in it."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from itadmin.services.workspace import Workspace
from itadmin.ui.background import Background
from itadmin.ui.bus import Bus
from itadmin.ui.look.look import Look, Scheme, apply_look
from itadmin.ui.session import Guide, Session


@pytest.fixture
def base_font() -> QFont:
    font = QFont("DejaVu Sans")
    font.setPixelSize(13)
    return font


@pytest.fixture
def look(qapp: QApplication, base_font: QFont) -> Iterator[Look]:
    """A light look on the application as the system would have it, taken off afterwards."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    own_font, own_palette = QFont(qapp.font()), QPalette(qapp.palette())
    qapp.setFont(base_font)
    look = apply_look(qapp, Scheme.LIGHT, 1.0)
    yield look
    look.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setPalette(own_palette)
    qapp.setFont(own_font)


@pytest.fixture
def session(workspace: Workspace, look: Look) -> Iterator[Session]:
    """An open register and what a page is handed; work in the background is done at once."""
    bus, guide, background = Bus(), Guide(), Background(at_once=True)
    workspace.listeners.append(bus.tell)
    yield Session(workspace, look, bus, guide, background)
    background.close()
    workspace.listeners.remove(bus.tell)


@pytest.fixture
def system_id(workspace: Workspace) -> UUID:
    """A system with an owner, a supplier and a class."""
    supplier = workspace.records.add("organisations", {"name": "Exempelbolaget AB", "kind": "leverantor"})
    return workspace.records.add(
        "systems",
        {
            "name": "Lifecare",
            "purpose": "Stöd för vård och omsorg.",
            "lifecycle": "i_drift",
            "supplier": str(supplier),
            "confidentiality": "3",
            "system_owner": {"function": "Socialchef"},
        },
    )
