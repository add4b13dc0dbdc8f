"""Records, or rows of a sheet, as a table for the clipboard: text with tabs, and HTML, as a spreadsheet reads them.

Text is never taken for a formula, and numbers are numbers there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from itadmin.domain.columns import column_field
from itadmin.domain.register import Register
from itadmin.services.exporting.cells import cell_of, column_of
from itadmin.services.exporting.formulas import guarded
from itadmin.services.exporting.separated import cell_text
from itadmin.services.exporting.sheet import Column, Row
from itadmin.services.reading import Read

_AS_TEXT = " style=\"mso-number-format:'\\@'\""
_TEXTS = ("text", "long_text", "day", "yes_no")


@dataclass(frozen=True, slots=True)
class Clipping:
    """One table in two forms."""

    text: str
    html: str


def clipping(register: Register, reads: Iterable[Read], fields: Sequence[str]) -> Clipping:
    """The records with a row of headings above them; `fields` are the columns."""
    columns = tuple(column_of(column_field(register, name)) for name in fields)
    return sheet_clipping(columns, (tuple(cell_of(register, read, name) for name in fields) for read in reads))


def sheet_clipping(columns: Sequence[Column], rows: Iterable[Row]) -> Clipping:
    """Rows of a sheet with its headings above them."""
    texts = [[cell_text(column.kind, cell) for column, cell in zip(columns, row, strict=True)] for row in rows]
    headings = [guarded(column.title) for column in columns]
    return Clipping(_text([headings, *texts]), _html(headings, texts, [column.kind in _TEXTS for column in columns]))


def _text(rows: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter="\t", lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


def _html(headings: Sequence[str], rows: Iterable[Sequence[str]], texts: Sequence[bool]) -> str:
    head = "".join(f"<th>{escape(word)}</th>" for word in headings)
    body = "".join(f"<tr>{_cells(row, texts)}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table><tr>{head}</tr>{body}</table>'


def _cells(row: Sequence[str], texts: Sequence[bool]) -> str:
    return "".join(
        f"<td{_AS_TEXT if is_text else ''}>{escape(value).replace(chr(10), '<br>')}</td>"
        for value, is_text in zip(row, texts, strict=True)
    )
