"""The line at the bottom says what it is told, and no more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.status_row import StatusRow


@pytest.fixture
def row(look: Look, qtbot: QtBot) -> StatusRow:
    row = StatusRow(look)
    qtbot.addWidget(row)
    row.resize(900, 30)
    row.show()
    return row


def words(row: StatusRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel) if label.text()]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((131, 131, 1), "131 rader"),
        ((4, 131, 1), "4 av 131 visas"),
        ((4, 131, 3), "4 av 131 visas · 3 markerade"),
        ((1, 1, 1), "1 rad"),
        ((0, 0, 0), "0 rader"),
    ],
)
def test_rows_are_counted(row: StatusRow, counts: tuple[int, int, int], said: str) -> None:
    row.set_counts(*counts)
    assert words(row) == [said]


def test_undo_is_offered_only_where_there_is_something_to_undo(row: StatusRow, qtbot: QtBot) -> None:
    button = row.findChild(QAbstractButton)
    row.say("Posten är kopierad.", undoable=True)
    assert button.isVisible()
    with qtbot.waitSignal(row.undo_wanted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    row.say("Klart.", undoable=False)
    assert not button.isVisible()


def test_work_in_hand_is_told_while_it_lasts(row: StatusRow) -> None:
    row.set_work("Öppnar registret")
    assert words(row) == ["Öppnar registret …"]
    row.set_work("")
    assert words(row) == []


def test_markup_is_only_words(row: StatusRow) -> None:
    row.set_file("<b>x</b>.itadmin")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in row.findChildren(QLabel))
