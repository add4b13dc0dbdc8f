"""Names offered where a new record is named."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from itadmin.ui.completing_line import Offer
from itadmin.ui.look.look import Look
from itadmin.ui.panels.system_names import system_names
from itadmin.ui.register.name_offers import NameOffers
from itadmin.ui.register.special import NewNames
from itadmin.ui.session import Session


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    line.setFocus()
    return line


@pytest.fixture
def taken(line: QLineEdit, look: Look) -> list[object]:
    found: list[object] = []
    words = ("Vklass", "Viva", "Untis")
    names = NewNames(
        lambda typed: [Offer(word, word) for word in words if typed and word.startswith(typed)], lambda _: UUID(int=1)
    )
    NameOffers(look, line, names).taken.connect(found.append)
    return found


@pytest.mark.parametrize(
    ("steps", "name"), [((Qt.Key.Key_Down,), "Vklass"), ((Qt.Key.Key_Down, Qt.Key.Key_Down), "Viva")]
)
def test_an_offer_is_taken_with_arrows_and_enter(
    line: QLineEdit, taken: list[object], steps: tuple[Qt.Key, ...], name: str
) -> None:
    entered: list[str] = []
    line.returnPressed.connect(lambda: entered.append(line.text()))
    QTest.keyClicks(line, "V")
    for key in (*steps, Qt.Key.Key_Return):
        QTest.keyClick(line, key)
    assert (taken, entered) == ([name], [])
    assert line.isHidden()


def test_what_is_typed_on_is_named_as_anything_else(line: QLineEdit, taken: list[object]) -> None:
    entered: list[str] = []
    line.returnPressed.connect(lambda: entered.append(line.text()))
    QTest.keyClicks(line, "Vår egen")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (taken, entered) == ([], ["Vår egen"])


def test_choosing_a_product_makes_the_system_with_what_goes_with_it(session: Session) -> None:
    said: list[tuple[str, bool]] = []
    session.guide.said.connect(lambda *what: said.append(what))
    names = system_names(session)
    offer = next(each for each in names.offers("vkla") if each.text == "Vklass")
    assert offer.detail == "Lärplattform"
    read = session.reading().one("systems", names.make(offer.meant))
    assert (read.label, getattr(read.record, "area", "")) == ("Vklass", "Förskola och skola")
    assert said == [("La till Vklass med förslag ur startlistan. Ändra fritt.", True)]
    assert names.offers("") == []


def test_a_kind_is_offered_with_its_area(session: Session) -> None:
    found = system_names(session).offers("lärplattf")
    assert [(each.text, each.detail) for each in found] == [("Lärplattform", "Förskola och skola")]
