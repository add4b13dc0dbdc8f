"""The widths of a sheet's columns: what is left over is shared, and words give way before figures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from itadmin.services.exporting.sheet import Column
from itadmin.ui.look.look import Look
from itadmin.ui.sheet_table import SheetTable

COLUMNS = (Column("System"), Column("Område"), Column("Antal", "whole"), Column("Kostnad per år, kr", "kronor"))
ROW = ("Styrning av vattenverk och pumpstationer", "Individ- och familjeomsorg", 5, 1_234_567_00)


@pytest.fixture
def table(look: Look, qtbot: QtBot) -> SheetTable:
    made = SheetTable(look, "Tabell")
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.show_rows(COLUMNS, [ROW])
    return made


def widths(table: SheetTable, width: int) -> list[int]:
    table.resize(width, 300)
    return [table.columnWidth(place) for place in range(len(table.sheet.columns))]


def test_what_is_left_over_is_shared_by_all_columns(table: SheetTable) -> None:
    wide = widths(table, 1400)
    wider = widths(table, 1800)
    assert [after - before for before, after in zip(wide, wider, strict=True)] == [100] * 4
    assert 0 <= table.viewport().width() - sum(wider) < len(wider)


def test_words_give_way_before_figures_and_no_further_than_they_can_be_read(table: SheetTable, look: Look) -> None:
    wide, narrow, least = widths(table, 1400), widths(table, 520), widths(table, 200)
    assert narrow[2:] == least[2:]
    assert 515 < sum(narrow) <= 520
    assert narrow[0] < wide[0]
    assert narrow[1] < wide[1]
    assert least[:2] == [look.metrics.px(180), look.metrics.px(96)]
    assert widths(table, 1400) == wide


def test_a_last_column_of_words_takes_all_that_is_left(table: SheetTable) -> None:
    table.show_rows((Column("Avtal"), Column("Antal", "whole"), Column("System", "long_text")), [("A", 1, "B")])
    wide, wider = widths(table, 1000), widths(table, 1200)
    assert wider[:2] == wide[:2]
    assert wider[2] - wide[2] == 200


def test_what_is_copied_is_told(qtbot: QtBot, table: SheetTable) -> None:
    with qtbot.waitSignal(table.copied) as told:
        qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Tabellen är kopierad och kan klistras in i Excel."]
    assert QGuiApplication.clipboard().text().startswith("System\t")
