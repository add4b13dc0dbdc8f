"""Blocks of rows: facts with their labels, and tables of data."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from itadmin.documents.content.running_text import Inline

Align: TypeAlias = Literal["left", "right", "center"]

LEVELS = range(6)
"""Fills of cells: 0 is none, 1 the lightest, 5 the accent itself."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value, in a field table or on the cover."""

    label: str
    value: Inline


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Facts as label and value, without a head. `label_width` in millimetres."""

    fields: tuple[Field, ...]
    caption: str = ""
    label_width: float = 48
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: numbers are right-aligned, single letters centred. `weight` is its share of the table's width.

    A weight may be thought of as millimetres; only the proportions count. U+00AD in a title says where it may break.
    Cells of a column `to_write` in that are empty print nothing: somebody writes there by hand.
    """

    title: str
    align: Align = "left"
    weight: float = 1
    to_write: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than its text: `level` 1–5 fills it (0 is no fill), `strong` sets it heavier."""

    text: Inline
    level: int = 0
    strong: bool = False

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ValueError(f"level must be 0-5, not {self.level}")


CellContent: TypeAlias = Inline | Cell
Row: TypeAlias = tuple[CellContent, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows under a head that is repeated on every page.

    The first column is the row's heading: `strong`, `label` (grey) or `plain`. `sum_row` says that the last row is a
    sum. `grid` separates the cells by white lines, for matrices of filled cells. `wide` lets the table begin at the
    left margin where it else would begin at the text. An empty cell prints "–". Rows are at least `row_height`
    millimetres high.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    note: str = ""
    row_heading: Literal["strong", "label", "plain"] = "plain"
    sum_row: bool = False
    grid: bool = False
    wide: bool = False
    key: str = ""
    row_height: float = 0

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table needs at least one column")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row must have one cell per column")
        if any(column.weight <= 0 for column in self.columns):
            raise ValueError("a column's weight must be greater than zero")
