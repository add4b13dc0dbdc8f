"""Nothing outside the program is opened without a yes to the whole address."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.addresses import Target, target_of
from itadmin.ui.attachments.opening import AskToOpen
from itadmin.ui.session import Session


@pytest.fixture
def opened() -> list[str]:
    return []


def ask(session: Session, qtbot: QtBot, target: Target, opened: list[str], *, works: bool = True) -> AskToOpen:
    def opener(address: QUrl) -> bool:
        opened.append(address.toString())
        return works

    sheet = AskToOpen(session.look, target, None, opener)
    qtbot.addWidget(sheet)
    sheet.open()
    return sheet


def test_the_whole_address_is_told_and_a_no_opens_nothing(session: Session, qtbot: QtBot, opened: list[str]) -> None:
    sheet = ask(session, qtbot, target_of("https://bank.se@luring.example/x"), opened)
    told = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Ska luring.example öppnas i webbläsaren?", "https://bank.se@luring.example/x"} <= told
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert opened == []


def test_a_yes_opens(session: Session, qtbot: QtBot, opened: list[str]) -> None:
    sheet = ask(session, qtbot, target_of("www.exempel.se"), opened)
    qtbot.mouseClick(sheet.open_button, Qt.MouseButton.LeftButton)
    assert opened == ["https://www.exempel.se"]


def test_what_cannot_be_opened_is_told(session: Session, qtbot: QtBot, opened: list[str], tmp_path: Path) -> None:
    sheet = ask(session, qtbot, target_of("www.exempel.se"), opened, works=False)
    with qtbot.waitSignal(sheet.failed) as failed:
        sheet.open_button.click()
    assert failed.args == ["Inget program på datorn kunde öppna adressen."]
    sheet = ask(session, qtbot, Target("mapp", str(tmp_path / "borta"), ""), opened)
    with qtbot.waitSignal(sheet.failed) as failed:
        sheet.open_button.click()
    assert "finns inte härifrån" in failed.args[0]
