"""Writing with the keyboard: lists go on, points move, marks are coloured, undo is the text's before the window's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.steering.chapter_text import ChapterText
from itadmin.ui.steering.chapter_tools import KEYS, ChapterTools
from itadmin.ui.steering.marks import Passage, strong


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    QVBoxLayout(host).addWidget(QLineEdit())
    qtbot.addWidget(host)
    return host


@pytest.fixture
def text(look: Look, host: QWidget) -> ChapterText:
    text = ChapterText(look)
    layout = host.layout()
    assert layout is not None
    layout.addWidget(text)
    host.show()
    host.activateWindow()
    text.setFocus()
    return text


def inks(text: QPlainTextEdit, line: int) -> dict[str, str]:
    """Each coloured stretch of a line with its colour."""
    block = text.document().findBlockByNumber(line)
    ranges = block.layout().formats()
    return {
        block.text()[part.start : part.start + part.length]: part.format.foreground().color().name() for part in ranges
    }


def test_enter_goes_on_with_a_list_and_ends_it(text: ChapterText, qtbot: QtBot) -> None:
    qtbot.keyClicks(text, "1. ett")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "tre")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "slut")
    assert text.toPlainText() == "1. ett\n2. tre\nslut"


def test_tab_leaves_the_text_as_it_is(text: ChapterText, qtbot: QtBot) -> None:
    text.setPlainText("- ett")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert text.toPlainText() == "- ett"
    assert not text.hasFocus()


def test_a_change_is_one_step_of_undo_and_keeps_the_selection(text: ChapterText) -> None:
    text.setPlainText("😀 ett två")
    cursor = text.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    assert text.passage() == Passage("😀 ett två", 2, 5)
    assert text.work(strong)
    assert text.toPlainText() == "😀 **ett** två"
    assert text.textCursor().selectedText() == "ett"
    text.undo()
    assert text.toPlainText() == "😀 ett två"


def test_what_may_only_be_read_is_not_changed(text: ChapterText, qtbot: QtBot) -> None:
    text.setPlainText("- ett")
    text.setReadOnly(True)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert not text.work(strong)
    assert text.toPlainText() == "- ett"


def test_undo_is_the_windows_when_nothing_has_been_typed(text: ChapterText, qtbot: QtBot) -> None:
    asked: list[str] = []
    action = QAction("Ångra", text.window())
    action.setShortcut(QKeySequence("Ctrl+Z"))
    action.triggered.connect(lambda: asked.append("window"))
    text.window().addAction(action)
    text.setPlainText("text")
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["window"]
    qtbot.keyClicks(text, "mer ")
    qtbot.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (asked, text.toPlainText()) == (["window"], "text")


def test_marks_are_coloured_and_unknown_values_stand_out(text: ChapterText, look: Look) -> None:
    text.marks.set_known({"telefon"})
    text.setPlainText("## Rubrik\n- ring {{telefon}} {{fel}}\n| a | b |\n**fet**")
    tokens = look.tokens
    assert inks(text, 0)["##"] == tokens.text3.lower()
    assert inks(text, 1) == {
        "-": tokens.accent.lower(),
        "{{telefon}}": tokens.accent.lower(),
        "{{fel}}": tokens.red.ink.lower(),
    }
    assert inks(text, 2)["|"] == tokens.text3.lower()
    bold = [part for part in text.document().findBlockByNumber(3).layout().formats() if part.start == 2]
    assert bold[0].format.fontWeight() == QFont.Weight.DemiBold


def test_every_tool_changes_the_text(look: Look, text: ChapterText, qtbot: QtBot) -> None:
    tools = ChapterTools(look, text)
    qtbot.addWidget(tools)
    for button in tools.findChildren(type(tools.values)):
        if button is not tools.values:
            text.setPlainText("- rad")
            button.click()
            assert text.toPlainText() != "- rad", button.text()
    assert len(KEYS) == len(tools.findChildren(type(tools.values)))


def test_a_value_is_put_in_from_the_menu(look: Look, text: ChapterText, qtbot: QtBot) -> None:
    tools = ChapterTools(look, text)
    qtbot.addWidget(tools)
    tools.offer({"": {"telefon": "Telefon & fax"}, "Ur registret": {}, "Fler värden": {"annat": "Annat"}})
    menu = tools.values.menu()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == ["Telefon && fax", "Fler värden", "Nytt värde…"]
    text.setPlainText("")
    menu.actions()[0].trigger()
    assert text.toPlainText() == "{{telefon}}"
    menu.actions()[-1].trigger()
    assert text.toPlainText() == "{{telefon}}{{nytt_namn}}"
    assert text.textCursor().selectedText() == "nytt_namn"
