"""A dialog is as high as its parts want, wrapped or not, and no higher than the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from itadmin.ui.dialogs.scrolled_sheet import ScrolledSheet
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.labels import Label


@pytest.fixture
def sheet(look: Look, qtbot: QtBot) -> Iterator[ScrolledSheet]:
    host = QWidget()
    qtbot.addWidget(host)
    sheet = ScrolledSheet(look, "Prov", 400, host)
    yield sheet
    sheet.close()


def spare(sheet: ScrolledSheet) -> int:
    """How much of the area is more than its parts want."""
    inside = sheet.area.widget()
    layout = sheet.column
    wanted = (
        layout.totalHeightForWidth(inside.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    )
    return sheet.area.height() - wanted


def test_words_that_are_wrapped_are_seen_whole(sheet: ScrolledSheet, look: Look, qtbot: QtBot) -> None:
    label = Label(look, "Ett ord till. " * 40, wrap=True)
    sheet.column.addWidget(label)
    sheet.open()
    qtbot.waitUntil(lambda: spare(sheet) == 0)
    label.setText("Ett ord.")
    sheet.fit_soon()
    qtbot.waitUntil(lambda: spare(sheet) == 0)


def test_fields_alone_are_seen_whole(sheet: ScrolledSheet, qtbot: QtBot) -> None:
    sheet.column.addWidget(QLineEdit())
    sheet.open()
    qtbot.waitUntil(lambda: spare(sheet) == 0)


def test_what_there_is_no_room_for_is_scrolled_to(sheet: ScrolledSheet, look: Look, qtbot: QtBot) -> None:
    sheet.column.addWidget(Label(look, "Ett ord till. " * 4000, wrap=True))
    sheet.open()
    qtbot.waitUntil(lambda: sheet.area.verticalScrollBar().maximum() > 0)
    assert sheet.height() <= sheet.screen().availableGeometry().height()
