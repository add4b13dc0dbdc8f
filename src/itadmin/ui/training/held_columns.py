"""The first columns of a table that stay while the others are scrolled, so that one sees what a row is about.

Drawn over the table when it is scrolled sideways; what is pressed there is pressed in the table. The keyboard stays in
the table.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from itadmin.ui.look.look import Look
from itadmin.ui.training.ruled_delegate import RuledCells, RuledDelegate
from itadmin.ui.training.ruled_header import RuledHeader


class HeldColumns(QTableView):
    """Shows the first `number` columns of a table over it."""

    def __init__(self, look: Look, table: QTableView, cells: RuledCells, number: int) -> None:
        super().__init__(table)
        self._look = look
        self._table = table
        self._number = number
        self.setModel(table.model())
        self.setItemDelegate(RuledDelegate(look, cells, self))
        self.setHorizontalHeader(RuledHeader(look, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAccessibleName("Moment")
        self.verticalHeader().hide()
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.fit())
        self.clicked.connect(self._press)
        self.hide()

    def fit(self) -> None:
        """Lie where the columns would be, or be away while they are seen in the table itself."""
        table, columns = self._table, self.model().columnCount()
        is_needed = table.horizontalScrollBar().value() > 0 and columns > self._number
        self.setVisible(is_needed)
        if not is_needed:
            return
        for column in range(columns):
            self.setColumnHidden(column, column >= self._number)
            if column < self._number:
                self.setColumnWidth(column, table.columnWidth(column))
        rows = table.verticalHeader()
        self.verticalHeader().setMinimumSectionSize(rows.minimumSectionSize())
        self.verticalHeader().setDefaultSectionSize(rows.defaultSectionSize())
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        frame = table.frameWidth()
        height = table.horizontalHeader().height() + table.viewport().height()
        self.setGeometry(frame, frame, self.room(), height)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def room(self) -> int:
        """How much of the table they cover."""
        columns = range(min(self._number, self.model().columnCount()))
        return sum(self._table.columnWidth(column) for column in columns) + self._look.metrics.hairline

    def uncover(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Scroll the table so that a cell is not under the columns that stay."""
        bar = self._table.horizontalScrollBar()
        if index.column() < self._number:
            bar.setValue(0)
        elif bar.value() > 0:
            place = self.model().index(index.row(), index.column())
            hidden = self.room() - self._table.visualRect(place).left()
            bar.setValue(bar.value() - max(hidden, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the edge that tells that more lies under it."""
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            edge = self.viewport().rect()
            painter.fillRect(edge.right(), edge.top(), 1, edge.height(), QColor(self._look.tokens.ctl))

    def _press(self, index: QModelIndex) -> None:
        self._table.setFocus()
        self._table.setCurrentIndex(index)
