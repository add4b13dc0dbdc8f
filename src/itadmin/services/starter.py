"""From the starter list to the register: what of it is there already, and the step that adds what somebody ticked.

All values are suggestions: the class gets no day, so that it counts as proposed until somebody has classified, and what
the list believes has no personal data is left open. Writes nothing; the step is applied by whoever asked for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain, difference
from itadmin.domain.entry import filled_in
from itadmin.domain.problems import InvalidRecordError, errors
from itadmin.domain.record import Record, to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.systems import System
from itadmin.domain.text import clean_line, fold
from itadmin.domain.validation import check
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.starter_list import Product, StarterList, SystemKind

_SYSTEMS = "systems"
_MOST_OF_ONE_NAME = 200


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
class Registered:
    """What the register has: systems by the key of the kind they are of, records only proposed, folded names taken."""

    systems: Mapping[str, System]
    proposals: Mapping[str, System]
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


def proposals(starter: StarterList) -> Iterator[Plain]:
    """Every kind as a system that is only proposed, in full plain form."""
    for kind in starter.kinds:
        yield _checked(_SYSTEMS, System(), {**suggested_values(kind), "name": kind.name, "suggestion": True})


def registered(reading: Reading, starter: StarterList) -> Registered:
    """What of the list is in the register, known by its key, else by its name or product in any case.

    A system without a key is of one kind: the first that fits, before others the one of its area.
    """
    ids = {*reading.keys(_SYSTEMS), *reading.keys(_SYSTEMS, ListQuery(proposals=True))}
    records = [read.record for read in reading.many(_SYSTEMS, sorted(ids)).values()]
    own = [record for record in records if isinstance(record, System)]
    confirmed = [system for system in own if not system.suggestion]
    found = {system.starter_key: system for system in reversed(confirmed) if system.starter_key}
    by_word = _kinds_by_word(starter)
    for system in confirmed:
        kind = None if system.starter_key else _kind_of(system, by_word, found)
        if kind is not None:
            found[kind.key] = system
    return Registered(
        systems=found,
        proposals={system.starter_key: system for system in own if system.suggestion},
        names=frozenset(fold(system.name) for system in confirmed),
    )


def names_of(ticks: Sequence[Tick], taken: Iterable[str]) -> list[str]:
    """What the ticked systems are to be called, each differently: a name that is taken gets its kind after it."""
    used, names = set(taken), []
    for tick in ticks:
        name = _first_free(tick, used)
        used.add(fold(name))
        names.append(name)
    return names


def step(reading: Reading, starter: StarterList, ticks: Sequence[Tick], new_id: Callable[[], UUID]) -> ChangeSet:
    """The step that adds what was ticked: systems, the suppliers and persons they lack, and who owns them.

    What was only proposed is confirmed, and what is in the register already is left alone. Raises InvalidRecordError.
    """
    there = registered(reading, starter)
    wanted = [tick for tick in ticks if tick.kind.key not in there.systems]
    build = _Building(reading, starter, new_id)
    for tick, name in zip(wanted, names_of(wanted, there.names), strict=True):
        build.add(tick, name, there.proposals.get(tick.kind.key))
    return ChangeSet(f"La till {len(wanted)} system från startlistan", tuple(build.changes))


def single_step(
    reading: Reading, starter: StarterList, tick: Tick, new_id: Callable[[], UUID]
) -> tuple[UUID, ChangeSet]:
    """The step that adds one system, also where the register has one of its kind, and the id that it gets.

    Raises InvalidRecordError.
    """
    there = registered(reading, starter)
    (name,) = names_of([tick], there.names)
    build = _Building(reading, starter, new_id)
    system = build.add(tick, name, there.proposals.get(tick.kind.key))
    return system, ChangeSet(f"La till {name}", tuple(build.changes))


class _Building:
    """Gathers the changes; what several systems share is made once."""

    def __init__(self, reading: Reading, starter: StarterList, new_id: Callable[[], UUID]) -> None:
        self.changes: list[Change] = []
        self._reading = reading
        self._starter = starter
        self._new_id = new_id
        self._made: dict[tuple[str, str], UUID] = {}

    def add(self, tick: Tick, name: str, proposed: System | None) -> UUID:
        values: dict[str, Any] = {**suggested_values(tick.kind), "name": name, "lifecycle": "i_drift"}
        product = product_named(self._starter, tick.text, tick.kind)
        if product is not None:
            values["product"] = product.name
            if product.supplier:
                supplier = self._named("organisations", product.supplier, {"kind": "leverantor"})
                values["supplier"] = str(supplier)
        system = self._system(values, proposed)
        if tick.owner is not None:
            holder = self._holder(tick.owner)
            self._new("roles", {"system": str(system), "kind": "systemagare", **holder})
        return system

    def _system(self, values: Plain, proposed: System | None) -> UUID:
        if proposed is None:
            return self._new(_SYSTEMS, values)
        after = _checked(_SYSTEMS, proposed, {**values, "suggestion": False})
        change = difference(_SYSTEMS, proposed.id, to_plain(proposed), after)
        self.changes += [change] if change else []
        return proposed.id

    def _holder(self, owner: Owner) -> Plain:
        if isinstance(owner, Function):
            return {"function": owner.title}
        person = self._named("people", owner.name, {}) if isinstance(owner, NewPerson) else owner
        return {"person": str(person)}

    def _named(self, register: str, name: str, values: Plain) -> UUID:
        """The record of a register that has this name, in any case; a new one when none has."""
        key = register, fold(name)
        if key not in self._made:
            found = self._reading.choices(register, name, _MOST_OF_ONE_NAME)
            same = (record_id for record_id, label in found if fold(label) == key[1])
            self._made[key] = next(same, None) or self._new(register, {**values, "name": name})
        return self._made[key]

    def _new(self, register: str, values: Plain) -> UUID:
        record_id = self._new_id()
        plain = _checked(register, REGISTERS[register].record(), values)
        self.changes.append(Change(register, record_id, None, plain))
        return record_id


def _checked(register: str, base: Record, values: Plain) -> dict[str, Any]:
    """A record with these values, in full plain form. Raises InvalidRecordError."""
    description = REGISTERS[register]
    record = filled_in(base, values)
    problems = check(description, record)
    if errors(problems):
        raise InvalidRecordError(problems)
    return to_plain(record)


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


def _kind_of(system: System, by_word: Mapping[str, list[SystemKind]], taken: Mapping[str, System]) -> SystemKind | None:
    words = dict.fromkeys(fold(word) for word in (system.name, system.product) if word)
    fitting = [kind for word in words for kind in by_word.get(word, ()) if kind.key not in taken]
    in_area = [kind for kind in fitting if fold(kind.area.name) == fold(system.area)]
    return next(iter(in_area or fitting), None)
