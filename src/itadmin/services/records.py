"""Editing records: every change is checked, computed as a ChangeSet, written as one step and announced once.

Screens, command line and imports all come here; nothing else writes records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain, difference
from itadmin.domain.fields import Held
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import InvalidRecordError, NotFoundError, Problem, ReadOnlyError, StaleRecordError, errors
from itadmin.domain.record import Record, stored_fields, to_plain, typed_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.validation import check
from itadmin.services.clock import Surroundings
from itadmin.storage.engine import RegisterFile
from itadmin.storage.records import RecordReader
from itadmin.storage.unit_of_work import StepNote, apply

Announce = Callable[[ChangeSet, object], None]


class Records:
    """Adds, changes, bins and copies records of one register file."""

    def __init__(self, file: RegisterFile, surroundings: Surroundings, announce: Announce) -> None:
        self._file = file
        self._around = surroundings
        self._announce = announce

    def check(self, register: str, values: Plain, record_id: UUID | None = None) -> tuple[Problem, ...]:
        """The problems that a record would have with these plain values."""
        description = REGISTERS[register]
        base = self._record(description, record_id) if record_id else description.record()
        return check(description, _with(description, base, values))

    def add(self, register: str, values: Plain, *, initiator: object = None) -> UUID:
        """Add a record and return its id. Raises InvalidRecordError; nothing is written then."""
        record_id = self._around.new_id()
        description = REGISTERS[register]
        change = self._addition(description, record_id, values)
        title = f"La till {label_from_plain(description, change.after or {})}"
        self.apply(ChangeSet(title, (change, *self._held_changes(description, record_id, values))), initiator=initiator)
        return record_id

    def save(
        self, register: str, record_id: UUID, values: Plain, *, revision: int | None = None, initiator: object = None
    ) -> ChangeSet:
        """Change fields of a record; an unchanged one makes no step.

        `revision` is the one the values were made from. Raises InvalidRecordError or StaleRecordError.
        """
        description = REGISTERS[register]
        record = self._record(description, record_id)
        if revision is not None and revision != record.revision:
            raise StaleRecordError("Någon annan har ändrat posten sedan du öppnade den. Läs om och försök igen.")
        changed = _with(description, record, values)
        problems = check(description, changed)
        if errors(problems):
            raise InvalidRecordError(problems)
        before = to_plain(record)
        own = difference(register, record_id, before, to_plain(changed))
        changes = (*((own,) if own else ()), *self._held_changes(description, record_id, values))
        change_set = ChangeSet(f"Ändrade {label_from_plain(description, before)}", changes)
        if changes:
            self.apply(change_set, initiator=initiator)
        return change_set

    def delete(self, register: str, ids: Iterable[UUID], *, initiator: object = None) -> ChangeSet:
        """Put records in the bin."""
        return self._flag(register, ids, deleted=True, verb="La i papperskorgen", initiator=initiator)

    def restore(self, register: str, ids: Iterable[UUID], *, initiator: object = None) -> ChangeSet:
        """Take records out of the bin."""
        return self._flag(register, ids, deleted=False, verb="Tog ur papperskorgen", initiator=initiator)

    def copy(self, register: str, record_id: UUID, *, initiator: object = None) -> UUID:
        """Add a copy of a record, named so that one sees which is which."""
        description = REGISTERS[register]
        values = to_plain(self._record(description, record_id))
        name = description.title_fields[0]
        values[name] = f"{values[name] or ''} (kopia)".strip()
        return self.add(register, values, initiator=initiator)

    def apply(self, changes: ChangeSet, *, initiator: object = None) -> int:
        """Write a change set as one step and announce it; returns the step's number."""
        with self._file.writing() as connection:
            reader = RecordReader(connection, self._around.today())
            number = apply(connection, reader, changes, self._note(), self._file.info.organisation)
        self._announce(changes, initiator)
        return number

    def _note(self) -> StepNote:
        return StepNote(self._around.new_id(), self._around.stamp(), self._around.who)

    def _record(self, register: Register, record_id: UUID) -> Record:
        with self._file.reading() as connection:
            read = RecordReader(connection, self._around.today()).read(register, [record_id]).get(record_id)
        if read is None:
            raise NotFoundError(f"Det finns ingen sådan {register.singular} i filen. Läs om listan.")
        if read.placeholder or read.record.owner != self._file.info.organisation:
            raise ReadOnlyError(f"{read.label} hör till en annan organisation och kan bara ändras av den.")
        return read.record

    def _addition(self, register: Register, record_id: UUID, values: Plain) -> Change:
        record = _with(register, register.record(id=record_id), values)
        problems = check(register, record)
        if errors(problems):
            raise InvalidRecordError(problems)
        return Change(register.name, record_id, None, to_plain(record))

    def _flag(self, register: str, ids: Iterable[UUID], *, deleted: bool, verb: str, initiator: object) -> ChangeSet:
        description = REGISTERS[register]
        records = [self._record(description, record_id) for record_id in ids]
        changes = tuple(
            Change(register, record.id, {"deleted": record.deleted}, {"deleted": deleted})
            for record in records
            if record.deleted != deleted
        )
        names = label_from_plain(description, to_plain(records[0])) if len(records) == 1 else f"{len(records)} poster"
        change_set = ChangeSet(f"{verb}: {names}", changes)
        if changes:
            self.apply(change_set, initiator=initiator)
        return change_set

    def _held_changes(self, register: Register, record_id: UUID, values: Plain) -> tuple[Change, ...]:
        today = self._around.today()
        return tuple(
            change
            for name, field in register.fields.items()
            if isinstance(field, Held) and name in values
            for change in self._reassign(field, record_id, values[name], today)
        )

    def _reassign(self, field: Held, record_id: UUID, holder: str | None, today: date) -> Iterable[Change]:
        through = REGISTERS[field.through]
        current = self._current_roles(field, record_id, today)
        if holder and len(current) == 1 and current[0][1].get(field.take) == holder:
            return
        for role_id, plain in current:
            yield self._ended(through, role_id, plain, today)
        if holder:
            values = {field.back: str(record_id), field.role_field: field.role, field.take: holder}
            if current:
                values["starts_on"] = today.isoformat()
            yield self._addition(through, self._around.new_id(), values)

    def _ended(self, through: Register, role_id: UUID, plain: Mapping[str, Any], today: date) -> Change:
        if plain.get("starts_on") == today.isoformat():
            return Change(through.name, role_id, {"deleted": False}, {"deleted": True})
        last_day = (today - timedelta(days=1)).isoformat()
        return Change(through.name, role_id, {"ends_on": plain.get("ends_on")}, {"ends_on": last_day})

    def _current_roles(self, field: Held, record_id: UUID, today: date) -> list[tuple[UUID, dict[str, Any]]]:
        with self._file.reading() as connection:
            return RecordReader(connection, today).held_plain(field, record_id)


def _with(register: Register, record: Record, values: Plain) -> Record:
    """The record with plain values put in; identifiers of computed and held fields are not its own."""
    fields = stored_fields(register.record)
    own = {name: typed_value(fields[name], value) for name, value in values.items() if name in fields}
    flags: dict[str, Any] = {name: bool(values[name]) for name in ("deleted", "shared") if name in values}
    return replace(record, **own, **flags)
