"""Signing people up to an utbildningstillfälle, moving up who waits for a seat, noting who was there, its evaluation.

Each act gives one step that can be undone; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from itadmin.domain.calculations.participation import (
    ATTENDED,
    LEFT,
    MISSED,
    SIGNED_UP,
    TAKING_SEATS,
    WAITING,
    Evaluation,
    evaluation,
    free_seats,
    moving_up,
    placed,
)
from itadmin.domain.calendar import spoken_day
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.training_participations import NOT_YET, TrainingParticipation
from itadmin.domain.registers.training_sessions import TrainingSession
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.sessions.parts import parts_of
from itadmin.services.sessions.problems import obstacles

SESSIONS, PARTICIPATIONS = "training_sessions", "training_participations"
_NOT_YET_GIVEN = ("", "planerat", "oppet")
_GIVEN, _CANCELLED = "genomfort", "installt"


class Note(NamedTuple):
    """Something to know of somebody who is signed up, as a sentence that says what to do."""

    person: UUID
    name: str
    text: str


class _Coming(NamedTuple):
    """Who comes, known before or made in the same step."""

    name: str
    organisation: UUID | None


@dataclass(frozen=True, slots=True)
class SignUp:
    """What signing people up comes to: the step, how many get a seat and how many must wait, and what to know.

    Who is signed up already is not so again; `notes` say it.
    """

    changes: ChangeSet
    seated: int
    waiting: int
    notes: tuple[Note, ...]


def sign_up(
    reading: Reading, records: Records, session_id: UUID, people: Iterable[UUID], made: Sequence[Change] = ()
) -> SignUp:
    """Sign people up to a session on the day of the reading; those for whom there is no seat are put to wait.

    `made` are the changes that make some of them in the same step. Who has left a session and comes back has the same
    participation again. Raises NotFoundError for a session or a person that is not there, KnownError for a session that
    is cancelled.
    """
    session, parts = _session(reading, session_id), parts_of(reading, session_id)
    if session.status == _CANCELLED:
        raise KnownError(f"{session.title} är inställt och tar inte emot anmälningar. Välj ett annat tillfälle.")
    standing = {part.person: part for part in parts if part.person}
    asked = [*dict.fromkeys(people)]
    newcomers = [person for person in asked if person not in standing or standing[person].status == LEFT]
    places = placed(newcomers, free_seats(session.seats, (part.status for part in parts)))
    born = {change.record_id: _newborn(change) for change in made}
    persons = {person: born.get(person) or _known(_person(reading, person)) for person in asked}
    changes = [*made]
    for person, status in places.items():
        values = {"status": status, "signed_up_on": reading.day.isoformat()}
        if person in standing:
            changes.append(_changed(standing[person], values))
        else:
            organisation = persons[person].organisation
            about = {"person": str(person), "session": str(session_id)}
            about |= {"organisation": str(organisation)} if organisation else {}
            changes.append(records.addition(PARTICIPATIONS, {**values, **about}))
    return SignUp(
        ChangeSet(f"Anmälde {_who(persons, newcomers)} till {session.title}", tuple(changes)),
        sum(status == SIGNED_UP for status in places.values()),
        sum(status == WAITING for status in places.values()),
        tuple(_notes(reading, session_id, standing, persons, born)),
    )


def leave(reading: Reading, session_id: UUID, participations: Iterable[UUID]) -> ChangeSet:
    """Take people off a session; those who have waited longest get the seats that come free.

    Raises NotFoundError when the session is gone.
    """
    session, parts = _session(reading, session_id), parts_of(reading, session_id)
    gone = frozenset(participations)
    leaving = [part for part in parts if part.id in gone and part.status != LEFT]
    left = [part for part in parts if part.id not in gone]
    free = free_seats(session.seats, (part.status for part in left))
    changes = [_changed(part, {"status": LEFT}) for part in leaving]
    if any(part.status in TAKING_SEATS for part in leaving):
        waiting = sorted((part for part in left if part.status == WAITING), key=_in_line)
        changes += [_changed(part, {"status": SIGNED_UP}) for part in moving_up(waiting, free)]
    names = {part.person: _known(_person(reading, part.person)) for part in leaving if part.person}
    return ChangeSet(f"Avanmälde {_who(names, list(names))} från {session.title}", tuple(changes))


def move_up(reading: Reading, session_id: UUID) -> ChangeSet:
    """Give free seats to those who wait, who has waited longest first. Raises NotFoundError."""
    session, parts = _session(reading, session_id), parts_of(reading, session_id)
    waiting = sorted((part for part in parts if part.status == WAITING), key=_in_line)
    up = moving_up(waiting, free_seats(session.seats, (part.status for part in parts)))
    changes = tuple(_changed(part, {"status": SIGNED_UP}) for part in up)
    return ChangeSet(f"Gav reserver plats på {session.title}", changes)


def move_down(reading: Reading, session_id: UUID) -> ChangeSet:
    """Let those wait who have a seat that there is not, who was signed up last first. Raises NotFoundError."""
    session, parts = _session(reading, session_id), parts_of(reading, session_id)
    taking = sorted((part for part in parts if part.status in TAKING_SEATS), key=_in_line)
    beyond = taking[session.seats :] if session.seats is not None else []
    changes = tuple(_changed(part, {"status": WAITING}) for part in beyond if part.status == SIGNED_UP)
    return ChangeSet(f"Gjorde dem utan plats på {session.title} till reserver", changes)


def note_attendance(reading: Reading, session_id: UUID, statuses: Mapping[UUID, str]) -> ChangeSet:
    """Note how participations stand after a session, by their ids.

    A session that has been and is still planned is given thereby. Raises NotFoundError, and KnownError for what cannot
    be: that somebody was at, or away from, what has not been, or had no seat to be away from.
    """
    session, parts = _session(reading, session_id), parts_of(reading, session_id)
    _refuse_before(session, statuses.values(), reading.day)
    if any(part.status == WAITING and statuses.get(part.id) == MISSED for part in parts):
        raise KnownError("En reserv har ingen plats att utebli från. Avanmäl i stället, eller ge en plats först.")
    changes = [
        _changed(part, {"status": statuses[part.id]})
        for part in parts
        if part.id in statuses and part.status != statuses[part.id]
    ]
    last = session.ends_on or session.starts_on
    if changes and session.status in _NOT_YET_GIVEN and last is not None and last <= reading.day:
        changes.append(_change(SESSIONS, session, {"status": _GIVEN}))
    return ChangeSet(f"Antecknade närvaro på {session.title}", tuple(changes))


def _refuse_before(session: TrainingSession, statuses: Iterable[str], today: date) -> None:
    if session.starts_on is not None and session.starts_on > today and {ATTENDED, MISSED} & set(statuses):
        day = spoken_day(session.starts_on, today)
        raise KnownError(NOT_YET.format(day=day))


def note_all_attended(reading: Reading, session_id: UUID) -> ChangeSet:
    """Note that all were there of whom nothing is said yet. Raises NotFoundError."""
    unsaid = (part for part in parts_of(reading, session_id) if part.status == SIGNED_UP)
    return note_attendance(reading, session_id, {part.id: ATTENDED for part in unsaid})


def evaluation_of(reading: Reading, session_id: UUID) -> Evaluation:
    """What those who took part in a session think of it."""
    return evaluation([part.rating for part in parts_of(reading, session_id) if part.rating is not None])


def obstacles_at(reading: Reading, session_id: UUID) -> Mapping[UUID, tuple[str, ...]]:
    """What speaks against each of those who take part in a session or wait to, by person."""
    present = [part.person for part in parts_of(reading, session_id) if part.person and part.status != LEFT]
    found = obstacles(reading, session_id, [*dict.fromkeys(present)])
    twice = {person for person in present if present.count(person) > 1}
    return {
        person: (*("Står två gånger. Ta bort det ena deltagandet." for _ in twice & {person}), *found.get(person, ()))
        for person in dict.fromkeys(present)
        if person in twice or person in found
    }


def _notes(
    reading: Reading,
    session_id: UUID,
    standing: Mapping[UUID, TrainingParticipation],
    persons: Mapping[UUID, _Coming],
    born: Mapping[UUID, _Coming],
) -> Iterable[Note]:
    already = {person for person in persons if person in standing and standing[person].status != LEFT}
    newcomers = [person for person in persons if person not in already]
    present = [person for person, part in standing.items() if part.status != LEFT]
    names = {person: coming.name for person, coming in born.items()}
    against = obstacles(reading, session_id, newcomers, present, names)
    for person, coming in persons.items():
        if person in already:
            yield Note(person, coming.name, "Är redan anmäld.")
        for text in against.get(person, ()):
            yield Note(person, coming.name, text)


def _session(reading: Reading, session_id: UUID) -> TrainingSession:
    record = reading.one(SESSIONS, session_id).record
    if not isinstance(record, TrainingSession):
        raise TypeError(f"{SESSIONS} holds a {type(record).__name__}")
    return record


def _person(reading: Reading, person: UUID) -> Person:
    record = reading.one("people", person).record
    if not isinstance(record, Person):
        raise TypeError(f"people holds a {type(record).__name__}")
    return record


def _known(person: Person) -> _Coming:
    return _Coming(person.name, person.organisation)


def _newborn(change: Change) -> _Coming:
    values = change.after or {}
    organisation = values.get("organisation")
    return _Coming(values.get("name") or "", UUID(organisation) if organisation else None)


def _in_line(part: TrainingParticipation) -> tuple[str, UUID]:
    """Who has waited longest comes first; ids grow with time."""
    return part.signed_up_on.isoformat() if part.signed_up_on else "", part.id


def _who(persons: Mapping[UUID, _Coming], people: Collection[UUID]) -> str:
    if len(people) == 1:
        return persons[next(iter(people))].name
    return f"{len(people)} personer"


def _changed(part: TrainingParticipation, values: dict[str, Any]) -> Change:
    return _change(PARTICIPATIONS, part, values)


def _change(register: str, record: TrainingParticipation | TrainingSession, values: dict[str, Any]) -> Change:
    fields = REGISTERS[register].fields
    before = {name: plain_value(fields[name], getattr(record, name)) for name in values}
    return Change(register, record.id, before, values)
