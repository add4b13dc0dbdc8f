"""The parts of a record page in their order on one scrolling column, and the lists that jump to them.

Knows no register: what a part shows is its own business, and its place is where the order names its key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.widgets.jump_button import JumpButton
from itadmin.ui.widgets.jump_list import JumpList, JumpSection


@dataclass(frozen=True)
class _Part:
    key: str
    title: str
    widget: QWidget
    missing: Callable[[], int]


class RecordParts(QScrollArea):
    """Shows the parts. `jumps` show which are there and which is being read."""

    def __init__(self, look: Look, order: Sequence[str], jumps: Sequence[JumpList | JumpButton]) -> None:
        """`order` are keys of parts from the top; parts that it does not name stand where they were put."""
        super().__init__()
        self._look = look
        self._order = {key: place for place, key in enumerate(order)}
        self._jumps = tuple(jumps)
        self._parts: list[_Part] = []
        metrics = look.metrics
        body = self._body = QWidget()
        set_property(body, "ground", "surface")
        body.setMinimumWidth(1)  # wide parts give way; the page never scrolls sideways
        body.setMaximumWidth(metrics.record_max + 2 * metrics.margin)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(
            metrics.margin - metrics.gap, metrics.tight, metrics.section_gap, metrics.margin
        )
        self._column.setSpacing(metrics.section_gap)
        self._column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        for ground in (self, self.viewport()):
            set_property(ground, "ground", "surface")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to what is in it
        self.setAccessibleName("Uppgifter")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._mark_later = QTimer(self, singleShot=True, interval=0)
        self._mark_later.timeout.connect(self._mark)
        self.verticalScrollBar().valueChanged.connect(self._mark)
        for jump in self._jumps:
            jump.chosen.connect(self._jump_to)

    def place(self, key: str, title: str, widget: QWidget, missing: Callable[[], int]) -> None:
        """Put in a part; `missing` says how many expected values it lacks."""
        widget.setMinimumWidth(1)  # gives way, so that its height is asked for at the width it is given
        at = self._place_of(key)
        self._parts.insert(at, _Part(key, title, widget, missing))
        self._column.insertWidget(at, widget)

    def end_with(self, widget: QWidget) -> None:
        """Let something that is no part stand after them all."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_parts(self, *, shown: bool) -> None:
        """Show the parts, or leave the room empty: what is put in unseen is dressed once, not row by row."""
        self._body.setVisible(shown)

    def tell(self) -> None:
        """Tell the jump lists which parts are shown and what they lack."""
        sections = [JumpSection(part.title, part.missing()) for part in self._shown()]
        for jump in self._jumps:
            jump.set_sections(sections)
        self._mark_later.start()

    def to_top(self) -> None:
        """Show the first part."""
        self.verticalScrollBar().setValue(0)

    def reach(self, key: str) -> None:
        """Show the part with a key, if it is there."""
        keys = [part.key for part in self._shown()]
        if key in keys:
            self._jump_to(keys.index(key))

    def _place_of(self, key: str) -> int:
        """Before the first part that the order has after this key; last when it has none."""
        if key not in self._order:
            return len(self._parts)
        later = (place for place, part in enumerate(self._parts) if self._order.get(part.key, -1) > self._order[key])
        return next(later, len(self._parts))

    def _shown(self) -> list[_Part]:
        return [part for part in self._parts if not part.widget.isHidden()]

    def _jump_to(self, number: int) -> None:
        shown = self._shown()
        if 0 <= number < len(shown):
            self.verticalScrollBar().setValue(shown[number].widget.y())

    def _mark(self) -> None:
        """Mark the last part whose heading has been passed."""
        reached = self.verticalScrollBar().value() + self._look.metrics.margin
        passed = [number for number, part in enumerate(self._shown()) if part.widget.y() <= reached]
        if passed:
            for jump in self._jumps:
                jump.set_current(passed[-1])
