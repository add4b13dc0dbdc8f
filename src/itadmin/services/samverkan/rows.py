"""How a row of the matrix comes about: what the tied systems, the words about them and their use tell, by kommun.

Pure of files: everything is read before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from itadmin.domain.calculations.competence import VULNERABLE_RATINGS, hard_to_keep
from itadmin.domain.calculations.cooperation import SAME_PRODUCT
from itadmin.domain.calculations.opportunities import Case, is_bad, reasons_of
from itadmin.domain.calculations.region_levels import Word, heard_of_each, joint_of
from itadmin.domain.keys import Key
from itadmin.domain.registers.system_record import IN_USE
from itadmin.services.samverkan.cells import Cell, Ending, Row, Weakness
from itadmin.storage.queries.samverkan import AgreementRow, RegionFacts, SystemRow, UseRow

_USED = frozenset({"", *IN_USE})
_KEY, _AREA, _PROTECTED = map(attrgetter, ("key", "area", "protected"))


class Tied(NamedTuple):
    """Systems that are the same, what is said of their levels, who uses them, and others that may be the same."""

    systems: Sequence[SystemRow]
    words: Sequence[Word]
    uses: Sequence[UseRow]
    similar: Sequence[SystemRow]


@dataclass(frozen=True, slots=True)
class Ground:
    """What all rows rest on: whose file it is, who is seen, and what is found once for all.

    `members` are the kommuner of the region; `kommun_of` has the kommun of each organisation, but for those `outside`:
    kommuner of other regions, which are let be. `scarce` has what is found of the competence in systems where anything
    is, `ways_out` the day of each agreement that is on its way out, `parts` how many systems each agreement is about;
    `today` is the day as text.
    """

    own: Key
    facts: RegionFacts
    kommun_of: Mapping[Key, Key]
    members: frozenset[Key]
    outside: frozenset[Key]
    scarce: Mapping[Key, Sequence[str]]
    ways_out: Mapping[Key, date]
    parts: Mapping[Key, int]
    today: str


class _Making:
    """One row as it comes about."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._cells: dict[Key, Cell] = {}
        self._told_users: dict[Key, int] = {}
        self._levels: dict[Key, int] = {}
        self._target = 0
        self._endings: dict[tuple[Key, Key], Ending] = {}
        self._bad: list[Key] = []
        self._weak: list[Weakness] = []

    def made(self, tied: Tied) -> Row | None:
        """The row; None when no member of the region has anything to do with the systems."""
        self._put_systems(tied.systems)
        self._put_words(tied.words)
        for use in tied.uses:
            self._put_use(use)
        if self._ground.members.isdisjoint(self._cells):
            return None
        for system in tied.similar:
            self._put_similar(system)
        for kommun, users in self._told_users.items():
            if self._cells[kommun].users is None:
                self._cells[kommun].users = users
        return self._row(tied.systems)

    def _cell(self, kommun: Key) -> Cell:
        if kommun not in self._cells:
            self._cells[kommun] = Cell()
        return self._cells[kommun]

    def _put_systems(self, systems: Iterable[SystemRow]) -> None:
        ground, cells = self._ground, self._cells
        agreements_of, kommun_of, scarce = ground.facts.agreements, ground.kommun_of, ground.scarce
        for system in systems:
            _order, key, owner, lifecycle, users, cost, function, competence = system[:8]
            agreements = agreements_of.get(key, ())
            for agreement in agreements:
                self._put_agreement(agreement)
            kommun = kommun_of.get(owner)
            if kommun is None:
                continue
            told = cost if cost is not None or not agreements else self._cost(owner, agreements)
            if kommun in cells:
                cells[kommun].add(key, users, told, uses=lifecycle in _USED)
            else:
                cells[kommun] = Cell(lifecycle in _USED, None, (), users, told, None, (key,))
            if is_bad(function):
                self._bad.append(kommun)
            if competence in VULNERABLE_RATINGS or key in scarce:
                self._weak.append(Weakness(kommun, hard_to_keep(competence, scarce.get(key, ())), competence))

    def _cost(self, owner: Key, agreements: Iterable[AgreementRow]) -> int | None:
        """What a system that does not say itself costs its owner a year: its part of the prices of its agreements."""
        prices = (
            agreement.price // self._ground.parts[agreement.key]
            for agreement in agreements
            if agreement.price is not None and agreement.owner == owner
        )
        return sum(prices) or None

    def _put_agreement(self, agreement: AgreementRow) -> None:
        """Those who are connected to an agreement use what it is about; all whom it binds see when it ends."""
        key, day, is_shared = agreement.key, self._ground.ways_out.get(agreement.key), bool(agreement.connected)
        for party in (agreement.owner, *agreement.connected):
            kommun = self._ground.kommun_of.get(party)
            if kommun is None:
                continue
            cell = self._cell(kommun)
            cell.uses = cell.uses or is_shared
            if day is not None:
                cell.way_out = day if cell.way_out is None else min(day, cell.way_out)
                self._endings[kommun, key] = Ending(kommun, key, agreement.title, day)

    def _put_words(self, words: Sequence[Word]) -> None:
        outside, cells, levels = self._ground.outside, self._cells, self._levels
        for kommun, word, differing in heard_of_each(words, self._ground.today):
            if kommun in outside:
                continue
            cell = cells[kommun] if kommun in cells else self._cell(kommun)
            cell.word, cell.differing = word, differing
            level, target = word.level, word.target
            if level is not None:
                levels[kommun] = level
                if level >= SAME_PRODUCT:
                    cell.uses = True
            if target is not None and target > self._target:
                self._target = target

    def _put_use(self, use: UseRow) -> None:
        kommun = self._ground.kommun_of.get(use.organisation)
        if kommun is not None:
            self._cell(kommun).uses = True
            if use.users is not None:
                self._told_users[kommun] = self._told_users.get(kommun, 0) + use.users

    def _put_similar(self, system: SystemRow) -> None:
        kommun = self._ground.kommun_of.get(system.owner)
        if kommun is not None:
            self._cell(kommun).similar += (system.key,)

    def _row(self, systems: Sequence[SystemRow]) -> Row:
        cells, ordered = self._cells, self._ordered(systems)
        first = ordered[0]
        level, target = joint_of(self._levels, self._ground.members), self._target
        using = [cell.uses for cell in cells.values()].count(True)
        case = Case(len(self._endings), len(self._bad), len(self._weak), using, level, target)
        return Row(
            first.key,
            first.name,
            first.sort_key,
            tuple(filter(None, dict.fromkeys(map(_AREA, ordered)))),
            tuple(map(_KEY, ordered)),
            cells,
            level,
            target,
            reasons_of(case),
            tuple(sorted(self._endings.values(), key=lambda ending: (ending.day, ending.agreement, ending.kommun))),
            tuple(dict.fromkeys(self._bad)),
            tuple(self._weak),
            any(map(_PROTECTED, ordered)),
        )

    def _ordered(self, systems: Sequence[SystemRow]) -> Sequence[SystemRow]:
        """The own ones first, by name, as systems themselves are ordered."""
        if len(systems) == 1:
            return systems
        own, by_name = self._ground.own, sorted(systems)
        ours = [system for system in by_name if system.owner == own]
        return [*ours, *(system for system in by_name if system.owner != own)] if ours else by_name


def row_of(ground: Ground, tied: Tied) -> Row | None:
    """The row of tied systems; None when no member of the region has anything to do with them."""
    return _Making(ground).made(tied)
