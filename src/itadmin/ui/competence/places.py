"""Where everything in the heat map lies, for the fonts it is drawn with, in logical pixels from its corner.

Names stand to the left, the heads of the columns above, turned; the cells are all of one size. Draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from itadmin.services.competence.heat_map import HeatMap
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Theme
from itadmin.ui.look.metrics import Metrics
from itadmin.ui.widgets.painting import line_width

_CELL = 46
_LEAST_NAMES, _MOST_NAMES, _MOST_KOMMUN = 130, 190, 130
_LEAST_HEAD, _MOST_HEAD = 56, 150

Cell = tuple[int, int]
"""Row and column."""

NOWHERE: Cell = (-1, -1)


@dataclass(frozen=True)
class GridPlaces:
    """The measures of one map. `most_head` is how high the turned names may be; None is as in print."""

    heat: HeatMap
    theme: Theme
    most_head: float | None = None

    @property
    def metrics(self) -> Metrics:
        """The measures of the look."""
        return self.theme.metrics

    @property
    def row(self) -> float:
        """The height of a row."""
        return self.metrics.row_compact

    @cached_property
    def cell(self) -> float:
        """The width of a column: room for a level, an arrow and a level."""
        return max(self.metrics.px(_CELL), line_width(self.theme, "0→4", TextStyle.STRONG) + 2 * self.metrics.tight)

    @cached_property
    def name_width(self) -> float:
        """The width of the names."""
        widest = max((line_width(self.theme, row.name, TextStyle.NAME) for row in self.heat.rows), default=0)
        room = min(max(widest, self.metrics.px(_LEAST_NAMES)), self.metrics.px(_MOST_NAMES))
        return room + self.metrics.cell_left + self.metrics.gap

    @cached_property
    def names(self) -> float:
        """The width of the names and the kommuner beside them, where those are told."""
        widest = max((line_width(self.theme, row.kommun, TextStyle.SECOND) for row in self.heat.rows), default=0)
        told = any(row.kommun for row in self.heat.rows)
        return self.name_width + (min(widest, self.metrics.px(_MOST_KOMMUN)) + self.metrics.gap if told else 0)

    @property
    def foot(self) -> float:
        """The height of the lowest line of the head: how many are able."""
        return self.metrics.chip + self.metrics.gap

    @cached_property
    def head(self) -> float:
        """The height of the turned names and the line below them."""
        widest = max((line_width(self.theme, each.topic.name, TextStyle.CHIP) for each in self.heat.columns), default=0)
        most: float = self.metrics.px(_MOST_HEAD)
        if self.most_head is not None:
            most = max(min(most, self.most_head), self.metrics.px(_LEAST_HEAD))
        return min(widest, most) + 2 * self.metrics.gap + self.foot

    @property
    def width(self) -> float:
        """The width of the whole map."""
        return self.names + self.cell * len(self.heat.columns)

    @property
    def height(self) -> float:
        """The height of the whole map."""
        return self.head + self.row * len(self.heat.rows)

    def row_rect(self, row: int) -> QRectF:
        """Where a row lies, names and cells."""
        return QRectF(0, self.head + row * self.row, self.width, self.row)

    def column_rect(self, column: int) -> QRectF:
        """Where the head of a column lies."""
        return QRectF(self.names + column * self.cell, 0, self.cell, self.head)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell lies."""
        return QRectF(self.names + column * self.cell, self.head + row * self.row, self.cell, self.row)

    def at(self, spot: QPointF) -> Cell:
        """The row and the column at a spot; −1 for either where there is none: on names and heads."""
        row = int((spot.y() - self.head) // self.row)
        column = int((spot.x() - self.names) // self.cell)
        return (
            row if 0 <= row < len(self.heat.rows) else -1,
            column if 0 <= column < len(self.heat.columns) else -1,
        )
