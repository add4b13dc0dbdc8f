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

_NAME_WIDTH = 110
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


@dataclass(frozen=True)
class Table:
    """Headings and rows. A cell is words or a widget; columns in `right` are of figures, those in `whole` never cut."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str | QWidget]]
    right: Sequence[int] = ()
    whole: Sequence[int] = ()
    last_is_sum: bool = False


class FactTable(QWidget):
    """Shows a table, and another in its place when it is given one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)

    def show_table(self, table: Table) -> None:
        """Show this; columns without a word are left out, and the widget is hidden when there are no rows."""
        body = QWidget()
        grid = QGridLayout(body)
        metrics = self._look.metrics
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.tight // 2)
        shown = [column for column in range(len(table.headings)) if any(row[column] != "" for row in table.rows)]
        for place, column in enumerate(shown):
            is_inset = not place or any(isinstance(row[column], LinkButton) for row in table.rows)
            own_width = column in table.right or column in table.whole
            side = _RIGHT if column in table.right else _LEFT
            heading = ElidedLabel(self._look, table.headings[column], TextStyle.SECOND, Ink.TEXT3)
            grid.addWidget(self._inset(heading) if is_inset else heading, 0, place, side if own_width else _MIDDLE)
            for line, row in enumerate(table.rows, start=1):
                cell = row[column]
                if isinstance(cell, str):
                    is_sum = table.last_is_sum and line == len(table.rows)
                    label = self._label(cell, is_cut=not own_width, is_sum=is_sum)
                    grid.addWidget(
                        self._inset(label) if is_inset else label, line, place, side if own_width else _MIDDLE
                    )
                else:
                    grid.addWidget(cell, line, place, _MIDDLE if isinstance(cell, ElidedLink) else _LEFT)
        grid.setColumnStretch(len(shown), 1)
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self.setVisible(bool(table.rows))

    def _label(self, text: str, *, is_cut: bool, is_sum: bool) -> QWidget:
        ink = Ink.TEXT if is_sum else Ink.TEXT2
        style = TextStyle.STRONG if is_sum else TextStyle.TEXT
        return ElidedLabel(self._look, text, style, ink) if is_cut else Label(self._look, text, style, ink)

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
        self._look = look
        self._one, self._many = one, many
        self._count = 0
        self._link = LinkButton(look, "", TextStyle.SECOND)
        self._link.clicked.connect(self._turn)
        self.table = FactTable(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.metrics.tight, 0, 0)
        column.setSpacing(look.metrics.tight)
        column.addWidget(self._link)
        column.addWidget(self.table)
        self._is_open = False

    def show_table(self, table: Table) -> None:
        """Fold these; hidden when there are none."""
        self._count = len(table.rows)
        self.table.show_table(table)
        self.setVisible(bool(table.rows))
        self._tell()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._tell()

    def _tell(self) -> None:
        self.table.setVisible(self._is_open and self._count > 0)
        words = self._one if self._count == 1 else self._many
        self._link.set_words("Dölj" if self._is_open else f"Visa {self._count} {words}")


def name_link(look: Look, text: str, follow: Callable[[], object], style: TextStyle = TextStyle.TEXT) -> ElidedLink:
    """A link in a cell, that gives way when it is narrow."""
    link = ElidedLink(look, text or "utan namn", style)
    link.setMinimumWidth(min(link.sizeHint().width(), look.metrics.px(_NAME_WIDTH)))
    link.clicked.connect(lambda _checked=False: follow())
    return link
