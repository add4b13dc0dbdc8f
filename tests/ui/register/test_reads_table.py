"""A table of records shares the room it has: headings are whole, and the widest column gives way before it scrolls."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itadmin.ui.look.look import Look
from itadmin.ui.panels.sessions.participants_model import ParticipantsModel
from itadmin.ui.register.reads_table import ReadsTable
from itadmin.ui.session import Session

UNIT = "Kommunledningskontoret i den stora kommunen"
UNIT_COLUMN = 1


@pytest.fixture
def table(qtbot: QtBot, session: Session, look: Look) -> ReadsTable:
    records = session.workspace.records
    person = str(records.add("people", {"name": "Anna Ek"}))
    course = str(records.add("training_sessions", {"title": "Grundkurs", "starts_on": "2026-11-02", "status": "oppet"}))
    values = {"person": person, "session": course, "status": "anmald"}
    part = records.add("training_participations", values)
    read = session.reading().one("training_participations", part)
    model = ParticipantsModel(look, session.bus)
    table = ReadsTable(look, model, "Deltagare")
    qtbot.addWidget(table)
    table.resize(480, 200)
    table.show()
    model.show_parts([read], lambda _read: True, {part: UNIT}, {})
    return table


def test_the_widest_column_gives_way_before_the_table_scrolls(table: ReadsTable) -> None:
    QApplication.processEvents()
    heads = table.horizontalHeader()
    last = heads.count() - 1
    assert heads.length() <= table.viewport().width()
    assert heads.sectionSize(last) >= heads.sectionSizeHint(last)
    cut = heads.sectionSize(UNIT_COLUMN)
    table.resize(900, table.height())
    assert heads.sectionSize(UNIT_COLUMN) > cut


def test_names_are_not_cut_to_nothing_where_it_scrolls_all_the_same(table: ReadsTable) -> None:
    table.resize(900, table.height())
    whole = table.columnWidth(UNIT_COLUMN)
    table.resize(240, table.height())
    assert table.columnWidth(UNIT_COLUMN) == whole


def test_rows_follow_the_size_of_the_text(table: ReadsTable, look: Look) -> None:
    before = table.rowHeight(0)
    look.set_text_factor(1.5)
    QApplication.processEvents()
    assert table.rowHeight(0) == look.metrics.row_compact > before
    assert table.height() >= table.horizontalHeader().height() + table.rowHeight(0)
