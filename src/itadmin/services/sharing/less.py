"""What receivers are left without when less is shared than before: the same words to who shares and who receives.

All of it is named, as somebody is to agree to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import listed, small_initial
from itadmin.services.sharing.field_names import told_names

Lost = Mapping[str, frozenset[str]]
"""Identifiers of fields by register, as `domain.sharing.reach` gives them; none for a register that is lost whole."""


def told_lost(lost: Lost, where: str) -> str:
    """What is taken away `where`, as sentences: records of which nothing is left, and fields that become empty."""
    whole = [f"alla {small_initial(REGISTERS[name].plural)}" for name, fields in lost.items() if not fields]
    emptied = [_emptied(name, fields) for name, fields in lost.items() if fields]
    told = [f"{where} försvinner {listed(whole)}."] if whole else []
    if emptied:
        told.append(f"{'Dessutom' if whole else where} töms fält: {'; '.join(emptied)}.")
    return " ".join(told)


def _emptied(name: str, fields: frozenset[str]) -> str:
    register = REGISTERS[name]
    return f"{small_initial(register.plural)} – {', '.join(told_names(register, fields))}"
