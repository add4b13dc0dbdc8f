"""The row on top of the chapter editor: which document, whose text is written, ways to pages, paper and help."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.steering import words
from itadmin.ui.widgets.buttons import Button, IconButton
from itadmin.ui.widgets.labels import ElidedLabel


class EditorTop(QWidget):
    """The row. The second of `levels` is what only a kommun has; without `has_levels` there is only the first."""

    def __init__(self, look: Look, title: str, *, has_levels: bool) -> None:
        super().__init__()
        self.levels = QTabBar()
        self.turn = Button(look, words.SHOW_PAGES)
        self.paper = Button(look, words.SHOW_PAPER, icon="document_pdf")
        self.help = IconButton(look, "question_circle", "Hjälp om styrande dokument")
        self.levels.setAccessibleName("Vilken text som skrivs")
        self.levels.setDrawBase(False)
        self.levels.setExpanding(False)
        for word in (words.COMMON, words.OURS):
            self.levels.addTab(word)
        self.levels.setVisible(has_levels)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        row.addWidget(ElidedLabel(look, title, TextStyle.NAME), 1)
        for part in (self.levels, self.turn, self.paper, self.help):
            row.addWidget(part)

    def mark_level(self, *, is_own: bool) -> None:
        """Show whose text is written, without asking for it."""
        with QSignalBlocker(self.levels):
            self.levels.setCurrentIndex(int(is_own))
