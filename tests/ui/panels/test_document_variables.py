"""A value is begun by a name that texts ask for, found by what it is called."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.ui.panels.document_variables import SPECIAL
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session


def test_names_are_offered_by_their_words(
    session: Session, qtbot: QtBot, type_text: Callable[..., None], sheet_of: Any
) -> None:
    page = RegisterPage(session, REGISTERS["document_variables"])
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.add_record()
    sheet = sheet_of(page, NewRecordDialog)
    line = sheet.editors["name"].focusProxy()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    type_text("")  # the sheet puts the keyboard in its first line
    type_text("öppettider")
    (popup,) = (item for item in sheet.findChildren(PopupList) if item.isVisible())
    assert popup.count() == 1
    type_text("", Qt.Key.Key_Down)
    type_text("", Qt.Key.Key_Return)
    assert line.text() == "servicedesk_tider"


def test_every_known_name_can_be_found(session: Session) -> None:
    offers = SPECIAL.writing.words["name"](session, lambda _field: None)
    assert len(offers("")) > 30
    assert [offer.text for offer in offers("losenord")] == [
        "losenord_minlangd",
        "losenordshanterare",
        "losenordshanterare_drift",
    ]
