"""A list and a record beside each other; where there is little room, or one wants the list alone, they take turns.

Knows nothing of what either shows. How wide the list was left is remembered, and whether it is alone.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.splitter import Splitter

_LIST_WIDTH = 530
_LEAST_RECORD = 420


class ListAndRecord(QWidget):
    """Arranges the two. `back_wanted` asks for the list where the record has taken its place.

    `name` is what the list is called; its width is remembered as `key`/width, that it is alone as `key`/alone.
    """

    back_wanted = Signal()

    def __init__(
        self, session: Session, listed: QWidget, record: QWidget, name: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._list = listed
        self._key = key
        self._step = WidthStep.WIDE
        self._is_alone = session.memory.value(f"{key}/alone") is True
        self._back = LinkButton(session.look, f"← {name}")
        self._back.setAccessibleName(f"Tillbaka till listan: {name}")
        self._back.clicked.connect(self.back_wanted)
        self.splitter = Splitter(session.look)
        self._build(record)
        self.splitter.splitterMoved.connect(self._remember_width)
        session.look.changed.connect(self._dress)
        self._dress()
        self._arrange()

    def _build(self, record: QWidget) -> None:
        self._back_row = QWidget()
        back_row = QHBoxLayout(self._back_row)
        metrics = self._session.look.metrics
        back_row.setContentsMargins(metrics.margin - metrics.link_pad, metrics.gap, 0, 0)
        back_row.addWidget(self._back)
        back_row.addStretch(1)
        self._back_row.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self._record_side = QWidget()
        self.splitter.addWidget(self._list)
        self.splitter.addWidget(self._record_side)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self._record_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._back_row)
        column.addWidget(record, 1)  # last, as all that is in it is dressed anew whenever it changes hands

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one of them only."""
        return self._step is WidthStep.NARROW

    @property
    def takes_turns(self) -> bool:
        """Whether one of them is shown at a time: there is no room for both, or the list is wanted alone."""
        return self.is_narrow or self._is_alone

    def set_step(self, step: WidthStep) -> None:
        """Arrange for how much fits beside each other; the one that is looked at stays."""
        self._step = step
        self._arrange()

    def turn_alone(self) -> None:
        """Let the list have all the room, or the record stand beside it again."""
        self._is_alone = not self._is_alone
        self._session.memory.keep(f"{self._key}/alone", self._is_alone or None)
        self._arrange()
        self.show_record(shown=False)

    def _arrange(self) -> None:
        self._back_row.setVisible(self.takes_turns)
        self.show_record(shown=self.takes_turns and not self._list.isVisible() and self.isVisible())

    def show_record(self, *, shown: bool) -> None:
        """Show the record in the list's place, or the list; both where they stand beside each other."""
        self._list.setVisible(not (self.takes_turns and shown))
        self._record_side.setVisible(not self.takes_turns or shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share the first time; the record keeps the least it can do with."""
        super().resizeEvent(event)
        if not event.oldSize().isValid():
            kept = self._session.memory.value(f"{self._key}/width")
            width = kept if isinstance(kept, (int, float)) else _LIST_WIDTH
            listed = self._session.look.metrics.px(width)
            self.splitter.setSizes([listed, max(self.width() - listed, 1)])

    def _dress(self) -> None:
        self._record_side.setMinimumWidth(self._session.look.metrics.px(_LEAST_RECORD))

    def _remember_width(self, place: int, _handle: int) -> None:
        width = place * _LIST_WIDTH / max(self._session.look.metrics.px(_LIST_WIDTH), 1)
        self._session.memory.keep(f"{self._key}/width", round(width))
