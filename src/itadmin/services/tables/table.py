"""A table as it was read: sheets of rows of cells, before anybody asks what they mean. Knows no file format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

_YEAR, _MONTH, _DAY = 4, 7, 10


@dataclass(frozen=True, slots=True)
class Moment:
    """A cell that holds a day. `shown` is how much of its ISO form the cell shows: 4 (year), 7 (month) or 10 (day)."""

    day: date
    shown: int = _DAY

    @property
    def text(self) -> str:
        """What the cell shows, as an ISO day or the prefix of one."""
        return self.day.isoformat()[: self.shown]


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that is computed; `text` is the formula itself, "=B2*12"."""

    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that shows an error instead of a value, "#N/A"."""

    text: str


Cell: TypeAlias = str | bool | int | float | Moment | Formula | Fault | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it. `number` counts from 1 as the table's own program does."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell of a column, counted from 0; None beyond the last."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, "" where there is only one, and its rows without the empty ones.

    `remarks` are sentences about what was left unread or read by guess.
    """

    name: str
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: at least one sheet."""

    name: str
    sheets: tuple[Sheet, ...]


def cell_text(cell: Cell) -> str:
    """A cell as its reader sees it; "" for an empty one. Decimals stand after a comma."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, (Moment, Formula, Fault)):
        return cell.text
    return number_text(cell) if isinstance(cell, (int, float)) else cell


def number_text(number: float) -> str:
    """A number without exponent, grouping or idle decimals: "2019", "99,5"."""
    if isinstance(number, int) or number.is_integer():
        return str(int(number))
    return f"{Decimal(repr(number)):f}".replace(".", ",")
