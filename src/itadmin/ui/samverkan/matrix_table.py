"""The matrix as a table that is drawn cell by cell: no widget stands in it, so thousands of rows scroll at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from heapq import nlargest

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.samverkan.cell_look import CellLook
from itadmin.ui.samverkan.cell_painting import draw_cell
from itadmin.ui.samverkan.matrix_model import COST, JOINT, LOOK, NAME, SCORE, SCORED, USERS, MatrixModel
from itadmin.ui.samverkan.score_painting import draw_score
from itadmin.ui.widgets.cell_delegate import CellDelegate, Index, text_of
from itadmin.ui.widgets.painting import draw_focus, line_width
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.stamps import Stamps
from itadmin.ui.widgets.text_delegates import NameDelegate
from itadmin.ui.widgets.value_delegates import MoneyDelegate

_LEAST_NAMES, _NAMES, _KOMMUN, _BAR, _WORDS = 128, 176, 62, 84, 162
_SUM_WIDTHS = {JOINT: 56, USERS: 84, COST: 92}
_MEASURED = 8
"""So many of the names with most signs are measured to know how wide the widest is."""
_AIR = 3


class LevelCellDelegate(CellDelegate):
    """Columns of levels. Cells that are alike are painted once and then copied."""

    def __init__(self, look: Look, view: RowTable) -> None:
        super().__init__(look, view)
        self._stamps = Stamps()

    def content_rect(self, option: QStyleOptionViewItem) -> QRectF:
        """Fill the cell but for a little air."""
        return QRectF(option.rect).adjusted(_AIR, _AIR, -_AIR, -_AIR - self.theme.metrics.hairline)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and a ring around the one that the keyboard stands on."""
        super().paint(painter, option, index)
        if self._view.has_focus() and self._view.currentIndex() == index:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_focus(painter, self.theme, QRectF(option.rect).adjusted(1, 1, -1, -2), self.theme.metrics.radius_chip)
            painter.restore()

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw the level."""
        look = index.data(LOOK)
        if isinstance(look, CellLook) and look.text:
            self._stamps.draw(painter, self.theme, rect, look, partial(self._stamp, look))

    def content_width(self, index: Index) -> int:
        """Want room for the text."""
        return line_width(self.theme, text_of(index), TextStyle.STRONG) + 2 * self.theme.metrics.gap

    def _stamp(self, look: CellLook, painter: QPainter, rect: QRectF) -> None:
        draw_cell(painter, self.theme, rect, look)


class ScoreDelegate(CellDelegate):
    """The column of scores: a bar, the number and the first reason."""

    def draw_content(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Draw them."""
        draw_score(painter, self.theme, rect, index.data(SCORE), text_of(index))

    def content_width(self, index: Index) -> int:
        """Want room for the words."""
        return line_width(self.theme, text_of(index), TextStyle.SECOND) + self.theme.metrics.px(_BAR)


class MatrixTable(RowTable):
    """The table, as wide as there is room for: names and reasons give way, the columns of levels do not.

    `menu_wanted` gives the place on the screen where the menu of the current row is wanted, `level_wanted` when the
    cell of a kommun is clicked twice.
    """

    menu_wanted = Signal(QPoint)
    level_wanted = Signal()

    def __init__(self, look: Look, model: MatrixModel) -> None:
        super().__init__(look, RowHeight.COMPACT)
        self._model = model
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName("Samverkansmatris: system och kommuner")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionsMovable(False)
        self._cells, self._figures = LevelCellDelegate(look, self), MoneyDelegate(look, self)
        self._names, self._scores = NameDelegate(look, self), ScoreDelegate(look, self)
        self.setItemDelegate(self._cells)
        model.modelReset.connect(self._dress_columns)
        look.changed.connect(self._dress_columns)
        self._widths: tuple[int, ...] = ()
        self._dress_columns()
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def stand_on(self, row: int, column: int = NAME) -> None:
        """Stand on a cell and see it."""
        index = self._model.index(row, max(column, 0))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._dress_columns()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self._model.kommun_at(index.column()) is None:
            super()._on_double_clicked(index)
        else:
            self.level_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row that is meant."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say in words what one has come to, for who does not see it."""
        super().currentChanged(current, previous)
        row = self._model.row_at(current.row()) if current.isValid() else None
        self.setAccessibleDescription("" if row is None else self._model.told(row, current.column()))

    def _dress_columns(self) -> None:
        """Give each column its width and what draws it; widths only when there are others, or the text has grown."""
        wanted = list(self._wanted())
        widths = tuple(width for width, _delegate in wanted)
        for column, (_width, delegate) in enumerate(wanted):
            self.setItemDelegateForColumn(column, delegate)
        if widths != self._widths:
            for column, width in enumerate(widths):
                self.setColumnWidth(column, width)
        self._widths = widths

    def _wanted(self) -> Iterator[tuple[int, CellDelegate]]:
        theme = self._look.theme
        kommuner = [self._kommun_width(kommun.name) for kommun in self._model.matrix.kommuner]
        sums = {place: theme.metrics.px(width) for place, width in _SUM_WIDTHS.items()}
        names, scored = self._shared(self.viewport().width() - sum(kommuner) - sum(sums.values()))
        yield names, self._names
        yield from ((width, self._cells) for width in kommuner)
        kinds = {JOINT: self._cells, SCORED: self._scores, USERS: self._figures, COST: self._figures}
        yield from ((sums.get(place, scored), kinds[place]) for place in sorted(kinds))

    def _kommun_width(self, name: str) -> int:
        theme = self._look.theme
        around = theme.metrics.cell_left + theme.metrics.cell_right + 2
        return max(theme.metrics.px(_KOMMUN), line_width(theme, name, TextStyle.CHIP) + around)

    def _shared(self, room: int) -> tuple[int, int]:
        """How wide names and scores are in a room: words on the scores are left out before names are short."""
        metrics = self._look.metrics
        bar, words = metrics.px(_BAR), metrics.px(_WORDS)
        scored = words if room - words >= metrics.px(_NAMES) else bar
        names = max(min(room - scored, self._names_width()), metrics.px(_LEAST_NAMES))
        return names, max(room - names, bar)

    def _names_width(self) -> int:
        theme = self._look.theme
        longest = nlargest(_MEASURED, (row.name for row in self._model.rows), key=len)
        around = theme.metrics.cell_left + theme.metrics.cell_right + 2
        return max((line_width(theme, name, TextStyle.NAME) for name in longest), default=0) + around
