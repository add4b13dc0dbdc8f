"""What stands in the start page's place while the rest of the program is being loaded: its title and the day.

Loads nothing that the frame has not loaded already.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.ui.attention.titles import Titles
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property


class StartBeginning(QWidget):
    """The beginning of the page; the page itself comes in the same place."""

    def __init__(self, look: Look, day: date) -> None:
        super().__init__()
        set_property(self, "ground", "surface")
        self.titles = Titles(look)
        self.titles.tell(day)
        metrics = look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.margin + metrics.tight, metrics.margin, metrics.margin, 0)
        column.addWidget(self.titles)
        column.addStretch(1)
