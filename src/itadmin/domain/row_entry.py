"""Rows written as a JSON array of objects, as the program itself gives them out, read as plain values.

Text in them is read as people write it; numbers are as in what the program gives out (whole öre, hundredths of a
percent).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Choice, Field, Money, Percent, Rows
from itadmin.domain.money import LARGEST_PERCENT
from itadmin.domain.record import described_fields
from itadmin.domain.words import BUILT_IN, Words

_LONGEST_NAME = 60


class UnknownRowFieldError(ValueError):
    """A row has a field that there is none of; carries a Swedish sentence with those that there are."""


def rows_from_json(field: Rows, text: str, words: Words = BUILT_IN) -> list[dict[str, Any]]:
    """The plain rows that a text means; empty text is none.

    Raises ValueError with a Swedish sentence, UnknownRowFieldError for a name that no field has.
    """
    if not text.strip():
        return []
    fields = described_fields(field.row)
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        rows = None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f'Skriv rader som en JSON-lista, till exempel [{{"{next(iter(fields))}": …}}].')
    return [_row(fields, row, f"rad {number}", words) for number, row in enumerate(rows, start=1)]


def _row(fields: Mapping[str, Field], row: Mapping[str, Any], place: str, words: Words) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in row.items():
        if name in fields:
            values[name] = _cell(fields[name], value, place, words)
        elif not isinstance(fields.get(name.removesuffix("_label")), Choice):
            told = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
            raise UnknownRowFieldError(f"Fältet {told} finns inte i {place}. Fälten är: {', '.join(fields)}.")
    return values


def _cell(field: Field, value: Any, place: str, words: Words) -> Any:
    try:
        return _cell_value(field, value, words)
    except ValueError as error:
        raise ValueError(f"{place}, {field.label}: {error}") from error


def _cell_value(field: Field, value: Any, words: Words) -> Any:
    if value is None:
        return None
    if isinstance(value, bool):
        return plain_from_text(field, "ja" if value else "nej")
    if isinstance(value, int) and isinstance(field, (Money, Percent)):
        if abs(value) > LARGEST_PERCENT and isinstance(field, Percent):
            raise ValueError("Procentsatsen är orimligt stor.")
        return value
    if isinstance(value, (str, int)):
        return plain_from_text(field, str(value), words)
    raise ValueError("Skriv värdet som text.")
