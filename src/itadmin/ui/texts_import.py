"""Sentences of the import that depend on numbers and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from itadmin.domain.money import NBSP, grouped
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.importing.plan import ImportPlan

_NAMED = 3


def number_of(number: int, one: str, several: str) -> str:
    """A number with its word: "1 post", "12 poster"."""
    return f"1 {one}" if number == 1 else f"{grouped(number)} {several}"


def named(register: Register, number: int) -> str:
    """So many records of a register: "1 system", "12 avtal"."""
    return number_of(number, register.singular, register.plural.lower())


def recognised(taken: int, columns: int) -> str:
    """How many columns are taken in."""
    return f"{taken} av {number_of(columns, 'kolumn', 'kolumner')} tas med."


def rows_read(done: int, total: int) -> str:
    """How far the planning has come."""
    share = f"{100 * done // total}{NBSP}%" if total else ""
    return f"Jämför med registret {share} …".replace("  ", " ")


def carry_out(plan: ImportPlan) -> str:
    """The word on the button that does it."""
    return f"Genomför {number_of(plan.count('ny') + plan.count('andrad'), 'rad', 'rader')}"


def also_made(made: Mapping[str, Sequence[str]], *, is_done: bool = False) -> str:
    """Which records are made because rows name them; "" when none are."""
    parts = [f"{named(REGISTERS[register], len(labels))} ({_some(labels)})" for register, labels in made.items()]
    lead = "Dessutom lades till" if is_done else "Dessutom läggs till"
    return f"{lead}: {' och '.join(parts)}." if parts else ""


def done(plan: ImportPlan) -> str:
    """What was done."""
    new, changed = plan.count("ny"), plan.count("andrad")
    parts = [number_of(new, "ny post", "nya poster")] if new else []
    parts += [number_of(changed, "ändrad post", "ändrade poster")] if changed else []
    return f"Inläst bland {plan.register.plural.lower()}: {' och '.join(parts)}." if parts else "Inget behövde ändras."


def left_out(plan: ImportPlan) -> str:
    """How much was left out; "" when nothing was."""
    rows = plan.count("problem")
    cells = len(plan.problems) - rows
    parts = []
    if rows:
        parts.append(f"{number_of(rows, 'rad', 'rader')} lämnades ute")
    if cells > 0:
        parts.append(f"{number_of(cells, 'cell', 'celler')} gick inte att läsa")
    return f"{' och '.join(parts)}." if parts else ""


def _some(labels: Iterable[str]) -> str:
    known = list(labels)
    rest = len(known) - _NAMED
    return ", ".join(known[:_NAMED]) + (f" och {rest} till" if rest > 0 else "")
