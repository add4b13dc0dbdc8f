"""The matrix with what stands around it: what is chosen above it, what its signs mean, and its order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.registers.opportunity_notes import OpportunityNote
from itadmin.domain.words import Words
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.region import Kommun
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.samverkan.cell_look import Shown, looks_in
from itadmin.ui.samverkan.cell_painting import draw_swatch, legend_of
from itadmin.ui.samverkan.controls import Controls
from itadmin.ui.samverkan.matrix_model import NAME, MatrixModel
from itadmin.ui.samverkan.matrix_table import MatrixTable
from itadmin.ui.samverkan.window_words import NONE_FIT, NONE_FIT_HOW, PROPOSED
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.legend import Legend


class MatrixPane(QWidget):
    """Shows a matrix."""

    def __init__(self, look: Look, matrix: Matrix, words: Words, hint: str = "") -> None:
        """`hint` says in the cells what can be done there."""
        super().__init__()
        self.controls, self.legend = Controls(look), Legend(look, draw_swatch)
        self.adopt = LinkButton(look, PROPOSED, TextStyle.SECOND)
        self.model = MatrixModel(matrix, words, hint)
        self.table = MatrixTable(look, self.model)
        self.none_fit = EmptyState(look, "handshake", NONE_FIT, NONE_FIT_HOW, plain="Visa alla")
        self._explained: tuple[Matrix, Shown] | None = None
        self._listed = QStackedWidget()
        metrics = look.metrics
        signs = QHBoxLayout()
        signs.setSpacing(metrics.block)
        signs.addWidget(self.legend, 1)
        signs.addWidget(self.adopt, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self.table, self.none_fit):
            self._listed.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.gap, 0)
        column.setSpacing(metrics.tight)
        column.addWidget(self.controls)
        column.addLayout(signs)
        column.addWidget(self._listed, 1)
        self.controls.ordered.connect(self._sort)
        self.none_fit.plain_chosen.connect(self.controls.show_all)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)

    @property
    def row(self) -> Row | None:
        """The row that one stands on."""
        return self.model.row_at(self.table.currentIndex().row())

    @property
    def first_seen(self) -> int:
        """The first of the rows that are seen now."""
        return max(self.table.rowAt(0), 0)

    @property
    def kommun(self) -> Kommun | None:
        """The kommun of the column that one stands in."""
        key = self.model.kommun_at(self.table.currentIndex().column())
        return None if key is None else self.model.matrix.by_key[key]

    @property
    def cell_systems(self) -> tuple[bytes, ...]:
        """The systems of the cell that one stands on: the kommun's, or those that may be the same."""
        row, kommun = self.row, self.kommun
        cell = row.cells.get(kommun.key) if row and kommun else None
        return (*cell.systems, *cell.similar) if cell else ()

    def explain(self, whole: Matrix) -> None:
        """Say what the signs mean that stand in a matrix, whatever part of it is shown."""
        shown = self.controls.shown
        if self._explained is None or self._explained[0] is not whole or self._explained[1] is not shown:
            self._explained = (whole, shown)
            self.legend.show_entries(legend_of(looks_in(whole, shown), shown))

    def show_matrix(
        self,
        matrix: Matrix,
        words: Words,
        standing: bytes | None,
        aside: Mapping[bytes, OpportunityNote],
        *,
        in_place: bool = False,
    ) -> None:
        """Show another matrix, standing on the row of a system if it is there; that is not told as a step.

        `aside` has what is noted of the rows that are put aside. `in_place` lets rows keep their places, and one who
        stood on a row that is gone stand on the one that came there.
        """
        row, column = self.table.currentIndex().row(), max(self.table.currentIndex().column(), NAME)
        scrolled = self.table.verticalScrollBar().value()
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show_matrix(matrix, words, self.controls.shown, aside, in_place=in_place)
        self._listed.setCurrentWidget(self.table if matrix.rows else self.none_fit)
        place = -1 if standing is None else self.model.place_of(standing)
        if in_place:
            self.table.verticalScrollBar().setValue(scrolled)
            place = place if place >= 0 else min(row, len(matrix.rows) - 1)
        self.table.stand_on(max(place, 0), min(column, self.model.columnCount() - 1))

    def stand_on(self, key: bytes) -> None:
        """Stand on the row of a system, if it is shown."""
        place = self.model.place_of(key)
        if place >= 0:
            self.table.stand_on(place, self.table.currentIndex().column())

    def _sort(self, after_kommuner: int | None, descending: bool) -> None:
        column = NAME if after_kommuner is None else self.model.first_sum + after_kommuner
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        is_descending, after = order is Qt.SortOrder.DescendingOrder, column - self.model.first_sum
        if column == NAME or after >= 0:
            self.controls.tell_order(after if after >= 0 else None, descending=is_descending)
        else:
            self.controls.tell_no_order()
