"""The driftklass of a driftavtal fills in its service levels."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from itadmin.services.workspace import Workspace
from itadmin.ui.panels.agreements.service_class import ServiceClassPanel
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session

TODAY = date(2026, 11, 22)


def test_a_driftavtal_without_class_shows_the_way_to_one(
    page_of: Callable[[str], RecordPage], workspace: Workspace, agreement: UUID, session: Session, qtbot: QtBot
) -> None:
    page = page_of("agreements")
    page.show_record(agreement)
    panel = page.findChild(ServiceClassPanel)
    with qtbot.waitSignal(session.guide.field_wanted) as asked:
        qtbot.mouseClick(panel.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    assert asked.args == ["agreements", agreement, "service_class"]
    workspace.records.save("agreements", agreement, {"service_class": "3"})
    assert panel.isHidden()
    workspace.records.save("agreements", agreement, {"service_class": None, "kind": "supportavtal"})
    assert panel.isHidden()


def test_choosing_a_driftklass_fills_every_level_as_one_step(
    page_of: Callable[[str], RecordPage],
    workspace: Workspace,
    agreement: UUID,
    session: Session,
    type_text: Callable[..., None],
    qtbot: QtBot,
) -> None:
    workspace.records.save("agreements", agreement, {"environments": "produktion, test"})
    page = page_of("agreements")
    page.show_record(agreement)
    page.edit_field("service_class")
    with qtbot.waitSignal(session.guide.said) as said:
        type_text("2", Qt.Key.Key_Return)
    assert said.args == ["Servicenivåerna är ifyllda efter driftklassen.", True]
    read: Any = workspace.reading().one("agreements", agreement).record
    assert (read.service_class, len(read.priorities), len(read.environment_levels)) == ("2", 4, 2)
    assert read.rto_hours is not None
    workspace.undo.undo()
    read = workspace.reading().one("agreements", agreement).record
    assert (read.service_class, read.priorities, read.rto_hours) == ("", (), None)
