"""The handlingar of a record or of one kind of paper: those that hold, those that are past folded, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.domain.words import Words
from itadmin.ui.look.look import Look
from itadmin.ui.papers.desk import PaperDesk
from itadmin.ui.papers.links import PaperLinks
from itadmin.ui.papers.table import Follow, paper_table
from itadmin.ui.register.fact_table import FactTable, FoldedTable

_PAST = ("ersatt", "makulerat")


class PapersPart(QWidget):
    """Tells of handlingar; the links under them are of the newest one that holds.

    Of several kinds there are none: each has a page of its own.
    """

    def __init__(self, look: Look, desk: PaperDesk, follow: Follow, *, titles: bool = False) -> None:
        """`follow` is what pressing a number does; `titles` says what each is, where they are of several kinds."""
        super().__init__()
        self._look = look
        self._follow = follow
        self._titles = titles
        self.now = FactTable(look)
        self.earlier = FoldedTable(look, "tidigare handling", "tidigare handlingar")
        self.links = PaperLinks(look, desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.tight)
        for part in (self.now, self.links, self.earlier):
            column.addWidget(part)

    def show_papers(self, papers: Sequence[IssuedPaper], words: Words, *, writable: bool) -> None:
        """Show these, the newest first."""
        present = [paper for paper in papers if paper.status not in _PAST]
        past = [paper for paper in papers if paper.status in _PAST]
        for table, shown in ((self.now, present), (self.earlier, past)):
            table.show_table(paper_table(self._look, shown, words, self._follow, titles=self._titles))
        is_told_which = bool(present) and (len(present) == 1 or not self._titles)
        self.links.show_paper(present[0] if is_told_which else None, writable=writable)
        self.setVisible(bool(papers))
