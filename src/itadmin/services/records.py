"""Editing records: every change is checked, computed as a ChangeSet, written as one step and announced once.

Screens, command line and imports all come here; nothing else writes records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain, difference
from itadmin.domain.entry import filled_in
from itadmin.domain.fields import Field, Held, Text
from itadmin.domain.labels import label_from_plain
from itadmin.domain.problems import InvalidRecordError, NotFoundError, Problem, ReadOnlyError, StaleRecordError, errors
from itadmin.domain.record import Record, to_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.validation import check
from itadmin.domain.words import Words
from itadmin.services.clock import Surroundings
from itadmin.services.gating import refuse_gated
from itadmin.services.holding import reassigned
from itadmin.services.locking import refuse_locked
from itadmin.services.progress import Progress
from itadmin.storage import wording
from itadmin.storage.engine import RegisterFile
from itadmin.storage.queries.gates import Keepers
from itadmin.storage.reads import Read
from itadmin.storage.records import RecordReader
from itadmin.storage.unit_of_work import StepNote, apply

Announce = Callable[[ChangeSet, object], None]

_COPY = " (kopia)"
_PORTION = 100


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that a change is refused, what it is called, and why: one Swedish sentence."""

    record_id: UUID
    label: str
    reason: str


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
        return check(description, filled_in(base, values))

    def add(self, register: str, values: Plain, *, also: tuple[Change, ...] = (), initiator: object = None) -> UUID:
        """Add a record and return its id; `also` are changes of other records in the same step.

        Raises InvalidRecordError; nothing is written then.
        """
        record_id = self._around.new_id()
        description = REGISTERS[register]
        change = self._addition(description, record_id, values)
        title = f"La till {label_from_plain(description, change.after or {}, self._words())}"
        changes = (*also, change, *self._held_changes(description, record_id, values))
        self.apply(ChangeSet(title, changes), initiator=initiator)
        return record_id

    def addition(self, register: str, values: Plain) -> Change:
        """The change that adds a record of these values, for a step of several; nothing is written.

        Raises InvalidRecordError.
        """
        return self._addition(REGISTERS[register], self._around.new_id(), values)

    def new_named(self, register: str, name: str, values: Plain | None = None) -> tuple[UUID, Change]:
        """The change that adds a record by its name, with `values` if any, for `save(also=…)`; nothing is written."""
        record_id = self._around.new_id()
        description = REGISTERS[register]
        begun = {**(values or {}), description.title_fields[0]: name}
        return record_id, self._addition(description, record_id, begun)

    def save(
        self,
        register: str,
        record_id: UUID,
        values: Plain,
        *,
        revision: int | None = None,
        also: tuple[Change, ...] = (),
        initiator: object = None,
    ) -> ChangeSet:
        """Change fields of a record; an unchanged one makes no step.

        `revision` is the one the values were made from; `also` are changes of other records in the same step. The
        value of a role may be a mapping instead of an id: the role record's own values, for one that a function has.
        Raises InvalidRecordError or StaleRecordError.
        """
        description = REGISTERS[register]
        record = self._record(description, record_id)
        if revision is not None and revision != record.revision:
            raise StaleRecordError("Någon annan har ändrat posten sedan du öppnade den. Läs om och försök igen.")
        changes = (*also, *self._changes_of(description, record, values))
        change_set = ChangeSet(_title_of_save(description, to_plain(record), values, self._words()), changes)
        if changes:
            self.apply(change_set, initiator=initiator)
        return change_set

    def changes_of_save(
        self, register: str, ids: Sequence[UUID], values: Plain, progress: Progress | None = None
    ) -> tuple[dict[UUID, tuple[Change, ...]], tuple[Refused, ...]]:
        """What saving the same fields of many records would change, by record, and which records are refused it.

        Nothing is written. A record that is gone, or says it already, is in neither. Raises CancelledError when
        `progress` is told to stop.
        """
        description, told = REGISTERS[register], progress or Progress()
        told.begin(len(ids))
        found: dict[UUID, tuple[Change, ...]] = {}
        refused: list[Refused] = []
        for record_id, read in self._in_portions(description, ids):
            told.advance()
            try:
                self._refuse_others(read)
                found[record_id] = self._changes_of(description, read.record, values)
            except (InvalidRecordError, ReadOnlyError) as error:
                refused.append(Refused(record_id, read.label, error.sentence))
        return {record_id: changes for record_id, changes in found.items() if changes}, tuple(refused)

    def delete(self, register: str, ids: Iterable[UUID], *, initiator: object = None) -> ChangeSet:
        """Put records in the bin."""
        return self._flag(register, ids, deleted=True, verb="La i papperskorgen", initiator=initiator)

    def restore(self, register: str, ids: Iterable[UUID], *, initiator: object = None) -> ChangeSet:
        """Take records out of the bin."""
        return self._flag(register, ids, deleted=False, verb="Tog ur papperskorgen", initiator=initiator)

    def copy(self, register: str, record_id: UUID, *, initiator: object = None) -> UUID:
        """Add a copy of a record, named so that one sees which is which, and without what names it uniquely."""
        description = REGISTERS[register]
        values = {**to_plain(self._record(description, record_id)), "deleted": False}
        name = description.title_fields[0]
        values |= dict.fromkeys(description.keys)
        values[name] = _name_of_copy(description.fields[name], values[name])
        return self.add(register, values, initiator=initiator)

    def apply(self, changes: ChangeSet, *, initiator: object = None) -> int:
        """Write a change set as one step and announce it; returns the step's number."""
        number = self.write(changes)
        self.announce(changes, initiator)
        return number

    def write(self, changes: ChangeSet, *, beside: Callable[[], object] | None = None) -> int:
        """Write a change set as one step, also on another thread than the window's; it must be announced afterwards.

        `beside` is done when the step could be written: when it raises, nothing has been.
        """
        with self._file.writing() as connection:
            reader = RecordReader(connection, self._around.today())
            refuse_locked(reader, changes.changes)
            refuse_gated(Keepers(connection, self._around.today()), changes.changes)
            number = apply(connection, reader, changes, self._note(), self._file.info.organisation)
            if beside is not None:
                beside()
        return number

    def announce(self, changes: ChangeSet, initiator: object = None) -> None:
        """Tell those who listen of a step that is written."""
        self._announce(changes, initiator)

    def _note(self) -> StepNote:
        return StepNote(self._around.new_id(), self._around.stamp(), self._around.who)

    def _words(self) -> Words:
        with self._file.reading() as connection:
            return wording.words(connection)

    def _record(self, register: Register, record_id: UUID) -> Record:
        return self._records(register, [record_id])[0]

    def _records(self, register: Register, ids: Sequence[UUID]) -> list[Record]:
        """Own records, to be changed. Raises NotFoundError or ReadOnlyError."""
        with self._file.reading() as connection:
            found = RecordReader(connection, self._around.today()).read(register, ids)
        if len(found) < len(set(ids)):
            raise NotFoundError("Posten finns inte längre i filen. Läs om listan.")
        for read in found.values():
            self._refuse_others(read)
        return [read.record for read in found.values()]

    def _in_portions(self, register: Register, ids: Sequence[UUID]) -> Iterator[tuple[UUID, Read]]:
        """Records that are here, own or not, few at a time, so that others may read in between."""
        for start in range(0, len(ids), _PORTION):
            with self._file.reading() as connection:
                reads = RecordReader(connection, self._around.today()).read(register, ids[start : start + _PORTION])
            yield from reads.items()

    def _refuse_others(self, read: Read) -> None:
        """Raise ReadOnlyError for a record that is another organisation's."""
        if read.placeholder or read.record.owner != self._file.info.organisation:
            raise ReadOnlyError(f"{read.label} hör till en annan organisation och kan bara ändras av den.")

    def _changes_of(self, register: Register, record: Record, values: Plain) -> tuple[Change, ...]:
        """What changing fields of a record comes to. Raises InvalidRecordError."""
        changed = self._settled(register, record, filled_in(record, values))
        problems = check(register, changed)
        if errors(problems):
            raise InvalidRecordError(problems)
        own = difference(register.name, record.id, to_plain(record), to_plain(changed))
        if own and register.lock and register.lock.refuses(record, own.after or {}):
            raise ReadOnlyError(register.lock.sentence)
        if own and (register.gates or register.day_gates):
            with self._file.reading() as connection:
                refuse_gated(Keepers(connection, self._around.today()), (own,))
        return (*((own,) if own else ()), *self._held_changes(register, record.id, values))

    def _addition(self, register: Register, record_id: UUID, values: Plain) -> Change:
        empty = register.record(id=record_id)
        record = self._settled(register, empty, filled_in(empty, values))
        problems = check(register, record)
        if errors(problems):
            raise InvalidRecordError(problems)
        return Change(register.name, record_id, None, to_plain(record))

    def _settled(self, register: Register, before: Record, after: Record) -> Record:
        """The record with what the change brings with it, whoever makes it."""
        settled: Record = register.settle(before, after, self._around.today()) if register.settle else after
        return settled

    def _flag(self, register: str, ids: Iterable[UUID], *, deleted: bool, verb: str, initiator: object) -> ChangeSet:
        description = REGISTERS[register]
        records = self._records(description, list(ids))
        changes = tuple(
            Change(register, record.id, {"deleted": record.deleted}, {"deleted": deleted})
            for record in records
            if record.deleted != deleted
        )
        name = label_from_plain(description, to_plain(records[0]), self._words()) if len(records) == 1 else ""
        change_set = ChangeSet(f"{verb}: {name or f'{len(records)} poster'}", changes)
        if changes:
            self.apply(change_set, initiator=initiator)
        return change_set

    def _held_changes(self, register: Register, record_id: UUID, values: Plain) -> tuple[Change, ...]:
        today = self._around.today()
        return tuple(
            change
            for name, field in register.fields.items()
            if isinstance(field, Held) and name in values
            for change in reassigned(
                field, record_id, values[name], self._current_roles(field, record_id, today), today, self.addition
            )
        )

    def _current_roles(self, field: Held, record_id: UUID, today: date) -> list[tuple[UUID, dict[str, Any]]]:
        with self._file.reading() as connection:
            return RecordReader(connection, today).held_plain(field, record_id)


def _title_of_save(register: Register, before: Plain, values: Plain, words: Words) -> str:
    """What a save is called: the record, and the field when it is only one."""
    title = f"Ändrade {label_from_plain(register, before, words)}"
    named = [name for name in values if name in register.fields]
    return f"{title}: {register.fields[named[0]].label}" if len(named) == 1 else title


def _name_of_copy(field: Field, name: str | None) -> str | None:
    """The name with "(kopia)" after it, cut so that it still fits; no name stays none."""
    if not name or not isinstance(field, Text):
        return name
    return f"{name[: field.max_length - len(_COPY)]}{_COPY}"
