"""Who lacks what a session gives and is not signed up for it; and which sessions to come give what somebody lacks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.lacking import Why
from itadmin.domain.calculations.participation import LEFT, free_seats
from itadmin.domain.calendar import Interval
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_sessions import TrainingSession
from itadmin.services.reading import Reading
from itadmin.services.sessions.occasions import REGISTER, Asked, Occasion, occasions
from itadmin.services.sessions.parts import parts_of
from itadmin.services.training.lacking import LackRow, lacking
from itadmin.services.training.plans import first_version
from itadmin.services.training.who_lacks import PersonRows

_TO_COME = ("planerat", "oppet", "")


@dataclass(frozen=True)
class LackingOf:
    """Those who lack something that a session gives, each once; `told` are the same as rows of a table.

    `free` is how many seats nobody has, None when there is no limit.
    """

    rows: Sequence[LackRow]
    told: PersonRows
    free: int | None


def lacking_of(reading: Reading, session_id: UUID) -> LackingOf:
    """Who lacks what a session gives, and has neither a seat nor waits for one. Raises NotFoundError."""
    session = reading.one(REGISTER, session_id).record
    parts = parts_of(reading, session_id)
    present = {part.person for part in parts if part.status != LEFT}
    modules = session.modules if isinstance(session, TrainingSession) else ()
    seats = session.seats if isinstance(session, TrainingSession) else None
    found: dict[UUID, LackRow] = {}
    for module in modules:
        for row in lacking(reading, module=module).rows:
            if row.person not in present:
                found.setdefault(row.person, row)
    rows = sorted(found.values(), key=lambda row: (row.why is not Why.NEVER, row.due or date.min))
    towns = reading.labels("organisations", {row.municipality for row in rows if row.municipality})
    return LackingOf(rows, PersonRows(rows, reading.words, towns), free_seats(seats, (part.status for part in parts)))


def sessions_that_give(reading: Reading, modules: Collection[UUID]) -> list[Occasion]:
    """The sessions from today on, not cancelled, that give any version of any of these modules (by first version)."""
    coming = occasions(reading, Asked(Interval(reading.day, date.max)))
    sessions = reading.many(REGISTER, [occasion.id for occasion in coming])
    given = {key: getattr(read.record, "modules", ()) for key, read in sessions.items()}
    known = reading.many("training_modules", {module for each in given.values() for module in each})
    first = {key: first_version(read.record) for key, read in known.items() if isinstance(read.record, TrainingModule)}
    wanted = frozenset(modules)
    return [
        occasion
        for occasion in coming
        if occasion.status in _TO_COME and any(first.get(module) in wanted for module in given.get(occasion.id, ()))
    ]
