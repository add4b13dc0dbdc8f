"""Brings what is known of lists up to date after a few changes, record by record. Knows no list.

What the changes are is read in the journal, so that it does not matter who made them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.columns import column_field
from itadmin.domain.fields import Computed, Held
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS, WORDS, tenure_of
from itadmin.services.columns import Column
from itadmin.services.ranking import Order, plain_of
from itadmin.storage import holders, journal, list_slices
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_slices import Clauses
from itadmin.storage.records import RecordReader

_FEW = 30
"""After more changes than so it is quicker to make all anew."""

Columns = Mapping[str, "Column | None"]


class Standing(Protocol):
    """Which records stand in a list of names."""

    @property
    def register(self) -> Register:
        """Of which register."""

    @property
    def clauses(self) -> Clauses:
        """What must be true of them."""


Scope = TypeVar("Scope", bound=Standing)


def few_changes(file: RegisterFile, line: int) -> list[Change] | None:
    """The changes after a line of the journal; None when they are many, or cannot be followed.

    A record that is gone cannot, nor words that others are called by, nor what has changed beside the journal.
    """
    with file.reading() as connection:
        changes = journal.changes_after_line(connection, line, _FEW + 1)
        silent = journal.has_silent_steps(connection, line)
    gone = any(change.after is None or change.register == WORDS.name for change in changes)
    return None if gone or silent or not 0 < len(changes) <= _FEW else changes


def names_after(
    file: RegisterFile, changes: Sequence[Change], names: Iterable[tuple[Scope, Order]]
) -> Iterator[tuple[Scope, Order]]:
    """Lists of names with the changed records where they belong now."""
    for scope, order in names:
        moved = {change.record_id for change in changes if _moves(change, scope.register)}
        yield scope, _standing_anew(file, scope, order, moved) if moved else order


def _moves(change: Change, register: Register) -> bool:
    """Whether a record of this register has come, been renamed, or gone from one list to another."""
    moving = {*register.title_fields, "deleted", register.proposal}
    is_new = change.before is None
    return change.register == register.name and (is_new or not moving.isdisjoint(change.after or {}))


def _standing_anew(file: RegisterFile, scope: Standing, order: Order, ids: set[UUID]) -> Order:
    standing, register = array("q", order), scope.register
    with file.reading() as connection:
        cursors = list_slices.cursors_of(connection, register, ids)
        inside = list_slices.among(connection, register, scope.clauses, [place for _key, place in cursors])
        for _key, place in cursors:
            if place in standing:
                standing.remove(place)
        for cursor in sorted(cursors, reverse=True):  # so that the one after it has been put in before
            if cursor[1] in inside:
                after, _end = list_slices.in_name_order(connection, register, scope.clauses, cursor, 1)
                standing.insert(standing.index(after[0]) if after else len(standing), cursor[1])
    return standing


def renew(
    file: RegisterFile, changes: Sequence[Change], columns: Mapping[tuple[str, date], dict[str, Column | None]]
) -> None:
    """Put what changed records have in their fields now into columns, by register and day."""
    changed = {change.register for change in changes}
    for (name, day), known in columns.items():
        register = REGISTERS[name]
        for each in [each for each in known if _is_called_otherwise(register, each, changed)]:
            del known[each]
        ids = _touched(file, register, changes)
        if ids and known:
            _renew(file, register, known, ids, day)


def _is_called_otherwise(register: Register, name: str, changed: set[str]) -> bool:
    """Whether holders of a role, whose names are what is known of it, may have got other names."""
    field = column_field(register, name)
    return isinstance(field, Held) and field.to in changed


def _touched(file: RegisterFile, register: Register, changes: Sequence[Change]) -> set[UUID]:
    """The records of a register that have changed, or of which others are holders now."""
    ids = {change.record_id for change in changes if change.register == register.name}
    for field in {field.through: field for field in register.fields.values() if isinstance(field, Held)}.values():
        of, through = tenure_of(field).of, [change for change in changes if change.register == field.through]
        told = (values.get(of) for change in through for values in (change.before or {}, change.after or {}))
        ids |= {UUID(record_id) for record_id in told if record_id}
        with file.reading() as connection:
            ids |= holders.held_by(connection, field, [change.record_id for change in through])
    return ids


def _renew(file: RegisterFile, register: Register, known: Columns, ids: set[UUID], day: date) -> None:
    fields = {name: column_field(register, name) for name in known}
    columns = {name: column for name, column in known.items() if column is not None}
    stored = [name for name in columns if not isinstance(fields[name], Computed)]
    computed = [name for name in columns if isinstance(fields[name], Computed)]
    with file.reading() as connection:
        places = {list_slices.place_of(connection, register, record_id): record_id for record_id in ids}
        rows = list_slices.values_at(connection, register, stored, list(places), day)
        reads = RecordReader(connection, day).read(register, ids) if computed else {}
    for place, *values in rows:
        for name, value in zip(stored, values, strict=True):
            columns[name].put(place, None if value is None else plain_of(fields[name], value))
    for place, record_id in places.items():
        for name in computed if record_id in reads else ():
            columns[name].put(place, plain_value(fields[name], getattr(reads[record_id].record, name)))
