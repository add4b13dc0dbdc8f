"""Pairs in words: why two are taken for the same, how many there are, what leans on each. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from itadmin.domain.calculations.similarity import Reason
from itadmin.domain.money import NBSP
from itadmin.domain.registers import REGISTERS

REASONS: Mapping[Reason, str] = {
    "sagt": "Ni har sagt att de är samma",
    "e_post": "Samma e-postadress",
    "namn": "Samma namn",
    "andra_namn": "Ett av namnen är detsamma",
    "produkt": "Samma leverantör och produkt",
    "adress": "Namnet stämmer med den andras e-postadress",
    "stavning": "Namnen är snarlika",
}
NONE_TITLE = "Inga dubbletter"


def heading(number: int, one: str, *, more: bool) -> str:
    """How many pairs there are; `one` is what one of them is: "system"."""
    if more:
        return f"De {number} säkraste paren som kan vara samma {one}"
    return f"{number} par som kan vara samma {one}"


def looking(done: int, total: int) -> str:
    """How far the search has come; nothing of how far while that is not known."""
    share = f" {100 * done // total}{NBSP}%" if total else ""
    return f"Letar efter dubbletter{share} …"


def leaning(registers: Iterable[str]) -> str:
    """What refers to a record, register by register: "2 roller · 1 avtal"."""
    counted = Counter(registers)
    return " · ".join(
        f"{number} {REGISTERS[name].singular if number == 1 else REGISTERS[name].plural.lower()}"
        for name, number in counted.items()
    )
