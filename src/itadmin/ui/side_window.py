"""What windows of their own have in common: a row on top, a body and a status row, and the keys that work everywhere.

What they show follows the register until they are closed. Knows nothing of what stands in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.ui.forms import load_form
from itadmin.ui.look.style import set_property
from itadmin.ui.session import Session
from itadmin.ui.widgets.reading_order import step_focus


class SideWindow(QWidget):
    """An empty one, of its own size. Escape closes it, Tab follows the order one reads in.

    `ground` is the colour of the body.
    """

    top_row: QWidget
    body: QWidget
    status_row: QWidget
    top_items: QHBoxLayout
    body_items: QHBoxLayout
    status_items: QHBoxLayout

    def __init__(self, session: Session, ground: str) -> None:
        super().__init__()
        self._session = session
        load_form("document_window", self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for area, its_ground in ((self.top_row, "window"), (self.status_row, "window"), (self.body, ground)):
            set_property(area, "ground", its_ground)
        session.look.changed.connect(self._dress_rows)
        self._reading_anew = QTimer(self, singleShot=True, interval=0)
        self._told_of: AbstractSet[str] = frozenset()
        self._on_touched: Callable[[], None] | None = None
        self._dress_rows()

    def keep_up(
        self, read_anew: Callable[[], None], told_of: AbstractSet[str] = frozenset(), *, at_once: bool = False
    ) -> None:
        """Read anew when one of the registers told of has changed; none told of is all.

        Once for many changes, unless it is to be `at_once` as it waits for more by itself.
        """
        self._told_of = told_of
        self._reading_anew.timeout.connect(read_anew)
        self._on_touched = read_anew if at_once else self._reading_anew.start
        self._session.bus.changed.connect(self._on_changed)

    def read_no_more(self) -> None:
        """Let be what was about to be read anew, as it has just been."""
        self._reading_anew.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Listen no more."""
        self._reading_anew.stop()
        if self._on_touched is not None:
            self._session.bus.changed.disconnect(self._on_changed)
            self._on_touched = None
        super().closeEvent(event)

    def bind_keys(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Say what keys do in the whole window, as "Ctrl+S"."""
        for keys, slot in slots.items():
            QShortcut(QKeySequence(keys), self, slot)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow the order one reads in."""
        return step_focus(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, unless what has the focus wants it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_changed(self, changes: ChangeSet, _initiator: object) -> None:
        if self._on_touched is not None and (not self._told_of or changes.registers & self._told_of):
            self._on_touched()

    def _dress_rows(self) -> None:
        metrics = self._session.look.metrics
        self.top_items.setContentsMargins(metrics.section_gap, 0, metrics.section_gap, 0)
        self.status_items.setContentsMargins(metrics.block, 0, metrics.block, 0)
        self.top_row.setFixedHeight(metrics.button + 2 * metrics.gap)
        self.status_row.setFixedHeight(metrics.status)
