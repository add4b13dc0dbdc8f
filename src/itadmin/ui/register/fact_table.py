"""A little table on the record page: headings, rows of words, links and signs, and earlier rows folded under a link.

Knows no register; what stands in the cells is made by who shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label

_MOST = 12
_NAME_WIDTH = 110
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


Cells = Sequence[str | QWidget]
"""The cells of a row: words or widgets."""


@dataclass(frozen=True)
class Table:
    """Headings and rows. Each row is made when it is shown; `total` is the row of sums.

    Columns in `right` are of figures; those in `whole` are never cut.
    """

    headings: Sequence[str] = ()
    rows: Sequence[Callable[[], Cells]] = ()
    right: Sequence[int] = ()
    whole: Sequence[int] = ()
    total: Sequence[str] = ()


class FactTable(QWidget):
    """Shows a table, and another in its place when it is given one; of many rows the first, the rest when asked for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._table = Table()
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = LinkButton(look, "")
        self._more.clicked.connect(self._show_all)
        self._column.addWidget(self._body)
        self._column.addWidget(self._more)

    def show_table(self, table: Table) -> None:
        """Show this; columns without a word are left out, and the widget is hidden when there are no rows."""
        self._table = table
        self._show(_MOST)
        self.setVisible(bool(table.rows))

    def _show_all(self) -> None:
        self._show(len(self._table.rows))
        first = next(iter(self._body.findChildren(LinkButton)), None)
        if first is not None:
            first.setFocus()

    def _show(self, most: int) -> None:
        table = self._table
        rows = [make() for make in table.rows[:most]]
        body = QWidget()
        grid = QGridLayout(body)
        metrics = self._look.metrics
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.tight // 2)
        shown = [column for column in range(len(table.headings)) if any(row[column] != "" for row in rows)]
        for place, column in enumerate(shown):
            self._put_column(grid, place, column, [row[column] for row in rows])
        grid.setColumnStretch(len(shown), 1)
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        left = len(table.rows) - len(rows)
        self._more.set_words(f"Visa {left} till")
        self._more.setVisible(left > 0)

    def _put_column(self, grid: QGridLayout, place: int, column: int, cells: Cells) -> None:
        table = self._table
        own_width = column in table.right or column in table.whole
        side = (_RIGHT if column in table.right else _LEFT) if own_width else _MIDDLE
        is_inset = not place or any(isinstance(cell, LinkButton) for cell in cells)
        heading = ElidedLabel(self._look, table.headings[column], TextStyle.SECOND, Ink.TEXT3)
        grid.addWidget(self._inset(heading) if is_inset else heading, 0, place, side)
        for line, cell in enumerate(cells, start=1):
            if isinstance(cell, str):
                label = self._label(cell, is_cut=not own_width)
                grid.addWidget(self._inset(label) if is_inset else label, line, place, side)
            else:
                widget_side = _RIGHT if column in table.right else _LEFT
                grid.addWidget(cell, line, place, _MIDDLE if isinstance(cell, ElidedLink) else widget_side)
        if table.total:
            total = Label(self._look, table.total[column], TextStyle.STRONG)
            grid.addWidget(self._inset(total) if is_inset else total, len(cells) + 1, place, side)

    def _label(self, text: str, *, is_cut: bool) -> QWidget:
        kind = ElidedLabel if is_cut else Label
        return kind(self._look, text, TextStyle.TEXT, Ink.TEXT2)

    def _inset(self, label: QWidget) -> QWidget:
        """A label whose words begin where those of a link do."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(self._look.metrics.link_pad, 0, 0, 0)
        row.addWidget(label)
        return holder


class FoldedTable(QWidget):
    """A table behind a link that says how many rows there are: "Visa 3 tidigare"."""

    def __init__(self, look: Look, one: str, many: str) -> None:
        """`one` and `many` are what the rows are called after their number."""
        super().__init__()
        self._one, self._many = one, many
        self._folded = Table()
        self._is_open = False
        self._link = LinkButton(look, "", TextStyle.SECOND)
        self._link.clicked.connect(self._turn)
        self._table = FactTable(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.metrics.tight, 0, 0)
        column.setSpacing(look.metrics.tight)
        column.addWidget(self._link)
        column.addWidget(self._table)

    def show_table(self, table: Table) -> None:
        """Fold these; hidden when there are none."""
        self._folded = table
        self.setVisible(bool(table.rows))
        self._tell()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._tell()

    def _tell(self) -> None:
        count = len(self._folded.rows)
        words = self._one if count == 1 else self._many
        self._link.set_words("Dölj" if self._is_open else f"Visa {count} {words}")
        if self._is_open:
            self._link.setAccessibleName(f"Dölj {words}")
        self._table.show_table(self._folded if self._is_open else Table())


def name_link(look: Look, text: str, follow: Callable[[], object], style: TextStyle = TextStyle.TEXT) -> ElidedLink:
    """A link in a cell, that gives way when it is narrow."""
    link = ElidedLink(look, text or "utan namn", style)
    link.setMinimumWidth(min(link.sizeHint().width(), look.metrics.px(_NAME_WIDTH)))
    link.clicked.connect(lambda _checked=False: follow())
    return link
