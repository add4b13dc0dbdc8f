"""Whom one has received from so far: when each shared last, and those who have not been rung yet."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from itadmin.services.receiving.senders import Sender
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.sharing.confirm_sender import ConfirmSender
from itadmin.ui.told_rows import Told, ToldRows
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate

_HEADERS = ("Kommun", "Delat", "Nr", "Avsändaren")
_WIDTHS = (0, 140, 56, 220)


class KnownPart(QWidget):
    """Shows senders; hidden when there are none. `confirmed` gives one whose fingerprint has been compared."""

    confirmed = Signal(UUID)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._senders: Sequence[Sender] = ()
        self.rows = ToldRows(self, _HEADERS)
        self.table = RowTable(look)
        self.confirm = Button(look, "Bekräfta fingeravtryck…", icon="checkmark")
        self._build()
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_current())
        self.table.opened.connect(self._ask)
        self.confirm.clicked.connect(self._ask)

    def show_senders(self, senders: Sequence[Sender]) -> None:
        """Show these, and stand on the first that has not been confirmed, else where one stood."""
        row = max(self.table.currentIndex().row(), 0)
        self._senders = senders
        self.rows.show_rows(_HEADERS, [_told(sender) for sender in senders])
        if senders:
            unconfirmed = (place for place, sender in enumerate(senders) if not sender.is_confirmed)
            self.table.setCurrentIndex(self.rows.index(next(unconfirmed, min(row, len(senders) - 1)), 0))
        self.confirm.setVisible(any(not sender.is_confirmed for sender in senders))
        self._show_current()

    @property
    def has_any(self) -> bool:
        """Whether there is anybody to show."""
        return bool(self._senders)

    def _current(self) -> Sender | None:
        row = self.table.currentIndex().row()
        return self._senders[row] if 0 <= row < len(self._senders) else None

    def _show_current(self) -> None:
        sender = self._current()
        self.confirm.setEnabled(sender is not None and not sender.is_confirmed)

    def _ask(self) -> None:
        """Ask about the one that one stands on, unless that has been answered."""
        sender = self._current()
        if sender is not None and not sender.is_confirmed:
            asked = ConfirmSender(self._look, sender, self)
            asked.accepted.connect(lambda: self.confirmed.emit(sender.neighbour.id))
            asked.open()

    def _build(self) -> None:
        metrics = self._look.metrics
        self.table.setModel(self.rows)
        self.table.setAccessibleName("Mottaget hittills")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS):
            kind = TextDelegate if column else NameDelegate
            self.table.setItemDelegateForColumn(column, kind(self._look, self.table))
            if width:
                self.table.setColumnWidth(column, metrics.px(width))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(metrics.gap)
        parts.addWidget(Label(self._look, "Mottaget hittills", TextStyle.SIDE_HEADING))
        parts.addWidget(self.table, 1)
        parts.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)


def _told(sender: Sender) -> Told:
    trust = "bekräftad" if sender.is_confirmed else "inte bekräftad"
    whose = sender.neighbour
    cells = (whose.name, whose.shared_on.isoformat(), str(whose.number), trust)
    return Told(cells, f"{whose.name}, delat {whose.shared_on.isoformat()}, fil nr {whose.number}, {trust}")
