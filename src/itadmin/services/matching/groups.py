"""Which systems of the region are the same one, as the file knows it now: asked by everything that looks at the region.

Ids are as the file has them: making UUIDs of twenty thousand systems would take longer than all else.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from itadmin.domain.calculations.products import makers, product_keys
from itadmin.domain.calculations.similarity import squeezed
from itadmin.domain.calculations.ties import Bonds, Contradiction, Pair, said, standing, tie_alike
from itadmin.domain.keys import Key
from itadmin.services.collecting import nothing_collected
from itadmin.services.reading import Reading
from itadmin.storage.queries import ties

Tying: TypeAlias = tuple[Key, Key, str, str, Key | None]
"""What a `ties.TiedBy` holds."""


@dataclass(frozen=True, slots=True)
class Groups:
    """The systems of the region, tied. `owners` has whose each of them is, in the order of their ids.

    Own systems are there but for mere proposals, and everything that neighbours have shared. `answered` is what is tied
    and kept apart by answers alone, `tied` by products too. `unclear` are pairs of one product that an answer forbids
    to be tied, or that might as well have been tied; `contradictions` are answers that cannot all be right.
    """

    owners: Mapping[Key, Key]
    contradictions: Sequence[Contradiction]
    unclear: Sequence[Pair]
    answered: Bonds
    tied: Bonds

    def group(self, system: Key) -> Key:
        """The group of a system, named by one of its members, that need not be here itself."""
        return self.tied.group(system)

    def members(self, system: Key) -> tuple[Key, ...]:
        """All systems here that are the same as one, itself too."""
        return tuple(one for one in self.tied.members(system) if one in self.owners)


def groups(reading: Reading, known: Sequence[Tying] = ()) -> Groups:
    """The systems of the region as they are tied now; what is `known` of them all, by id, is not read once more."""
    with nothing_collected():
        with reading.file.reading() as connection:
            systems: Sequence[Tying] = known or ties.systems(connection)
            suppliers = ties.suppliers(connection)
            counted = standing(ties.verdicts(connection))
        answered, contradictions = said(counted)
        tied = answered.copy()
        unclear = tie_alike(tied, _keyed(systems, makers(suppliers)))
        owners = {system: owner for system, owner, _kind, _product, _supplier in systems}
        return Groups(owners, contradictions, unclear, answered, tied)


def _keyed(systems: Iterable[Tying], who: Mapping[Key, str]) -> Iterator[tuple[Hashable, Key]]:
    """Each system with what it shares with others that are the same product."""
    known: dict[tuple[str, str, Key | None], tuple[Hashable, ...]] = {}
    for system, _owner, kind, product, supplier in systems:
        if product:
            told = kind, product, supplier
            keys = known.get(told)
            if keys is None:
                keys = known[told] = tuple(product_keys(kind, squeezed(product), who[supplier] if supplier else ""))
            for key in keys:
                yield key, system
