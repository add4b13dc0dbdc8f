"""Numbers of records as the windows of sharing tell them: "1 738 poster", "131 system", "1 annan"."""

from __future__ import annotations

from collections.abc import Mapping

from itadmin.domain.money import grouped
from itadmin.domain.registers import REGISTERS

_MOST_TOLD = 3


def records(number: int) -> str:
    """So many records, of whatever kind."""
    return f"{grouped(number)} {'post' if number == 1 else 'poster'}"


def fields(number: int) -> str:
    """So many fields."""
    return f"{grouped(number)} fält"


def told_first(counts: Mapping[str, int]) -> list[str]:
    """How many records of the first registers that people know by name, and how many others there are.

    `counts` are records by register; of none there is nothing to tell.
    """
    first = [name for name in _first_of_places() if counts.get(name)][:_MOST_TOLD]
    rest = sum(counts.values()) - sum(counts[name] for name in first)
    return [*(_of(name, counts[name]) for name in first), *([_others(rest)] if rest else [])]


def _of(name: str, number: int) -> str:
    register = REGISTERS[name]
    return f"{grouped(number)} {(register.singular if number == 1 else register.plural).lower()}"


def _others(number: int) -> str:
    return "1 annan" if number == 1 else f"{grouped(number)} andra"


def _first_of_places() -> list[str]:
    """The first register of each group of the navigation."""
    found: dict[str, str] = {}
    for register in REGISTERS.values():
        if register.place:
            found.setdefault(register.place, register.name)
    return list(found.values())
