"""From what an editor holds to a saved value: records made on the spot and roles by function are part of one step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.fields import Held
from itadmin.domain.record import Record
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.first_values import first_values
from itadmin.ui.register.picker import HeldByFunction, NewRecord
from itadmin.ui.register.special import Consequence
from itadmin.ui.session import Session


def save_field(
    session: Session, register: Register, record: Record, name: str, value: Any, follows: Mapping[str, Consequence]
) -> ChangeSet:
    """Save one field, and what follows from its value, as one step. Raises KnownError."""
    plain, also = plain_of(session, register, name, value)
    more = follows[name].values(record, plain) if name in follows and plain is not None else {}
    values = {name: plain, **more}
    return session.workspace.records.save(register.name, record.id, values, also=also)


def plain_of(session: Session, register: Register, name: str, value: Any) -> tuple[Any, tuple[Change, ...]]:
    """What an editor holds as a plain value, and the changes that make the records it refers to."""
    also: list[Change] = []
    if isinstance(value, list):
        return [_made(session, register, name, item, also) for item in value], tuple(also)
    plain = _made(session, register, name, value, also)
    return plain, tuple(also)


def add_record(session: Session, register: Register, given: Plain, values: Mapping[str, Any]) -> UUID:
    """Add a record of what editors hold and what is given, with what is made on the spot, as one step.

    Raises KnownError.
    """
    plain, also = plain_values(session, register, values)
    return session.workspace.records.add(register.name, {**plain, **given}, also=also)


def plain_values(session: Session, register: Register, values: Mapping[str, Any]) -> tuple[Plain, tuple[Change, ...]]:
    """What editors hold as plain values, and the changes that make the records they refer to."""
    also: list[Change] = []
    plain = {name: _made(session, register, name, value, also) for name, value in values.items()}
    return plain, tuple(also)


def _made(session: Session, register: Register, name: str, value: Any, also: list[Change]) -> Any:
    if isinstance(value, HeldByFunction):
        return _function(register, name, value)
    if not isinstance(value, NewRecord):
        return value
    begun = first_values(session.reading(), register.name, name, value.name)
    record_id, change = session.workspace.records.new_named(value.register, value.name, begun)
    also.append(change)
    return str(record_id)


def _function(register: Register, name: str, value: HeldByFunction) -> dict[str, str]:
    field = register.fields[name]
    if not isinstance(field, Held):
        raise TypeError(f"{name} is no role")
    return {REGISTERS[field.through].title_fields[0]: value.name}
