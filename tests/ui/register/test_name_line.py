"""A new record is named on a line; a name that another has is told once, and never in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.ui.look.look import Look
from itadmin.ui.register.name_line import NameLine, told_taken

TOLD = "Det finns redan ett system som heter Lifecare. Enter igen lägger till ett till."


@pytest.fixture
def naming(look: Look, qtbot: QtBot) -> NameLine:
    naming = NameLine(look, REGISTERS["systems"])
    naming.set_taken(lambda name: name == "Lifecare")
    qtbot.addWidget(naming)
    with qtbot.waitActive(naming):
        naming.ask()
        naming.activateWindow()
    return naming


@pytest.fixture
def named(naming: NameLine) -> list[str]:
    found: list[str] = []
    naming.named.connect(found.append)
    return found


def enter(naming: NameLine, text: str = "") -> None:
    QTest.keyClicks(naming.line, text)
    QTest.keyClick(naming.line, Qt.Key.Key_Return)


def said(naming: NameLine) -> list[str]:
    return [label.text() for label in naming.findChildren(QLabel) if label.isVisible()]


def test_a_new_name_is_taken_at_once(naming: NameLine, named: list[str]) -> None:
    enter(naming, " Raindance ")
    assert (named, naming.isHidden()) == (["Raindance"], True)


def test_a_name_that_is_there_is_told_and_taken_at_the_second_enter(naming: NameLine, named: list[str]) -> None:
    enter(naming, "Lifecare")
    assert (named, said(naming), naming.line.hasFocus()) == ([], [TOLD], True)
    assert naming.line.accessibleDescription() == TOLD
    enter(naming)
    assert (named, naming.isHidden()) == (["Lifecare"], True)


def test_typing_on_takes_the_words_away(naming: NameLine, named: list[str]) -> None:
    enter(naming, "Lifecare")
    QTest.keyClicks(naming.line, " HSL")
    assert said(naming) == []
    enter(naming)
    assert named == ["Lifecare HSL"]


def test_the_line_opens_anew_without_what_was_said(naming: NameLine, named: list[str]) -> None:
    enter(naming, "Lifecare")
    naming.hide()
    naming.ask()
    assert (said(naming), naming.line.text()) == ([], "")
    enter(naming)
    assert (named, naming.isHidden()) == ([], True)


@pytest.mark.parametrize(
    ("register", "begins"),
    [("people", "Det finns redan en person som"), ("agreements", "Det finns redan ett avtal som")],
)
def test_the_words_have_the_gender_of_the_register(register: str, begins: str) -> None:
    assert told_taken(REGISTERS[register], "A").startswith(begins)


def test_a_long_name_is_cut(naming: NameLine) -> None:
    assert len(told_taken(REGISTERS["systems"], "x" * 300)) < 150
