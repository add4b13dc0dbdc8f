"""A table of a sheet: names strong, figures under each other, and the columns as wide as what stands in them.

Width that is left over is shared by all columns; where there is too little of it, words give way before figures do.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from itadmin.services.exporting.clipping import sheet_clipping
from itadmin.services.exporting.sheet import NUMBERS, Column, Row
from itadmin.ui.look.look import Look
from itadmin.ui.sheet_model import SheetModel
from itadmin.ui.widgets.cell_delegate import CellDelegate
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.widgets.value_delegates import MoneyDelegate

_NAME, _WIDEST_NAME, _WIDEST, _LEAST_TEXT = 180, 420, 300, 96
_COPIED = "Tabellen är kopierad och kan klistras in i Excel."
_MEASURED = 50
"""Rows that the widths of columns are measured by."""


class SheetTable(RowTable):
    """Shows the rows of a sheet; headings sort. Ctrl+C copies the whole of it, which `copied` tells in words."""

    copied = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, RowHeight.COMPACT, parent)
        self.sheet = SheetModel(self)
        self._titles: list[str] = []
        self._wanted: list[int] = []
        self._name = NameDelegate(look, self)
        self._text = TextDelegate(look, self)
        self._number = MoneyDelegate(look, self)
        self.setModel(self.sheet)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setResizeContentsPrecision(_MEASURED)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row], total: Row = ()) -> None:
        """Show other rows; other columns begin unsorted."""
        titles = [column.title for column in columns]
        is_other = len(titles) != len(self._titles) or titles[:1] != self._titles[:1]
        self._titles = titles
        if is_other:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.sheet.show_rows(columns, rows, total)
        for place, column in enumerate(columns):
            self.setItemDelegateForColumn(place, self._delegate(place, column))
        self.horizontalHeader().setStretchLastSection(columns[-1].kind not in NUMBERS)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        if self._wanted and event.size().width() != event.oldSize().width():
            self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the table as a spreadsheet reads it."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
            return
        made = sheet_clipping(self.sheet.columns, self.sheet.rows)
        data = QMimeData()
        data.setText(made.text)
        data.setHtml(made.html)
        QGuiApplication.clipboard().setMimeData(data)
        self.copied.emit(_COPIED)

    def _delegate(self, place: int, column: Column) -> CellDelegate:
        if not place:
            return self._name
        return self._number if column.kind in NUMBERS else self._text

    def _fit(self) -> None:
        """Give figures the room they need, and texts what is reasonable."""
        self.resizeColumnsToContents()
        metrics = self._look.metrics
        self.setColumnWidth(0, max(self.columnWidth(0), metrics.px(_NAME)))
        for place, column in enumerate(self.sheet.columns):
            if column.kind not in NUMBERS:
                self.setColumnWidth(place, min(self.columnWidth(place), metrics.px(_WIDEST if place else _WIDEST_NAME)))
        self._wanted = [self.columnWidth(place) for place in range(len(self.sheet.columns))]
        self._share()

    def _share(self) -> None:
        """Share what is left over or lacking between the columns. A last column of words takes what is left by itself.

        Words give way as far as they can, each by its share of what they could; then the table is scrolled.
        """
        room = self.viewport().width() - sum(self._wanted)
        if room >= 0:
            gives = [1.0 if self.sheet.columns[-1].kind in NUMBERS else 0.0] * len(self._wanted)
        else:
            gives = [self._can_give(place, width) for place, width in enumerate(self._wanted)]
            room = max(room, -round(sum(gives)))
        whole = sum(gives)
        for place, (width, give) in enumerate(zip(self._wanted, gives, strict=True)):
            self.setColumnWidth(place, width + floor(room * give / whole) if whole else width)

    def _can_give(self, place: int, width: int) -> float:
        if self.sheet.columns[place].kind in NUMBERS:
            return 0.0
        return float(max(width - self._look.metrics.px(_LEAST_TEXT if place else _NAME), 0))
