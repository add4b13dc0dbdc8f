"""Where names stand as text: in which record and field, wherever somebody can have written them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Column, Connection, Table, func, or_, select

from itadmin.domain.fields import LongText, Text
from itadmin.domain.record import described_fields, stored_fields
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import fold
from itadmin.storage.queries.conditions import whose_file
from itadmin.storage.tables import TABLES


class Mention(NamedTuple):
    """A record that says a name, what it is called, in which field, and whether it lies in the bin."""

    register: str
    record_id: UUID
    label: str
    field: str
    in_bin: bool


def mentions(connection: Connection, names: Iterable[str], left_out: Collection[UUID]) -> list[Mention]:
    """The own records that say any of the names as whole words, in the order of the registers.

    `left_out` are records that are not told of.
    """
    wanted = [folded for name in names if (folded := fold(name))]
    if not wanted:
        return []
    whole = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in wanted))
    found = (item for register in REGISTERS.values() for item in _in_register(connection, register, wanted, whole))
    return [item for item in dict.fromkeys(found) if item.record_id not in left_out]


def _in_register(
    connection: Connection, register: Register, wanted: list[str], whole: re.Pattern[str]
) -> Iterator[Mention]:
    tables = TABLES[register.name]
    texts = [name for name, field in stored_fields(register.record).items() if isinstance(field, (Text, LongText))]
    yield from _said(connection, tables.main, [(name, tables.main.c[name]) for name in texts], wanted, whole)
    for name, owned in tables.rows.items():
        rows = described_fields(getattr(register.fields[name], "row", object))
        columns = [(name, owned.c[item]) for item, field in rows.items() if isinstance(field, (Text, LongText))]
        yield from _said(connection, tables.main, columns, wanted, whole)


def _said(
    connection: Connection,
    main: Table,
    columns: list[tuple[str, Column[str]]],
    wanted: list[str],
    whole: re.Pattern[str],
) -> Iterator[Mention]:
    """The records that say a name in any of some columns: their own, or those of rows that they own."""
    if not columns:
        return
    owned = columns[0][1].table
    source = main if owned is main else main.join(owned, owned.c.record == main.c.id)
    may = or_(*(func.instr(func.fold(column), name) > 0 for _field, column in columns for name in wanted))
    query = select(main.c.id, main.c.label, main.c.deleted, *(column for _field, column in columns))
    for record_id, label, deleted, *texts in connection.execute(
        query.select_from(source)
        .where(may, main.c.owner == whose_file(), main.c.placeholder.is_(False))
        .order_by(main.c.sort_key, main.c.pk)
    ):
        for (field, _column), text in zip(columns, texts, strict=True):
            if text and whole.search(fold(text)):
                yield Mention(main.name, UUID(record_id), label, field, bool(deleted))
