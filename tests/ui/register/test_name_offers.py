"""Names offered where a new record is named."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.systems import System
from itadmin.ui.completing_line import Offer
from itadmin.ui.look.look import Look
from itadmin.ui.panels.system_names import system_names
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.name_line import NameLine
from itadmin.ui.register.name_offers import is_taken, offer_names
from itadmin.ui.register.special import NewNames
from itadmin.ui.session import Session


@pytest.fixture
def naming(look: Look, qtbot: QtBot) -> NameLine:
    naming = NameLine(look, REGISTERS["systems"])
    qtbot.addWidget(naming)
    with qtbot.waitActive(naming):
        naming.ask()
        naming.activateWindow()
    return naming


@pytest.fixture
def line(naming: NameLine) -> QLineEdit:
    return naming.line


@pytest.fixture
def taken(naming: NameLine, look: Look) -> list[object]:
    found: list[object] = []
    words = ("Vklass", "Viva", "Untis")
    names = NewNames(
        lambda typed: [Offer(word, word) for word in words if typed and word.startswith(typed)], lambda _: UUID(int=1)
    )
    offer_names(look, naming, names, found.append)
    return found


@pytest.mark.parametrize(
    ("steps", "name"), [((Qt.Key.Key_Down,), "Vklass"), ((Qt.Key.Key_Down, Qt.Key.Key_Down), "Viva")]
)
def test_an_offer_is_taken_with_arrows_and_enter(
    naming: NameLine, line: QLineEdit, taken: list[object], steps: tuple[Qt.Key, ...], name: str
) -> None:
    entered: list[str] = []
    naming.named.connect(entered.append)
    QTest.keyClicks(line, "V")
    for key in (*steps, Qt.Key.Key_Return):
        QTest.keyClick(line, key)
    assert (taken, entered) == ([name], [])
    assert naming.isHidden()


def test_an_offer_whose_name_is_taken_is_told_before_it_is_made(
    naming: NameLine, line: QLineEdit, taken: list[object], session: Session
) -> None:
    session.workspace.records.add("systems", {"name": "Vklass"})
    naming.set_taken(partial(is_taken, session, "systems"))
    QTest.keyClicks(line, "Vkl")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (taken, naming.isHidden()) == ([], False)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (taken, naming.isHidden()) == (["Vklass"], True)


@pytest.mark.parametrize(
    ("name", "taken_already"), [("Mål", True), (" MÅL ", True), ("Mal", False), ("Må", False), ("Mål 2", False)]
)
def test_a_name_is_taken_in_small_letters_and_capital_ones(session: Session, name: str, taken_already: bool) -> None:
    session.workspace.records.add("systems", {"name": "Mål"})
    assert is_taken(session, "systems", name) is taken_already
    assert not is_taken(session, "people", name)


def test_what_is_typed_on_is_named_as_anything_else(naming: NameLine, line: QLineEdit, taken: list[object]) -> None:
    entered: list[str] = []
    naming.named.connect(entered.append)
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


def test_a_known_product_fills_in_what_is_empty_and_leaves_the_rest(
    page_of: Callable[[str], RecordPage], session: Session, type_text: Callable[..., None]
) -> None:
    said: list[str] = []
    session.guide.said.connect(lambda sentence, _undoable: said.append(sentence))
    page = page_of("systems")
    system = session.workspace.records.add("systems", {"name": "Lärplattformen", "area": "Bildning"})
    page.show_record(system)
    page.edit_field("product")
    type_text("vkl", Qt.Key.Key_Down)
    type_text("", Qt.Key.Key_Return)
    type_text("", Qt.Key.Key_Return)
    record = session.reading().one("systems", system).record
    assert isinstance(record, System)
    assert (record.product, record.area, record.starter_key) == ("Vklass", "Bildning", "skola.larplattform")
    assert (record.confidentiality, record.classified_on) == ("", None)
    assert said == ["Tomma fält är ifyllda med förslag ur startlistan. Ändra fritt."]
    page.edit_field("product")
    type_text("Något eget", Qt.Key.Key_Return)
    assert len(said) == 1
