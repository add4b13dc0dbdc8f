"""A panel that tells of what refers to a record in a table: what holds now, and behind a link what has been."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from itadmin.services.reading import Read
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.fact_table import FactTable, FoldedTable, Table
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import Label


def parted(reads: Iterable[Read], is_over: Callable[[Any], bool]) -> tuple[list[Read], list[Read]]:
    """Those whose record is not over, and those whose is; in their order."""
    now: list[Read] = []
    over: list[Read] = []
    for read in reads:
        (over if is_over(read.record) else now).append(read)
    return now, over


class TablePanel(Panel):
    """Shows tables, and one line where there is nothing; `foot` is a row for buttons under them."""

    def __init__(self, session: Session, none: str, folded: tuple[str, str]) -> None:
        """`none` is said when nothing holds; `folded` is what one and several rows behind the link are called."""
        super().__init__()
        self.session = session
        look = session.look
        self.now = FactTable(look)
        self.earlier = FoldedTable(look, *folded)
        self.none = Label(look, none, ink=Ink.TEXT2, wrap=True)
        self.none.setContentsMargins(look.metrics.link_pad, look.metrics.tight, 0, 0)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(look.metrics.block)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look.metrics.gap - look.metrics.link_pad, 0, look.metrics.gap, 0)
        self.column.setSpacing(look.metrics.tight)
        self.column.addWidget(self.none)
        self.column.addWidget(self.now)
        self.column.addWidget(self.earlier)
        self.column.addLayout(self.foot)

    def show_tables(self, now: Table, earlier: Table) -> None:
        """Show what holds and fold the rest."""
        self.now.show_table(now)
        self.none.setVisible(not now.rows)
        self.earlier.show_table(earlier)
