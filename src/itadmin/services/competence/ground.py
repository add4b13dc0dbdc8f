"""What is known of competence in the whole file, also what neighbours have sent: people, areas and systems, levels.

Areas of several kommuner with the same name are one, and so are systems that `same_key` says are. People who have left
count no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from uuid import UUID

from itadmin.domain.calculations.competence import depth, same_key
from itadmin.domain.registers.competence_areas import CompetenceArea
from itadmin.domain.registers.competences import Competence
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.people import Person
from itadmin.domain.registers.systems import System
from itadmin.domain.text import fold, swedish_key
from itadmin.services.organisations import LEGAL_PERSONS
from itadmin.services.reading import ListQuery, Read, Reading

AREAS, SYSTEMS, PEOPLE, COMPETENCES = "competence_areas", "systems", "people", "competences"
_EVERYBODY = ListQuery(all_owners=True)
_IT_UNIT = "it_enhet"
_LAST = 10_001
_UNKNOWN = "Okänd person"


@dataclass(frozen=True, slots=True)
class Topic:
    """An area or a system, by its register and what makes it the same in several kommuner.

    `ids` are its records, the own one first; a system may have no own one. One that is `protected` by säkerhetsskydd is
    left out of papers.
    """

    register: str
    key: str
    name: str
    place: int
    ids: tuple[UUID, ...]
    protected: bool = False

    @property
    def record_id(self) -> UUID:
        """The record that a click opens and that new judgements are about."""
        return self.ids[0]


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the IT staff: the kommun and the unit by name, "" where they are not known."""

    id: UUID
    name: str
    unit: str
    kommun: str
    kommun_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class _Unit:
    """Where somebody belongs."""

    name: str = ""
    kommun: str = ""
    kommun_id: UUID | None = None
    is_it: bool = False


_NO_UNIT = _Unit()


@dataclass(frozen=True, slots=True)
class Judged:
    """What somebody knows of a topic and is wanted to know; None where nobody has said it. `id` is the record."""

    id: UUID
    level: int | None
    wanted: int | None
    priority: str


@dataclass(frozen=True)
class Ground:
    """All of it. `judged` is by person and the `key` of a topic together with its register."""

    topics: tuple[Topic, ...]
    people: Mapping[UUID, Someone]
    judged: Mapping[tuple[UUID, str, str], Judged]

    def of(self, person: UUID, topic: Topic) -> Judged | None:
        """What is judged of a person in a topic."""
        return self.judged.get((person, topic.register, topic.key))

    def levels(self, topic: Topic) -> dict[UUID, int | None]:
        """What everybody who is judged in a topic knows, by person."""
        return self._by_topic.get((topic.register, topic.key), {})

    def able(self, topic: Topic) -> int:
        """How many are able."""
        return depth(self.levels(topic).values())

    @property
    def open_part(self) -> Ground:
        """What may stand in papers: without the systems that are protected."""
        return replace(self, topics=tuple(topic for topic in self.topics if not topic.protected))

    @cached_property
    def _by_topic(self) -> dict[tuple[str, str], dict[UUID, int | None]]:
        found: dict[tuple[str, str], dict[UUID, int | None]] = {}
        for (person, register, key), judged in self.judged.items():
            found.setdefault((register, key), {})[person] = judged.level
        return found


def ground_of(reading: Reading) -> Ground:
    """What is known on the day of the reading."""
    own = reading.organisation_id
    judged = [read.record for read in _all(reading, COMPETENCES) if isinstance(read.record, Competence)]
    judged.sort(key=lambda record: (record.owner == own, record.id))  # the own word comes last, and stands
    wanted = {record.system for record in judged if record.system is not None}
    areas = _topics(AREAS, own, ((read, _area_of(read)) for read in _all(reading, AREAS)))
    known = reading.many(SYSTEMS, wanted).values()
    systems = _topics(SYSTEMS, own, ((read, _system_of(read)) for read in known))
    people = _people(reading, {record.person for record in judged if record.person is not None})
    topic_of = {record_id: topic for topic in (*areas, *systems) for record_id in topic.ids}
    cells: dict[tuple[UUID, str, str], Judged] = {}
    for record in judged:
        about = record.area or record.system
        topic = topic_of.get(about) if about is not None else None
        if topic is not None and record.person is not None and record.person in people:
            cells[record.person, topic.register, topic.key] = _judged(record)
    asked = {(register, key) for _person, register, key in cells}
    in_use = (topic for topic in systems if (topic.register, topic.key) in asked)
    return Ground((*areas, *in_use), people, cells)


