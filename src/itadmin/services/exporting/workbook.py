"""Sheets as an Excel workbook. The one module that writes with openpyxl, which is slow to load: load it when needed.

Text is always stored as text, never as a formula. Equal sheets give equal bytes, and nothing in the file tells who made
it or on which computer.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime, time
from itertools import chain, islice
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from itadmin.domain.problems import KnownError
from itadmin.services.exporting.sheet import Cell, Column, Row, Sheet, Written
from itadmin.services.exporting.workbook_cells import Cells
from itadmin.services.exporting.workbook_choices import ChoiceLists
from itadmin.services.exporting.workbook_names import sheet_names

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
_MAKER = "itadmin"
_MOST_ROWS = 1_048_576
_MEASURED_ROWS = 200
_NARROWEST, _WIDEST, _QUIET_WIDTH = 8, 60, 14
_FOLDED_IN = 3
_ROOM_TO_WRITE = 40
_A4 = 9


def write_workbook(sheets: Sequence[Sheet], title: str, day: date) -> Written:
    """The workbook with its sheets in order; `title` and `day` stand among its properties.

    Raises KnownError when a sheet has more rows than Excel can hold, and whatever the sheets' rows raise.
    """
    book = Workbook(write_only=True)
    _describe(book, title, day)
    lists = ChoiceLists()
    remarks: list[str] = []
    names = sheet_names([sheet.name for sheet in sheets])
    try:
        for sheet, name in zip(sheets, names, strict=True):
            with closing(book.create_sheet(name)) as page:
                remarks += _SheetWriter(page, sheet, lists).write()
        lists.write(book)
    except BaseException:
        _to_bytes(book)
        raise
    return Written(_to_bytes(book), tuple(remarks))


def _describe(book: Workbook, title: str, day: date) -> None:
    moment = datetime.combine(day, time())
    properties = book.properties
    properties.creator, properties.lastModifiedBy, properties.title = _MAKER, _MAKER, title
    properties.created = properties.modified = moment


class _SheetWriter:
    """Writes one sheet: lines above, headings that stay in view, and the rows as they come."""

    def __init__(self, page: Worksheet, sheet: Sheet, lists: ChoiceLists) -> None:
        self._page = page
        self._sheet = sheet
        self._lists = lists
        self._cells = Cells(page, sheet)
        self._header_row = len(sheet.above) + 1

    def write(self) -> list[str]:
        """Write it all; returns what did not fit."""
        rows = iter(self._sheet.rows)
        first = list(islice(rows, _MEASURED_ROWS))
        self._set_up(first)
        for place, line in enumerate(self._sheet.above):
            self._page.append([self._cells.line(line, first=not place)])
        self._page.append([self._cells.heading(column) for column in self._sheet.columns])
        last = self._header_row
        for last, row in enumerate(chain(first, rows, self._empty_rows()), start=self._header_row + 1):
            if last > _MOST_ROWS:
                raise KnownError(f"Ett blad i Excel rymmer högst {_MOST_ROWS - 1:,} rader. Välj färre rader eller CSV.")
            self._page.append(self._cells.row(row))
        letter = get_column_letter(len(self._sheet.columns))
        self._page.auto_filter.ref = f"A{self._header_row}:{letter}{last}"
        self._lists.offer(self._page, self._sheet, self._header_row + 1, last)
        return self._cells.remarks

    def _empty_rows(self) -> Iterator[Row]:
        return ((None,) * len(self._sheet.columns) for _row in range(self._sheet.room))

    def _set_up(self, first: Sequence[Row]) -> None:
        page, row = self._page, self._header_row
        page.freeze_panes = f"B{row + 1}"
        page.print_title_rows = f"{row}:{row}"
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = _A4
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        if page.oddFooter:
            page.oddFooter.right.text = "Sida &P av &N"
        for place, column in enumerate(self._sheet.columns):
            values = [] if column.quiet else [row[place] for row in first]
            dimension = page.column_dimensions[get_column_letter(place + 1)]
            dimension.width = _QUIET_WIDTH if column.quiet else _width(column, values)
            if self._sheet.protected and column.kind == "long_text":
                dimension.width = max(dimension.width, _ROOM_TO_WRITE)
            if self._sheet.protected and not column.fixed:
                dimension.protection = Protection(locked=False)
        if self._sheet.protected:
            page.protection.enable()
            page.protection.autoFilter = page.protection.sort = page.protection.formatColumns = False


def _width(column: Column, values: Iterable[Cell]) -> float:
    """A column's width in characters: what most of its values need, and room for the sign of the filter."""
    longest = max((len(line) for value in values for line in _shown(column, value).split("\n")), default=0)
    return min(max(longest + 1, len(column.title) + _FOLDED_IN, _NARROWEST), _WIDEST)


def _shown(column: Column, value: Cell) -> str:
    """A text as long as what the cell shows, where thousands stand apart and the unit comes after."""
    return f"{value:,} {column.unit}" if isinstance(value, int) else str(value or "")


def _to_bytes(book: Workbook) -> bytes:
    """The workbook's file, whose members carry no time of their own; takes away the temporary files of its sheets."""
    timed, stream = io.BytesIO(), io.BytesIO()
    with ZipFile(timed, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        ExcelWriter(book, archive).write_data()
    with ZipFile(timed) as source, ZipFile(stream, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, _FIRST_MOMENT)
            info.compress_type = ZIP_DEFLATED
            with source.open(name) as member, target.open(info, "w") as steady:
                shutil.copyfileobj(member, steady)
    return stream.getvalue()
