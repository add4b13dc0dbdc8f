"""What a cell of somebody else's table means for a value field, as a plain value. References are resolved elsewhere.

A cell that already has a kind – a day, a number, true or false – is taken by what the field wants of it; text is read
as people write. Raises ValueError with a Swedish sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from itadmin.assets import asset
from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import ApproximateDay, Choice, Day, Field, LongText, Money, Percent, Rows, Text, Whole, YesNo
from itadmin.domain.row_entry import rows_from_json
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.tables.cell_values import day_of
from itadmin.services.tables.table import Cell, Fault, Formula, Moment, cell_text

_NOTHING = frozenset({"-", "–", "—", "−", "n/a", "#n/a"})
_LONGEST_NOTHING = 8
"""Signs, with room for spaces around."""

_NOT_KNOWN = frozenset({"?", "vet ej", "vet inte", "okänt", "oklart", "ej känt"})
_SERIAL = re.compile(r"[2-7][0-9]{4}")
"""Numbers that a spreadsheet counts days by, from 1954 to 2119."""

_AMOUNT = re.compile(r"(?P<number>[0-9][0-9 \u00a0]*)\s*(?P<unit>[a-zåäö]+)\.?")
_UNITS: Mapping[str, Mapping[str, int]] = {
    "månader": {"mån": 1, "månad": 1, "månader": 1, "m": 1, "år": 12},
    "månader i taget": {"mån": 1, "månad": 1, "månader": 1, "år": 12},
    "timmar": {"h": 1, "tim": 1, "timme": 1, "timmar": 1, "dygn": 24, "dagar": 24},
    "dagar": {"d": 1, "dag": 1, "dagar": 1},
    "arbetsdagar": {"dag": 1, "dagar": 1, "arbetsdag": 1, "arbetsdagar": 1},
    "personer": {"person": 1, "personer": 1, "pers": 1},
    "": {"st": 1, "stycken": 1, "användare": 1, "anv": 1},
}
"""What people write after a number, and how many of the field's own unit it stands for."""

_PHONE_DIGITS = range(7, 11)
_COUNTRY = "46"
_CODE_DIGITS = 4
_SHORTEST_BEGINNING = 4


def plain_from_cell(field: Field, cell: Cell, words: Words = BUILT_IN) -> Any:
    """The plain value that a cell means for a value field or one of rows; nothing is None."""
    if cell is None:
        return None
    is_text = isinstance(field, (Text, LongText))
    sentence = unreadable(cell, is_text=is_text)
    if sentence:
        raise ValueError(sentence)
    if is_text:
        return plain_from_text(field, _kept_text(field, cell))
    if is_nothing(cell):
        return None
    if isinstance(field, Rows):
        return rows_from_json(field, cell_text(cell), words)
    return _choice(field, cell, words) if isinstance(field, Choice) else _READERS[type(field)](field, cell)


def unreadable(cell: Cell, *, is_text: bool = False) -> str:
    """Why a cell cannot be taken as it stands, "" when it can; a formula can be taken as text."""
    if isinstance(cell, Fault):
        return f"Cellen visar felet {cell.text}. Rätta den i Excel."
    if isinstance(cell, Formula) and not is_text:
        return "Cellen är en formel. Klistra in den som värde i Excel."
    return ""


def is_nothing(cell: Cell) -> bool:
    """Whether a cell is empty or holds only the sign that people put where there is nothing."""
    if not isinstance(cell, str):
        return cell is None
    return not cell or cell.isspace() or (len(cell) <= _LONGEST_NOTHING and cell.strip().casefold() in _NOTHING)


def _kept_text(field: Field, cell: Cell) -> str:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and isinstance(field, Text):
        return _number_as_text(field, cell_text(cell))
    return cell_text(cell)


def _number_as_text(field: Text, digits: str) -> str:
    """A number that Excel has made of text, with the zeros that it took away."""
    if field.form == "municipality_code":
        return digits.zfill(_CODE_DIGITS)
    if field.form == "phone" and digits.isdecimal():
        if digits.startswith(_COUNTRY) and len(digits) > _PHONE_DIGITS.start + len(_COUNTRY):
            return f"+{digits}"
        return f"0{digits}" if len(digits) in _PHONE_DIGITS else digits
    return digits


def _day(field: Field, cell: Cell) -> Any:
    if isinstance(cell, Moment):
        return cell.day.isoformat()
    return plain_from_text(field, _without_serial(cell))


def _approximate(field: Field, cell: Cell) -> Any:
    return plain_from_text(field, _without_serial(cell))


def _without_serial(cell: Cell) -> str:
    """The text of a cell for a day, where the number of a day stands for the day itself."""
    text = cell_text(cell)
    if not isinstance(cell, Moment) and _SERIAL.fullmatch(text.strip()):
        day = day_of(int(text))
        return day.isoformat() if day else text
    return text


def _money(field: Field, cell: Cell) -> Any:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        ore = (Decimal(repr(cell)) * 100).quantize(Decimal(1), ROUND_HALF_UP)
        return int(ore)
    return plain_from_text(field, cell_text(cell))


def _whole(field: Field, cell: Cell) -> Any:
    text = cell_text(cell).strip()
    unit = field.unit if isinstance(field, Whole) else ""
    found = _AMOUNT.fullmatch(text.casefold())
    factor = {**_UNITS[""], **_UNITS.get(unit, {}), unit.casefold(): 1}.get(found["unit"]) if found else None
    if found and factor:
        number: int = plain_from_text(field, found["number"])
        return number * factor
    return plain_from_text(field, text)


def _yes_no(field: Field, cell: Cell) -> Any:
    if isinstance(cell, bool):
        return cell
    text = cell_text(cell).strip()
    return None if text.casefold() in _NOT_KNOWN else plain_from_text(field, text)


def _choice(field: Choice, cell: Cell, words: Words) -> Any:
    text = cell_text(cell).strip()
    known = words.code_from(field.values, text) or _usual_code(field.values, text.casefold(), words)
    return known or plain_from_text(field, text, words)


def _usual_code(values: str, word: str, words: Words) -> str | None:
    """The code that a word usually stands for: by habit, or as the only one whose label begins or goes on so."""
    for code, usual in usual_words(values).items():
        if word in usual:
            return code
    labels = {code: label.casefold() for code, label in words.all_of(values).items()}
    without_number = {code: label.split(" ", 1)[-1] for code, label in labels.items() if label[:1].isdecimal()}
    for forms in (without_number, labels):
        found = [code for code, label in forms.items() if label.startswith(word)]
        if len(word) >= _SHORTEST_BEGINNING and len(found) == 1:
            return found[0]
    return next((code for code in labels if code.isdecimal() and word in (f"k{code}", f"r{code}", f"t{code}")), None)


def usual_words(values: str) -> Mapping[str, Sequence[str]]:
    """What people write for the codes of a value list beside code and label."""
    return _words().get(values, {})


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
        asset("resources", "import", "words.toml").read_text(encoding="utf-8")
    )
    return found


def _percent(field: Field, cell: Cell) -> Any:
    return plain_from_text(field, cell_text(cell))


_READERS: Mapping[type[Field], Callable[[Any, Cell], Any]] = {
    Day: _day,
    ApproximateDay: _approximate,
    Money: _money,
    Percent: _percent,
    Whole: _whole,
    YesNo: _yes_no,
}
