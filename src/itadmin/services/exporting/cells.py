"""Fields and values of records as columns and cells: which kind each is, what it offers, and its value in that kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from itadmin.domain.columns import column_field
from itadmin.domain.entry import text_from_plain
from itadmin.domain.fields import ApproximateDay, Choice, Computed, Day, Field, LongText, Money, Percent, Whole, YesNo
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.register import Register
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.display import field_text, money_unit
from itadmin.services.exporting.sheet import Cell, Column, Kind
from itadmin.services.reading import Read

_KINDS: Mapping[type[Field], Kind] = {
    LongText: "long_text",
    Whole: "whole",
    Money: "money",
    Percent: "percent",
    Day: "day",
    ApproximateDay: "day",
    YesNo: "yes_no",
}
_NUMBERS = ("whole", "year", "money", "percent", "yes_no")
_WHOLE_DAY = len("2019-03-14")


def column_of(field: Field, words: Words = BUILT_IN) -> Column:
    """The column of a field; its title is the field's label, and what it offers is in `words`."""
    return Column(field.label, _kind(field), unit=_unit(field), choices=_choices(field, words), help=field.help)


def cell_of(register: Register, read: Read, name: str) -> Cell:
    """A field of a record as its column holds it."""
    field = column_field(register, name)
    value = getattr(read.record, name)
    return _typed(_kind(field), value, field_text(register, read, name))


def row_cells(row: Any, words: Words) -> tuple[Cell, ...]:
    """The fields of an owned row, in order of definition, as their columns hold them."""
    return tuple(_row_cell(field, getattr(row, name), words) for name, field in described_fields(type(row)).items())


def _row_cell(field: Field, value: Any, words: Words) -> Cell:
    return _typed(_kind(field), value, text_from_plain(field, plain_value(field, value), words))


def _kind(field: Field) -> Kind:
    if isinstance(field, Computed):
        return "text" if field.values else _KINDS.get(field.kind, "text")
    return "year" if isinstance(field, Whole) and field.is_year else _KINDS.get(type(field), "text")


def _unit(field: Field) -> str:
    if isinstance(field, Money):
        return money_unit(field)
    if isinstance(field, Computed) and field.kind is Money:
        return "kr"
    return field.unit if isinstance(field, Whole) else ""


def _choices(field: Field, words: Words) -> tuple[str, ...]:
    if isinstance(field, Choice):
        return tuple(words.offered(field.values).values())
    return ("Ja", "Nej") if isinstance(field, YesNo) else ()


def _typed(kind: Kind, value: Any, text: str) -> Cell:
    if kind == "day":
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == _WHOLE_DAY else value
    if kind in _NUMBERS:
        number: int | None = value
        return number
    return text
