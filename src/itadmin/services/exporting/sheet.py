"""The shape of a table that becomes a file: sheets of columns and rows of typed cells.

Whoever has something to write makes these; the writers turn them into bytes. Plain values, no file formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from itadmin.domain.money import NBSP, format_kronor, format_percent, format_whole_kronor, grouped

Kind: TypeAlias = Literal["text", "long_text", "whole", "year", "money", "kronor", "percent", "day", "yes_no"]

Cell: TypeAlias = str | int | date | None
"""A value as its column's kind holds it: text (also of a day that is only a year or a month), a whole number, whole
öre, hundredths of a percent, a day, or true and false. None and "" are no value. Of "kronor" people read no öre, which
files keep all the same."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `unit` is shown after its numbers where the format can show it.

    `choices` are what a program may offer to choose from, `help` what it may say where a value is typed. `fixed` ones
    are not to be changed in a protected sheet. `quiet` ones are for programs rather than for readers.
    """

    title: str
    kind: Kind = "text"
    unit: str = ""
    choices: tuple[str, ...] = ()
    help: str = ""
    fixed: bool = False
    quiet: bool = False


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. The rows are read once, from the first to the last, and only when the sheets before it are written.

    `above` are lines that stand over the headings. `protected` stops changes of fixed columns, without a password.
    `room` is how many empty rows are prepared for somebody to fill in.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]
    above: tuple[str, ...] = ()
    protected: bool = False
    room: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file, and one sentence for each thing that it could not hold."""

    content: bytes
    remarks: tuple[str, ...] = ()


def yes_or_no(value: object) -> str:
    """True and false as files of every format say them."""
    return "Ja" if value else "Nej"


def read_text(kind: Kind, value: Cell) -> str:
    """A value as people read it under its heading, which says what amounts are in; "" for no value."""
    if value is None or isinstance(value, str):
        return value or ""
    return _READ[kind](value)


_READ: Mapping[Kind, Callable[[Any], str]] = {
    "text": str,
    "long_text": str,
    "whole": grouped,
    "year": str,
    "money": lambda ore: format_kronor(ore).removesuffix(f"{NBSP}kr"),
    "kronor": lambda ore: format_whole_kronor(ore).removesuffix(f"{NBSP}kr"),
    "percent": format_percent,
    "day": date.isoformat,
    "yes_no": yes_or_no,
}
NUMBERS: tuple[Kind, ...] = ("whole", "year", "money", "kronor", "percent")
"""The kinds whose values stand under each other by their last figure."""
