"""Lets a column of names take the room there is, beside others that are as wide as they are. Knows no model."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from itadmin.ui.look.look import Look


class NameWidth(QObject):
    """Keeps a column as wide as its texts: at least `least` pixels of the look's, at most a share of the table.

    Only the rows that are seen are asked, so that others need not be worked out.
    """

    def __init__(self, look: Look, table: QTableView, column: int, least: int, share: float = 0.4) -> None:
        super().__init__(table)
        self._look, self._table, self._column, self._least, self._share = look, table, column, least, share
        table.horizontalHeader().setResizeContentsPrecision(0)
        table.viewport().installEventFilter(self)
        table.model().modelReset.connect(self.fit)
        look.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the width that is wanted now."""
        least = self._look.metrics.px(self._least)
        most = round(self._table.viewport().width() * self._share)
        hint = self._table.sizeHintForColumn(self._column) if self._table.isVisible() else least
        wanted = max(min(hint, most), least)
        if wanted != self._table.columnWidth(self._column):
            self._table.setColumnWidth(self._column, wanted)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the table's width, and look at the texts when it is shown."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return False
