"""Reading records: rows become frozen dataclasses, in a fixed number of queries however many they are.

`RecordReader` reads on a day: held roles and computed fields are filled in as they are on it. Labels of everything a
record refers to come along, so that no screen or paper has to ask again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, select

from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.record import Record, stored_fields, typed_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.storage.tables import TABLES

_CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a role on a day: the role record, the person if it is one, and what to call them."""

    role_id: UUID
    person_id: UUID | None
    label: str


@dataclass(frozen=True, slots=True)
class Read:
    """A record as read: itself, what it is called, the names of what it refers to, and who holds its roles."""

    record: Record
    label: str
    labels: Mapping[UUID, str]
    holders: Mapping[str, Holder]
    placeholder: bool


class RecordReader:
    """Reads records of any register through one connection, as they are on `day`."""

    def __init__(self, connection: Connection, day: date) -> None:
        self._connection = connection
        self._day = day

    def read(self, register: Register, ids: Iterable[UUID]) -> dict[UUID, Read]:
        """The records with these ids, those in the bin and placeholders too; unknown ids are left out."""
        found: dict[UUID, Read] = {}
        wanted = list(ids)
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            table = TABLES[register.name].main
            rows = self._connection.execute(select(table).where(table.c.id.in_(chunk))).all()
            found.update((read.record.id, read) for read in self._assemble(register, rows))
        return {key: found[key] for key in wanted if key in found}

    def plain(self, register: Register, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
        """The stored values of records in plain form, as journal and change sets hold them."""
        table = TABLES[register.name].main
        rows = self._connection.execute(select(table).where(table.c.id.in_(list(ids)))).all()
        return self._plain_rows(register, rows)

    def labels(self, register_name: str, ids: Iterable[UUID]) -> dict[UUID, str]:
        """What records are called."""
        table = TABLES[register_name].main
        found: dict[UUID, str] = {}
        wanted = list(ids)
        for start in range(0, len(wanted), _CHUNK):
            query = select(table.c.id, table.c.label).where(table.c.id.in_(wanted[start : start + _CHUNK]))
            found.update((UUID(row.id), row.label) for row in self._connection.execute(query))
        return found

    def _plain_rows(self, register: Register, rows: Sequence[Row[Any]]) -> dict[UUID, dict[str, Any]]:
        tables = TABLES[register.name]
        fields = stored_fields(register.record)
        ids = [row.id for row in rows]
        sides = {name: self._links(table, ids) for name, table in tables.links.items()}
        sides |= {name: self._owned_rows(table, ids) for name, table in tables.rows.items()}
        names = tables.main.c.keys()
        plain = {}
        for row in rows:
            values = dict(zip(names, row, strict=True))
            plain[UUID(row.id)] = {
                **{name: sides[name].get(row.id, []) if name in sides else values[name] for name in fields},
                "deleted": row.deleted,
                "shared": row.shared,
            }
        return plain

    def _links(self, table: Any, ids: list[str]) -> dict[str, list[Any]]:
        query = select(table.c.record, table.c.target).where(table.c.record.in_(ids)).order_by(table.c.ordinal)
        return _grouped(self._connection.execute(query), lambda row: row.target)

    def _owned_rows(self, table: Any, ids: list[str]) -> dict[str, list[Any]]:
        names = [column.name for column in table.c if column.name not in ("record", "ordinal")]
        query: Select[Any] = select(table).where(table.c.record.in_(ids)).order_by(table.c.ordinal)
        return _grouped(self._connection.execute(query), lambda row: {name: getattr(row, name) for name in names})

    def _assemble(self, register: Register, rows: Sequence[Row[Any]]) -> list[Read]:
        plain = self._plain_rows(register, rows)
        fields = stored_fields(register.record)
        labels = self._reference_labels(register, plain.values())
        holders = self._holders(register, plain)
        reads = []
        for row in rows:
            record_id = UUID(row.id)
            values = {name: typed_value(field, plain[record_id][name]) for name, field in fields.items()}
            held = holders.get(record_id, {})
            values |= {name: holder.person_id for name, holder in held.items()}
            record = register.record(
                id=record_id,
                owner=UUID(row.owner),
                revision=row.revision,
                deleted=row.deleted,
                shared=row.shared,
                **values,
            )
            reads.append(Read(self._computed(register, record), row.label, labels, held, row.placeholder))
        return reads

    def _computed(self, register: Register, record: Record) -> Record:
        if not register.calculations:
            return record
        return replace(
            record, **{name: calculate(record, self._day) for name, calculate in register.calculations.items()}
        )

    def _reference_labels(self, register: Register, plain: Iterable[Mapping[str, Any]]) -> dict[UUID, str]:
        wanted: dict[str, set[UUID]] = defaultdict(set)
        for values in plain:
            for name, field in register.fields.items():
                if isinstance(field, Reference) and values[name]:
                    wanted[field.to].add(UUID(values[name]))
                elif isinstance(field, References):
                    wanted[field.to].update(UUID(item) for item in values[name])
        labels: dict[UUID, str] = {}
        for target, ids in wanted.items():
            labels |= self.labels(target, ids)
        return labels

    def held_plain(self, field: Held, record_id: UUID) -> list[tuple[UUID, dict[str, Any]]]:
        """The records, in plain form, that hold a role of one record on the day."""
        through = REGISTERS[field.through]
        rows = self._connection.execute(self._held_query(field, [record_id], [field.role])).all()
        return list(self._plain_rows(through, rows).items())

    def _held_query(self, field: Held, ids: Iterable[UUID], roles: Iterable[str]) -> Select[Any]:
        table = TABLES[field.through].main
        day = self._day.isoformat()
        return (
            select(table)
            .where(
                table.c[field.back].in_(list(ids)),
                table.c[field.role_field].in_(list(roles)),
                table.c.deleted.is_(False),
                (table.c.starts_on.is_(None)) | (table.c.starts_on <= day),
                (table.c.ends_on.is_(None)) | (table.c.ends_on >= day),
            )
            .order_by(table.c.starts_on, table.c.pk)
        )

    def _holders(self, register: Register, ids: Iterable[UUID]) -> dict[UUID, dict[str, Holder]]:
        held = {name: field for name, field in register.fields.items() if isinstance(field, Held)}
        if not held:
            return {}
        field = next(iter(held.values()))
        by_role = {item.role: name for name, item in held.items()}
        rows = self._connection.execute(self._held_query(field, ids, by_role)).all()
        plain = self._plain_rows(REGISTERS[field.through], rows)
        labels = self._reference_labels(REGISTERS[field.through], plain.values())
        found: dict[UUID, dict[str, Holder]] = defaultdict(dict)
        for row in rows:
            role_id = UUID(row.id)
            holder = _holder(field, role_id, row.label, plain[role_id], labels)
            found[UUID(plain[role_id][field.back])][by_role[plain[role_id][field.role_field]]] = holder
        return found


def _holder(field: Held, role_id: UUID, label: str, plain: Mapping[str, Any], labels: Mapping[UUID, str]) -> Holder:
    """A person by name; without one, the role record's own label and what else it refers to."""
    if plain[field.take]:
        person = UUID(plain[field.take])
        return Holder(role_id, person, labels.get(person, ""))
    others = (
        labels.get(UUID(plain[name]), "")
        for name, item in REGISTERS[field.through].fields.items()
        if isinstance(item, Reference) and name not in (field.back, field.take) and plain[name]
    )
    return Holder(role_id, None, ", ".join(part for part in (label, *others) if part))


def _grouped(rows: Iterable[Any], value: Any) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row.record].append(value(row))
    return groups


def referring_registers(target: str) -> Mapping[str, tuple[str, ...]]:
    """By register: the identifiers of its fields that refer to register `target`."""
    found = {}
    for name, register in REGISTERS.items():
        fields = tuple(
            key
            for key, field in register.fields.items()
            if isinstance(field, (Reference, References)) and field.to == target
        )
        if fields:
            found[name] = fields
    return found
