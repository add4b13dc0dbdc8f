"""What has been changed of a record that is looked through but not yet written, so that all of it becomes one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.entry import filled_in
from itadmin.domain.fields import Held, Reference
from itadmin.domain.problems import InvalidRecordError, errors
from itadmin.domain.record import Record
from itadmin.domain.register import Register
from itadmin.services.reading import Holder, Read
from itadmin.ui.register.picker import HeldByFunction, NewRecord
from itadmin.ui.register.saving import plain_of
from itadmin.ui.session import Session


class Corrections:
    """Corrections of one record. Nothing is written here."""

    def __init__(self, session: Session, register: Register, record_id: UUID) -> None:
        self.record_id = record_id
        self._session = session
        self._register = register
        self._values: dict[str, Any] = {}
        self._also: dict[str, tuple[Change, ...]] = {}
        self._names: dict[str, str] = {}

    @property
    def values(self) -> Plain:
        """The plain values that are other than those written."""
        return dict(self._values)

    @property
    def also(self) -> tuple[Change, ...]:
        """The changes that make the records that the values refer to."""
        return tuple(change for changes in self._also.values() for change in changes)

    def take(self, name: str, value: Any) -> None:
        """Take in what an editor holds. Raises InvalidRecordError, and nothing is taken in then."""
        plain, also = plain_of(self._session, self._register, name, value)
        values = {**self._values, name: plain}
        problems = self._session.workspace.records.check(self._register.name, values, self.record_id)
        if errors(problems):
            raise InvalidRecordError(problems)
        self._values, self._also[name] = values, also
        self._names[name] = self._named(name, value, plain)

    def over(self, read: Read) -> Read:
        """A record as it becomes with what has been corrected."""
        labels, holders = dict(read.labels), dict(read.holders)
        record: Record = filled_in(read.record, self._values)
        for name, plain in self._values.items():
            field = self._register.fields[name]
            person = UUID(plain) if isinstance(plain, str) and isinstance(field, (Held, Reference)) else None
            if isinstance(field, Held):
                holders.pop(name, None)
                held: dict[str, Any] = {name: person}
                record = replace(record, **held)
                if plain:
                    holders[name] = Holder(self.record_id, person, self._names[name])
            elif person is not None:
                labels[person] = self._names[name]
        return replace(read, record=record, labels=labels, holders=holders)

    def _named(self, name: str, value: Any, plain: Any) -> str:
        """What a value is called that refers to a record or a function."""
        field = self._register.fields[name]
        if isinstance(value, (NewRecord, HeldByFunction)):
            return value.name
        if isinstance(field, (Held, Reference)) and plain:
            return self._session.reading().label(field.to, UUID(plain))
        return ""
