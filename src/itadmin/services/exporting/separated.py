"""A sheet as separated text for a Swedish Excel: UTF-8 with its mark, semicolons, every value in quotation marks.

Numbers are written as they are typed in Sweden: decimals after a comma and no thousands' spaces, which a program would
read as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from itadmin.services.exporting.formulas import guarded
from itadmin.services.exporting.sheet import Cell, Kind, Sheet, Written, yes_or_no

_BYTE_ORDER_MARK = "\ufeff"


def write_separated(sheet: Sheet) -> Written:
    """The sheet with its headings; lines above them and what is offered to choose from are left out."""
    stream = io.StringIO(newline="")
    stream.write(_BYTE_ORDER_MARK)
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([guarded(column.title) for column in sheet.columns])
    kinds = [column.kind for column in sheet.columns]
    writer.writerows([cell_text(kind, value) for kind, value in zip(kinds, row, strict=True)] for row in sheet.rows)
    return Written(stream.getvalue().encode("utf-8"))


def cell_text(kind: Kind, value: Cell) -> str:
    """A value as separated text holds it: never a formula, numbers as they are typed in Sweden."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return guarded(value)
    return _FORMS[kind](value)


def _hundredths(value: int) -> str:
    whole, rest = divmod(abs(value), 100)
    return f"{'-' if value < 0 else ''}{whole}{f',{rest:02}' if rest else ''}"


_FORMS: Mapping[Kind, Callable[[Any], str]] = {
    "text": str,
    "long_text": str,
    "whole": str,
    "year": str,
    "money": _hundredths,
    "kronor": _hundredths,
    "percent": lambda value: f"{_hundredths(value)}%",
    "day": date.isoformat,
    "yes_no": yes_or_no,
}
