"""From what an editor holds to a saved value: records made on the spot and roles by function are part of one step."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.fields import Held
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.records import Records
from itadmin.ui.register.reference_editors import HeldByFunction, NewRecord


def save_field(records: Records, register: Register, record_id: UUID, name: str, value: Any, initiator: object) -> bool:
    """Save one field as one step; says whether anything was changed. Raises KnownError."""
    also: list[Change] = []
    plain = [_made(records, item, also) for item in value] if isinstance(value, list) else _made(records, value, also)
    if isinstance(value, HeldByFunction):
        plain = _function(register, name, value)
    changes = records.save(register.name, record_id, {name: plain}, also=tuple(also), initiator=initiator)
    return bool(changes.changes)


def _made(records: Records, value: Any, also: list[Change]) -> Any:
    if not isinstance(value, NewRecord):
        return value
    record_id, change = records.new_named(value.register, value.name)
    also.append(change)
    return str(record_id)


def _function(register: Register, name: str, value: HeldByFunction) -> dict[str, str]:
    field = register.fields[name]
    if not isinstance(field, Held):
        raise TypeError(f"{name} is no role")
    return {REGISTERS[field.through].title_fields[0]: value.function}
