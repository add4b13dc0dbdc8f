"""FIELD=VALUE from the command line as the plain values that a record is saved with.

Values are written as people write them: words of value lists, kronor, days. References are ids, names or other keys;
several are parted by commas. Rows are a JSON array of objects, where text is read as elsewhere and numbers are as in
JSON output (whole öre, hundredths of a percent).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from itadmin.cli.names import pairs
from itadmin.cli.usage import UsageError
from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Computed, Field, Held, Reference, References, Rows
from itadmin.domain.problems import InvalidRecordError, NotFoundError, Problem
from itadmin.domain.register import Register
from itadmin.domain.row_entry import UnknownRowFieldError, rows_from_json
from itadmin.domain.text import clean_text
from itadmin.services.reading import Reading


@dataclass(frozen=True)
class Entered:
    """Plain values by identifier, and sentences about what was changed in them on the way."""

    values: Mapping[str, Any]
    remarks: tuple[str, ...]


def entered(register: Register, texts: Iterable[str], reading: Reading) -> Entered:
    """The plain values that FIELD=VALUE texts mean in a file.

    Raises UsageError for a field that is not there or cannot be set, NotFoundError for a reference nobody bears, and
    InvalidRecordError with every value that cannot be read.
    """
    found = pairs(register, texts)
    _refuse_unsettable(found)
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, field, text in found:
        try:
            values[name] = _plain(field, text, reading)
        except UnknownRowFieldError as error:
            raise UsageError(str(error)) from error
        except ValueError as error:
            problems.append(Problem(name, f"{field.label}: {error}"))
    if problems:
        raise InvalidRecordError(problems)
    remarks = (
        f"Osynliga styrtecken togs bort ur {field.label}."
        for _name, field, text in found
        if any(has_control_characters(part) for part in _texts(field, text))
    )
    return Entered(values, tuple(remarks))


def has_control_characters(text: str) -> bool:
    """Whether cleaning takes away more than space from a text."""
    return any(not clean_text(sign) and not sign.isspace() for sign in set(text))


def _texts(field: Field, text: str) -> Iterable[str]:
    """The texts within what was written for a field that could be read."""
    if not isinstance(field, Rows) or not text.strip():
        return [text]
    return [value for row in json.loads(text) for value in row.values() if isinstance(value, str)]


def _refuse_unsettable(found: Iterable[tuple[str, Field, str]]) -> None:
    seen: set[str] = set()
    for name, field, _text in found:
        if isinstance(field, Computed):
            raise UsageError(f"Fältet {name} räknas fram av programmet och kan inte sättas.")
        if name in seen:
            raise UsageError(f"Fältet {name} står mer än en gång. Skriv det en gång.")
        seen.add(name)


def _plain(field: Field, text: str, reading: Reading) -> Any:
    if isinstance(field, (Reference, Held)):
        return str(reading.named(field.to, text)) if text.strip() else None
    if isinstance(field, References):
        return _references(field, text, reading)
    if isinstance(field, Rows):
        return rows_from_json(field, text, reading.words)
    return plain_from_text(field, text, reading.words)


def _references(field: References, text: str, reading: Reading) -> list[str]:
    """Ids of what a text names: one name that may hold commas itself, else names parted by commas."""
    if not text.strip():
        return []
    try:
        return [str(reading.named(field.to, text))]
    except NotFoundError:
        parts = [part for part in text.split(",") if part.strip()]
        return list(dict.fromkeys(str(reading.named(field.to, part)) for part in parts))
