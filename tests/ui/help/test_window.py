"""Help is read, searched and followed without a mouse and without a network."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from itadmin.ui.help.pages import FIRST, PAGES
from itadmin.ui.help.window import HelpWindow
from itadmin.ui.look.look import Look, Scheme


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> HelpWindow:
    window = HelpWindow(look)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def titles(window: HelpWindow) -> list[str]:
    rows = window.contents.model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def test_it_opens_on_the_page_asked_for_or_the_first(look: Look, qtbot: QtBot, window: HelpWindow) -> None:
    assert window.page == FIRST
    assert len(titles(window)) == len(PAGES)
    for asked, shown in (("avtal", "avtal"), ("finns-inte", FIRST)):
        other = HelpWindow(look, asked)
        qtbot.addWidget(other)
        assert other.page == shown


@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_shown(window: HelpWindow, name: str) -> None:
    window.show_page(name)
    assert window.text.toPlainText().startswith(window.contents.currentIndex().data())
    assert "**" not in window.text.toPlainText()


def test_the_arrows_go_through_the_pages_and_back_again(window: HelpWindow, qtbot: QtBot) -> None:
    window.contents.setFocus()
    qtbot.keyClick(window.contents, Qt.Key.Key_Down)
    qtbot.keyClick(window.contents, Qt.Key.Key_Down)
    names = list(PAGES)
    assert window.page == names[2]
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page == names[1]
    assert window.contents.currentIndex().row() == 1
    window.go_back()
    window.go_back()
    assert window.page == names[0]


def test_search_narrows_the_list_and_enter_reads_the_first(window: HelpWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    qtbot.keyClicks(window.search, "kopiorna gallras med")
    assert titles(window) == ["Filen och säkerhetskopior"]
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.page == "filen-och-sakerhetskopior"
    assert window.text.hasFocus()
    window.search.setText("xyzzy")
    assert titles(window) == []
    assert window._none.isVisible()
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.page == "filen-och-sakerhetskopior"


def test_links_lead_to_pages_and_nowhere_else(window: HelpWindow) -> None:
    window.text.anchorClicked.emit(QUrl("avtal.md"))
    assert window.page == "avtal"
    for elsewhere in ("file:///etc/passwd", "javascript:alert(1)", "smb://server/fil.md"):
        window.text.anchorClicked.emit(QUrl(elsewhere))
        assert window.page == FIRST
        assert not window.text.openLinks()


def test_lines_stay_short_in_a_wide_window(window: HelpWindow, look: Look, qtbot: QtBot) -> None:
    window.resize(2000, 800)
    qtbot.waitUntil(lambda: window.text.viewport().width() <= look.metrics.px(720))
    window.resize(700, 800)
    qtbot.waitUntil(lambda: window.text.width() < look.metrics.px(700))
    assert window.text.horizontalScrollBar().maximum() == 0


def test_the_colours_follow_the_look(window: HelpWindow, look: Look) -> None:
    look.set_scheme(Scheme.DARK)
    block = window.text.document().begin()
    colour = block.begin().fragment().charFormat().foreground().color()
    assert colour == QColor(look.tokens.text)


def test_escape_closes_and_the_page_is_there_the_next_time(window: HelpWindow, qtbot: QtBot) -> None:
    window.show_page("avtal")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    window.show()
    assert window.page == "avtal"
