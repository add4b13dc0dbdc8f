"""The panel beside the work list in wide windows: the next days that something is due, each a way to its record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.calculations.attention import AttentionLine
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.widgets.labels import Label

_WIDTH = 264
_MOST = 5


class ComingDays(QWidget):
    """The panel. Parts of others stand over the days. `chosen` gives the line that is followed."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        set_property(self, "ground", "sunken")
        self.parts = QVBoxLayout(self)
        self._title = Label(look, "Kommande dagar", TextStyle.SIDE_HEADING)
        self._title.setIndent(look.metrics.link_pad)
        self._days = QVBoxLayout()
        self.parts.addWidget(self._title)
        self.parts.addLayout(self._days)
        self.parts.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()

    def show_lines(self, lines: Sequence[AttentionLine]) -> None:
        """Show the days of these lines, from the first."""
        while (item := self._days.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for line in lines:
            self._days.addWidget(self._entry(line))
        self._title.setVisible(bool(lines))

    def _entry(self, line: AttentionLine) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, self._look.metrics.gap)
        column.setSpacing(0)
        day = Label(self._look, f"{line.day}", TextStyle.SECOND, Ink.TEXT2)
        day.setIndent(self._look.metrics.link_pad)
        column.addWidget(day)
        link = ElidedLink(self._look, line.record)
        link.setAccessibleName(f"{line.day} {line.record}")
        link.clicked.connect(partial(self.chosen.emit, line))
        column.addWidget(link)
        return entry

    def _dress(self) -> None:
        metrics = self._look.metrics
        self.setFixedWidth(metrics.px(_WIDTH))
        margin = metrics.section_gap
        self.parts.setContentsMargins(margin, metrics.margin, margin, margin)
        self.parts.setSpacing(metrics.gap)


def next_days(lines: Sequence[AttentionLine], today: date) -> list[AttentionLine]:
    """The first lines whose day is today or later, one for each record and day."""
    ahead = [line for line in lines if line.day is not None and line.day >= today]
    ahead.sort(key=lambda line: (line.day or today, line.record))
    found: dict[tuple[date | None, UUID], AttentionLine] = {}
    for line in ahead:
        found.setdefault((line.day, line.record_id), line)
        if len(found) == _MOST:
            break
    return list(found.values())