def _all(reading: Reading, register: str) -> Iterator[Read]:
    for read in reading.many(register, reading.keys(register, _EVERYBODY)).values():
        if not read.placeholder and not read.record.deleted:
            yield read


def _area_of(read: Read) -> tuple[str, int]:
    place = read.record.place if isinstance(read.record, CompetenceArea) else None
    return fold(read.label), _LAST if place is None else place


def _system_of(read: Read) -> tuple[str, int]:
    product = read.record.product if isinstance(read.record, System) else ""
    return same_key(product, read.label), 0


def _topics(register: str, own: UUID, found: Iterable[tuple[Read, tuple[str, int]]]) -> list[Topic]:
    """Records that are the same as one topic each, by their place and name."""
    same: dict[str, list[tuple[Read, int]]] = {}
    for read, (key, place) in found:
        same.setdefault(key, []).append((read, place))
    made = []
    for key, reads in same.items():
        reads.sort(key=lambda item: (item[0].record.owner != own, item[0].record.id))
        first, place = reads[0]
        protected = any(getattr(read.record, "security_protection", None) for read, _place in reads)
        made.append(
            Topic(register, key, first.label, place, tuple(read.record.id for read, _place in reads), protected)
        )
    return sorted(made, key=lambda topic: (topic.place, swedish_key(topic.name)))


def _people(reading: Reading, judged: set[UUID]) -> dict[UUID, Someone]:
    """Who is judged, and the rest of the IT units; those who have left are no more."""
    units = _units(reading)
    everybody = {read.record.id: read for read in _all(reading, PEOPLE)}
    known = reading.many(PEOPLE, judged - set(everybody))
    found: dict[UUID, Someone] = {}
    for read in (*everybody.values(), *known.values()):
        person = read.record
        if not isinstance(person, Person) or person.deleted or has_left(person, reading.day):
            continue
        unit = units.get(person.organisation, _NO_UNIT) if person.organisation is not None else _NO_UNIT
        if person.id in judged or unit.is_it:
            found[person.id] = Someone(person.id, read.label or _UNKNOWN, unit.name, unit.kommun, unit.kommun_id)
    return dict(sorted(found.items(), key=lambda item: (swedish_key(item[1].name), item[0])))


def has_left(person: Person, day: date) -> bool:
    """Whether a person is not with the kommun any more on a day."""
    return person.anonymised_on is not None or (person.left_on is not None and person.left_on < day)


def _units(reading: Reading) -> dict[UUID, _Unit]:
    """Every organisation, with the kommun or other juridical person that it belongs to."""
    records = _organisations(reading)
    found: dict[UUID, _Unit] = {}
    for organisation in records.values():
        legal, seen = organisation, {organisation.id}
        while legal.kind not in LEGAL_PERSONS and legal.parent in records and legal.parent not in seen:
            seen.add(legal.parent)
            legal = records[legal.parent]
        is_legal = legal.kind in LEGAL_PERSONS
        kommun, kommun_id = (legal.name, legal.id) if is_legal else ("", None)
        found[organisation.id] = _Unit(organisation.name, kommun, kommun_id, organisation.kind == _IT_UNIT)
    return found


def _organisations(reading: Reading) -> dict[UUID, Organisation]:
    """All organisations, also kommuner that are known by name only."""
    reads = reading.many("organisations", reading.keys("organisations", _EVERYBODY))
    records = {key: read.record for key, read in reads.items() if isinstance(read.record, Organisation)}
    above = {record.parent for record in records.values() if record.parent is not None} - set(records)
    more = reading.many("organisations", above).items()
    return records | {key: read.record for key, read in more if isinstance(read.record, Organisation)}


def _judged(record: Competence) -> Judged:
    return Judged(record.id, _number(record.level), _number(record.wanted_level), record.priority)


def _number(code: str) -> int | None:
    return int(code) if code.isdecimal() else None
