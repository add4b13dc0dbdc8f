"""Taking values out of the journal for good: the one exception to its only growing.

That something was changed, when and by whom remains; what it said does not. Must be called inside
`RegisterFile.writing()`, and followed by `RegisterFile.compact()`, so that no byte of it is left in the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, or_, select, text, update
from sqlalchemy.sql.elements import ColumnElement

from itadmin.domain.erasure import ERASED, NAMELESS, without
from itadmin.storage.chunks import chunks
from itadmin.storage.journal import plain_values
from itadmin.storage.tables import JOURNAL, STEPS

Fields = Mapping[UUID, frozenset[str]]
"""Which fields of which records are taken away."""


def said_before(connection: Connection, record_id: UUID, field: str) -> list[str]:
    """The different texts that the journal has of a field of a record, those that are taken away left out."""
    rows = connection.execute(select(JOURNAL.c.before, JOURNAL.c.after).where(JOURNAL.c.record_id == record_id))
    values = [(plain_values(side) or {}).get(field) for row in rows for side in (row.before, row.after)]
    return [value for value in dict.fromkeys(values) if isinstance(value, str) and value not in ("", ERASED, NAMELESS)]


def that_named(connection: Connection, registers: Collection[str], target: UUID) -> dict[UUID, str]:
    """The records of some registers, here or gone, that by the journal have referred to another: ids by register."""
    query = select(JOURNAL.c.record_id, JOURNAL.c.register).distinct()
    rows = connection.execute(query.where(JOURNAL.c.register.in_(registers), _mentions(target)))
    return {UUID(row.record_id): row.register for row in rows}


def erase(connection: Connection, fields: Fields, about: Mapping[UUID, Iterable[str]]) -> int:
    """Put the marker in place of what these fields have said, in all lines there are; returns how many were changed.

    `about` are the names that people have gone by, by their id: they go out of the titles of the steps that touched
    them or what referred to them.
    """
    changed = sum(_erase_lines(connection, list(chunk), fields) for chunk in chunks(fields))
    for person, names in about.items():
        _rename_steps(connection, person, names)
    connection.execute(text("INSERT INTO search_index(search_index) VALUES ('optimize')"))
    return changed


def _erase_lines(connection: Connection, ids: list[UUID], fields: Fields) -> int:
    found = connection.execute(select(JOURNAL).where(JOURNAL.c.record_id.in_(ids))).all()
    number = 0
    for row in found:
        both = {"before": plain_values(row.before), "after": plain_values(row.after)}
        erased = {side: without(values, fields[UUID(row.record_id)]) for side, values in both.items()}
        if erased != both:
            number += 1
            line = {side: _json(values) for side, values in erased.items()}
            connection.execute(update(JOURNAL).where(JOURNAL.c.pk == row.pk).values(**line))
    return number


def _json(values: Mapping[str, Any] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, sort_keys=True)


def _rename_steps(connection: Connection, person: UUID, names: Iterable[str]) -> None:
    """Let the titles of steps say nobody's name; the longest of the names is looked for first."""
    alternatives = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True) if name)
    if not alternatives:
        return
    name = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
    touched = select(JOURNAL.c.record_id).where(or_(JOURNAL.c.record_id == person, _mentions(person)))
    steps = select(JOURNAL.c.step).where(JOURNAL.c.record_id.in_(touched))
    for row in connection.execute(select(STEPS.c.pk, STEPS.c.title).where(STEPS.c.pk.in_(steps))).all():
        title = name.sub(NAMELESS, row.title)
        if title != row.title:
            connection.execute(update(STEPS).where(STEPS.c.pk == row.pk).values(title=title))


def _mentions(target: UUID) -> ColumnElement[bool]:
    """That a line refers to a record: ids stand in the journal as text."""
    return or_(*(func.instr(side, str(target)) > 0 for side in (JOURNAL.c.before, JOURNAL.c.after)))
