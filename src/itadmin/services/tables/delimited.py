"""Delimited text as tables: which character encoding and which delimiter, told by evidence, never by the file's name.

Excel saves "CSV" as Windows-1252 or UTF-8 with a mark, with semicolons in Sweden and commas elsewhere.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from itadmin.domain.problems import KnownError
from itadmin.services.exporting.formulas import unguarded
from itadmin.services.tables.limits import LONGEST_RECORD, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, too_large
from itadmin.services.tables.table import Cell, Row, Sheet

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ";\t,|"
_TOLD = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""

_LOOKED_AT = 4096
_SAMPLE_ROWS = 60
_MOST_CONTROL = 0.1
_UNREADABLE = "\ufffd"


def read_delimited(content: bytes, name: str) -> Sheet:
    """The one sheet of a delimited text file. Raises KnownError when it is no such text or holds too much."""
    text, remarks = _decoded(content, name)
    told = _TOLD.match(text)
    if told:
        text = text[told.end() :]
    delimiter = told[1] if told else _delimiter(text)
    first = 2 if told else 1
    try:
        rows = tuple(_rows(_records(text, delimiter), first, name))
    except csv.Error as error:
        raise KnownError(
            f"{name} har en rad som aldrig tar slut, oftast efter ett citattecken som öppnar en cell men aldrig "
            "stänger den. Rätta filen och försök igen.",
            details=str(error),
        ) from error
    return Sheet("", rows, remarks)


def _decoded(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text, and what had to be guessed."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace"), ()
    wide = _wide(content[:_LOOKED_AT])
    if wide:
        return content.decode(wide, "replace"), ()
    if _is_binary(content[:_LOOKED_AT]):
        raise KnownError(f"{name} är ingen tabell. Spara den som Excelarbetsbok (.xlsx) eller CSV och försök igen.")
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _mended(content)


def _mended(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Text that is not whole UTF-8: UTF-8 with a fault in it, where most of it reads so, else Windows-1252."""
    text = content.decode("utf-8", "replace")
    faults = text.count(_UNREADABLE)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if beyond_ascii > 2 * faults:
        return text, (f"{faults} tecken i filen gick inte att läsa och står som {_UNREADABLE}.",)
    return content.decode("cp1252", "replace"), ()


def _wide(start: bytes) -> str:
    """The UTF-16 form of text without a mark, by where its zeros are; "" when it is none."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 < len(start) or not start:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_binary(start: bytes) -> bool:
    control = sum(byte < ord(" ") and byte not in b"\t\r\n\f\x00" for byte in start)
    return control > len(start) * _MOST_CONTROL


def _delimiter(text: str) -> str:
    """The delimiter that most often parts the first lines into equally many columns; the Swedish one of equals."""
    return max(_DELIMITERS, key=lambda sign: (*_evenness(text, sign), -_DELIMITERS.index(sign)))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    """How many of the first lines have the usual number of columns, and that number; nothing for a single column.

    Counts up to the first quoted cell that something else than this delimiter follows: that is then another one's.
    """
    counts: Counter[int] = Counter()
    with suppress(csv.Error):
        counts.update(len(record) for record in islice(_records(text, delimiter, strict=True), _SAMPLE_ROWS) if record)
    several = {width: times for width, times in counts.items() if width > 1}
    if not several:
        return 0, 0
    width = max(several, key=lambda each: (several[each], each))
    return several[width], width


def _records(text: str, delimiter: str, *, strict: bool = False) -> Iterator[list[str]]:
    """The records of a text. Raises csv.Error for one without end, as after a quotation mark never closed.

    `strict` raises it also for a quoted cell that goes on after its end.
    """
    signs = 0

    def lines() -> Iterator[str]:
        nonlocal signs
        source = io.StringIO(text, newline="")
        while line := source.readline(LONGEST_RECORD + 1):
            signs += len(line)
            if signs > LONGEST_RECORD:
                raise csv.Error("a record without end")
            yield line

    for record in csv.reader(lines(), delimiter=delimiter, strict=strict):
        signs = 0
        yield record


def _rows(records: Iterable[list[str]], first: int, name: str) -> Iterator[Row]:
    cells = 0
    for number, record in enumerate(records, start=first):
        kept = [_cell(value) for value in record]
        while kept and kept[-1] is None:
            kept.pop()
        cells += len(kept)
        if len(kept) > MOST_COLUMNS or number > MOST_ROWS or cells > MOST_CELLS:
            raise too_large(name)
        if kept:
            yield Row(number, tuple(kept))


def _cell(value: str) -> Cell:
    text = unguarded(value)
    return text if text.strip() else None
