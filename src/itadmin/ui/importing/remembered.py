"""Which columns were which fields the last time a table with the same headings was read into a register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from itadmin.domain.register import Register
from itadmin.services.importing.headings import ID, Columns, importable, rows_of
from itadmin.ui.memory import Memory

_KEY_LENGTH = 16


def remember(memory: Memory, register: Register, headings: Sequence[str], columns: Columns) -> None:
    """Remember what was chosen."""
    memory.keep(_key(register, headings), {str(column): name for column, name in columns.items()})


def remembered(memory: Memory, register: Register, headings: Sequence[str]) -> dict[int, str] | None:
    """What was chosen the last time; None the first time. Fields that are no more are left out."""
    kept = memory.value(_key(register, headings))
    if not isinstance(kept, dict):
        return None
    known = {ID, *importable(register), *rows_of(register)}
    return {int(column): name for column, name in kept.items() if column.isdecimal() and name in known}


def _key(register: Register, headings: Iterable[str]) -> str:
    whole = "\n".join(heading.strip().casefold() for heading in headings)
    return f"import/{register.name}/{sha256(whole.encode()).hexdigest()[:_KEY_LENGTH]}"
