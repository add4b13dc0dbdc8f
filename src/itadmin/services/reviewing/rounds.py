"""A round of the yearly review: whose each system is to look through, and who has answered since the round began.

A system is answered for when somebody has reviewed it on the round's first day or later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.classification import next_review
from itadmin.domain.changes import Change, ChangeSet, Plain
from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.systems import System
from itadmin.domain.text import swedish_key
from itadmin.services.reading import ListQuery, Read, Reading
from itadmin.services.records import Records
from itadmin.services.reviewing.answers import BY, ON

REGISTER = REGISTERS["systems"]
NOBODY = "Utan ansvarig"

_OUT_OF_USE = ("avvecklad",)
_WHO = ("system_manager", "system_owner")
"""Whose a system is: the first of these roles that somebody has."""

_COLUMNS = ("lifecycle", "security_protection", "reviewed_on", "reviewed_by", *_WHO)
_AT_ONCE = 500

Whose = tuple[str, UUID | None]
"""What somebody is called, and the person if it is one; ("", None) is nobody."""


@dataclass(frozen=True, slots=True)
class Item:
    """A system to look through, and when it was reviewed last and by whom."""

    system_id: UUID
    name: str
    reviewed_on: date | None
    reviewed_by: str

    @property
    def next_review_on(self) -> date | None:
        """When it is to be reviewed again."""
        return next_review(self.reviewed_on)

    def is_done(self, since: date) -> bool:
        """Whether it has been reviewed in the round that began on a day."""
        return self.reviewed_on is not None and self.reviewed_on >= since


@dataclass(frozen=True, slots=True)
class Share:
    """What is somebody's to look through in a round, by name."""

    name: str
    person_id: UUID | None
    since: date
    items: tuple[Item, ...]

    @property
    def left(self) -> tuple[Item, ...]:
        """What is still to be looked through."""
        return tuple(item for item in self.items if not item.is_done(self.since))

    @property
    def done(self) -> int:
        """How many have been reviewed."""
        return len(self.items) - len(self.left)

    @property
    def completed_on(self) -> date | None:
        """The day the last one was reviewed; None while something is left."""
        if self.left:
            return None
        return max((item.reviewed_on for item in self.items if item.reviewed_on), default=None)


def shares(reading: Reading, since: date) -> list[Share]:
    """Who has systems to look through in the round that began on a day, in Swedish order, nobody's last."""
    return [
        Share(name or NOBODY, person_id, since, tuple(map(_item, reads)))
        for (name, person_id), reads in by_reviewer(to_review(reading))
    ]


def to_review(reading: Reading) -> Iterator[Read]:
    """The own systems that are in use or on their way in, by name; what is only proposed is not.

    As far as a round is about them: their names, who answers for them, when they were reviewed.
    """
    listing = reading.listing(REGISTER.name, ListQuery())
    while (piece := listing.more()) is not None:
        for start in range(0, len(piece.places), _AT_ONCE):
            places = piece.places[start : start + _AT_ONCE]
            rows = reading.rows(REGISTER.name, places, _COLUMNS)
            yield from (rows[place] for place in places if place in rows and _is_used(rows[place]))


def by_reviewer(reads: Iterable[Read]) -> list[tuple[Whose, Sequence[Read]]]:
    """Systems by who looks through them: who answers for the system, else who owns it. Nobody's come last."""
    found: dict[Whose, list[Read]] = defaultdict(list)
    for read in reads:
        found[_whose(read)].append(read)
    order = sorted(found, key=lambda who: (not who[0], swedish_key(who[0]), str(who[1])))
    return [(who, found[who]) for who in order]


def confirm(
    records: Records, read: Read, values: Plain, also: tuple[Change, ...] = (), *, day: date, who: str
) -> ChangeSet:
    """Write that a system is right as it is, or as it becomes with `values`, as one step. Raises KnownError.

    `also` makes the records that the values refer to. What already says so makes no step.
    """
    answer = {**values, ON: day.isoformat(), BY: who}
    found, refused = records.changes_of_save(REGISTER.name, [read.record.id], answer)
    if refused:
        raise KnownError(refused[0].reason)
    changes = ChangeSet(f"Granskade {read.label}", (*also, *found.get(read.record.id, ())))
    if changes.changes:
        records.apply(changes)
    return changes


def _is_used(read: Read) -> bool:
    return isinstance(read.record, System) and read.record.lifecycle not in _OUT_OF_USE


def _whose(read: Read) -> Whose:
    holder = next((read.holders[role] for role in _WHO if role in read.holders), None)
    return (holder.label, holder.person_id) if holder else ("", None)


def _item(read: Read) -> Item:
    system = read.record
    if not isinstance(system, System):
        raise TypeError(f"{read.label} is no system")
    return Item(system.id, read.label, system.reviewed_on, system.reviewed_by)
