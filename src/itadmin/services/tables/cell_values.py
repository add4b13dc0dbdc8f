"""What the text of a cell in a workbook stands for, by the type and the style that the cell says it has."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from itadmin.services.tables.number_formats import Meaning
from itadmin.services.tables.table import Cell, Fault, Moment, number_text

EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_FIRST_RIGHT_DAY = 60
"""Excel counts 29 February 1900, which never was, as day 60; after it its numbers are right."""

_SHOWN = {Meaning.DAY: 10, Meaning.MONTH: 7, Meaning.YEAR: 4}
_MINUTES = 24 * 60
_PERCENT_DECIMALS = 6
_LARGEST_SHARE = 10**12
"""What a percentage or a time of day may be at most, in wholes."""


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """What the cells of all sheets lean on: shared strings, what each style means, and how days are counted."""

    strings: Sequence[str]
    meanings: Sequence[Meaning]
    epoch_1904: bool = False


def cell_value(facts: WorkbookFacts, kind: str, style: str, text: str) -> Cell:
    """The value of a cell of a kind ("n", "s", "b" …). Raises ValueError or IndexError for what cannot be."""
    if kind == "n":
        return _number(facts, float(text), style)
    if kind == "s":
        return _text(facts.strings[_place(text)])
    if kind == "b":
        return text not in ("0", "false")
    if kind == "e":
        return Fault(text)
    if kind == "d":
        return Moment(datetime.fromisoformat(text.removesuffix("Z")).date())
    return _text(text)


def day_of(number: float, epoch: date = EPOCH) -> date | None:
    """The day that a spreadsheet's number stands for; None when it stands for none."""
    if number < 0:
        return None
    skipped = 1 if epoch == EPOCH and number < _FIRST_RIGHT_DAY else 0
    with suppress(OverflowError):
        return epoch + timedelta(days=math.floor(number) + skipped)
    return None


def _number(facts: WorkbookFacts, number: float, style: str) -> Cell:
    if not math.isfinite(number):
        return Fault(str(number))
    meaning = _meaning(facts, style)
    if meaning in _SHOWN:
        day = day_of(number, _EPOCH_1904 if facts.epoch_1904 else EPOCH)
        return Fault(number_text(number)) if day is None else Moment(day, _SHOWN[meaning])
    if meaning in (Meaning.TIME, Meaning.PERCENT) and abs(number) > _LARGEST_SHARE:
        return Fault(number_text(number))
    if meaning is Meaning.TIME:
        minutes = round(number * _MINUTES)
        return f"{minutes // 60}.{minutes % 60:02}"
    if meaning is Meaning.PERCENT:
        return f"{number_text(round(number * 100, _PERCENT_DECIMALS))} %"
    return int(number) if number.is_integer() else number


def _meaning(facts: WorkbookFacts, style: str) -> Meaning:
    place = int(style) if style.isdecimal() else 0
    return facts.meanings[place] if place < len(facts.meanings) else Meaning.NUMBER


def _place(text: str) -> int:
    place = int(text)
    if place < 0:
        raise IndexError("a string before the first")
    return place


def _text(text: str) -> Cell:
    return text if text.strip() else None
