"""Whether a list has to be read anew after changes: which records are in it, their order, or what a word is.

Names no register.
"""

from __future__ import annotations

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.fields import Held
from itadmin.domain.register import Register


def changes_order(changes: ChangeSet, register: Register, sort: str) -> bool:
    """Whether records come, go, or are called or sorted otherwise. `sort`: the field of the order, "" for name."""
    return any(_moves(change, (*register.title_fields, sort)) for change in changes.changes if _is_of(change, register))


def changes_filtered(changes: ChangeSet, register: Register) -> bool:
    """Whether other records may pass conditions on the fields of a register, also on those it holds in another."""
    held = {field.through for field in register.fields.values() if isinstance(field, Held)}
    return bool(changes.registers & {register.name, *held})


def _is_of(change: Change, register: Register) -> bool:
    return change.register == register.name


def _moves(change: Change, fields: tuple[str, ...]) -> bool:
    if change.before is None or change.after is None:
        return True
    return any(name in change.after for name in ("deleted", *fields))
