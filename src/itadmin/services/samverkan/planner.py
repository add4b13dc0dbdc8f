"""The agreements of the kommuner about a system of the region on one time axis, and when they can begin together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calculations.alignment import Alignment, Bound, align, bound
from itadmin.domain.calculations.notice import Block, TermState, evaluate, timeline
from itadmin.domain.calendar import days_from, months_from
from itadmin.domain.keys import Key
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.region import Kommun, kommuner_among
from itadmin.storage.queries.samverkan import AgreementRow, binding_agreements, units

SHOWN_MONTHS = 60
"""How far ahead terms are laid out."""


class Term(NamedTuple):
    """An agreement that binds a kommun: how its time stands, and its terms as they are drawn."""

    agreement: UUID
    title: str
    standing: TermState
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A kommun on the time axis, with what binds it. Of one that is only `similar` nothing is counted."""

    kommun: Kommun
    terms: tuple[Term, ...]
    bound: Bound[Key]
    is_similar: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The lanes of a row in order of the kommuner, and when all that are bound can leave together.

    A kommun that uses the system and of which no agreement is known is free.
    """

    day: date
    lanes: tuple[Lane, ...]
    alignment: Alignment[Key]

    @property
    def by_kommun(self) -> Mapping[Key, Lane]:
        """The lanes by the keys of their kommuner."""
        return {lane.kommun.key: lane for lane in self.lanes}

    @property
    def starts_on(self) -> date | None:
        """The first day that all can begin together; None where no agreement decides it."""
        last_day = self.alignment.last_day
        return days_from(last_day, 1) if last_day else None


def plan_of(reading: Reading, matrix: Matrix, row: Row, months: int = SHOWN_MONTHS) -> Plan:
    """The agreements about a row on the day of the matrix, and the first common day; laid out so many months ahead."""
    alike = sorted({system for cell in row.cells.values() if cell.is_only_similar for system in cell.similar})
    with reading.file.reading() as connection:
        agreements = binding_agreements(connection, {*row.systems, *alike})
        kommun_of = kommuner_among(units(connection))
    bound_by = _by_kommun(agreements, row.systems, kommun_of)
    similar_by = _by_kommun(agreements, alike, kommun_of)
    until, lanes = months_from(matrix.day, months), []
    for kommun in matrix.kommuner:
        cell = row.cells.get(kommun.key)
        if cell is None:
            continue
        is_similar = cell.is_only_similar
        found = (similar_by if is_similar else bound_by).get(kommun.key, ())
        if found or cell.uses or is_similar:
            lanes.append(_lane(kommun, found, matrix.day, until, is_similar=is_similar))
    return Plan(matrix.day, tuple(lanes), align([lane.bound for lane in lanes if not lane.is_similar]))


def _by_kommun(
    agreements: Mapping[Key, Sequence[AgreementRow]], systems: Iterable[Key], kommun_of: Mapping[Key, Key]
) -> Mapping[Key, Sequence[AgreementRow]]:
    found: dict[Key, dict[Key, AgreementRow]] = {}
    for agreement in (agreement for system in systems for agreement in agreements.get(system, ())):
        for organisation in (agreement.owner, *agreement.connected):
            if organisation in kommun_of:
                found.setdefault(kommun_of[organisation], {})[agreement.key] = agreement
    return {kommun: list(each.values()) for kommun, each in found.items()}


def _lane(kommun: Kommun, found: Iterable[AgreementRow], day: date, until: date, *, is_similar: bool) -> Lane:
    terms = tuple(
        Term(UUID(bytes=row.key), row.title, evaluate(row.terms, day), timeline(row.terms, day, until)) for row in found
    )
    return Lane(kommun, terms, bound(kommun.key, (term.standing for term in terms)), is_similar)
