"""The starter list against a register: what of it is there already, and what a system of a kind usually has.

All values are suggestions: the class gets no day, so that it counts as proposed until somebody has classified, and what
the list believes has no personal data is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Plain
from itadmin.domain.entry import filled_in
from itadmin.domain.problems import InvalidRecordError, errors
from itadmin.domain.record import Record, to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.systems import System
from itadmin.domain.text import clean_line, fold
from itadmin.domain.validation import check
from itadmin.services.reading import Reading
from itadmin.services.starter_list import Product, StarterList, SystemKind

_SYSTEMS = "systems"
_KNOWN_BY = ("starter_key", "product", "area", "suggestion")


@dataclass(frozen=True, slots=True)
class Function:
    """A function that owns a system, "Socialchef"."""

    title: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who owns a system and is not in the register yet."""

    name: str


Owner = UUID | Function | NewPerson
"""Who owns a system: a person in the register, a new one, or a function."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A kind of system that the kommun has; `text` is its product or name, "" when only the kind is known."""

    kind: SystemKind
    text: str = ""
    owner: Owner | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """A system that the register has."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Registered:
    """What the register has: systems by the key of the kind they are of, those only proposed, folded names taken."""

    systems: Mapping[str, Present]
    proposals: Mapping[str, UUID]
    names: frozenset[str]


def product_named(starter: StarterList, text: str, kind: SystemKind | None = None) -> Product | None:
    """The product that `text` names in any case: one of the kind first, else one of any kind; None when none does."""
    wanted = fold(text)
    kinds = ((kind,) if kind else ()) + starter.kinds
    return next((product for each in kinds for product in each.products if fold(product.name) == wanted), None)


def suggested_values(kind: SystemKind) -> dict[str, Any]:
    """The plain values that a system of this kind usually has, without name, product and supplier."""
    confidentiality, integrity, availability = kind.levels
    return {
        "starter_key": kind.key,
        "purpose": kind.purpose,
        "area": kind.area.name,
        "category": kind.category,
        "scope": kind.scope,
        "confidentiality": confidentiality,
        "integrity": integrity,
        "availability": availability,
        "personal_data": kind.personal_data or None,
        "sensitive_personal_data": kind.sensitive or None,
    }


def checked(register: str, base: Record, values: Plain) -> dict[str, Any]:
    """A record with these values, in full plain form. Raises InvalidRecordError."""
    description = REGISTERS[register]
    record = filled_in(base, values)
    problems = check(description, record)
    if errors(problems):
        raise InvalidRecordError(problems)
    return to_plain(record)


def proposals(starter: StarterList) -> Iterator[Plain]:
    """Every kind as a system that is only proposed, in full plain form."""
    for kind in starter.kinds:
        yield checked(_SYSTEMS, System(), {**suggested_values(kind), "name": kind.name, "suggestion": True})


def registered(reading: Reading, starter: StarterList) -> Registered:
    """What of the list is in the register, known by its key, else by its name or product in any case.

    A system without a key is of one kind: the first that fits, before others the one of its area. What is called what
    the kind is called goes first, then what is called as a product of it, last what has such a product.
    """
    rows = [row for row in reading.existing().known(REGISTERS[_SYSTEMS], _KNOWN_BY) if row.own]
    found: dict[str, Present] = {}
    proposed: dict[str, UUID] = {}
    keyless: list[tuple[Present, str, str]] = []
    for row in rows:
        key, product, area, suggestion = row.values
        if suggestion:
            proposed[key or ""] = row.record_id
        elif key:
            found.setdefault(key, Present(row.record_id, row.label))
        else:
            keyless.append((Present(row.record_id, row.label), product or "", area or ""))
    by_name = {fold(kind.name): [kind] for kind in starter.kinds}
    by_word = _kinds_by_word(starter)
    names_and_areas = [(system, system.name, area) for system, _product, area in keyless]
    _add_named(found, names_and_areas, by_name)
    _add_named(found, names_and_areas, by_word)
    _add_named(found, keyless, by_word)
    names = frozenset(fold(row.label) for row in rows if not row.values[-1])
    return Registered(found, proposed, names)


def names_of(ticks: Sequence[Tick], taken: Iterable[str]) -> list[str]:
    """What the ticked systems are to be called, each differently: a name that is taken gets its kind after it."""
    used, names = set(taken), []
    for tick in ticks:
        name = _first_free(tick, used)
        used.add(fold(name))
        names.append(name)
    return names


def _first_free(tick: Tick, used: set[str]) -> str:
    wanted = clean_line(tick.text) or tick.kind.name
    product = next((each.name for each in tick.kind.products if fold(each.name) == fold(wanted)), wanted)
    longer = f"{product} – {tick.kind.name}"
    number = 2
    for name in (product, longer):
        if fold(name) not in used:
            return name
    while fold(f"{longer} {number}") in used:
        number += 1
    return f"{longer} {number}"


def _kinds_by_word(starter: StarterList) -> Mapping[str, list[SystemKind]]:
    """The kinds that a name or product may mean, by the folded word."""
    found: dict[str, list[SystemKind]] = {}
    for kind in starter.kinds:
        for word in {fold(kind.name), *(fold(product.name) for product in kind.products)}:
            found.setdefault(word, []).append(kind)
    return found


def _add_named(
    found: dict[str, Present],
    systems: Iterable[tuple[Present, str, str]],
    by_word: Mapping[str, list[SystemKind]],
) -> None:
    """Add the systems of no kind yet, each with a word and its area, whose word means a kind that no other is of."""
    there = {system.id for system in found.values()}
    for system, word, area in systems:
        kind = _kind_of(word, area, by_word, found) if system.id not in there else None
        if kind is not None:
            found[kind.key] = system


def _kind_of(
    word: str, area: str, by_word: Mapping[str, list[SystemKind]], taken: Mapping[str, Present]
) -> SystemKind | None:
    fitting = [kind for kind in by_word.get(fold(word), ()) if kind.key not in taken]
    in_area = [kind for kind in fitting if fold(kind.area.name) == fold(area)]
    return next(iter(in_area or fitting), None)
