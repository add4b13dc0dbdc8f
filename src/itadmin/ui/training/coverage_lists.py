"""The two tables of the coverage: the parts with their bars, and the systems with the state of their plans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from itadmin.services.training.coverage import Covered, Part
from itadmin.ui.look.look import Look
from itadmin.ui.training.coverage_models import PART, SHARE_COLUMN, PartsModel, SystemsModel
from itadmin.ui.training.share_delegate import ShareDelegate
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.sign_delegates import ChipDelegate
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.widgets.value_delegates import DateDelegate, MoneyDelegate

_NAME, _STATE = 0, 1
_DAYS = (4, 5)
_LEAST_NAME, _MOST_NAME, _MOST_TEXT, _LEAST_TEXT = 150, 280, 220, 90
_FIGURE = 76
_MEASURED = 50
"""Rows that the widths of columns are measured by."""


class PartsTable(RowTable):
    """The parts. `opened` gives the one whose systems somebody wants to see."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, RowHeight.COMPACT)
        self._parts = PartsModel(self)
        self.setModel(self._parts)
        self.setAccessibleName("Täckning per del")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(MoneyDelegate(look, self))
        self.setItemDelegateForColumn(PART, NameDelegate(look, self))
        self.setItemDelegateForColumn(SHARE_COLUMN, ShareDelegate(look, self))
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)

    def show_parts(self, heading: str, whole: Part, parts: Sequence[Part]) -> None:
        """Show these."""
        self._parts.show_parts(heading, whole, parts)
        self._fit()

    def name_at(self, row: int) -> str:
        """What the part of a row is called; "" for the whole."""
        return self._parts.name_at(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let figures have what they need, and the names the rest."""
        self.resizeColumnsToContents()
        for column in range(SHARE_COLUMN + 1, self._parts.columnCount()):
            self.setColumnWidth(column, self._look.metrics.px(_FIGURE))
        rest = sum(self.columnWidth(column) for column in range(1, self._parts.columnCount()))
        self.setColumnWidth(PART, max(self.viewport().width() - rest, self._look.metrics.px(_LEAST_NAME)))


class SystemsTable(RowTable):
    """The systems; several may be chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._systems = SystemsModel(self)
        self.setModel(self._systems)
        self.setAccessibleName("System och deras utbildningsplaner")
        self.setItemDelegate(TextDelegate(look, self))
        self.setItemDelegateForColumn(_NAME, NameDelegate(look, self))
        self.setItemDelegateForColumn(_STATE, ChipDelegate(look, self))
        for column in _DAYS:
            self.setItemDelegateForColumn(column, DateDelegate(look, self))
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setResizeContentsPrecision(_MEASURED)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)

    def show_systems(self, systems: Sequence[Covered]) -> None:
        """Show these; what is chosen stays chosen, and one stands where one stood."""
        kept = {each.system for each in self.chosen()}
        stood = self.current()
        self._systems.show_systems(systems)
        self._fit()
        rows = {each.system: row for row, each in enumerate(self._systems.systems)}
        flags = QItemSelectionModel.SelectionFlag
        at = rows.get(stood.system, 0) if stood else 0
        self.selectionModel().setCurrentIndex(self._systems.index(at, 0), flags.ClearAndSelect | flags.Rows)
        self.selectionModel().select(self._ranges(sorted(rows[key] for key in kept & rows.keys())), flags.Select)

    def current(self) -> Covered | None:
        """The system that one stands on."""
        row = self.currentIndex().row()
        return self._systems.systems[row] if 0 <= row < len(self._systems.systems) else None

    def chosen(self) -> list[Covered]:
        """The systems that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._systems.systems[row] for row in rows]

    def shown(self) -> list[Covered]:
        """The systems that are shown, from the top."""
        return list(self._systems.systems)

    def _ranges(self, rows: Sequence[int]) -> QItemSelection:
        """Rows as a selection, those that stand together as one."""
        last, found = self._systems.columnCount() - 1, QItemSelection()
        begins = [row for place, row in enumerate(rows) if not place or rows[place - 1] != row - 1]
        ends = [row for place, row in enumerate(rows) if place == len(rows) - 1 or rows[place + 1] != row + 1]
        for begin, end in zip(begins, ends, strict=True):
            found.append(QItemSelectionRange(self._systems.index(begin, 0), self._systems.index(end, last)))
        return found

    def _fit(self) -> None:
        """Let texts have what is reasonable; states and days are never cut."""
        self.resizeColumnsToContents()
        metrics = self._look.metrics
        for column in range(self._systems.columnCount()):
            if column != _STATE and column not in _DAYS:
                least, most = (_LEAST_NAME, _MOST_NAME) if column == _NAME else (_LEAST_TEXT, _MOST_TEXT)
                width = min(max(self.columnWidth(column), metrics.px(least)), metrics.px(most))
                self.setColumnWidth(column, width)
