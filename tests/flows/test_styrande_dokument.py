"""A policy from text to its next version, as a user takes it there: the steps of `styrande_dokument.feature`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.domain.identifiers import municipality_id
from itadmin.domain.problems import ReadOnlyError
from itadmin.services.clock import Surroundings
from itadmin.services.papers import file_of, papers_about
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.comparing.window import ComparisonWindow
from itadmin.ui.panels.steering.decisions import DecisionsPanel
from itadmin.ui.register.reads_table import ReadsTable
from itadmin.ui.steering import ChapterEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("styrande_dokument.feature")

Table = Sequence[Sequence[str]]
KOMMUNER = [str(municipality_id(code)) for code in ("1438", "1439", "1460", "1461", "1492")]
DOCUMENTS = "steering_documents"
STATUS, DAY, PARAGRAPH = 2, 3, 4


@given("en policy för fem kommuner utan text")
def empty_policy(register_path: Path, around: Surroundings) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    values = {
        "title": "IT-policy",
        "kind": "policy",
        "template": "egen_text",
        "version": "1.0",
        "status": "utkast",
        "registry_number": "KS 2026/211",
        "municipalities": KOMMUNER,
        "valid_from": "2027-01-01",
        "valid_until": "2031-12-31",
        "revise_by": "2031-06-30",
        "responsible_function": "IT-chef",
    }
    workspace.records.add(DOCUMENTS, values)
    workspace.close()


@given("att dess sida är öppen")
def open_page(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    house.bench.session.guide.open_record(DOCUMENTS, newest(house).id)
    hands.rest()


def policies(house: Any) -> list[Any]:
    reads = house.workspace.reading().many(DOCUMENTS, house.workspace.reading().keys(DOCUMENTS))
    return sorted((read.record for read in reads.values()), key=lambda policy: policy.version)


def newest(house: Any) -> Any:
    return policies(house)[-1]


def decisions(house: Any) -> dict[UUID, Any]:
    reads = house.workspace.reading().referring("steering_decisions", "document", policies(house)[0].id)
    return {read.record.municipality: read.record for read in reads}


def shown(kind: type[Any]) -> Any:
    return next(widget for widget in QApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible())


def editor_of(house: Any) -> ChapterEditor:
    editor: ChapterEditor = house.bench.windows.of(ChapterEditor)[-1]
    with house.qtbot.waitActive(editor):
        editor.activateWindow()
    return editor


@when(parsers.parse('jag trycker på "{name}"'))
def press(hands: Any, name: str) -> None:
    hands.press(name)


@when(parsers.parse('jag skriver kapitlet "{heading}" med "{text}"'))
def write_chapter(house: Any, hands: Any, heading: str, text: str) -> None:
    editor = editor_of(house)
    QTest.keyClick(editor, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hands.rest()
    hands.write(heading, Qt.Key.Key_Tab)
    rewrite(editor, hands, text)


@when(parsers.parse('jag ändrar texten till "{text}"'))
def change_text(house: Any, hands: Any, text: str) -> None:
    rewrite(editor_of(house), hands, text)


def rewrite(editor: ChapterEditor, hands: Any, text: str) -> None:
    """Write a text instead of all that stands there, and close the editor, which saves."""
    editor.pane.text.setFocus()
    editor.pane.text.selectAll()
    QTest.keyClicks(editor.pane.text, "x")
    editor.pane.text.selectAll()
    hands.write(text, Qt.Key.Key_Control)
    editor.close()
    hands.rest()


@then(parsers.parse('står det på sidan "{sentence}"'))
def tells(sentence: str) -> None:
    told = shown(DecisionsPanel).told.text()
    assert told.startswith(sentence), told


@when("jag antecknar besluten")
def note_decisions(hands: Any, datatable: Table) -> None:
    table: ReadsTable = shown(ReadsTable)
    rows = {table.model().index(row, 0).data(): row for row in range(table.model().rowCount())}
    for kommun, status, day, paragraph in datatable:
        row = rows[kommun]
        open_cell(hands, table, row, STATUS)
        assert QApplication.activePopupWidget() is not None
        hands.write(status)
        for column, text in ((DAY, day), (PARAGRAPH, paragraph)):
            open_cell(hands, table, row, column)
            hands.write(text)


def open_cell(hands: Any, table: ReadsTable, row: int, column: int) -> None:
    with hands.qtbot.waitActive(table.window()):
        table.window().activateWindow()
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    QTest.keyClick(table, Qt.Key.Key_Return)
    hands.rest()


@then(parsers.parse('har policyn läget "{status}"'))
def has_status(house: Any, status: str) -> None:
    assert newest(house).status == status


@then(parsers.parse('handlingen "{number}" är lagrad'))
def is_kept(house: Any, number: str) -> None:
    (paper,) = papers_about(house.workspace.reading(), DOCUMENTS, newest(house).id)
    assert paper.number == number
    assert file_of(house.workspace.attachments, paper).content.startswith(b"%PDF-")


@then("policyn går inte att ändra")
def is_locked(house: Any) -> None:
    policy = newest(house)
    with pytest.raises(ReadOnlyError):
        house.workspace.records.save(DOCUMENTS, policy.id, {"title": "En annan"})
    (chapter,) = house.workspace.reading().referring("steering_chapters", "document", policy.id)
    with pytest.raises(ReadOnlyError):
        house.workspace.records.save("steering_chapters", chapter.record.id, {"text": "Något annat."})


@then("Åmåls beslut går att ändra")
def decision_is_open(house: Any, hands: Any) -> None:
    table: ReadsTable = shown(ReadsTable)
    open_cell(hands, table, table.model().rowCount() - 1, PARAGRAPH)
    hands.write("§ 12")
    assert decisions(house)[municipality_id("1492")].paragraph == "§ 12"


@then(parsers.parse('har policyn version "{version}" och läget "{status}"'))
def has_version(house: Any, version: str, status: str) -> None:
    assert (newest(house).version, newest(house).status) == (version, status)


@then(parsers.parse('är "{gone}" borttaget och "{come}" nytt i jämförelsen'))
def compares(house: Any, gone: str, come: str) -> None:
    text = house.bench.windows.of(ComparisonWindow)[-1].text.document()
    found = text.find(come)
    assert found.charFormat().fontUnderline()
    assert text.find(gone).charFormat().fontStrikeOut()


@when("jag stänger jämförelsen och trycker Ctrl+Z i fönstret två gånger")
def undo_twice(house: Any, hands: Any) -> None:
    house.bench.windows.of(ComparisonWindow)[-1].close()
    for _ in range(2):
        house.bench.session.guide.do_command("undo")
        hands.rest()


@then(parsers.parse('finns bara version "{version}"'))
def only_version(house: Any, version: str) -> None:
    assert [policy.version for policy in policies(house)] == [version]
