"""What people type becomes a plain value, and plain values become what people read.

References are not resolved here: what a name means depends on the file. Raises ValueError with a Swedish sentence that
says what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from itadmin.domain.calendar import parse_approximate_day, parse_day
from itadmin.domain.durations import parse_duration
from itadmin.domain.fields import (
    ApproximateDay,
    Choice,
    Computed,
    Day,
    Field,
    LongText,
    Money,
    Percent,
    Rows,
    Text,
    Whole,
    YesNo,
)
from itadmin.domain.identifiers import (
    format_organisation_number,
    organisation_number_problem,
    parse_organisation_number,
)
from itadmin.domain.money import NBSP, format_kronor, format_percent, grouped, parse_kronor, parse_percent
from itadmin.domain.record import TEXTUAL, Record, described_fields, stored_fields, typed_value
from itadmin.domain.text import clean_line, clean_text
from itadmin.domain.words import BUILT_IN, Words

AnyRecord = TypeVar("AnyRecord", bound=Record)

_YES = frozenset({"ja", "j", "true", "sant", "x", "1", "yes"})
_NO = frozenset({"nej", "n", "false", "falskt", "0", "no"})
_LONGEST_NUMBER = 15


def plain_from_text(field: Field, text: str, words: Words = BUILT_IN) -> Any:
    """The plain value that a text means for a value field; empty text is no value.

    Raises ValueError with a Swedish sentence.
    """
    if isinstance(field, LongText):
        return clean_text(text) or None
    line = clean_line(text)
    if not line:
        return None
    if isinstance(field, Text):
        return parse_organisation_number(line) if field.form == "organisation_number" else line
    if isinstance(field, Choice):
        return _code(field, line, words)
    return _reader(field)(line)


def _whole(line: str) -> int:
    digits = line.replace(NBSP, "").replace(" ", "").replace("\u2212", "-")
    if (
        not digits.removeprefix("-").isascii()
        or not digits.removeprefix("-").isdigit()
        or len(digits) > _LONGEST_NUMBER
    ):
        raise ValueError("Skriv ett helt tal, till exempel 120.")
    return int(digits)


def _truth(line: str) -> bool:
    word = line.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise ValueError("Skriv ja eller nej.")


def _code(field: Choice, line: str, words: Words) -> str:
    code = words.code_from(field.values, line)
    if code is None:
        raise ValueError(
            f"”{line[:60]}” finns inte att välja. Välj något av: {', '.join(words.offered(field.values).values())}."
        )
    return code


_MINUTES = "minuter"
_READERS: Mapping[type[Field], Callable[[str], Any]] = {
    Day: lambda line: parse_day(line).isoformat(),
    ApproximateDay: parse_approximate_day,
    Money: parse_kronor,
    Percent: parse_percent,
    Whole: _whole,
    YesNo: _truth,
}


def _reader(field: Field) -> Callable[[str], Any]:
    """What reads a field; a time in minutes may be written in hours too."""
    return _minutes if isinstance(field, Whole) and field.unit == _MINUTES else _READERS[type(field)]


def _minutes(line: str) -> int | None:
    try:
        return _whole(line)
    except ValueError:
        return parse_duration(line)


def clean_plain(field: Field, value: Any) -> Any:
    """A plain value as it is kept: text without what is invisible or misleads, and nothing but that as no value.

    An organisation number is kept as its ten digits; what is none stays as it is, for the rules to tell of.
    """
    if isinstance(field, Rows):
        fields = described_fields(field.row)
        return [{name: clean_plain(fields[name], item) for name, item in row.items()} for row in value or ()]
    if value is None or not isinstance(field, TEXTUAL):
        return value
    kept = clean_text(value) if isinstance(field, LongText) else clean_line(value)
    if isinstance(field, Text) and field.form == "organisation_number" and organisation_number_problem(kept) is None:
        return parse_organisation_number(kept)
    return kept or None


def filled_in(record: AnyRecord, values: Mapping[str, Any]) -> AnyRecord:
    """A record with plain values put in, cleaned; those of held and computed fields are left out.

    Raises KeyError for an identifier that the record does not have.
    """
    described = described_fields(type(record))
    stored = stored_fields(type(record))
    own: dict[str, Any] = {}
    for name, value in values.items():
        if name in ("deleted", "shared"):
            own[name] = bool(value)
        elif name in stored:
            own[name] = typed_value(stored[name], clean_plain(stored[name], value))
        elif name not in described:
            raise KeyError(name)
    return replace(record, **own)


def text_from_plain(field: Field, value: Any, words: Words = BUILT_IN) -> str:
    """A plain value as it is read on screen, paper and in tables; no value is ""."""
    if value is None or value == "":
        return ""
    kind = field.kind if isinstance(field, Computed) else type(field)
    if isinstance(field, (Choice, Computed)) and field.values:
        return words.label_of(field.values, str(value))
    if kind is YesNo:
        return "Ja" if value else "Nej"
    if kind is Money:
        per = field.per if isinstance(field, Money) else ""
        return format_kronor(value, whole=True) + (f" per {per}" if per else "")
    if kind is Percent:
        return format_percent(value)
    if isinstance(field, Whole):
        number = str(value) if field.is_year else grouped(value)
        return f"{number}{NBSP}{field.unit}" if field.unit else number
    if isinstance(field, Text) and field.form == "organisation_number":
        return format_organisation_number(value)
    return str(value)


def edit_text(field: Field, value: Any, words: Words = BUILT_IN) -> str:
    """A plain value as it stands in an editing field: as read, but without units."""
    if value is None:
        return ""
    if isinstance(field, Money):
        return format_kronor(value, whole=True).removesuffix(f"{NBSP}kr")
    if isinstance(field, Whole):
        return str(value)
    return text_from_plain(field, value, words)
