"""Who takes over a role from whom: the changes of role records that setting a held field brings about. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.fields import Held
from itadmin.domain.registers import REGISTERS, tenure_of

Add = Callable[[str, Plain], Change]
"""Makes the change that adds a record of a register with these values."""


def reassigned(
    field: Held,
    record_id: UUID,
    holder: str | Plain | None,
    current: Iterable[tuple[UUID, Mapping[str, Any]]],
    today: date,
    add: Add,
) -> list[Change]:
    """End who holds a role the day before, and let `holder` hold it from today; from ever, if nobody did before.

    `holder` is an id, or values of the role record itself for a role that a function has. `current` are the role
    records of today, by id and in plain form.
    """
    tenure = tenure_of(field)
    held = list(current)
    if holder and len(held) == 1 and held[0][1][tenure.by] == holder:
        return []
    changes = [ended(field, role_id, plain, today) for role_id, plain in held]
    if holder:
        taken = holder if isinstance(holder, Mapping) else {tenure.by: holder}
        begins = {tenure.starts: today.isoformat()} if held else {}
        values = {tenure.of: str(record_id), tenure.kind: field.role, **taken, **begins}
        changes.append(add(REGISTERS[field.through].name, values))
    return changes


def ended(field: Held, role_id: UUID, plain: Mapping[str, Any], today: date) -> Change:
    """The end of a role yesterday; one that began today has never been, and goes to the bin."""
    tenure = tenure_of(field)
    if plain[tenure.starts] == today.isoformat():
        return Change(field.through, role_id, {"deleted": False}, {"deleted": True})
    yesterday = (today - timedelta(days=1)).isoformat()
    return Change(field.through, role_id, {tenure.ends: plain[tenure.ends]}, {tenure.ends: yesterday})
