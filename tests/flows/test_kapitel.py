"""A text that ships becomes the kommun's own: the steps of `kapitel.feature`."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from itadmin.services.clock import Surroundings
from itadmin.services.workspace import Workspace
from itadmin.storage.engine import open_register
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.steering import ChapterEditor, words
from itadmin.ui.steering.chapters_read import ADDED

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen grabs no keyboard

scenarios("kapitel.feature")

TITLE = "IT-instruktion Drift"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(house: Any) -> ChapterEditor:
    """The window on the chapters, once it is open."""
    found: ChapterEditor = house.bench.windows.of(ChapterEditor)[0]
    return found


@given("en IT-instruktion för drift som ingen har skrivit i")
def untouched(register_path: Path, around: Surroundings) -> None:
    workspace = Workspace(open_register(register_path, "prov"), around)
    workspace.records.add("steering_documents", {"title": TITLE, "template": "it_instruktion_drift"})
    workspace.close()


@given("att dess sida är öppen i fönstret")
def open_page(house: Any, hands: Any, register_path: Path) -> None:
    house.start(register_path)
    document = house.workspace.reading().named("steering_documents", TITLE)
    house.bench.session.guide.open_record("steering_documents", document)
    hands.rest()


@when("jag trycker Ctrl+Shift+R på dokumentet")
def open_chapters(house: Any, hands: Any) -> None:
    hands.key(Qt.Key.Key_R, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    editor: ChapterEditor = house.bench.windows.of(ChapterEditor)[0]
    editor.resize(1440, 900)
    with house.qtbot.waitActive(editor):
        editor.activateWindow()


@when(parsers.parse('jag går till kapitlet "{heading}"'))
def go_to(editor: ChapterEditor, hands: Any, heading: str) -> None:
    row = next(place for place, line in enumerate(editor.chapters.model.lines) if line.heading.endswith(heading))
    table = editor.chapters.table
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hands.rest()


@when("jag väljer att skriva bara för vår kommun")
def only_ours(editor: ChapterEditor, hands: Any) -> None:
    place = editor.top.levels.tabRect(1).center()
    QTest.mouseClick(editor.top.levels, Qt.MouseButton.LeftButton, pos=place)
    hands.rest()


@when("jag låter kapitlet läggas till efter det gemensamma")
def add_after(editor: ChapterEditor, hands: Any) -> None:
    editor.pane.manner.setFocus()
    hands.key(Qt.Key.Key_Down)
    assert editor.pane.manner.currentText() == words.MANNERS[ADDED]


@when(parsers.parse('jag skriver "{text}" i kapitlet'))
def write(editor: ChapterEditor, hands: Any, text: str) -> None:
    editor.pane.text.setFocus()
    hands.write(text)


@when(parsers.parse('jag fyller i värdet "{name}" med "{value}"'))
def fill_in(hands: Any, name: str, value: str) -> None:
    hands.press(f"Fyll i {name}")
    hands.write(value, end=Qt.Key.Key_Tab)


@when("jag trycker Ctrl+Z")
def undo(editor: ChapterEditor, hands: Any) -> None:
    editor.chapters.table.setFocus()
    hands.key(Qt.Key.Key_Z, CONTROL)


@then(parsers.parse('är namnet "{name}" okänt'))
def is_unknown(house: Any, editor: ChapterEditor, name: str) -> None:
    house.qtbot.waitUntil(lambda: editor.pane.told.text() == words.UNKNOWN_NAMES)
    assert [row.field.label for row in editor.pane.values.findChildren(ValueRow)] == [name]


def printed(editor: ChapterEditor) -> str:
    """What the pages say."""
    pdf = editor.live._pdf
    assert pdf is not None
    document: pypdfium2.PdfDocument = pdf._document
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@then(parsers.parse('sidorna visar "{text}"'))
@then(parsers.parse('visar sidorna "{text}"'))
def pages_show(house: Any, editor: ChapterEditor, text: str) -> None:
    house.qtbot.waitUntil(lambda: text in printed(editor))


@then(parsers.parse('är det senaste steget "{title}"'))
def last_step(house: Any, title: str) -> None:
    assert house.workspace.undo.state().undo == title


@then(parsers.parse('är kapitlet "{told}"'))
def chapter_is(house: Any, editor: ChapterEditor, told: str) -> None:
    def says() -> str:
        line = editor.chapters.current
        return line.told if line is not None else ""

    house.qtbot.waitUntil(lambda: says() == told)
