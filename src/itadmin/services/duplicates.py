"""Systems that may be the same system twice: finding them, saying that they are not, and making one of two.

Near spellings are found here and nowhere else; equal names and products also show as a finding of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, islice
from uuid import UUID

from itadmin.domain.calculations.similarity import WAYS, Known, Pair, likely_pairs
from itadmin.domain.changes import ChangeSet
from itadmin.services.matching.verdicts import verdict_step
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.storage.queries import duplicates

MOST = 500


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs to decide about, the surest first, and whether there are more of them than these."""

    pairs: tuple[Pair, ...]
    more: bool


def candidates(reading: Reading, most: int = MOST, progress: Progress | None = None) -> Candidates:
    """The pairs of own systems that may be the same, at most so many; first those that are said to be.

    May run beside the window. Raises CancelledError when `progress` is told to stop.
    """
    with reading.file.reading() as connection:
        systems, verdicts = duplicates.known_systems(connection), duplicates.verdicts(connection)
    apart = {said.pair for said in verdicts if said.verdict == duplicates.NOT_THE_SAME}
    same = {said.pair for said in verdicts if said.verdict == duplicates.SAME} - apart
    told = progress or Progress()
    told.begin(len(systems) * len(WAYS))
    likely = likely_pairs(systems, apart | same, told.advance)
    found = tuple(islice(chain(_said(systems, same), likely), most + 1))
    return Candidates(found[:most], more=len(found) > most)


def _said(systems: Iterable[Known], same: AbstractSet[frozenset[UUID]]) -> Iterator[Pair]:
    """The pairs that are said to be the same, where both are still here, in the order of the systems."""
    place = {system.id: number for number, system in enumerate(systems)}
    whole = [sorted(pair, key=place.__getitem__) for pair in same if pair <= place.keys()]
    for one, other in sorted(whole, key=lambda pair: place[pair[0]]):
        yield Pair(one, other, "sagt")


def not_the_same(records: Records, reading: Reading, one: UUID, other: UUID) -> ChangeSet:
    """The step that says of two systems that they are not the same, whatever has been said of them before."""
    return verdict_step(records, reading, one, other, same=False)
