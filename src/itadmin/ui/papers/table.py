"""Handlingar as a little table: number to follow, version, state as a chip, and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.domain.words import Words
from itadmin.ui.look.look import Look
from itadmin.ui.papers.words import STATES, day_words, state_of
from itadmin.ui.register.chips import chip_for
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.widgets.chip import Chip, ChipKind

_HEADINGS = ("Handling", "Vad", "Version", "Läge", "Dag")
_TITLE, _VERSION, _STATE, _DAY = range(1, 5)
Follow = Callable[[IssuedPaper], object]


def paper_table(
    look: Look, papers: Iterable[IssuedPaper], words: Words, follow: Follow, *, titles: bool = False
) -> Table:
    """The table; with `titles` where they are of several kinds. Following a number is what the caller makes of it."""

    def row(paper: IssuedPaper) -> Cells:
        link = name_link(look, paper.number, lambda: follow(paper))
        link.setAccessibleName(f"Visa handling {paper.number}")
        chip = Chip(look, chip_for(STATES, paper.status) or ChipKind.PLAIN, state_of(paper, words))
        version = str(paper.version) if paper.version else ""
        return (link, paper.title if titles else "", version, chip if paper.status else "", day_words(paper))

    return Table(
        headings=_HEADINGS,
        rows=[partial(row, paper) for paper in papers],
        right=(_VERSION,),
        whole=(_STATE, _DAY),
    )
