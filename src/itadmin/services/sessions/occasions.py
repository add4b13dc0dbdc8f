"""The utbildningstillfällen of some days, chosen by kommun and system, and which of them collide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.participation import TAKING_SEATS, WAITING
from itadmin.domain.calendar import Interval
from itadmin.domain.clock_times import minutes_of
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Reading
from itadmin.storage.queries.findings import found_in_all
from itadmin.storage.queries.session_calendar import SessionFacts, sessions_within

REGISTER = "training_sessions"
CANCELLED = "installt"
_COLLISIONS: Mapping[str, str] = {
    "larare_dubbelbokad": "Läraren har ett annat tillfälle samma tid.",
    "lokal_dubbelbokad": "Lokalen används av ett annat tillfälle samma tid.",
    "deltagare_dubbelbokad": "En deltagare är anmäld till ett annat tillfälle samma tid.",
}
"""What a calendar says of findings about sessions that want the same at the same time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which days are asked for, and of which kommun and system; None for all."""

    within: Interval
    municipality: UUID | None = None
    system: UUID | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A session as it stands in a calendar; `begins` and `ends` are minutes after midnight, of each of its days.

    `collides` are sentences about other sessions at the same time that want the same teacher, room or people.
    """

    id: UUID
    title: str
    status: str
    first: date
    last: date
    begins: int | None
    ends: int | None
    venue: str
    link: str
    teacher: str
    host: str
    seats: int | None
    taken: int
    waiting: int
    sign_up_by: date | None
    municipalities: frozenset[UUID]
    systems: frozenset[UUID]
    collides: tuple[str, ...] = ()

    @property
    def is_cancelled(self) -> bool:
        """Whether it is not given after all."""
        return self.status == CANCELLED

    @property
    def left(self) -> int | None:
        """Seats that nobody has, less than none when there are too many people; None when there is no limit."""
        return None if self.seats is None else self.seats - self.taken


def occasions(reading: Reading, asked: Asked) -> list[Occasion]:
    """The sessions that are asked for, in order of day and time."""
    first, last = asked.within.starts_on or date.min, asked.within.ends_on or date.max
    with reading.file.reading() as connection:
        found = sessions_within(connection, first, last)
        keys = found_in_all(connection, REGISTERS[REGISTER], reading.day, tuple(_COLLISIONS)) if found else {}
    return [
        _occasion(facts, tuple(_COLLISIONS[key] for key in keys.get(facts.id, ())))
        for facts in found
        if _is_asked_for(facts, asked)
    ]


def occasion(reading: Reading, session_id: UUID) -> Occasion | None:
    """One session; None when it has no day, or is in the bin. Raises NotFoundError."""
    day = getattr(reading.one(REGISTER, session_id).record, "starts_on", None)
    found = occasions(reading, Asked(Interval(day, day))) if day else ()
    return next((each for each in found if each.id == session_id), None)


def _is_asked_for(facts: SessionFacts, asked: Asked) -> bool:
    """Whether it is about the system and for the kommun; one that names no kommun is for all of them."""
    of_town = asked.municipality is None or asked.municipality.bytes in facts.municipalities or not facts.municipalities
    return of_town and (asked.system is None or asked.system.bytes in facts.systems)


def _occasion(facts: SessionFacts, collides: Sequence[str]) -> Occasion:
    return Occasion(
        id=UUID(bytes=facts.id),
        title=facts.title,
        status=facts.status,
        first=facts.first,
        last=facts.last,
        begins=minutes_of(facts.begins),
        ends=minutes_of(facts.ends),
        venue=facts.venue,
        link=facts.link,
        teacher=facts.teacher,
        host=facts.host,
        seats=facts.seats,
        taken=sum(facts.parts.get(status, 0) for status in TAKING_SEATS),
        waiting=facts.parts.get(WAITING, 0),
        sign_up_by=facts.sign_up_by,
        municipalities=frozenset(UUID(bytes=key) for key in facts.municipalities),
        systems=frozenset(UUID(bytes=key) for key in facts.systems),
        collides=tuple(collides),
    )
