"""The table of a list's words: written in place with the keyboard, moved with Alt and an arrow, hidden with Space."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.value_lists.words_model import Column, WordsModel

Index = QModelIndex | QPersistentModelIndex
_SHARES = {Column.NAME: 40, Column.DEFAULT: 28, Column.DESCRIPTION: 32, Column.SOURCE: 24}
_HIDDEN, _ADOPTED = 64, 104
_OWN_PADDING = 3  # what the style itself leaves before the words
_QUIET = frozenset({Column.DEFAULT})


class _CellDelegate(QStyledItemDelegate):
    """Opens a line; what only explains, and what is hidden, is drawn in a quieter ink."""

    def __init__(self, look: Look, model: WordsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the line of a cell."""
        line = QLineEdit(parent)
        line.setAccessibleName(str(self._model.headerData(index.column(), Qt.Orientation.Horizontal)))
        return line

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Choose the ink."""
        super().initStyleOption(option, index)
        line = self._model.line(index.row())
        is_open = Column(index.column()) is Column.ADOPTED and line is not None and line.adopted_on is None
        if index.column() in _QUIET or is_open or (line is not None and line.hidden):
            option.palette.setBrush(QPalette.ColorRole.Text, QBrush(self._look.tokens.text2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell under its heading, on the ground of where the keyboard stands, and a line under the row."""
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            is_active = option.state & QStyle.StateFlag.State_Active
            painter.fillRect(rect, self._look.tokens.sel if is_active else self._look.tokens.sel_off)
        inset = QStyleOptionViewItem(option)
        inset.state &= ~QStyle.StateFlag.State_Selected
        inset.rect = option.rect.adjusted(self._look.metrics.cell_left - _OWN_PADDING, 0, 0, 0)
        super().paint(painter, inset, index)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._look.tokens.line)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Be as high as the rows of a list."""
        return QSize(super().sizeHint(option, index).width(), self._look.metrics.row)


class WordsTable(QTableView):
    """The words. `moved` gives -1 or 1 for the word that the keyboard stands on."""

    moved = Signal(int)

    def __init__(self, look: Look, model: WordsModel) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(look, model, self))
        self.setAccessibleName("Ord i listan")
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        set_property(self, "checks", "true")
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        self.verticalHeader().hide()
        look.changed.connect(self._dress)
        self._dress()

    def show_adoption(self, *, shown: bool) -> None:
        """Show where words come from and when they were adopted, or not."""
        for column in (Column.SOURCE, Column.ADOPTED):
            self.setColumnHidden(column, not shown)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the word, Enter writes."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key, typing = event.key(), self.state() is QAbstractItemView.State.EditingState
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            self.moved.emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not typing and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self._look.metrics
        fixed = {Column.HIDDEN: metrics.px(_HIDDEN), Column.ADOPTED: metrics.px(_ADOPTED)}
        shares = {column: share for column, share in _SHARES.items() if not self.isColumnHidden(column)}
        room = self.viewport().width() - sum(
            width for column, width in fixed.items() if not self.isColumnHidden(column)
        )
        for column, width in fixed.items():
            self.setColumnWidth(column, width)
        for column, share in shares.items():
            self.setColumnWidth(column, room * share // sum(shares.values()))

    def _dress(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(self._look.metrics.row)
        rows.setDefaultSectionSize(self._look.metrics.row)
        self._fit()
