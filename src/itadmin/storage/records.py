"""Reading records: rows become frozen dataclasses, in a fixed number of queries however many they are.

`RecordReader` reads on a day: held roles and computed fields are filled in as they are on it. Labels of everything a
record refers to come along, so that no screen or paper has to ask again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, Table, bindparam, select

from itadmin.domain.fields import Field, Held, Reference, References
from itadmin.domain.record import Record, stored_fields, typed_value
from itadmin.domain.register import Register, Tenure
from itadmin.domain.registers import OWNERS, REGISTERS, tenure_of
from itadmin.domain.words import Words
from itadmin.storage import wording
from itadmin.storage.chunks import chunks
from itadmin.storage.file import BrokenValueError
from itadmin.storage.holders import holding
from itadmin.storage.reads import Holder, Read
from itadmin.storage.tables import FILE_INFO, TABLES


class RecordReader:
    """Reads records of any register through one connection, as they are on `day`.

    Lives while nothing is written: what it has read of words and labels it does not read again.
    """

    def __init__(self, connection: Connection, day: date) -> None:
        self._connection = connection
        self._day = day
        self._labels: dict[UUID, str] = {}

    @cached_property
    def words(self) -> Words:
        """The words of the file's value lists."""
        return wording.words(self._connection)

    def read(self, register: Register, ids: Iterable[UUID]) -> dict[UUID, Read]:
        """The records with these ids, those in the bin and placeholders too; unknown ids are left out."""
        wanted = list(ids)
        found: dict[UUID, Read] = {}
        for chunk in chunks(wanted):
            found.update((read.record.id, read) for read in self._assemble(register, self._rows(register, chunk)))
        return {key: found[key] for key in wanted if key in found}

    def plain(self, register: Register, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
        """The stored values of records in plain form, as journal and change sets hold them."""
        found: dict[UUID, dict[str, Any]] = {}
        for chunk in chunks(ids):
            found |= self._plain_rows(register, self._rows(register, chunk))
        return found

    def labels(self, register_name: str, ids: Iterable[UUID]) -> dict[UUID, str]:
        """What records are called."""
        table = TABLES[register_name].main.name
        found: dict[UUID, str] = {}
        for chunk in chunks(ids):
            query = f"SELECT id, label FROM {table} WHERE id IN ({', '.join('?' * len(chunk))})"
            rows = self._connection.exec_driver_sql(query, tuple(record_id.bytes for record_id in chunk))
            found.update((UUID(bytes=row[0]), row[1]) for row in rows)
        return found

    def _rows(self, register: Register, ids: list[UUID]) -> Sequence[Row[Any]]:
        return self._connection.execute(_by_id(TABLES[register.name].main), {"ids": ids}).all()

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
        return _grouped(self._connection.execute(_belonging(table), {"ids": ids}), lambda row: row.target)

    def _owned_rows(self, table: Any, ids: list[str]) -> dict[str, list[Any]]:
        names = [column.name for column in table.c if column.name not in ("record", "ordinal")]
        rows = self._connection.execute(_belonging(table), {"ids": ids})
        return _grouped(rows, lambda row: {name: getattr(row, name) for name in names})

    def _assemble(self, register: Register, rows: Sequence[Row[Any]]) -> list[Read]:
        plain = self._plain_rows(register, rows)
        fields = stored_fields(register.record)
        labels = self._reference_labels(register, plain.values(), {UUID(row.owner) for row in rows})
        holders = self._holders(register, plain)
        reads = []
        for row in rows:
            record_id = UUID(row.id)
            values = _typed(fields, plain[record_id])
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
            reads.append(Read(self._computed(register, record), row.label, labels, held, row.placeholder, self.words))
        return reads

    def _computed(self, register: Register, record: Record) -> Record:
        if not register.calculations:
            return record
        return replace(
            record, **{name: calculate(record, self._day) for name, calculate in register.calculations.items()}
        )

    def _reference_labels(
        self, register: Register, plain: Iterable[Mapping[str, Any]], owners: Iterable[UUID] = ()
    ) -> dict[UUID, str]:
        wanted: dict[str, set[UUID]] = defaultdict(set, {OWNERS.name: set(owners)})
        for values in plain:
            for name, field in register.fields.items():
                if isinstance(field, Reference) and values[name]:
                    wanted[field.to].add(UUID(values[name]))
                elif isinstance(field, References):
                    wanted[field.to].update(UUID(item) for item in values[name])
        labels: dict[UUID, str] = {}
        for target, ids in wanted.items():
            self._labels |= self.labels(target, ids - self._labels.keys())
            labels |= {record_id: self._labels[record_id] for record_id in ids if record_id in self._labels}
        return labels

    def held_plain(self, field: Held, record_id: UUID) -> list[tuple[UUID, dict[str, Any]]]:
        """The records, in plain form, that hold a role of one record on the day."""
        of = TABLES[field.through].main.c[tenure_of(field).of]
        rows = self._connection.execute(holding(field, [field.role], self._day).where(of == record_id)).all()
        return list(self._plain_rows(REGISTERS[field.through], rows).items())

    def _holders(self, register: Register, ids: Iterable[UUID]) -> dict[UUID, dict[str, Holder]]:
        """Who holds which role, by record and held field; registers of roles are asked once each."""
        found: dict[UUID, dict[str, Holder]] = defaultdict(dict)
        by_register: dict[str, dict[str, str]] = defaultdict(dict)
        for name, field in held_fields(register).items():
            by_register[field.through][field.role] = name
        for names in by_register.values():
            self._add_holders(found, held_fields(register)[next(iter(names.values()))], names, list(ids))
        return found

    def _add_holders(
        self, found: dict[UUID, dict[str, Holder]], field: Held, names: Mapping[str, str], ids: list[UUID]
    ) -> None:
        through, tenure = REGISTERS[field.through], tenure_of(field)
        of = TABLES[field.through].main.c[tenure.of]
        rows = self._connection.execute(holding(field, names, self._day).where(of.in_(ids))).all()
        plain = self._plain_rows(through, rows)
        labels = self._reference_labels(through, plain.values())
        for row in rows:
            role_id = UUID(row.id)
            values = plain[role_id]
            found[UUID(values[tenure.of])][names[values[tenure.kind]]] = _holder(
                through, tenure, role_id, row.label, values, labels
            )


@cache
def _by_id(table: Table) -> Select[Any]:
    """The rows with some ids, as a statement made once: to make one takes a good part of a read."""
    return select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))


