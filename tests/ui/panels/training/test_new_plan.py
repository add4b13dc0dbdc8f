"""A new utbildningsplan is begun from its list: filled in by hand, or made from a template instead."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session
from itadmin.ui.training.making_dialog import MakingDialog


def begun(session: Session, register: str, qtbot: QtBot) -> tuple[RegisterPage, NewRecordDialog]:
    page = RegisterPage(session, REGISTERS[register])
    qtbot.addWidget(page)
    page.show()
    page.add_record()
    return page, page.findChild(NewRecordDialog)


def words(sheet: NewRecordDialog) -> list[str]:
    return [button.text() for button in sheet.foot_row.findChildren(QAbstractButton)]


def test_what_is_begun_in_the_list_can_be_made_from_a_template_instead(
    session: Session, workspace: Workspace, system_id: UUID, qtbot: QtBot
) -> None:
    page, sheet = begun(session, "training_plans", qtbot)
    button = next(each for each in sheet.findChildren(QAbstractButton) if each.text() == "Gör från mall…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(MakingDialog)
    assert dialog.isVisible()
    assert not sheet.isVisible()
    assert workspace.reading().count("training_plans") == 0


def test_registers_without_another_way_offer_none(session: Session, qtbot: QtBot) -> None:
    _page, sheet = begun(session, "integrations", qtbot)
    assert sorted(words(sheet)) == ["Avbryt", "Lägg till"]
