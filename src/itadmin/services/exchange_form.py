"""Records as the JSON objects that scripts read: described in the handbook's chapter on the command line.

A reference `x` gives `x_id` and `x` (its name), a value-list field its code and `x_label`; days are ISO, money whole
öre, no value is None. Knows nothing of how the objects are written out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Plain
from itadmin.domain.fields import Choice, Computed, Field, Held, Reference, References, Rows
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.register import Register
from itadmin.domain.registers import OWNERS
from itadmin.domain.words import BUILT_IN, Words
from itadmin.services.reading import Entry, Reading
from itadmin.storage.reads import Holder, Read

Name = Callable[[str, UUID], str]
"""What the record of a register is called."""


class ExchangeForm:
    """Makes objects of what one `Reading` has read; remembers the owners and names it has looked up."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = reading.words
        self._owners: dict[UUID, str] = {}
        self._names: dict[tuple[str, UUID], str] = {}

    def record(self, register: Register, read: Read) -> dict[str, Any]:
        """A record with its id, the code of its owner and every field, computed ones too."""
        found: dict[str, Any] = {"id": str(read.record.id), "owner": self.owner(read.record.owner)}
        for name, field in register.fields.items():
            if isinstance(field, Held):
                found |= _held(name, read.holders.get(name))
            else:
                value = plain_value(field, getattr(read.record, name))
                found |= _pairs(name, field, value, lambda _to, target: read.labels.get(target, ""), self._words)
        return found

    def entry(self, register: Register, entry: Entry) -> dict[str, Any]:
        """One line of a record's history; names are those of today."""
        return {
            "at": entry.step.at,
            "who": entry.step.who,
            "kind": entry.step.kind,
            "title": entry.step.title,
            "before": self._values(register, entry.change.before),
            "after": self._values(register, entry.change.after),
        }

    def owner(self, owner: UUID) -> str:
        """An organisation's kommunkod or organisation number; its id when it has neither."""
        if owner not in self._owners:
            read = self._reading.many(OWNERS.name, [owner]).get(owner)
            codes = [getattr(read.record, key) for key in OWNERS.keys] if read else []
            self._owners[owner] = next(filter(None, codes), str(owner))
        return self._owners[owner]

    @staticmethod
    def keys(register: Register) -> list[str]:
        """The keys of a register's objects, in their order."""
        found = ["id", "owner"]
        for name, field in register.fields.items():
            found += _held(name, None) if isinstance(field, Held) else _pairs(name, field, None, _nobody, BUILT_IN)
        return found

    def _values(self, register: Register, values: Plain | None) -> dict[str, Any] | None:
        if values is None:
            return None
        found: dict[str, Any] = {}
        for name, value in values.items():
            field = register.fields.get(name)
            found |= _pairs(name, field, value, self._name, self._words) if field else {name: value}
        return found

    def _name(self, register: str, record_id: UUID) -> str:
        key = (register, record_id)
        if key not in self._names:
            self._names[key] = self._reading.label(register, record_id)
        return self._names[key]


def _nobody(_register: str, _record_id: UUID) -> str:
    return ""


def _held(name: str, holder: Holder | None) -> dict[str, Any]:
    person = holder.person_id if holder else None
    return {f"{name}_id": str(person) if person else None, name: holder.label if holder else None}


def _pairs(name: str, field: Field, value: Any, called: Name, words: Words) -> dict[str, Any]:
    if isinstance(field, Reference):
        return {f"{name}_id": value, name: called(field.to, UUID(value)) if value else None}
    if isinstance(field, References):
        targets = value or []
        return {f"{name}_id": targets, name: [called(field.to, UUID(target)) for target in targets]}
    if isinstance(field, Rows):
        return {name: [_row(described_fields(field.row), row, words) for row in value or ()]}
    return dict(_value_pairs(name, field, value, words))


def _row(fields: Mapping[str, Field], row: Plain, words: Words) -> dict[str, Any]:
    return dict(pair for name, field in fields.items() for pair in _value_pairs(name, field, row.get(name), words))


def _value_pairs(name: str, field: Field, value: Any, words: Words) -> Iterator[tuple[str, Any]]:
    yield name, value
    if isinstance(field, (Choice, Computed)) and field.values:
        yield f"{name}_label", words.label_of(field.values, value) if value else None
