"""A table of records, edited where it stands: a click or a key opens a cell, and a choice is saved at once."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from itadmin.ui.look.look import Look
from itadmin.ui.register.cell_editing import ChoosingDelegate
from itadmin.ui.register.reads_model import NAMED_BY, ReadsModel

_MOST_ROWS_SHOWN = 14
_LEAST_COLUMN, _MOST_COLUMN = 44, 220
_READABLE = 96
"""The widest column gives room to the others, but keeps this."""


class ReadsTable(QTableView):
    """Shows records. `followed` gives the row whose name was pressed."""

    followed = Signal(int)

    def __init__(self, look: Look, model: ReadsModel, label: str) -> None:
        super().__init__()
        self._look = look
        self._widths: list[int] = []
        self.setModel(model)
        self.setItemDelegate(ChoosingDelegate(look, model, self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.clicked.connect(self._on_clicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Tab goes on with the page, arrows between the cells
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        self.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()
        model.modelReset.connect(self._begin_anew)
        model.dataChanged.connect(lambda *_cells: self._widen())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the key that opens a cell before the window takes it for a command."""
        is_own = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_own and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell, or the record that its name names, on Enter; empty the cell on Delete."""
        index = self.currentIndex()
        if not index.isValid() or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(index)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.model().setData(index, None)
        else:
            super().keyPressEvent(event)

    def fill_in(self, index: QModelIndex) -> None:
        """Stand on a cell and open it."""
        self.setFocus()
        self.setCurrentIndex(index)
        self.edit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew, and make some for the scroll bar where the columns need it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share()
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll; sideways only what is turned sideways does."""
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == NAMED_BY:
            self.followed.emit(index.row())
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _dress(self) -> None:
        """Be as high and wide as the text asks for."""
        metrics = self._look.metrics
        self.verticalHeader().setDefaultSectionSize(metrics.row_compact)
        self.horizontalHeader().setMinimumSectionSize(metrics.px(_LEAST_COLUMN))
        self._widen()

    def _begin_anew(self) -> None:
        """Show other rows from their first column on."""
        self._widen()
        self.horizontalScrollBar().setValue(0)

    def _widen(self) -> None:
        """Let each column be as wide as its words, within reason."""
        metrics = self._look.metrics
        self.resizeColumnsToContents()
        self._widths = [
            min(max(self.columnWidth(column), metrics.px(_LEAST_COLUMN)), metrics.px(_MOST_COLUMN))
            for column in range(self._cells().columnCount())
        ]
        last = len(self._widths) - 1
        self._widths[last:] = [self.horizontalHeader().sectionSizeHint(last)]
        self._share()
        self._fit()

    def _share(self) -> None:
        """Give the columns their widths; where they do not fit, the widest gives the room if it can still be read."""
        widths = list(self._widths)
        over = sum(widths) - self.viewport().width()
        widest = max(range(len(widths)), key=widths.__getitem__, default=0)
        if over > 0 and widths[widest] - over >= self._look.metrics.px(_READABLE):
            widths[widest] -= over
        if widths and sum(widths) <= self.viewport().width():
            widths[-1] = self._look.metrics.px(_LEAST_COLUMN)  # grows with the room there is
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _fit(self) -> None:
        metrics = self._look.metrics
        rows = min(max(self._cells().rowCount(), 1), _MOST_ROWS_SHOWN)
        is_cut = self.horizontalHeader().length() > self.viewport().width()
        sideways = self.horizontalScrollBar().sizeHint().height() if is_cut else 0
        self.setFixedHeight(rows * metrics.row_compact + metrics.header + 2 * metrics.hairline + sideways)

    def _cells(self) -> QAbstractItemModel:
        return self.model()
