"""Systems to tick: searched, ticked one by one or all that are seen, and counted."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from itadmin.documents.phrases import counted
from itadmin.domain.text import fold
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.training.making_choices import USUAL, Offered, told_of
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label

_MANY = 8
_MAKING = "Planerna görs …"
_NOTHING = "Alla system har redan en utbildningsplan."


class SystemTicks(QWidget):
    """The list with its search. `changed` says that others are ticked; those that no plan can be made for say why."""

    changed = Signal()

    def __init__(self, look: Look, offered: Sequence[Offered], ticked: set[UUID]) -> None:
        super().__init__()
        self._look = look
        self._offered = offered
        self._ticked = ticked
        self._like = USUAL
        self.search = QLineEdit()
        self.list = QListWidget()
        self.number = Label(look, "", ink=Ink.TEXT2)
        self.every, self.none = LinkButton(look, "Markera alla"), LinkButton(look, "Markera ingen")
        self._build()
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list.itemChanged.connect(self._on_ticked)
        self.every.clicked.connect(lambda: self._tick_all(ticked=True))
        self.none.clicked.connect(lambda: self._tick_all(ticked=False))
        self._fill()
        self.setFocusProxy(self.list)

    @property
    def chosen(self) -> list[UUID]:
        """The systems that are ticked, from the top."""
        return [each.system_id for each in self._offered if each.system_id in self._ticked]

    def show_like(self, key: str) -> None:
        """Tell beside each system what its plan would be like."""
        self._like = key
        self._fill()

    def set_busy(self, *, busy: bool) -> None:
        """Say that plans are being made, or how many are ticked."""
        if busy:
            self.number.setText(_MAKING)
        else:
            self._count()

    def _build(self) -> None:
        metrics = self._look.metrics
        self.search.setPlaceholderText("Sök bland systemen")
        self.search.setAccessibleName("Sök bland systemen")
        self.search.setClearButtonEnabled(True)
        self.list.setAccessibleName("System som får en plan")
        set_property(self.list, "checks", "true")
        over = QHBoxLayout()
        over.setSpacing(metrics.gap)
        over.addWidget(self.number, 1)
        over.addWidget(self.every)
        over.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap)
        column.addWidget(self.search)
        column.addLayout(over)
        column.addWidget(self.list, 1)
        self.search.setVisible(len(self._offered) > _MANY)
        for link in (self.every, self.none):
            link.setVisible(len(self._offered) > 1)

    def _fill(self) -> None:
        """Show the systems that the search lets through."""
        wanted = fold(self.search.text()).split()
        with QSignalBlocker(self.list):
            self.list.clear()
            for each in self._offered:
                if all(word in fold(each.name) for word in wanted):
                    self.list.addItem(self._item(each))
        self._count()

    def _item(self, offered: Offered) -> QListWidgetItem:
        item = QListWidgetItem(told_of(offered, self._like))
        item.setSizeHint(QSize(0, self._look.metrics.row_compact))
        item.setData(Qt.ItemDataRole.UserRole, offered.system_id)
        if offered.reason:
            item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        else:
            is_ticked = offered.system_id in self._ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        return item

    def _on_ticked(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked.add(key)
        else:
            self._ticked.discard(key)
        self._count()

    def _tick_all(self, *, ticked: bool) -> None:
        """Tick what the search lets through, or not."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _count(self) -> None:
        can = sum(not each.reason for each in self._offered)
        told = f"{len(self._ticked)} av {counted(can, 'system', 'system')} markerade"
        self.number.setText(told if can else _NOTHING)
        self.changed.emit()
