"""Documents whose chapters are written, and the window on one of them."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.services.workspace import Workspace
from itadmin.ui.session import Session
from itadmin.ui.steering import ChapterEditor


@pytest.fixture
def instruction(workspace: Workspace) -> UUID:
    """An IT-instruktion as it ships."""
    return workspace.records.add(
        "steering_documents",
        {"title": "IT-instruktion Drift", "template": "it_instruktion_drift", "version": "1.0", "kind": "instruktion"},
    )


@pytest.fixture
def routine(workspace: Workspace) -> UUID:
    """A rutin that one writes oneself, with two chapters."""
    document = workspace.records.add("steering_documents", {"title": "Rutin för loggar", "template": "egen_text"})
    for place, (heading, text) in enumerate((("Syfte", "Loggar ska läsas."), ("Ansvar", "Ring {{okand}}.")), 1):
        values = {"heading": heading, "text": text, "place": place * 100, "manner": "ersatter"}
        workspace.records.add("steering_chapters", {**values, "document": str(document)})
    return document


@pytest.fixture
def editor(session: Session, instruction: UUID, qtbot: QtBot) -> Iterator[ChapterEditor]:
    """The window on the instruktion, shown and with the keyboard."""
    editor = ChapterEditor(session, instruction)
    editor.resize(1440, 900)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    yield editor
    if isValid(editor):
        editor.close()
