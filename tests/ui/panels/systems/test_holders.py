"""Who has held a system's roles."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.holders import EarlierHolders
from itadmin.ui.register.detail import RecordPage


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
