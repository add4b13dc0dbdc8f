"""The instruktion is fetched from the system as one step that can be undone."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.agreements.instruction import InstructionPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session


def test_what_the_system_says_is_fetched_as_one_step(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    session: Session,
    agreement: UUID,
    system_id: UUID,
    seen: Callable[[QWidget], list[str]],
    press: Callable[[QWidget, str], None],
    qtbot: QtBot,
) -> None:
    workspace.records.save("systems", system_id, {"data_subjects": "Brukare", "data_country": "Sverige"})
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(InstructionPanel)
    assert not panel.isVisible()
    workspace.records.save("agreements", agreement, {"kind": "pub_avtal", "data_location": "Finland"})
    assert "Systemet säger redan 1 uppgift. Det som är ifyllt här ändras inte." in seen(panel)
    with qtbot.waitSignal(session.guide.said) as said:
        press(panel, "Hämta från systemet")
    assert said.args == ["Hämtade 1 uppgift från systemet.", True]
    read: Any = workspace.reading().one("agreements", agreement).record
    assert (read.data_subjects, read.data_location) == ("Brukare", "Finland")
    assert not panel.isVisible()
    workspace.undo.undo()
    assert panel.isVisible()
