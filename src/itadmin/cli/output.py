"""Writing what a command found: lines, tables, CSV and JSON on standard output, remarks on standard error.

Everything is UTF-8 whatever the locale. Knows no register and no command.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from itadmin.domain.problems import KnownError
from itadmin.domain.text import clean_line

_WIDEST = 40
_GAP = "  "
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")


class UnwritableError(KnownError):
    """Standard output takes nothing more."""


class Output:
    """Standard output and standard error of one command."""

    def __init__(self, out: TextIO, error: TextIO) -> None:
        for stream in (out, error):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        self._out = out
        self._error = error

    @property
    def for_reader(self) -> bool:
        """Whether somebody reads standard output on a screen, and no other program does."""
        return self._out.isatty()

    def line(self, text: str) -> None:
        """A line of text."""
        self._write(text + "\n")

    def json(self, value: Any) -> None:
        """A value as JSON; nothing else should be written then."""
        self._write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]], *, whole: bool = False) -> None:
        """Columns under headings; long texts are cut unless they are wanted `whole`."""
        for row in aligned([headings, *rows], None if whole else _WIDEST):
            self.line(row)

    def csv(self, rows: Sequence[Mapping[str, Any]], headings: Sequence[str]) -> None:
        """Objects as comma-separated values under their keys."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(headings)
        writer.writerows([csv_cell(row[name]) for name in headings] for row in rows)
        self._write(stream.getvalue())

    def remark(self, sentence: str) -> None:
        """A sentence to the person, outside what the command gives; always one line."""
        self._error.write(clean_line(sentence) + "\n")

    def flush(self) -> None:
        """See to it that all is written. Raises UnwritableError when it cannot be."""
        self._write("")

    def _write(self, text: str) -> None:
        try:
            self._out.write(text)
            if not text:
                self._out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise UnwritableError("Det gick inte att skriva ut svaret. Är disken full?", details=str(error)) from error


def aligned(rows: Iterable[Sequence[str]], widest: int | None = None) -> list[str]:
    """Rows of cells as lines, each column as wide as its widest cell; cells longer than `widest` end with "…"."""
    cells = [[_cut(clean_line(cell), widest) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return [
        _GAP.join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def csv_cell(value: Any) -> str:
    """A value as it stands in CSV: nothing for None, names joined by commas, rows as JSON.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return csv_cell(", ".join(value))
    return json.dumps(value, ensure_ascii=False)


def _cut(text: str, widest: int | None) -> str:
    return text if widest is None or len(text) <= widest else text[: widest - 1].rstrip() + "…"


def _width(text: str) -> int:
    """How many places a terminal gives to a text."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )
