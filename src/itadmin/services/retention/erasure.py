"""Taking personal data away for good, in one act: what it changes, and doing it. It cannot be undone.

A person becomes nameless and remains, so that figures and the history of roles do. What was said of the person goes
out of the journal too, and the file is written anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet, difference
from itadmin.domain.erasure import (
    PEOPLE,
    about_people,
    nameless,
    person_field,
    texts_about_people,
    texts_of_person,
)
from itadmin.domain.problems import KnownError, NotFoundError, ReadOnlyError
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.people import Person
from itadmin.services.locking import refuse_locked
from itadmin.services.reading import Read, Reading
from itadmin.services.workspace import Workspace
from itadmin.storage import erasing
from itadmin.storage.records import RecordReader, plain_by_reference
from itadmin.storage.unit_of_work import StepNote, apply

PARTICIPATIONS = "training_participations"
_NOT_COMPACT = "Uppgifterna är borttagna, men filen kunde inte skrivas om efteråt. Det görs vid nästa gallring."


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is to be taken away: the step, the fields whose earlier values go too, and the names people have gone by."""

    changes: ChangeSet
    fields: Mapping[UUID, frozenset[str]]
    names: Mapping[UUID, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done, to be announced, and a sentence about what was not."""

    changes: ChangeSet
    remark: str = ""


def erasure_of(reading: Reading, people: Sequence[UUID], participations: Iterable[UUID] = ()) -> Erasure:
    """What making people nameless, and emptying what is written of participations, comes to; nothing is done.

    Raises KnownError for somebody who has not left, or whose record is another's.
    """
    reads = [person_to_erase(reading, person) for person in people]
    written = _written(reading, participations)
    fields: dict[UUID, frozenset[str]] = dict.fromkeys(people, frozenset(texts_of_person()))
    fields |= {change.record_id: frozenset(texts_about_people(REGISTERS[PARTICIPATIONS])) for change in written}
    changes = [_made_nameless(reading, read) for read in reads]
    for person in people:
        changes += _emptied_about(reading, person)
        fields |= _fields_about(reading, person)
    known = {change.record_id for change in changes}
    changes += [change for change in written if change.record_id not in known]
    step = ChangeSet(_title(len(reads), len(written)), tuple(changes))
    return Erasure(step, fields, {person: names_of(reading, person) for person in people})


def erase(workspace: Workspace, people: Sequence[UUID], participations: Iterable[UUID] = ()) -> Erased:
    """Do it, and write the file anew; also on another thread than the window's. It must be announced afterwards.

    Raises KnownError, and then nothing has been done.
    """
    around, file = workspace.around, workspace.file
    with file.writing() as connection:
        erasure = erasure_of(workspace.reading(), people, participations)
        reader = RecordReader(connection, around.today())
        refuse_locked(reader, erasure.changes.changes)
        note = StepNote(around.new_id(), around.stamp(), around.who)
        apply(connection, reader, erasure.changes, note, file.info.organisation)
        erasing.erase(connection, erasure.fields, erasure.names)
    try:
        file.compact()
    except KnownError as error:
        return Erased(erasure.changes, f"{_NOT_COMPACT} {error.sentence}")
    return Erased(erasure.changes)


def person_to_erase(reading: Reading, person: UUID) -> Read:
    """Somebody who may be made nameless. Raises KnownError with what to do first."""
    read = reading.one(PEOPLE, person)
    record = read.record
    if not isinstance(record, Person) or read.placeholder or record.owner != reading.organisation_id:
        raise ReadOnlyError(f"{read.label} hör till en annan organisation och kan bara ändras av den.")
    if record.anonymised_on is not None:
        raise NotFoundError(f"Personen är redan avidentifierad, sedan {record.anonymised_on}.")
    if record.left_on is None:
        raise KnownError(f"{read.label} har ingen dag i fältet Slutade. Fyll i sista dagen i tjänst först.")
    if not record.has_left(reading.day):
        raise KnownError(f"{read.label} slutar {record.left_on}. Vänta till dagen efter, eller ändra dagen.")
    return read


def names_of(reading: Reading, person: UUID) -> tuple[str, ...]:
    """What a person is and has been called, and the addresses one has had."""
    record = reading.one(PEOPLE, person).record
    now = (getattr(record, name) for name in ("name", "email"))
    with reading.file.reading() as connection:
        before = [item for name in ("name", "email") for item in erasing.said_before(connection, person, name)]
    return tuple(dict.fromkeys(name for name in (*now, *before) if name))


def written_about(reading: Reading, person: UUID) -> dict[str, dict[UUID, dict[str, Any]]]:
    """The records that must name the person, those in the bin too, by register and in plain form."""
    with reading.file.reading() as connection:
        return {
            name: plain_by_reference(connection, REGISTERS[name], person_field(REGISTERS[name]), person)
            for name in about_people()
        }


def _made_nameless(reading: Reading, read: Read) -> Change:
    with reading.file.reading() as connection:
        before = RecordReader(connection, reading.day).plain(REGISTERS[PEOPLE], [read.record.id])[read.record.id]
    after = nameless(reading.day.isoformat())
    return Change(PEOPLE, read.record.id, {name: before[name] for name in after}, after)


def _emptied_about(reading: Reading, person: UUID) -> Iterator[Change]:
    for register, records in written_about(reading, person).items():
        for record_id, plain in records.items():
            change = _emptied(register, record_id, plain)
            if change is not None:
                yield change


def _emptied(register: str, record_id: UUID, plain: Mapping[str, Any]) -> Change | None:
    texts = texts_about_people(REGISTERS[register])
    before = {name: plain[name] for name in texts}
    return difference(register, record_id, before, dict.fromkeys(texts))


def _fields_about(reading: Reading, person: UUID) -> dict[UUID, frozenset[str]]:
    """The fields whose earlier values go: of what names the person now, and of what did and is gone."""
    texts = about_people()
    with reading.file.reading() as connection:
        named = erasing.that_named(connection, texts, person)
        reader = RecordReader(connection, reading.day)
        others = {
            record_id
            for register in set(named.values())
            for record_id, plain in reader.plain(REGISTERS[register], _of(named, register)).items()
            if plain[person_field(REGISTERS[register])] != str(person)
        }
    found = {key: frozenset(texts[register]) for key, register in named.items() if key not in others}
    now = written_about(reading, person).items()
    return found | {key: frozenset(texts[register]) for register, records in now for key in records}


def _of(named: Mapping[UUID, str], register: str) -> list[UUID]:
    return [key for key, name in named.items() if name == register]


def _written(reading: Reading, participations: Iterable[UUID]) -> list[Change]:
    with reading.file.reading() as connection:
        plain = RecordReader(connection, reading.day).plain(REGISTERS[PARTICIPATIONS], participations)
    changes = (_emptied(PARTICIPATIONS, record_id, values) for record_id, values in plain.items())
    return [change for change in changes if change is not None]


def _title(people: int, participations: int) -> str:
    told = []
    if people:
        told.append("en person som har slutat" if people == 1 else f"{people} personer som har slutat")
    if participations:
        told.append("texterna i ett deltagande" if participations == 1 else f"texterna i {participations} deltaganden")
    return f"Gallrade {' och '.join(told)}"
