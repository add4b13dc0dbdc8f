"""What an agenda is made of: a point with what is told at it, and what a decision taken there is about.

Plain values; knows no register file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from itadmin.domain.registers.decisions import Decision


class Kind(StrEnum):
    """What a point comes of, in the order of the agenda."""

    DUE = "beslut"
    FILES = "filer"
    CASES = "arenden"
    OPENINGS = "kandidater"
    AGREEMENTS = "avtal"
    MATCHES = "matchningar"


KINDS: Mapping[Kind, str] = {
    Kind.DUE: "Beslut att verkställa",
    Kind.FILES: "Nya uppgifter",
    Kind.CASES: "Ärenden där svar saknas",
    Kind.OPENINGS: "Kandidater för samverkan",
    Kind.AGREEMENTS: "Avtal på väg ut",
    Kind.MATCHES: "Obesvarade matchningar",
}
"""What they are called."""


@dataclass(frozen=True, slots=True)
class Concerns:
    """The records that a decision at a point is about."""

    systems: tuple[UUID, ...] = ()
    cases: tuple[UUID, ...] = ()
    agreements: tuple[UUID, ...] = ()
    municipality: UUID | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A point: `lead` is read first, `lines` after it. `proposal` is what a decision may be called, "" for nothing.

    `settles` is the own decision that can be marked as done here; None where there is none.
    """

    kind: Kind
    title: str
    lead: str
    lines: tuple[str, ...] = ()
    proposal: str = ""
    concerns: Concerns = field(default_factory=Concerns)
    settles: UUID | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """The points of a meeting of a body on a day, kind by kind; `last` is the day of the one before, if known.

    `taken` is what has been decided so far that day and may be shown; `people` are the names of those responsible.
    """

    forum: str
    day: date
    last: date | None
    points: tuple[Point, ...]
    taken: tuple[Decision, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)

    def with_point(self, point: Point) -> Agenda:
        """The same with one point more, last of its kind."""
        return replace(self, points=(*self.points, point))

    def of(self, kind: Kind) -> tuple[Point, ...]:
        """The points of a kind."""
        return tuple(point for point in self.points if point.kind is kind)
