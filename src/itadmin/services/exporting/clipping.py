"""Records as a table for the clipboard: text with tabs between, and HTML, both as a spreadsheet reads them.

Text is never taken for a formula, and numbers are numbers there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from itadmin.domain.register import Register
from itadmin.services.exporting.cells import cell_of, column_of
from itadmin.services.exporting.formulas import guarded
from itadmin.services.exporting.separated import cell_text
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
    columns = [column_of(register.fields[name]) for name in fields]
    rows = [
        [cell_text(column.kind, cell_of(register, read, name)) for column, name in zip(columns, fields, strict=True)]
        for read in reads
    ]
    headings = [guarded(column.title) for column in columns]
    texts = [column.kind in _TEXTS for column in columns]
    return Clipping(_text([headings, *rows]), _html(headings, rows, texts))


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
