"""From what an editor holds to a saved value: records made on the spot and roles by function are part of one step."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.fields import Held
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.first_values import first_values
from itadmin.ui.register.picker import HeldByFunction, NewRecord
from itadmin.ui.session import Session


def save_field(session: Session, register: Register, record_id: UUID, name: str, value: Any, initiator: object) -> bool:
    """Save one field as one step; says whether anything was changed. Raises KnownError."""
    also: list[Change] = []
    if isinstance(value, list):
        plain = [_made(session, register, name, item, also) for item in value]
    else:
        plain = _made(session, register, name, value, also)
    records = session.workspace.records
    changes = records.save(register.name, record_id, {name: plain}, also=tuple(also), initiator=initiator)
    return bool(changes.changes)


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
