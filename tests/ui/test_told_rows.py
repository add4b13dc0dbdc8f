"""Rows of words as a table: what a cell shows, the whole row as a sentence, and a dash where there is nothing."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from itadmin.ui.told_rows import ToldRows
from itadmin.ui.widgets.roles import Mark, Role


@dataclass(frozen=True)
class Row:
    cells: tuple[str, ...]
    sentence: str


def test_rows_are_told_in_cells_and_in_words(qtmodeltester: ModelTester) -> None:
    model = ToldRows()
    model.show_rows(
        ("Dag", "Namn"), [Row(("2026-12-01", "Kurs"), "Den 1 december: Kurs."), Row(("", "Annan"), "Annan.")]
    )
    qtmodeltester.check(model)
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(2)] == ["Dag", "Namn"]
    assert model.index(0, 1).data() == "Kurs"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Den 1 december: Kurs."
    assert model.index(1, 0).data(Role.MARK) is Mark.NONE
    assert model.index(1, 1).data(Role.MARK) is None


def test_figures_and_their_headings_stand_at_the_right() -> None:
    model = ToldRows(None, ("Kurs", "Deltagare"), (1,))
    role = Qt.ItemDataRole.TextAlignmentRole
    sides = [model.headerData(column, Qt.Orientation.Horizontal, role) for column in range(2)]
    assert sides == [None, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)]


def test_other_rows_take_their_place() -> None:
    model = ToldRows()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    model.show_rows(("Namn",), [Row(("Kurs",), "Kurs.")])
    model.show_rows(("Namn",), [])
    assert model.rowCount() == 0
