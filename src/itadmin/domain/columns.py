"""What can stand in a column of a list: the fields that a register describes, and whose each record is.

Knows no list. Every record has an owner, so no register describes that one.
"""

from __future__ import annotations

from itadmin.domain.fields import OPEN, Field, Reference
from itadmin.domain.register import Register
from itadmin.domain.registers import OWNERS

OWNER = "owner"
"""The column that says whose each record is."""

_OWNER_FIELD = Reference("Från", OPEN, to=OWNERS.name)


def column_field(register: Register, name: str) -> Field:
    """The field behind a column. Raises KeyError."""
    return _OWNER_FIELD if name == OWNER else register.fields[name]
