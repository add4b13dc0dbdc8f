"""The step that adds systems from the starter list, with the suppliers and persons they lack and who owns them.

What the list only proposed is confirmed. Writes nothing; the step is applied by whoever asked for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, Plain, difference
from itadmin.domain.record import to_plain
from itadmin.domain.text import fold
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.starter import (
    Function,
    NewPerson,
    Owner,
    Tick,
    checked,
    names_of,
    product_named,
    registered,
    suggested_values,
)
from itadmin.services.starter_list import StarterList

_SYSTEMS = "systems"
_MOST_OF_ONE_NAME = 200


def step(reading: Reading, starter: StarterList, ticks: Sequence[Tick], records: Records) -> ChangeSet:
    """The step that adds what was ticked: systems, the suppliers and persons they lack, and who owns them.

    What was only proposed is confirmed, and what is in the register already is left alone. Raises InvalidRecordError.
    """
    there = registered(reading, starter)
    wanted = [tick for tick in ticks if tick.kind.key not in there.systems]
    build = _Building(reading, starter, records, lifecycle="i_drift")
    for tick, name in zip(wanted, names_of(wanted, there.names), strict=True):
        build.add(tick, name, there.proposals.get(tick.kind.key))
    return ChangeSet(f"La till {len(wanted)} system från startlistan", tuple(build.changes))


def single_step(reading: Reading, starter: StarterList, tick: Tick, records: Records) -> tuple[UUID, ChangeSet]:
    """The step that adds one system, also where the register has one of its kind, and the id that it gets.

    Whether it is in operation is left open. Raises InvalidRecordError.
    """
    there = registered(reading, starter)
    (name,) = names_of([tick], there.names)
    build = _Building(reading, starter, records, lifecycle=None)
    system = build.add(tick, name, there.proposals.get(tick.kind.key))
    return system, ChangeSet(f"La till {name}", tuple(build.changes))


class _Building:
    """Gathers the changes; what several systems share is made once."""

    def __init__(self, reading: Reading, starter: StarterList, records: Records, *, lifecycle: str | None) -> None:
        self.changes: list[Change] = []
        self._reading = reading
        self._starter = starter
        self._records = records
        self._lifecycle = lifecycle
        self._made: dict[tuple[str, str], UUID] = {}

    def add(self, tick: Tick, name: str, proposed: UUID | None) -> UUID:
        values: dict[str, Any] = {**suggested_values(tick.kind), "name": name, "lifecycle": self._lifecycle}
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

    def _system(self, values: Plain, proposed: UUID | None) -> UUID:
        if proposed is None:
            return self._new(_SYSTEMS, values)
        record = self._reading.one(_SYSTEMS, proposed).record
        after = checked(_SYSTEMS, record, {**values, "suggestion": False})
        change = difference(_SYSTEMS, proposed, to_plain(record), after)
        self.changes += [change] if change else []
        return proposed

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
        change = self._records.addition(register, values)
        self.changes.append(change)
        return change.record_id
