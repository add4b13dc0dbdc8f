"""The table beside the picture: the same lanes in the same order, heard as sentences."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from itadmin.domain.calculations.time_chart import Lane, TimeChart, axis_of
from itadmin.ui.timeline.table_model import ChartTable
from itadmin.ui.widgets.roles import Mark, Role

TODAY = date(2026, 11, 22)


def test_cells_headings_and_sentences(qtmodeltester: ModelTester) -> None:
    lanes = [
        Lane("Grupp", "Grupp", ("Grupp", "")),
        Lane("Avtal", "Avtalet löper ut.", ("Avtal", ""), level=1, record_id=UUID(int=1)),
    ]
    makers = [lambda each=each: each for each in lanes]
    model = ChartTable()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    model.show_chart(TimeChart("", "", axis_of(TODAY, 24), TODAY, ("Avtal", "Slutdag"), "Slutdag", makers))
    qtmodeltester.check(model)
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in (0, 1)] == ["Avtal", "Slutdag"]
    assert [model.index(row, 0).data() for row in (0, 1)] == ["Grupp", "\u2003Avtal"]
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Avtalet löper ut."
    assert [model.index(row, 1).data(Role.MARK) for row in (0, 1)] == [None, Mark.NONE]
    assert model.data(QModelIndex()) is None
