"""What a profile lets out of a register file, as the tables of a share file: built up from nothing, column by column.

Only what the profile names is ever read, so nothing has to be taken away. A record that is referred to and not in the
file is told by its id, owner and name, where the profile lets out what its register calls records by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.entry import clean_plain
from itadmin.domain.fields import Choice, Field, Reference, YesNo
from itadmin.domain.labels import label_from_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile, shared_fields
from itadmin.storage import wording
from itadmin.storage.chunks import chunks
from itadmin.storage.sharing.layout import REFS, WORDS, Holding, holdings
from itadmin.storage.sharing.leaving import confidential_of, leaving
from itadmin.storage.sharing.schema import Row, ShareTable

Plain = dict[str, Any]


@dataclass(frozen=True)
class Projection:
    """What goes out: tables with their rows, and `records` in plain form by register, as a digest takes them.

    Plain values that are missing are left out.
    """

    content: Sequence[tuple[ShareTable, Sequence[Row]]]
    records: Mapping[str, Mapping[UUID, Plain]]

    @property
    def tables(self) -> tuple[ShareTable, ...]:
        """The tables as a manifest lists them."""
        return tuple(table for table, _ in self.content)


def project(connection: Connection, profile: Profile, owner: UUID) -> Projection:
    """What a profile lets out of the owner's records."""
    return _Projecting(connection, profile, owner).done()


class _Projecting:
    """One projection while it is made."""

    def __init__(self, connection: Connection, profile: Profile, owner: UUID) -> None:
        self._connection = connection
        self._profile = profile
        self._words = wording.words(connection)
        self._confidential = confidential_of(connection, owner)
        self._leaving = leaving(connection, profile, owner, self._confidential)
        self._outside: dict[str, set[UUID]] = defaultdict(set)
        self._codes: set[tuple[str, str]] = set()
        self._records: dict[str, dict[UUID, Plain]] = defaultdict(dict)

    def done(self) -> Projection:
        """Project everything."""
        content = [(holding.table, self._rows(holding)) for holding in holdings(self._profile)]
        content += [(REFS, list(self._refs())), (WORDS, self._word_rows())]
        return Projection([(replace(table, rows=len(rows)), rows) for table, rows in content], self._records)

    def _rows(self, holding: Holding) -> list[Row]:
        if holding.table.form == "records":
            return self._main(holding)
        found: dict[bytes, list[Row]] = defaultdict(list)
        for record, *values in self._selected(holding):
            if record in self._leaving[holding.register.name]:
                found[record].append(values)
        owned = self._links if holding.table.form == "links" else self._owned
        return [row for record, rows in found.items() for row in owned(holding, record, rows)]

    def _selected(self, holding: Holding) -> Iterator[Sequence[Any]]:
        """The rows of a table as they lie in the file, only the columns that go out."""
        form = holding.table.form
        columns = ["target"] if form == "links" else [f'"{name}"' for name in holding.columns]
        names = ", ".join(["id" if form == "records" else "record", *columns])
        order = "id" if form == "records" else "record, ordinal"
        query = f'SELECT {names} FROM "{holding.table.name}" ORDER BY {order}'
        yield from self._connection.exec_driver_sql(query)

    def _main(self, holding: Holding) -> list[Row]:
        register = holding.register
        rows: list[Row] = []
        for record, *values in self._selected(holding):
            if record not in self._leaving[register.name]:
                continue
            said = self._said(holding.columns, values)
            plain = self._plain(holding.columns, said)
            self._records[register.name][UUID(bytes=record)] = plain
            rows.append((record, label_from_plain(register, plain, self._words), *said.values()))
        return rows

    def _links(self, holding: Holding, record: bytes, rows: Sequence[Row]) -> list[Row]:
        targets = [kept for (target,) in rows if (kept := self._kept(holding.to, target))]
        self._side(holding, record, [str(UUID(bytes=target)) for target in targets])
        return [(record, place, target) for place, target in enumerate(targets)]

    def _owned(self, holding: Holding, record: bytes, rows: Sequence[Row]) -> list[Row]:
        said = [self._said(holding.columns, row) for row in rows]
        self._side(holding, record, [self._plain(holding.columns, row) for row in said])
        return [(record, place, *row.values()) for place, row in enumerate(said)]

    def _side(self, holding: Holding, record: bytes, value: list[Any]) -> None:
        self._records[holding.register.name][UUID(bytes=record)][holding.field] = value

    def _kept(self, register: str, target: bytes) -> bytes | None:
        """A reference as it goes out; None for one to what stays at home without a trace."""
        if register not in self._leaving or target in self._confidential[register]:
            return None
        if target not in self._leaving[register]:
            self._outside[register].add(UUID(bytes=target))
        return target

    def _said(self, columns: Mapping[str, Field], values: Sequence[Any]) -> dict[str, Any]:
        """Values as they go out, by column: as clean as the reader demands text to be, whoever has written it."""
        return {
            name: None if value is None else self._out(field, value)
            for (name, field), value in zip(columns.items(), values, strict=True)
        }

    def _out(self, field: Field, value: Any) -> Any:
        return self._kept(field.to, value) if isinstance(field, Reference) else clean_plain(field, value)

    def _plain(self, columns: Mapping[str, Field], said: Mapping[str, Any]) -> Plain:
        """The values that there are, in plain form; what codes are used is kept in mind."""
        plain = {name: _plain_value(columns[name], value) for name, value in said.items() if value is not None}
        for name, value in plain.items():
            field = columns[name]
            if isinstance(field, Choice):
                self._codes.add((field.values, value))
        return plain

    def _refs(self) -> Iterator[Row]:
        """The records that are referred to and not in the file."""
        for name, ids in sorted(self._outside.items()):
            register = REGISTERS[name]
            titles = [title for title in register.title_fields if title in shared_fields(self._profile, register)]
            columns = ", ".join(["id", "owner", "placeholder", "label", *(f'"{title}"' for title in titles)])
            for chunk in chunks(sorted(ids)):
                query = f"SELECT {columns} FROM {name} WHERE id IN ({', '.join('?' * len(chunk))})"
                for row in self._connection.exec_driver_sql(query, tuple(target.bytes for target in chunk)):
                    record, owner, placeholder, label, *values = row
                    said = dict(zip(titles, values, strict=True))
                    yield name, record, owner, label if placeholder else self._label(register, said)

    def _label(self, register: Register, said: Plain) -> str:
        return label_from_plain(register, said, self._words)

    def _word_rows(self) -> list[Row]:
        return [(values, code, self._words.label_of(values, code)) for values, code in sorted(self._codes)]


def _plain_value(field: Field, value: Any) -> Any:
    if isinstance(field, Reference):
        return str(UUID(bytes=value))
    return bool(value) if isinstance(field, YesNo) else value
