"""Whose register it is."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from itadmin.services.reference_data import municipalities
from itadmin.ui.look.look import Look
from itadmin.ui.start.owner import OwnerQuestion


@pytest.fixture
def question(look: Look, qtbot: QtBot) -> OwnerQuestion:
    question = OwnerQuestion(look, municipalities())
    qtbot.addWidget(question)
    question.show()
    return question


def choose(question: OwnerQuestion, name: str) -> None:
    question.kommun.setCurrentIndex(question.kommun.findText(name))


def choose_other(question: OwnerQuestion) -> None:
    question.kommun.setCurrentIndex(question.kommun.count() - 1)


def test_kommuner_stand_in_swedish_order_and_none_is_chosen(question: OwnerQuestion) -> None:
    names = [question.kommun.itemText(row) for row in range(question.kommun.count())]
    assert names[:2] == ["Bengtsfors kommun", "Dals-Eds kommun"]
    assert names[-3:-1] == ["Åmåls kommun", "Årjängs kommun"]
    assert question.kommun.currentIndex() == -1
    assert question.shown_name() == ""
    assert not question.check()
    assert question.line() == "Välj kommun först."


def test_a_known_kommun_needs_nothing_more(question: OwnerQuestion) -> None:
    choose(question, "Åmåls kommun")
    assert question.check()
    assert question.answer() == ("1492", "")
    assert question.shown_name() == "Åmåls kommun"
    assert "1492" in question.line()
    assert not question.code.isVisible()


@pytest.mark.parametrize(
    ("code", "name", "fault", "field"),
    [
        ("", "", "kommunkod med fyra siffror", "code"),
        ("12", "Ale", "kommunkod med fyra siffror", "code"),
        ("212000-1471", "Förbundet", "kommunkod med fyra siffror", "code"),
        ("1440", "", "vad organisationen heter", "name"),
        ("1440", "  ", "vad organisationen heter", "name"),
        ("222000-0315", "", "vad organisationen heter", "name"),
    ],
)
def test_another_organisation_needs_code_and_name(
    question: OwnerQuestion, code: str, name: str, fault: str, field: str
) -> None:
    choose_other(question)
    question.code.setText(code)
    question.name.setText(name)
    assert not question.check()
    assert fault in question.line()
    wrong: QLineEdit = getattr(question, field)
    assert wrong.property("state") == "error"


@pytest.mark.parametrize(("code", "name"), [("1440", "Ale kommun"), ("222000-0315", "Förbundet"), ("1460", "")])
def test_what_will_do_is_accepted(question: OwnerQuestion, code: str, name: str) -> None:
    choose_other(question)
    question.code.setText(code)
    question.name.setText(name)
    assert question.check()
    assert question.answer() == (code, name)


def test_typing_takes_the_fault_away(question: OwnerQuestion, qtbot: QtBot) -> None:
    choose_other(question)
    question.check()
    qtbot.keyClicks(question.code, "1")
    assert "Kommunkod med fyra siffror, eller" in question.line()
