"""What every window of a painted picture does: table and picture go together, it is saved, and follows the register."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QStringListModel, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from itadmin.domain.problems import KnownError
from itadmin.ui.picture_files import Drawing
from itadmin.ui.picture_output import Output
from itadmin.ui.picture_window import PictureWindow
from itadmin.ui.session import Session


class SquareWindow(PictureWindow):
    """Shows a square with three rows beside it."""

    def __init__(self, session: Session) -> None:
        self.rows = QStringListModel(["Ett", "Två", "Tre"])
        super().__init__(session, self.rows)
        self.has_room, self.is_large, self.refreshed = True, False, 0
        self.picture = QLabel("Fyrkant")
        self.stood_on: list[int] = []
        self.opened: list[int] = []
        self.body_items.addWidget(self.column(self.put_together(self.picture, self.table), above=(self.told,)))
        self.tell("Fyrkant", "En fyrkant.", lambda: self.rows.setStringList(["Ett", "Två", "Tre"]))
        self.set_widths((120,))

    def refresh(self) -> None:
        self.refreshed += 1

    def output(self) -> Output:
        return Output("Fyrkant", self._draw, lambda _reading: b"%PDF")

    def go_to(self, row: int) -> None:
        self.stood_on.append(row)

    def open_row(self, row: int) -> None:
        self.opened.append(row)

    def has_room_beside(self) -> bool:
        return self.has_room

    def _draw(self) -> Drawing:
        if self.is_large:
            raise KnownError("Den är för stor.")
        return Drawing(9, 9, "", "", lambda painter: painter.fillRect(QRectF(0, 0, 9, 9), QColor("red")))


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[SquareWindow]:
    window = SquareWindow(session)
    window.resize(900, 500)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    if isValid(window):
        window.close()


def test_it_says_what_it_shows(window: SquareWindow) -> None:
    assert (window.windowTitle(), window.heading.text(), window.told.text()) == (
        "Fyrkant – itadmin",
        "Fyrkant",
        "En fyrkant.",
    )
    assert window.stood_on == []


def test_rows_are_stood_on_and_opened_and_the_picture_is_followed(qtbot: QtBot, window: SquareWindow) -> None:
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    window.follow(0)
    assert (window.stood_on, window.opened) == ([0, 1, 2, 0], [2])
    assert window.table.currentIndex().row() == 0


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_it_is_saved_by_key_as_what_its_name_says(
    qtbot: QtBot, window: SquareWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = tmp_path / f"Fyrkant{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(path.exists)
    assert window.said.text() == f"Sparat som Fyrkant{ending}."


def test_what_is_refused_is_said(qtbot: QtBot, window: SquareWindow) -> None:
    window.is_large = True
    qtbot.mouseClick(window.copy, Qt.MouseButton.LeftButton)
    assert window.said.text() == "Den är för stor."
    window.is_large = False
    qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert window.said.text() == "Bilden är kopierad."
    assert not QGuiApplication.clipboard().image().isNull()


def test_it_is_printed(qtbot: QtBot, window: SquareWindow, opened: list[str]) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].endswith("Fyrkant.pdf")


def test_the_table_goes_below_where_there_is_no_room(qtbot: QtBot, window: SquareWindow) -> None:
    window.has_room = False
    window.resize(700, 500)
    qtbot.waitUntil(lambda: window.table.mapTo(window, window.table.rect().topLeft()).y() > 200)
    window.has_room = True
    window.resize(900, 500)
    qtbot.waitUntil(lambda: window.table.mapTo(window, window.table.rect().topLeft()).x() > 300)


def test_words_begin_where_the_heading_does_and_the_line_between_has_room(window: SquareWindow) -> None:
    heading, told = (part.mapTo(window, part.rect().topLeft()).x() for part in (window.heading, window.told))
    assert told == heading
    edge = window.picture.mapTo(window, window.picture.rect().topRight()).x()
    assert window.table.mapTo(window, window.table.rect().topLeft()).x() - edge > 16


def test_the_row_that_is_followed_is_seen_as_soon_as_the_table_has_it(window: SquareWindow) -> None:
    window.tell("Fyrkant", "", lambda: window.rows.setStringList([str(number) for number in range(300)]))
    window.follow(250)
    assert window.table.viewport().rect().contains(window.table.visualRect(window.rows.index(250)))


def test_days_are_offered_in_a_menu(window: SquareWindow) -> None:
    done: list[str] = []
    offers: list[tuple[str, Callable[[], object]]] = [
        ("De som visas…", lambda: done.append("visas")),
        ("Alla…", lambda: done.append("alla")),
    ]
    window.offer_days(offers)
    for action in window.calendar.menu().actions():
        action.trigger()
    assert done == ["visas", "alla"]


def test_it_follows_the_register_until_it_is_closed(qtbot: QtBot, window: SquareWindow, session: Session) -> None:
    for name in ("A", "B"):
        session.workspace.records.add("systems", {"name": name})
    qtbot.waitUntil(lambda: window.refreshed == 1)
    session.workspace.records.add("systems", {"name": "C"})
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    session.workspace.records.add("systems", {"name": "D"})
    QApplication.processEvents()
    assert window.refreshed == 1
