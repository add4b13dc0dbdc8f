"""Two changes that together are one thing: somebody's time as holder of a role ends, and another's begins.

Told as what becomes of what is held: "Systemägare: Anna Ek → Bo Åberg". The same is recognised backwards, as when a
handing over is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, Plain
from itadmin.domain.entry import text_from_plain
from itadmin.domain.labels import label_from_plain
from itadmin.domain.record import to_plain
from itadmin.domain.register import Register, Tenure
from itadmin.domain.registers import REGISTERS
from itadmin.services.change_words import Deed, Teller, ToldChange, ToldField
from itadmin.services.reading import Reading


@dataclass(frozen=True, slots=True)
class Passing:
    """A role that passes from one to another: what the one who stays in the register says, and the one made or gone.

    `begins` says that the second one begins; else it is taken back and the first one goes on.
    """

    register: Register
    tenure: Tenure
    first: Plain
    second: Plain
    begins: bool

    def told(self, teller: Teller) -> ToldChange:
        """It in words."""
        tenure = self.tenure
        holders = [_holder(self.register, tenure.by, plain, teller) for plain in (self.first, self.second)]
        old, new = holders if self.begins else reversed(holders)
        held = REGISTERS[getattr(self.register.fields[tenure.of], "to", "")]
        role = text_from_plain(self.register.fields[tenure.kind], self.first[tenure.kind], teller.words)
        of = UUID(self.first[tenure.of])
        field = ToldField(tenure.kind, role, old, new)
        return ToldChange(held, of, teller.name(held.name, of), Deed.CHANGED, (field,))


def passed_on(reading: Reading, changes: Sequence[Change]) -> list[Change | Passing]:
    """The changes in their order, where two beside each other that let a role pass on are one."""
    likely = {place: pair for place, pair in enumerate(map(_likely, changes, changes[1:])) if pair is not None}
    known = _plain(reading, (kept for kept, _whole in likely.values()))
    found: list[Change | Passing] = []
    places = iter(range(len(changes)))
    for place in places:
        passing = _passing(*likely[place], known) if place in likely else None
        found.append(passing or changes[place])
        if passing is not None:
            next(places)
    return found


def _likely(one: Change, other: Change) -> tuple[Change, Change] | None:
    """A change of nothing but when a role ends, and one that makes or takes away a role; None for any others."""
    for kept, whole in ((one, other), (other, one)):
        tenure = REGISTERS[kept.register].tenure
        is_whole = kept.register == whole.register and (whole.before is None) != (whole.after is None)
        if tenure is not None and is_whole and kept.before is not None and set(kept.after or ()) == {tenure.ends}:
            return kept, whole
    return None


def _plain(reading: Reading, changes: Iterable[Change]) -> dict[UUID, Any]:
    wanted: dict[str, list[UUID]] = {}
    for change in changes:
        wanted.setdefault(change.register, []).append(change.record_id)
    return {key: read.record for name, ids in wanted.items() for key, read in reading.many(name, ids).items()}


def _passing(kept: Change, whole: Change, known: dict[UUID, Any]) -> Passing | None:
    register, record = REGISTERS[kept.register], known.get(kept.record_id)
    tenure, second = register.tenure, whole.after or whole.before or {}
    if record is None or tenure is None:
        return None
    first = to_plain(record)
    if any(first[name] is None or first[name] != second.get(name) for name in (tenure.of, tenure.kind)):
        return None
    return Passing(register, tenure, first, second, begins=whole.before is None)


def _holder(register: Register, by: str, plain: Plain, teller: Teller) -> str:
    if plain.get(by):
        return teller.name(getattr(register.fields[by], "to", ""), UUID(plain[by]))
    return label_from_plain(register, plain, teller.words)
