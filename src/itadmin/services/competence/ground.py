"""What is known of competence in the whole file, also what neighbours have sent: people, areas and systems, levels.

Areas of several kommuner with the same name are one, and so are systems that `same_key` says are. People who have left
count no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from uuid import UUID

from itadmin.domain.calculations.competence import depth
from itadmin.domain.text import fold
from itadmin.services.organisations import LEGAL_PERSONS
from itadmin.services.reading import Reading
from itadmin.storage.queries.competence_facts import (
    CompetenceFacts,
    PersonRow,
    TopicRow,
    UnitRow,
    competence_facts,
)

AREAS, SYSTEMS, PEOPLE, COMPETENCES = "networks", "systems", "people", "competences"
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
    with reading.file.reading() as connection:
        facts = competence_facts(connection)
    own = reading.organisation_id.bytes
    areas, systems = _topics(AREAS, own, facts.areas), _topics(SYSTEMS, own, facts.systems)
    people = _people(facts, own, reading.day)
    topic_of = {record_id.bytes: topic for topic in (*areas, *systems) for record_id in topic.ids}
    person_of = {who.id.bytes: who.id for who in people.values()}
    cells: dict[tuple[UUID, str, str], Judged] = {}
    for row in sorted(facts.judged, key=lambda row: (row.owner == own, row.key)):  # the own word stands
        about = row.area or row.system
        topic = topic_of.get(about) if about is not None else None
        person = person_of.get(row.person)
        if topic is not None and person is not None:
            judged = Judged(UUID(bytes=row.key), _number(row.level), _number(row.wanted), row.priority or "")
            cells[person, topic.register, topic.key] = judged
    asked = {(register, key) for _person, register, key in cells}
    in_use = (topic for topic in systems if (topic.register, topic.key) in asked)
    return Ground((*areas, *in_use), people, cells)


def _topics(register: str, own: bytes, rows: Iterable[TopicRow]) -> list[Topic]:
    """Records that are the same as one topic each, by their place and name."""
    same: dict[str, list[TopicRow]] = {}
    for row in rows:
        same.setdefault(fold(row.same), []).append(row)
    made: list[tuple[int, str, Topic]] = []
    for key, alike in same.items():
        alike.sort(key=lambda row: (row.owner != own, row.key))
        first = alike[0]
        place = _LAST if first.place is None else first.place
        ids = tuple(UUID(bytes=row.key) for row in alike)
        topic = Topic(register, key, first.name, place, ids, any(row.protected for row in alike))
        made.append((place, first.sort_key, topic))
    return [topic for _place, _sort_key, topic in sorted(made, key=lambda each: each[:2])]


def _people(facts: CompetenceFacts, own: bytes, day: date) -> dict[UUID, Someone]:
    """Who is judged, and the rest of the IT units, by name; those who have left are no more."""
    units = _units(facts.units)
    judged = {row.person for row in facts.judged}
    here = [row for row in facts.people if not row.anonymised and (row.left_on is None or row.left_on >= day)]
    unit_of = {row.key: units.get(row.organisation, _NO_UNIT) if row.organisation else _NO_UNIT for row in here}
    told = _told(facts, own, {row.key: unit_of[row.key].kommun_id for row in here if row.key in judged})
    found = {}
    for row in sorted(here, key=lambda row: (row.sort_key, row.key)):
        unit = unit_of[row.key]
        if (row.key in judged or unit.is_it) and told(row, unit.kommun_id):
            key = UUID(bytes=row.key)
            found[key] = Someone(key, row.name or _UNKNOWN, unit.name, unit.kommun, unit.kommun_id)
    return found


def _told(
    facts: CompetenceFacts, own: bytes, judged: Mapping[bytes, UUID | None]
) -> Callable[[PersonRow, UUID | None], bool]:
    """Whose word about the people of a kommun counts; `judged` are people who are judged, with their kommun.

    A kommun that has judged its people tells of them alone. Until then those whom others have judged stand for them.
    """
    judging = {own, *(row.owner for row in facts.judged)}
    owners = {row.key: row.owner for row in facts.people}
    stood_for = {kommun for person, kommun in judged.items() if kommun and owners[person] != kommun.bytes}

    def counts(row: PersonRow, kommun: UUID | None) -> bool:
        if kommun is None or kommun.bytes in judging:
            return facts.spoken.holds(row.owner, kommun.bytes if kommun else None)
        return row.owner != kommun.bytes or kommun not in stood_for

    return counts


def _units(rows: Iterable[UnitRow]) -> dict[bytes, _Unit]:
    """Every organisation, with the kommun or other juridical person that it belongs to."""
    by_key = {row.key: row for row in rows}
    found: dict[bytes, _Unit] = {}
    for row in by_key.values():
        legal, seen = row, {row.key}
        while legal.kind not in LEGAL_PERSONS and legal.parent in by_key and legal.parent not in seen:
            seen.add(legal.parent)
            legal = by_key[legal.parent]
        is_legal = legal.kind in LEGAL_PERSONS
        kommun, kommun_id = (legal.name, UUID(bytes=legal.key)) if is_legal else ("", None)
        found[row.key] = _Unit(row.name, kommun, kommun_id, row.kind == _IT_UNIT)
    return found


def _number(code: str | None) -> int | None:
    return int(code) if code and code.isdecimal() else None
