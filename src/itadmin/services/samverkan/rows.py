"""How a row of the matrix comes about: what the tied systems, the words about them and their use tell, by kommun.

Pure of files: everything is read before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from itadmin.domain.calculations.competence import FEWEST, TOO_FEW, VULNERABLE_RATINGS, hard_to_keep
from itadmin.domain.calculations.cooperation import SAME_PRODUCT, joint_level
from itadmin.domain.calculations.notice import evaluate
from itadmin.domain.calculations.opportunities import Case, is_bad, reasons_of, way_out
from itadmin.domain.calculations.region_levels import Word, grouped, heard
from itadmin.domain.registers.system_record import IN_USE
from itadmin.services.samverkan.cells import Cell, Ending, Key, Row, Weakness
from itadmin.storage.queries.samverkan import AgreementRow, RegionFacts, SystemRow, UseRow

_USED = frozenset({"", *IN_USE})


class Tied(NamedTuple):
    """Systems that are the same, what is said of their levels, who uses them, and others that may be the same."""

    systems: Sequence[SystemRow]
    words: Sequence[Word]
    uses: Sequence[UseRow]
    similar: Sequence[SystemRow]


@dataclass(frozen=True, slots=True)
class Ground:
    """What all rows rest on: the day, the end of the window, whose file it is, and who is seen.

    `members` are the kommuner of the region; `kommun_of` has the kommun of each organisation, but for those `outside`:
    kommuner of other regions, which are let be. `findings` are own systems by what is found of them, `parts` how many
    systems each agreement is about.
    """

    day: date
    until: date
    own: Key
    facts: RegionFacts
    kommun_of: Mapping[Key, Key]
    members: frozenset[Key]
    outside: frozenset[Key]
    findings: Mapping[str, frozenset[Key]]
    parts: Mapping[Key, int]
    _ways_out: dict[Key, date | None] = field(default_factory=dict)

    def way_out(self, agreement: AgreementRow) -> date | None:
        """The day on which an agreement is on its way out; None when it is not, or another takes its place."""
        known = self._ways_out
        if agreement.key not in known:
            is_over = agreement.is_followed
            known[agreement.key] = None if is_over else way_out(evaluate(agreement.terms, self.day), self.until)
        return known[agreement.key]

    def findings_of(self, system: SystemRow) -> Sequence[str]:
        """What is found of a system's competence: looked for in own records, of others as far as they tell it."""
        if system.owner == self.own:
            return [name for name, found in self.findings.items() if system.key in found]
        people = system.competent_people
        return (TOO_FEW,) if people is not None and people < FEWEST else ()


class _Making:
    """One row as it comes about."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._cells: dict[Key, Cell] = {}
        self._told_users: dict[Key, int] = {}
        self._levels: list[int] = []
        self._target = 0
        self._endings: dict[tuple[Key, Key], Ending] = {}
        self._bad: list[Key] = []
        self._weak: list[Weakness] = []

    def made(self, tied: Tied) -> Row | None:
        """The row; None when no member of the region has anything to do with the systems."""
        for system in tied.systems:
            self._put_system(system)
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
        cell = self._cells.get(kommun)
        if cell is None:
            cell = self._cells[kommun] = Cell()
        return cell

    def _put_system(self, system: SystemRow) -> None:
        ground = self._ground
        agreements = ground.facts.agreements.get(system.key, ())
        for agreement in agreements:
            self._put_agreement(agreement)
        kommun = ground.kommun_of.get(system.owner)
        if kommun is None:
            return
        cell = self._cell(kommun)
        cell.systems += (system.key,)
        cell.uses = cell.uses or system.lifecycle in _USED
        cell.users = _added(cell.users, system.users)
        cell.cost = _added(cell.cost, self._cost(system, agreements))
        if is_bad(system.function_rating):
            self._bad.append(kommun)
        findings = ground.findings_of(system)
        if findings or system.competence_rating in VULNERABLE_RATINGS:
            reasons = hard_to_keep(system.competence_rating, findings)
            self._weak.append(Weakness(kommun, reasons, system.competence_rating))

    def _cost(self, system: SystemRow, agreements: Iterable[AgreementRow]) -> int | None:
        """What a system costs its owner a year: as it says itself, else its part of the prices of its agreements."""
        if system.cost is not None:
            return system.cost
        prices = (
            agreement.price // self._ground.parts[agreement.key]
            for agreement in agreements
            if agreement.price is not None and agreement.owner == system.owner
        )
        return sum(prices) or None

    def _put_agreement(self, agreement: AgreementRow) -> None:
        """Those who are connected to an agreement use what it is about; all whom it binds see when it ends."""
        ground, day = self._ground, self._ground.way_out(agreement)
        parties = dict.fromkeys((agreement.owner, *agreement.connected))
        for kommun in filter(None, map(ground.kommun_of.get, parties)):
            cell = self._cell(kommun)
            cell.uses = cell.uses or bool(agreement.connected)
            if day is not None:
                cell.way_out = day if cell.way_out is None else min(day, cell.way_out)
                self._endings[kommun, agreement.key] = Ending(kommun, agreement.key, agreement.title, day)

    def _put_words(self, words: Sequence[Word]) -> None:
        today, outside = self._ground.day.isoformat(), self._ground.outside
        for kommun, said in grouped(words).items():
            found = heard(said, today) if kommun not in outside else None
            if found is not None:
                cell = self._cell(kommun)
                word, cell.differing = found
                cell.word = word
                if word.level is not None:
                    self._levels.append(word.level)
                    cell.uses = cell.uses or word.level >= SAME_PRODUCT
                if word.target is not None:
                    self._target = max(self._target, word.target)

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
        own, cells = self._ground.own, self._cells
        ordered = sorted(systems, key=lambda system: (system.owner != own, system.sort_key, system.key))
        first = ordered[0]
        level, target = joint_level(self._levels), self._target
        using = sum(cell.uses for cell in cells.values())
        case = Case(len(self._endings), len(self._bad), len(self._weak), using, level, target)
        return Row(
            first.key,
            first.name,
            first.sort_key,
            tuple(dict.fromkeys(system.area for system in ordered if system.area)),
            tuple(system.key for system in ordered),
            cells,
            level,
            target,
            reasons_of(case),
            tuple(sorted(self._endings.values(), key=lambda ending: (ending.day, ending.agreement, ending.kommun))),
            tuple(dict.fromkeys(self._bad)),
            tuple(self._weak),
            any(system.protected for system in systems),
        )


def row_of(ground: Ground, tied: Tied) -> Row | None:
    """The row of tied systems; None when no member of the region has anything to do with them."""
    return _Making(ground).made(tied)


def _added(sum_so_far: int | None, number: int | None) -> int | None:
    return sum_so_far if number is None else (sum_so_far or 0) + number
