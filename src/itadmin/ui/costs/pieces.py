"""What a sum is made of: a sentence about it, and each line, agreement and system behind it with the way there."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.calculations.cost_table import CostSum
from itadmin.domain.calculations.costs import Cost
from itadmin.services.costs import CostYear, Names
from itadmin.services.costs.naming import register_of
from itadmin.services.costs.tables import PIECE_COLUMNS, piece_row, pieces
from itadmin.services.costs.telling import told_sum
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.prose import Strong


class PiecesPane(QWidget):
    """Shows the pieces of one sum. Enter and a double click open the record that a piece comes from."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pieces: list[tuple[int, Cost]] = []
        metrics = session.look.metrics
        self.told = CalculationBox(session.look)
        self.table = SheetTable(session.look, "Vad summan består av")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.gap, 0, 0)
        column.setSpacing(metrics.gap)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self._open)

    def show_sum(self, year: CostYear, names: Names, name: str, cost: CostSum) -> None:
        """Tell of one sum."""
        self._pieces = pieces(year, cost)
        self.told.set_prose((Strong(name), told_sum(year.year, name, cost).removeprefix(name)))
        self.table.show_rows(PIECE_COLUMNS, [piece_row(names, number, piece) for number, piece in self._pieces])
        self.table.setCurrentIndex(self.table.sheet.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        place = self.table.sheet.place_of(index.row())
        if place is not None:
            piece = self._pieces[place][1]
            self._session.guide.open_record(register_of(piece), UUID(bytes=piece.key))
