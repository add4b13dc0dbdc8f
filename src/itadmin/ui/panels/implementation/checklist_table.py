"""The table of a checklist: a point is answered by a single key where one stands on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView

from itadmin.ui.look.look import Look
from itadmin.ui.panels.implementation.checklist_model import POINT, STATE, ChecklistModel
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.sign_delegates import ChipDelegate
from itadmin.ui.widgets.text_delegates import TwoLineDelegate

DONE, NOT_CONCERNED, WAIVED, LEFT, BY_REGISTER = "klart", "ej_aktuellt", "avstatt", "kvar", "registret"
_KEYS = {
    Qt.Key.Key_K: DONE,
    Qt.Key.Key_I: NOT_CONCERNED,
    Qt.Key.Key_A: WAIVED,
    Qt.Key.Key_R: BY_REGISTER,
    Qt.Key.Key_Delete: LEFT,
}
_LEAST_NAME = 150


class ChecklistTable(RowTable):
    """Shows the points. `answered` gives how the current one is to be answered."""

    answered = Signal(str)

    def __init__(self, look: Look, model: ChecklistModel) -> None:
        super().__init__(look, RowHeight.TWO_LINES)
        self.setModel(model)
        self.setAccessibleName("Checklista")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(POINT, TwoLineDelegate(look, self))
        self.setItemDelegateForColumn(STATE, ChipDelegate(look, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        self.installEventFilter(self)
        model.modelReset.connect(self._fit)
        model.dataChanged.connect(lambda *_cells: self._fit())
        look.changed.connect(self._fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys that answer before the window takes them for commands."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._answer(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the point by its key."""
        answer = self._answer(event)
        if answer:
            self.answered.emit(answer)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: all points are seen at once."""
        event.ignore()

    def _answer(self, event: QKeyEvent) -> str:
        if event.modifiers() or not self.currentIndex().isValid():
            return ""
        return _KEYS.get(Qt.Key(event.key()), "")

    def _fit(self) -> None:
        metrics = self._look.metrics
        self.resizeColumnToContents(STATE)
        room = self.viewport().width() - self.columnWidth(STATE)
        self.setColumnWidth(POINT, max(room, metrics.px(_LEAST_NAME)))
        rows = max(self.model().rowCount(), 1)
        self.setFixedHeight(rows * metrics.row_two_lines + metrics.header + 2 * metrics.hairline)
