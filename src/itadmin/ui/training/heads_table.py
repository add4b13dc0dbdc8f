"""The table of how many there are of each målgrupp in each kommun."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from itadmin.ui.look.look import Look
from itadmin.ui.training.heads_model import HeadsModel
from itadmin.ui.training.ruled_table import RuledTable

_KOMMUN, _NUMBER, _WIDEST_NUMBER = 150, 72, 120
_MOST_ROWS = 7


class HeadsTable(RuledTable):
    """As high as its rows; of many kommuner some, the rest by scrolling."""

    def __init__(self, look: Look, model: HeadsModel) -> None:
        super().__init__(look, model, "Antal per kommun och målgrupp")
        self.setModel(model)
        self.clicked.connect(self.edit)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_cells: self.fit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Let the columns of numbers be alike, and the table as high as what stands in it."""
        metrics, columns = self._look.metrics, self.model().columnCount()
        self.setColumnWidth(0, metrics.px(_KOMMUN))
        each = (self.viewport().width() - metrics.px(_KOMMUN)) // max(columns - 1, 1)
        words = max((self.heads.word_room(column) for column in range(1, columns)), default=0)
        width = min(max(each, metrics.px(_NUMBER)), max(metrics.px(_WIDEST_NUMBER), words))
        for column in range(1, columns):
            self.setColumnWidth(column, width)
        self.updateGeometries()
        self.setFixedHeight(self.whole_height(_MOST_ROWS))
