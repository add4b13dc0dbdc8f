"""A person's utbildningar: what is lacked, what is to come, what holds and until when, and what has been."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from itadmin.domain.calculations.lacking import WHY_WORDS, Why
from itadmin.domain.calculations.participation import ATTENDED, SIGNED_UP, WAITING
from itadmin.domain.calendar import months_from
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_participations import TrainingParticipation
from itadmin.domain.registers.training_sessions import TrainingSession
from itadmin.services.reading import Read, Reading
from itadmin.services.training.lacking import LackRow, lacking

_COMING = (SIGNED_UP, WAITING)


class Standing(IntEnum):
    """How a training stands, in the order it is told."""

    LACKED = 0
    SOON = 1
    COMING = 2
    HELD = 3
    PAST = 4


@dataclass(frozen=True, slots=True)
class Training:
    """One line about a person: the record to open, what it is of, how it stands in words, its day and until when."""

    standing: Standing
    register: str
    record_id: UUID
    title: str
    about: str
    state: str
    day: date | None
    until: date | None


def trainings_of(reading: Reading, person: UUID, parts: Sequence[Read]) -> list[Training]:
    """All that is known of a person's training; `parts` are what the person takes or has taken part in.

    What is lacked comes first, what is past last; of each the latest first. Raises BrokenValueError.
    """
    lacks = [_lacked(row, reading) for row in lacking(reading, person=person).rows]
    taken = [read for read in parts if isinstance(read.record, TrainingParticipation)]
    told = [*lacks, *_taken(reading, taken)]
    return sorted(told, key=lambda each: (each.standing, -(each.day or date.min).toordinal(), each.title))


def _lacked(row: LackRow, reading: Reading) -> Training:
    standing = Standing.SOON if row.why is Why.SOON else Standing.LACKED
    demand = reading.words.label_of("momentkrav", row.demand).lower()
    state = f"{WHY_WORDS[row.why]} ({demand})"
    return Training(standing, "training_modules", row.version, row.title, row.about, state, None, row.due)


def _taken(reading: Reading, parts: Iterable[Read]) -> Iterator[Training]:
    records = [read.record for read in parts if isinstance(read.record, TrainingParticipation)]
    sessions = reading.many("training_sessions", {part.session for part in records if part.session})
    wanted = {part.module for part in records if part.module}
    wanted |= {module for read in sessions.values() for module in getattr(read.record, "modules", ())}
    modules = reading.many("training_modules", wanted)
    for part in records:
        read = sessions.get(part.session) if part.session else None
        session = read.record if read is not None and isinstance(read.record, TrainingSession) else None
        of = [part.module] if part.module else list(session.modules) if session else []
        learnt = [modules[key].record for key in of if key in modules]
        yield _told(reading, part, session, [each for each in learnt if isinstance(each, TrainingModule)])


def _told(
    reading: Reading, part: TrainingParticipation, session: TrainingSession | None, modules: list[TrainingModule]
) -> Training:
    day = part.completed_on or (session.ends_on or session.starts_on if session else None)
    until = min((months_from(day, each.valid_months) for each in modules if each.valid_months and day), default=None)
    done = part.status == ATTENDED
    holds = done and (until is None or until >= reading.day)
    coming = part.status in _COMING or (done and day is not None and day > reading.day)
    standing = Standing.COMING if coming else Standing.HELD if holds else Standing.PAST
    plans = reading.many("training_plans", {module.plan for module in modules if module.plan})
    systems = reading.labels(
        "systems", {key for read in plans.values() if (key := getattr(read.record, "system", None))}
    )
    title = session.title if session else ", ".join(module.title for module in modules)
    return Training(
        standing,
        "training_sessions" if session else "training_participations",
        session.id if session else part.id,
        title,
        ", ".join(systems.values()),
        reading.words.label_of("deltagarlage", part.status),
        day,
        until if done and not coming else None,
    )
