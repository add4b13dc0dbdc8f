"""The cells of one sheet of a workbook: values as Excel keeps them, with the looks of their kinds.

One cell of each look is made and used again for every row: the sheet is written row by row, and making looks is slow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as BookCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from itadmin.domain.text import clean_text
from itadmin.services.exporting.sheet import Cell, Column, Kind, Row, Sheet, yes_or_no

_LONGEST_TEXT = 32_767
_FIRST_YEAR = 1901
"""Excel counts a day in 1900 that never was."""

_TEXT, _DAY = "@", "yyyy\\-mm\\-dd"
_ORE = 100
_PERCENT = 10_000
_HEADING_FILL, _HEADING_LINE, _FIXED_FILL, _QUIET_INK = "E4ECEE", "0F4C5C", "EFEFEF", "6B7780"
_TITLE_SIZE = 14


@dataclass(frozen=True, slots=True)
class _Kept:
    """A value as Excel keeps it, and the format it is shown in."""

    value: str | int | Decimal | date
    format: str


class Cells:
    """Makes the rows of one sheet. `remarks` tells of each value that a cell could not hold."""

    def __init__(self, page: Worksheet, sheet: Sheet) -> None:
        self.remarks: list[str] = []
        self._page = page
        self._sheet = sheet
        self._made: dict[tuple[Column, str], BookCell] = {}

    def line(self, text: str, *, first: bool = False) -> BookCell:
        """A line that stands above the headings; the first one is their title."""
        cell = _text_cell(self._page, text)
        if first:
            cell.font = Font(bold=True, size=_TITLE_SIZE)
        return cell

    def heading(self, column: Column) -> BookCell:
        """The heading of a column."""
        cell = _text_cell(self._page, column.title)
        cell.font = Font(bold=not column.quiet, color=_QUIET_INK if column.quiet else None)
        cell.fill = PatternFill("solid", fgColor=_HEADING_FILL)
        cell.border = Border(bottom=Side("thin", color=_HEADING_LINE))
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        return cell

    def row(self, row: Row) -> list[BookCell | None]:
        """The cells of a row; to be written before the next row is asked for."""
        return [self._cell(column, value, row) for column, value in zip(self._sheet.columns, row, strict=True)]

    def _cell(self, column: Column, value: Cell, row: Row) -> BookCell | None:
        if value is None or value == "":
            return None
        kept = _kept(column, value)
        if isinstance(kept.value, str) and len(kept.value) > _LONGEST_TEXT:
            self.remarks.append(
                f"{column.title} för {row[0]} är längre än en cell i Excel rymmer och är inte med. Välj CSV i stället."
            )
            return None
        cell = self._look(column, kept.format)
        cell.value = kept.value
        if isinstance(kept.value, str):
            cell.data_type = "s"
        return cell

    def _look(self, column: Column, number_format: str) -> BookCell:
        key = (column, number_format)
        if key not in self._made:
            self._made[key] = self._new_look(column, number_format)
        return self._made[key]

    def _new_look(self, column: Column, number_format: str) -> BookCell:
        cell = WriteOnlyCell(self._page)
        if number_format:
            cell.number_format = number_format
        cell.alignment = Alignment(vertical="top", wrap_text=column.kind == "long_text")
        if column.quiet:
            cell.font = Font(color=_QUIET_INK)
        if self._sheet.protected and column.fixed:
            cell.fill = PatternFill("solid", fgColor=_FIXED_FILL)
        elif self._sheet.protected:
            cell.protection = Protection(locked=False)
        return cell


def _text_cell(page: Worksheet, text: str) -> BookCell:
    cell = WriteOnlyCell(page, clean_text(text))
    cell.data_type = "s"
    return cell


def _kept(column: Column, value: str | int | date) -> _Kept:
    if isinstance(value, str):
        return _Kept(clean_text(value), "")
    if isinstance(value, date):
        return _Kept(value, _DAY) if value.year >= _FIRST_YEAR else _Kept(value.isoformat(), "")
    return _NUMBERS.get(column.kind, _whole)(value, f' "{column.unit}"' if column.unit else "")


def _whole(value: int, unit: str) -> _Kept:
    return _Kept(value, f"#,##0{unit}")


def _year(value: int, _unit: str) -> _Kept:
    return _Kept(value, "0")


def _money(value: int, unit: str) -> _Kept:
    """Öre as kronor; the öre are shown where there are any."""
    if value % _ORE:
        return _Kept(Decimal(value) / _ORE, f"#,##0.00{unit}")
    return _Kept(value // _ORE, f"#,##0{unit}")


def _percent(value: int, _unit: str) -> _Kept:
    decimals = next((count for count in (0, 1) if value % 10 ** (2 - count) == 0), 2)
    return _Kept(Decimal(value) / _PERCENT, f"0{'.' if decimals else ''}{'0' * decimals}%")


def _truth(value: int, _unit: str) -> _Kept:
    return _Kept(yes_or_no(value), "")


_NUMBERS: Mapping[Kind, Callable[[int, str], _Kept]] = {
    "whole": _whole,
    "year": _year,
    "money": _money,
    "kronor": _money,
    "percent": _percent,
    "yes_no": _truth,
}
