"""Which records `--where` picks: FIELD=VALUE pairs, one of the values of a field, and all of the fields.

Values and references are matched in the file itself, who holds a role and what is computed by the records as read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from itadmin.cli.names import pairs
from itadmin.cli.usage import UsageError
from itadmin.domain.entry import plain_from_text
from itadmin.domain.fields import Choice, Computed, Field, Held, Reference, References, Rows
from itadmin.domain.problems import NotFoundError
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.services.reading import ListQuery, Read, Reading

Condition = tuple[str, Field, list[str]]


def select(reading: Reading, register: Register, where: Iterable[str], *, all_owners: bool = False) -> list[Read]:
    """The records outside the bin that meet all conditions, in name order.

    Raises UsageError for a field or value that cannot be asked for, NotFoundError for a reference nobody bears.
    """
    stored, derived = _conditions(register, where)
    query = ListQuery(
        where={name: [_plain(reading, name, field, text) for text in texts] for name, field, texts in stored},
        all_owners=all_owners,
    )
    reads = reading.many(register.name, reading.keys(register.name, query)).values()
    tests = [_Derived(reading, *condition) for condition in derived]
    return [read for read in reads if all(test.holds(read) for test in tests)]


def _conditions(register: Register, where: Iterable[str]) -> tuple[list[Condition], list[Condition]]:
    wanted: Mapping[str, list[str]] = defaultdict(list)
    for name, field, value in pairs(register, where):
        if isinstance(field, Rows):
            raise UsageError(f"Fältet {name} består av rader och kan inte användas i --where.")
        wanted[name].append(value)
    conditions = [(name, register.fields[name], values) for name, values in wanted.items()]
    derived = [condition for condition in conditions if isinstance(condition[1], (Held, Computed))]
    return [condition for condition in conditions if condition not in derived], derived


def _plain(reading: Reading, name: str, field: Field, text: str) -> Any:
    if isinstance(field, (Reference, References)):
        return str(reading.named(field.to, text)) if text.strip() else None
    try:
        return plain_from_text(field, text, reading.words)
    except ValueError as error:
        raise UsageError(f"--where {name}: {error}") from error


class _Derived:
    """A condition on a field that is not stored with the record."""

    def __init__(self, reading: Reading, name: str, field: Field, texts: list[str]) -> None:
        self._name = name
        self._field = field
        if isinstance(field, Held):
            self._wanted = {_folded(text) for text in texts}
            self._people = {_person(reading, field, text) for text in texts} - {None}
        else:
            self._wanted = {_plain(reading, name, _as_value(field), text) for text in texts}

    def holds(self, read: Read) -> bool:
        """Whether a record meets it."""
        if not isinstance(self._field, Held):
            return plain_value(_as_value(self._field), getattr(read.record, self._name)) in self._wanted
        holder = read.holders.get(self._name)
        if holder is None:
            return "" in self._wanted
        label = _folded(holder.label)
        return holder.person_id in self._people or label in self._wanted or label.split(", ")[0] in self._wanted


def _as_value(field: Field) -> Field:
    """The value field that a computed one is shown as."""
    kind = field.kind if isinstance(field, Computed) else type(field)
    if isinstance(field, Computed) and field.values:
        return Choice(field.label, field.exposure, values=field.values)
    return kind(field.label, field.exposure)


def _person(reading: Reading, field: Held, text: str) -> UUID | None:
    try:
        return reading.named(field.to, text)
    except NotFoundError:
        return None


def _folded(text: str) -> str:
    return text.strip().casefold()
