"""A table of a sheet: names strong, figures under each other, and the columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from itadmin.services.exporting.clipping import sheet_clipping
from itadmin.services.exporting.sheet import NUMBERS, Column, Row
from itadmin.ui.costs.sheet_model import SheetModel
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.cell_delegate import CellDelegate
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.widgets.value_delegates import MoneyDelegate

_NAME, _WIDEST = 180, 300
_MEASURED = 50
"""Rows that the widths of columns are measured by."""


class SheetTable(RowTable):
    """Shows the rows of a sheet; headings sort. Ctrl+C copies the whole of it, which `copied` tells."""

    copied = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, RowHeight.COMPACT, parent)
        self.sheet = SheetModel(self)
        self._titles: list[str] = []
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
        self.copied.emit()

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
                self.setColumnWidth(place, min(self.columnWidth(place), metrics.px(_WIDEST)))
