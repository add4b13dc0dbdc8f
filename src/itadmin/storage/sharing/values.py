"""Single values of a share file, held against the field that this version keeps them in.

What cannot have been written by any version refuses the whole file. What merely does not fit – a text that is longer
than here, a code that is not known – is taken as far as it goes and told of. Needs no package.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from itadmin.domain.entry import clean_plain
from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Day,
    Field,
    LongText,
    Money,
    Percent,
    Reference,
    Text,
    Whole,
    YesNo,
)
from itadmin.storage.sharing.refused import RefusedError

_ID_SIZE = 16
_LONGEST_CODE = 120
_LONGEST_INTEGER = 2**62
_APPROXIMATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_FIRST_DAY = "-01-01"


class Taken(NamedTuple):
    """A value as it is kept here, and whether it had to be cut."""

    value: Any
    is_cut: bool = False


def reader_of(field: Field) -> Callable[[Any], Taken]:
    """What turns values of a column into those that are kept for a field, in plain form but for ids, which are bytes.

    It raises RefusedError for a value that no version writes. Text of a field is as clean as it is kept everywhere.
    """
    read = _READERS[type(field)]
    return lambda value: Taken(None) if value is None else read(field, value)


def _text(field: Field, value: Any) -> Taken:
    _require(isinstance(value, str) and value != "" and (_is_plain(value) or clean_plain(field, value) == value))
    longest = field.max_length if isinstance(field, (Text, LongText)) else _LONGEST_CODE
    if len(value) <= longest:
        return Taken(value)
    _require(isinstance(field, (Text, LongText)))
    return Taken(clean_plain(field, value[:longest]), is_cut=True)


def _is_plain(value: str) -> bool:
    """Whether a text is surely clean, as most are: letters, digits and signs with single spaces between."""
    return value.isascii() and value.isprintable() and "  " not in value and value[0] != " " and value[-1] != " "


def _day(_field: Field, value: Any) -> Taken:
    _require(isinstance(value, str) and _is_day(value))
    return Taken(value)


def _approximate(_field: Field, value: Any) -> Taken:
    _require(isinstance(value, str) and _APPROXIMATE.fullmatch(value) is not None)
    _require(_is_day(value + _FIRST_DAY[len(value) - 4 :]))
    return Taken(value)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _whole(_field: Field, value: Any) -> Taken:
    _require(isinstance(value, int) and abs(value) < _LONGEST_INTEGER)
    return Taken(value)


def _truth(_field: Field, value: Any) -> Taken:
    _require(isinstance(value, int) and value in (0, 1))
    return Taken(bool(value))


def _id(_field: Field, value: Any) -> Taken:
    return Taken(identifier(value))


def identifier(value: Any) -> bytes:
    """An id. Raises RefusedError for anything else."""
    _require(isinstance(value, bytes) and len(value) == _ID_SIZE and any(value))
    found: bytes = value
    return found


def _require(holds: bool) -> None:
    if not holds:
        raise RefusedError("a value that no version writes")


_READERS: Mapping[type[Field], Callable[[Field, Any], Taken]] = {
    Text: _text,
    LongText: _text,
    Choice: _text,
    Day: _day,
    ApproximateDay: _approximate,
    Whole: _whole,
    Percent: _whole,
    Money: _whole,
    YesNo: _truth,
    Reference: _id,
}
