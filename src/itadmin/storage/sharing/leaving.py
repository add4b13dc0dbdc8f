"""Which of a register file's records leave it under a profile, and which stay at home without a trace.

Confidential is what its owner has marked as not shared, and what says nothing without it: a role in a confidential
system, a chapter of a confidential document. Not even its name leaves. Knows nothing of what records say.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.fields import Reference
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.sharing import Profile, shared_fields

Ids = Mapping[str, set[bytes]]
"""Ids as the file has them, by register."""

_OWN = "owner = ? AND placeholder = 0"


def leaving(connection: Connection, profile: Profile, owner: UUID, confidential: Ids) -> Ids:
    """The owner's records that leave, of the registers that do: neither in the bin nor only proposed."""
    return {
        register.name: _ids(connection, register, _counts(register), owner) - confidential[register.name]
        for register in REGISTERS.values()
        if shared_fields(profile, register)
    }


def confidential_of(connection: Connection, owner: UUID) -> Ids:
    """The owner's confidential records, those in the bin too."""
    found = {register.name: _ids(connection, register, "shared = 0", owner) for register in REGISTERS.values()}
    grown = True
    while grown:
        before = sum(map(len, found.values()))
        for register in REGISTERS.values():
            found[register.name] |= _resting_on(connection, register, found, owner)
        grown = sum(map(len, found.values())) > before
    return found


def _counts(register: Register) -> str:
    proposed = f" AND coalesce({register.proposal}, 0) = 0" if register.proposal else ""
    return f"deleted = 0{proposed}"


def _ids(connection: Connection, register: Register, condition: str, owner: UUID) -> set[bytes]:
    rows = connection.exec_driver_sql(f"SELECT id FROM {register.name} WHERE {_OWN} AND {condition}", (owner.bytes,))
    return {row[0] for row in rows}


def _resting_on(connection: Connection, register: Register, confidential: Ids, owner: UUID) -> set[bytes]:
    """The records of a register that must refer to something, and refer to what is confidential."""
    found: set[bytes] = set()
    for name, field in register.fields.items():
        if isinstance(field, Reference) and field.required and confidential[field.to]:
            rows = connection.exec_driver_sql(
                f'SELECT id, "{name}" FROM {register.name} WHERE {_OWN} AND "{name}" IS NOT NULL', (owner.bytes,)
            )
            found |= {row[0] for row in rows if row[1] in confidential[field.to]}
    return found
