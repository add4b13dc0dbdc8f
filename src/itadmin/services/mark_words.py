"""Marks of the work list in words: what was handled or rests, where a mark keeps keys and ids. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from itadmin.domain.changes import Change
from itadmin.domain.registers import REGISTERS
from itadmin.services.kind_words import words_of_kind
from itadmin.services.reading import Reading


def mark_reader(reading: Reading, change: Change) -> Callable[[str, str], str]:
    """How the fields of a mark read: the register and the record by name, the rule by what it tells of."""
    values = {**(change.before or {}), **(change.after or {})}
    register = str(values.get("register") or "")

    def read(field: str, text: str) -> str:
        if register not in REGISTERS or not text:
            return text
        if field == "register":
            return REGISTERS[register].plural
        if field == "record":
            return reading.label(register, UUID(text)) or text
        return words_of_kind(register, text) or text if field == "kind" else text

    return read
