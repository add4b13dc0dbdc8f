"""A system's page as a whole: the order of its parts, and the way to its driftavtal."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from itadmin.domain.problems import NotFoundError
from itadmin.services.workspace import Workspace
from itadmin.ui.panels.systems.special import make_operations_agreement
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.session import Session
from itadmin.ui.widgets.section_header import SectionHeader


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


def test_the_parts_stand_in_their_order_and_empty_ones_take_a_line(
    page_of: Callable[[str], RecordPage], workspace: Workspace
) -> None:
    other = workspace.records.add("systems", {"name": "Annat"})
    bare = workspace.records.add("systems", {"name": "Nytt", "successor": str(other)})
    page = page_of("systems")
    page.show_record(bare)
    QApplication.processEvents()
    headers = [header for header in page.findChildren(SectionHeader) if header.isVisible()]
    headers.sort(key=lambda header: header.mapTo(page, header.rect().topLeft()).y())
    assert [header.title().partition(" ")[0] for header in headers] == [
        "Översikt",
        "Livscykel",
        "Införande",
        "Roller",
        "Användning",
        "Avtal",
        "Klassning",
        "Personuppgifter",
        "Drift",
        "Säkerhetskopiering",
        "Integrationer",
        "Kostnader",
        "Utbildning",
        "Samverkan",
        "Bedömning",
        "Dokument",
        "Behörigheter",
    ]
    page.show_record(other)
    QApplication.processEvents()
    titles = [header.title() for header in page.findChildren(SectionHeader) if header.isVisible()]
    assert "System" in titles
