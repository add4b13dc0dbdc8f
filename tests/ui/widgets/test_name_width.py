"""A column of names takes the room that there is."""

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.name_width import NameWidth
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate

LONG = "Utlåning av elevdatorer och läsplattor"


@pytest.mark.parametrize(
    ("text", "room", "least", "most"),
    [("Ecos", 900, 60, 60), (LONG, 900, 200, 360), (LONG, 300, 120, 120), (LONG, 100, 60, 60)],
)
def test_names_are_whole_where_there_is_room(
    look: Look, qtbot: QtBot, text: str, room: int, least: int, most: int
) -> None:
    table = RowTable(look)
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(0, 2, table))
    table.setItemDelegateForColumn(0, NameDelegate(look, table))
    NameWidth(look, table, 0, 60)
    model = table.model()
    assert isinstance(model, QStandardItemModel)
    model.appendRow(QStandardItem(text))
    table.show()
    table.resize(room, 200)
    assert least <= table.columnWidth(0) <= most
