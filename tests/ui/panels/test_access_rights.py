"""The kinds of right of a system are offered where a decision about one is written."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.services.workspace import Workspace
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session

RIGHTS = [{"name": "Läsa"}, {"name": "Handläggare", "description": "Registrerar"}]
TypeText = Callable[..., None]


@pytest.fixture
def rights(workspace: Workspace, system_id: UUID) -> UUID:
    """The system, with two kinds of right."""
    workspace.records.save("systems", system_id, {"access_rights": RIGHTS})
    return system_id


def offered(widget: QWidget) -> int:
    return sum(item.count() for item in widget.findChildren(PopupList) if item.isVisible())


def test_a_decision_begun_in_the_list_has_them_once_the_system_is_chosen(
    session: Session, rights: UUID, qtbot: QtBot, type_text: TypeText, sheet_of: Any
) -> None:
    page = RegisterPage(session, REGISTERS["access_decisions"])
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.add_record()
    sheet = sheet_of(page, NewRecordDialog)
    line = sheet.editors["access_right"].focusProxy()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    type_text("l")
    assert offered(sheet) == 0
    sheet.editors["system"].show_named(str(rights), "Lifecare")
    type_text("ä")
    assert offered(sheet) == 2
    type_text("s")
    assert offered(sheet) == 1
    sheet.editors["system"].show_draft("Okänt system")
    line.clear()
    type_text("l")
    assert offered(sheet) == 0