@cache
def _belonging(table: Table) -> Select[Any]:
    """The rows of a side table that belong to records with some ids, in their order; made once."""
    return select(table).where(table.c.record.in_(bindparam("ids", expanding=True))).order_by(table.c.ordinal)


def held_fields(register: Register) -> Mapping[str, Held]:
    """The held fields of a register by identifier."""
    return {name: field for name, field in register.fields.items() if isinstance(field, Held)}


def _holder(
    through: Register, tenure: Tenure, role_id: UUID, label: str, plain: Mapping[str, Any], labels: Mapping[UUID, str]
) -> Holder:
    """A person by name; without one, the role record's own label and what else it refers to."""
    if plain[tenure.by]:
        person = UUID(plain[tenure.by])
        return Holder(role_id, person, labels.get(person, ""))
    others = (
        labels.get(UUID(plain[name]), "")
        for name, item in through.fields.items()
        if isinstance(item, Reference) and name not in (tenure.of, tenure.by) and plain[name]
    )
    return Holder(role_id, None, ", ".join(part for part in (label, *others) if part))


def _typed(fields: Mapping[str, Field], plain: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return {name: typed_value(field, plain[name]) for name, field in fields.items()}
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error


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


def plain_by_reference(
    connection: Connection, register: Register, field: str, target: UUID
) -> dict[UUID, dict[str, Any]]:
    """The own records whose reference `field` is to `target`, those in the bin too, in plain form."""
    main = TABLES[register.name].main
    own = select(FILE_INFO.c.organisation).scalar_subquery()
    asked = select(main.c.id).where(main.c[field] == target, main.c.owner == own)
    ids = [UUID(row.id) for row in connection.execute(asked)]
    return RecordReader(connection, date.min).plain(register, ids)
