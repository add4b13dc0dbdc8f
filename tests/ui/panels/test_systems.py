"""The system's own parts: who has held its roles, and the way to its driftavtal."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import NotFoundError
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.holders import EarlierHolders
from itadmin.ui.panels.systems.special import make_operations_agreement
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session


def test_earlier_holders_are_told_with_their_days_the_last_first(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, clock: Any, qtbot: QtBot
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    panel = page.findChild(EarlierHolders)
    assert panel.isHidden()
    for days, function in ((10, "Förvaltningschef"), (20, "Vårdchef")):
        clock.move(days=days)
        workspace.records.save("systems", system_id, {"system_owner": {"function": function}})
    assert panel.isVisible()
    QApplication.processEvents()
    told = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert [text for text in told if "chef" in text.lower()] == ["Förvaltningschef", "Socialchef"]
    assert "2026-12-02 – 2026-12-21" in told
    link = next(item for item in panel.findChildren(QAbstractButton) if item.isVisible())
    with qtbot.waitSignal(page._session.guide.record_wanted) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "roles"


def test_a_driftavtal_is_made_filled_in_and_shown(
    page_of: Callable[[str], RecordPage], workspace: Workspace, system_id: UUID, session: Session, qtbot: QtBot
) -> None:
    page = page_of("systems")
    page.show_record(system_id)
    button = next(item for item in page.findChildren(QAbstractButton) if item.text() == "Skapa driftavtal")
    with qtbot.waitSignal(session.guide.record_wanted) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    agreement: Any = workspace.reading().one(*asked.args).record
    assert agreement.systems == (system_id,)
    assert agreement.number == "DA-2026-001"
    workspace.undo.undo()
    assert workspace.reading().count("agreements") == 0


def test_a_system_that_is_gone_gives_a_sentence(session: Session) -> None:
    with pytest.raises(NotFoundError):
        make_operations_agreement(session, UUID(int=1))
