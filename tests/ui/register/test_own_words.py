"""A kommun's own words in editors, conditions and lists: the offered ones are offered, and what is chosen is kept."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from itadmin.domain.fields import OPEN, Choice
from itadmin.domain.filters import Condition
from itadmin.domain.record import described_fields
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.agreement_rows import ContactRow
from itadmin.domain.values import LISTS
from itadmin.domain.words import Words
from itadmin.services.value_lists import ValueLists
from itadmin.services.workspace import Workspace
from itadmin.ui.look.look import Look
from itadmin.ui.popup_list import PopupList
from itadmin.ui.register.checks_editor import ChecksEditor
from itadmin.ui.register.choice_editor import ChoiceEditor
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.register.rows_model import RowsModel
from itadmin.ui.session import Session
from itadmin.ui.widgets.level_cell import LevelBadge

FIELD = Choice("Kategori", OPEN, values="systemkategori")
OWN = "1460.e_arkiv"


@pytest.fixture
def lists(workspace: Workspace) -> ValueLists:
    lists = ValueLists(workspace.records, workspace.reading())
    lists.add("systemkategori", "E-arkiv")
    lists.change("systemkategori", "e_tjanst", {"name": "Webbtjänst"})
    lists.change("systemkategori", "skola", {"hidden": True})
    return lists


@pytest.fixture
def editor(look: Look, lists: ValueLists, workspace: Workspace, qtbot: QtBot) -> ChoiceEditor:
    editor = ChoiceEditor(look, FIELD, workspace.reading().words)
    qtbot.addWidget(editor)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.setFocus()
    return editor


def offered(editor: ChoiceEditor) -> list[str]:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    popup = next(item for item in editor.findChildren(PopupList) if item.isVisible())
    return [popup.item(row).text() for row in range(popup.count())][1:]


def test_own_words_are_offered_and_hidden_ones_are_not(editor: ChoiceEditor) -> None:
    editor.show_plain(None)
    builtin = [word for code, word in LISTS["systemkategori"].items() if code not in ("skola", "e_tjanst")]
    shown = offered(editor)
    assert sorted(shown) == sorted([*builtin, "Webbtjänst", "E-arkiv"])


@pytest.mark.parametrize(("code", "word"), [("skola", "Skola"), (OWN, "E-arkiv"), ("1461.okand", "1461.okand")])
def test_the_value_there_is_can_be_kept_whatever_it_is(editor: ChoiceEditor, code: str, word: str) -> None:
    editor.show_plain(code)
    assert editor.draft() == word
    assert editor.plain() == code
    assert word in offered(editor)


@pytest.mark.parametrize(
    ("said", "code"), [("Webbtjänst", "e_tjanst"), ("e-tjänst", "e_tjanst"), ("e-arkiv", OWN), ("", None)]
)
def test_what_is_typed_is_understood(editor: ChoiceEditor, said: str, code: str | None) -> None:
    editor.show_draft(said)
    assert editor.plain() == code


def test_a_cell_of_a_table_offers_and_shows_them(qapp: QApplication) -> None:
    parent = QObject()
    labels = {**LISTS["kontaktroll"], "it_chef": "Digitaliseringschef"}
    words = Words({**LISTS, "kontaktroll": labels}, hidden=frozenset({("kontaktroll", "annan")}))
    fields = described_fields(ContactRow)
    model = RowsModel(fields, parent, words)
    model.set_rows([{**dict.fromkeys(fields), "task": code} for code in ("it_chef", "annan", "1461.x")])
    cells = [model.index(row, list(fields).index("task")) for row in range(3)]
    assert [cell.data() for cell in cells] == ["Digitaliseringschef", "Annan", "1461.x"]
    assert [("annan" in (model.words_at(cell) or {})) for cell in cells] == [False, True, False]
    assert "1461.x" in (model.words_at(cells[2]) or {})


@pytest.fixture
def page(session: Session, workspace: Workspace, lists: ValueLists, qtbot: QtBot) -> RegisterPage:
    for name, category in (("A", OWN), ("B", "e_tjanst"), ("C", "skola")):
        workspace.records.add("systems", {"name": name, "category": category})
    page = RegisterPage(session, REGISTERS["systems"])
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    return page


def names(page: RegisterPage) -> list[str]:
    QApplication.processEvents()
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def test_a_condition_reads_as_the_word_and_follows_it(page: RegisterPage, lists: ValueLists) -> None:
    page.state.put(Condition("category", "one_of", ("e_tjanst",)), -1)
    assert [chip.words for chip in page.side.filter.row.chips] == ["kategori Webbtjänst"]
    assert names(page) == ["B"]
    lists.change("systemkategori", "e_tjanst", {"name": "Digital tjänst"})
    assert [chip.words for chip in page.side.filter.row.chips] == ["kategori Digital tjänst"]


def test_a_condition_can_ask_for_hidden_and_own_words(page: RegisterPage) -> None:
    page.state.put(Condition("category", "one_of", (OWN, "skola")), -1)
    QTest.mouseClick(page.side.filter.row.chips[0], Qt.MouseButton.LeftButton)
    (editor,) = page.side.filter.editor.findChildren(ChecksEditor)
    ticked = [box.text() for box in editor.findChildren(QCheckBox) if box.isChecked()]
    assert sorted(ticked) == ["E-arkiv", "Skola"]
    assert names(page) == ["A", "C"]


def test_a_list_follows_words_that_are_changed_and_moved(page: RegisterPage, lists: ValueLists) -> None:
    page.state.sort("category", descending=False)
    assert names(page) == ["B", "C", "A"]
    for _place in range(7):
        lists.move("systemkategori", OWN, -1)
    assert names(page) == ["A", "B", "C"]


def test_a_level_is_shown_as_a_proposal_until_it_is_adopted(
    page_of: Callable[[str], RecordPage], workspace: Workspace, lists: ValueLists, system_id: UUID
) -> None:
    owner = str(workspace.file.info.organisation)
    values: dict[str, Any] = {"system": str(system_id), "municipality": owner, "level": "3"}
    level = workspace.records.add("cooperation_levels", values)
    page, system = page_of("cooperation_levels"), page_of("systems")
    page.show_record(level)
    system.show_record(system_id)

    def told() -> tuple[bool, bool]:
        QApplication.processEvents()
        notes = [label for label in page.findChildren(QLabel) if label.text() == "benämning ej fastställd"]
        badges = [badge.toolTip() for badge in system.findChildren(LevelBadge) if badge.isVisible()]
        return any(note.isVisible() for note in notes), any("benämning ej fastställd" in tip for tip in badges)

    assert told() == (True, True)
    lists.change("samverkansniva", "3", {"adopted_on": "2026-03-12", "name": "3 Samma program"})
    assert told() == (False, False)
    assert any("Samma program" in badge.toolTip() for badge in system.findChildren(LevelBadge))
