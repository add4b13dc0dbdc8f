"""The matrix of the region: systems by kommuner, as own records and those of neighbours tell it on a day.

Everything is read set by set and laid out once; nothing of it is kept. Systems of the same name that are not tied are
marked as similar; what is alike in other ways the matching asks about, which takes longer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeAlias
from uuid import UUID

from itadmin.domain.calculations.competence import NO_SUBSTITUTE, TOO_FEW, is_vulnerable
from itadmin.domain.calculations.opportunities import ENDING_MONTHS, way_out
from itadmin.domain.calculations.region_levels import Word
from itadmin.domain.calendar import months_from
from itadmin.domain.keys import Key
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import fold
from itadmin.services.collecting import nothing_collected
from itadmin.services.matching import Groups, groups, similar_groups
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Matrix
from itadmin.services.samverkan.region import Members, kommuner_among, members_of, regions_of, seen
from itadmin.services.samverkan.rows import Ground, Tied, row_of
from itadmin.storage.queries.findings import found_in_all
from itadmin.storage.queries.samverkan import AgreementRow, RegionFacts, SystemRow, UseRow, region_facts

_TIES = attrgetter("key", "owner", "kind", "product", "supplier")
_RETIRED = "avvecklad"
_FINDINGS = (TOO_FEW, NO_SUBSTITUTE)

Lacking: TypeAlias = Mapping[Key, Sequence[str]]
"""The keys of what is found of the competence in systems."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a region (None for the first), an area ("" for all), and the window of endings in months."""

    region: UUID | None = None
    area: str = ""
    months: int = ENDING_MONTHS


ALL = Asked()


def matrix_of(reading: Reading, asked: Asked = ALL) -> Matrix:
    """The matrix on the day of the reading."""
    with nothing_collected():
        return _made(reading, asked)


def _made(reading: Reading, asked: Asked) -> Matrix:
    with reading.file.reading() as connection:
        facts = region_facts(connection)
        lacking = found_in_all(connection, REGISTERS["systems"], reading.day, _FINDINGS)
    members = members_of(reading, asked.region)
    ground = _ground(reading, facts, asked, members, _scarce(reading, facts, lacking))
    rows = [row for tied in _tied(reading, facts) if (row := row_of(ground, tied)) is not None]
    if asked.area:
        wanted = fold(asked.area)
        rows = [row for row in rows if any(fold(area) == wanted for area in row.areas)]
    rows.sort(key=lambda row: (-row.level, row.sort_key, row.key))
    kommuner = seen(members, {kommun for row in rows for kommun in row.cells}, facts.units)
    return Matrix(reading.day, asked.months, ground.own, members, kommuner, tuple(rows))


def _ground(reading: Reading, facts: RegionFacts, asked: Asked, members: Members, scarce: Lacking) -> Ground:
    elsewhere = {kommun for region in regions_of(reading) for kommun in region.kommuner}
    outside = frozenset(elsewhere) - members.kommuner - members.guests
    agreements = {agreement.key: agreement for about in facts.agreements.values() for agreement in about}
    return Ground(
        own=reading.organisation_id.bytes,
        facts=facts,
        kommun_of={unit: kommun for unit, kommun in kommuner_among(facts.units).items() if kommun not in outside},
        members=members.kommuner,
        outside=outside,
        scarce=scarce,
        ways_out=_ways_out(agreements.values(), reading.day, months_from(reading.day, asked.months)),
        parts=Counter(agreement.key for agreements in facts.agreements.values() for agreement in agreements),
        today=reading.day.isoformat(),
    )


def _ways_out(agreements: Iterable[AgreementRow], day: date, until: date) -> Mapping[Key, date]:
    """The day of each agreement that is on its way out; one whose place another takes is not."""
    ways = ((each.key, way_out(each.terms, day, until)) for each in agreements if not each.is_followed)
    return {key: way for key, way in ways if way is not None}


def _scarce(reading: Reading, facts: RegionFacts, lacking: Lacking) -> Lacking:
    """What is found of the competence in systems: `lacking` in own records, of others as far as they tell it."""
    own = reading.organisation_id.bytes
    told = {
        system.key: (TOO_FEW,)
        for system in facts.systems
        if (people := system.competent_people) is not None and is_vulnerable(people) and system.owner != own
    }
    return {**told, **lacking}


def _tied(reading: Reading, facts: RegionFacts) -> Iterator[Tied]:
    """The systems of each group, with what is said of their levels, who uses them, and what may be the same."""
    tied = groups(reading, sorted(map(_TIES, facts.systems)))
    group = tied.tied.group
    group_of: dict[Key, Key] = {}
    systems: dict[Key, list[SystemRow]] = defaultdict(list)
    for system in facts.systems:
        if system.lifecycle != _RETIRED:
            named = group_of[system.key] = group(system.key)
            systems[named].append(system)
    words: dict[Key, list[Word]] = defaultdict(list)
    for word in facts.levels:
        if (about := group_of.get(word.system)) is not None:
            words[about].append(word)
    uses: dict[Key, list[UseRow]] = defaultdict(list)
    for use in facts.uses:
        if (about := group_of.get(use.system)) is not None:
            uses[about].append(use)
    alike = _alike(tied, systems)
    for key, found in systems.items():
        others = [system for other in sorted(alike.get(key, ())) for system in systems.get(other, ())]
        yield Tied(found, words.get(key, ()), uses.get(key, ()), others)


def _alike(tied: Groups, by_group: Mapping[Key, Sequence[SystemRow]]) -> Mapping[Key, frozenset[Key]]:
    """By group, the others that may be the same."""
    named = {(group, system.sort_key) for group, systems in by_group.items() for system in systems}
    return similar_groups(tied, named)
