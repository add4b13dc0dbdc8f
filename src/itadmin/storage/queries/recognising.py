"""What the records of a register are known by, and who holds their roles: for whole sets, in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from itadmin.domain.fields import Held
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS, tenure_of
from itadmin.storage.chunks import chunks
from itadmin.storage.holders import holding
from itadmin.storage.records import RecordReader
from itadmin.storage.tables import TABLES


@dataclass(frozen=True, slots=True)
class Known:
    """A record by the plain values of the fields asked for. `own` ones may be changed here.

    `theirs` is what a neighbour has sent; who the neighbour itself is belongs to everybody.
    """

    record_id: UUID
    own: bool
    label: str
    values: tuple[Any, ...]
    theirs: bool = False


def known_records(connection: Connection, register: Register, fields: Sequence[str], owner: UUID) -> list[Known]:
    """All records outside the bin, placeholders too; `fields` are columns of the register."""
    main = TABLES[register.name].main
    query = select(main.c.id, main.c.owner, main.c.placeholder, main.c.label, *(main.c[name] for name in fields))
    rows = connection.execute(query.where(main.c.deleted.is_(False)).order_by(main.c.pk))
    mine = str(owner)
    return [
        Known(
            UUID(key),
            whose == mine and not placeholder,
            label,
            tuple(values),
            theirs=whose not in (mine, key) and not placeholder,
        )
        for key, whose, placeholder, label, *values in rows
    ]


def roles_held(
    connection: Connection, field: Held, ids: Iterable[UUID], day: date
) -> dict[UUID, list[tuple[UUID, dict[str, Any]]]]:
    """The records, by id and in plain form, that hold the role on the day, by whose role it is."""
    through, of = REGISTERS[field.through], tenure_of(field).of
    main = TABLES[field.through].main
    reader = RecordReader(connection, day)
    found: dict[UUID, list[tuple[UUID, dict[str, Any]]]] = defaultdict(list)
    for chunk in chunks(ids):
        rows = connection.execute(holding(field, [field.role], day, main.c.id).where(main.c[of].in_(chunk)))
        for role_id, plain in reader.plain(through, [UUID(row.id) for row in rows]).items():
            found[UUID(plain[of])].append((role_id, plain))
    return found
