"""Hits of the search in everything, under its field: grouped by register, opened with Enter or a click."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem

from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Hit
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.session import Session

_HIT = int(Qt.ItemDataRole.UserRole)
_MOST = 40
_ROWS = 14


class SearchPopup(QObject):
    """Follows a search field. `chosen` gives register and id."""

    chosen = Signal(str, object)

    def __init__(self, field: QLineEdit, session: Session) -> None:
        super().__init__(field)
        self._field = field
        self._session = session
        self._list = QListWidget(field.window())
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setFrameShape(QFrame.Shape.StyledPanel)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setAccessibleName("Träffar")
        self._list.itemClicked.connect(self._choose)
        field.textEdited.connect(self._search)
        field.installEventFilter(self)

    def close(self) -> None:
        """Take the hits away for good."""
        self._field.removeEventFilter(self)
        self._field.textEdited.disconnect(self._search)
        self._field.clear()
        self._list.close()
        self._list.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys, Enter and Escape in the field work on the hits."""
        if event.type() is QEvent.Type.FocusOut:
            self._list.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._list.isVisible():
            return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self._list.hide()
            return True
        return False

    def _move(self, by: int) -> None:
        row = self._list.currentRow() + by
        while 0 <= row < self._list.count():
            if self._list.item(row).data(_HIT) is not None:
                self._list.setCurrentRow(row)
                return
            row += by

    def _search(self, words: str) -> None:
        hits = self._session.reading().find(words, _MOST) if words.strip() else []
        self._list.clear()
        order = list(REGISTERS)
        hits.sort(key=lambda hit: order.index(hit.register))
        for register, group in groupby(hits, key=lambda hit: hit.register):
            self._add_heading(REGISTERS[register].plural)
            for hit in group:
                self._add_hit(hit)
        if words.strip() and not hits:
            self._add_heading(f"Inget i registret passar ”{words.strip()}”")
        self._show(shown=bool(words.strip()))

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._session.look.fonts.font(TextStyle.SECOND))
        self._list.addItem(item)

    def _add_hit(self, hit: Hit) -> None:
        context = f"  ·  {hit.context}" if hit.context and hit.context != hit.label else ""
        item = QListWidgetItem(f"{hit.label}{context}")
        item.setData(_HIT, (hit.register, hit.record_id))
        self._list.addItem(item)
        if self._list.currentRow() < 0:
            self._list.setCurrentItem(item)

    def _show(self, *, shown: bool) -> None:
        if not shown:
            self._list.hide()
            return
        height = sum(self._list.sizeHintForRow(row) for row in range(min(self._list.count(), _ROWS)))
        self._list.resize(self._field.width() * 2, height + 2 * self._session.look.metrics.gap)
        self._list.move(self._field.mapToGlobal(QPoint(-self._field.width() // 2, self._field.height() + 2)))
        self._list.show()

    def _choose(self, item: QListWidgetItem | None) -> None:
        hit: tuple[str, UUID] | None = item.data(_HIT) if item is not None else None
        if hit is not None:
            self._list.hide()
            self._field.clear()
            self.chosen.emit(*hit)
