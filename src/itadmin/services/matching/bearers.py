"""Which systems bear which names: all names of all systems of the region, brought together to be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from itadmin.domain.calculations.likeness import Facts, Grade
from itadmin.domain.calculations.products import makers
from itadmin.domain.calculations.similarity import parted, telling_words
from itadmin.domain.keys import Key
from itadmin.services.matching.groups import Groups
from itadmin.services.reading import Reading
from itadmin.storage.queries import ties
from itadmin.storage.queries.ties import Called

_MOST_OF_A_NAME = 24
"""So many systems of one name are held against those of another; when they are answered the rest are asked about."""
_MOST_OF_A_GROUP = 2


class Known(NamedTuple):
    """A system as it is held against others."""

    id: Key
    owner: Key
    group: Key
    facts: Facts


Bearer: TypeAlias = tuple[Known, Grade]


@dataclass(frozen=True, slots=True)
class Names:
    """The squeezed names: the words of each and who bears it. `made_alike` brings together one maker's of one kind."""

    words: Mapping[str, Sequence[str]]
    bearers: Mapping[str, Sequence[Bearer]]
    made_alike: Sequence[Sequence[Bearer]]
    systems: Mapping[Key, Known]


def names_of_all(reading: Reading, found: Groups) -> Names:
    """The names of all systems that may be asked about, at most two bearers of a name from one group."""
    with reading.file.reading() as connection:
        called, agreed = ties.called(connection), ties.agreed_suppliers(connection)
        who = makers(ties.suppliers(connection))
    spelled = _Spelled()
    bearers: dict[str, list[Bearer]] = defaultdict(list)
    alike: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    systems: dict[Key, Known] = {}
    for system in sorted(called, key=lambda each: each.owner != reading.organisation_id.bytes):
        suppliers = agreed.get(system.id, set()) | ({system.supplier} if system.supplier else set())
        made_by = frozenset(who[supplier] for supplier in suppliers)
        facts = Facts(spelled.squeezed(system.product), made_by, system.kind, system.area)
        known = systems[system.id] = Known(system.id, system.owner, found.group(system.id), facts)
        for name, grade in _graded(system, spelled):
            _add(bearers[name], known, grade)
        for maker in made_by if system.kind else ():
            _add(alike[maker, system.kind], known, "namn")
    return Names(spelled.words, bearers, list(alike.values()), systems)


class _Spelled:
    """Names as they are compared, each worked out once."""

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = {}
        self._squeezed: dict[str, str] = {"": ""}

    def squeezed(self, name: str) -> str:
        """A name as one word; "" for what has no words."""
        found = self._squeezed.get(name)
        if found is None:
            words = telling_words(name)
            found = self._squeezed[name] = "".join(words)
            if found:
                self.words.setdefault(found, words)
        return found


def _graded(system: Called, spelled: _Spelled) -> Iterator[tuple[str, Grade]]:
    """The names of a system, each once, as the first that it is."""
    graded: dict[str, Grade] = {}
    if system.product:
        graded[spelled.squeezed(system.product)] = "produkt"
    graded.setdefault(spelled.squeezed(system.name), "namn")
    if system.short_name or system.aliases:
        for name in (system.short_name, *parted(system.aliases)):
            graded.setdefault(spelled.squeezed(name), "andra_namn")
    return ((name, grade) for name, grade in graded.items() if name)


def _add(bearers: list[Bearer], known: Known, grade: Grade) -> None:
    """Add a bearer, unless there are enough, or its group has one of the same kommun or two of others already."""
    if len(bearers) < _MOST_OF_A_NAME:
        alike = [other.owner for other, _grade in bearers if other.group == known.group]
        if len(alike) < _MOST_OF_A_GROUP and known.owner not in alike:
            bearers.append((known, grade))
