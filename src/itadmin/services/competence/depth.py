"""The depth map: how many in the whole region are able in each area and system, and which are vulnerable.

And the systems whose competence is hard to keep, with the reasons in words: the circumstance of the IT-policy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.competence import (
    NO_SUBSTITUTE,
    TOO_FEW,
    Why,
    hard_to_keep,
    is_vulnerable,
    same_key,
    why_words,
)
from itadmin.domain.registers.systems import System
from itadmin.services.competence.ground import AREAS, SYSTEMS, Ground, Topic, ground_of
from itadmin.services.reading import ListQuery, Reading

_RETIRED = "avvecklad"
_FINDINGS = (TOO_FEW, NO_SUBSTITUTE)


@dataclass(frozen=True, slots=True)
class DepthLine:
    """An area or a system: how many are able, and of how many judged; `judged` None where only a number is told."""

    register: str
    record_id: UUID
    name: str
    able: int
    judged: int | None

    @property
    def is_vulnerable(self) -> bool:
        """Whether too few are able."""
        return is_vulnerable(self.able)

    @property
    def kind(self) -> str:
        """What it is: "Område" or "System"."""
        return "Område" if self.register == AREAS else "System"

    @property
    def standing(self) -> str:
        """How it stands in a word."""
        return "Sårbart" if self.is_vulnerable else "Tryggt"


@dataclass(frozen=True, slots=True)
class Trouble:
    """An own system whose competence is hard to keep, and why; one that is `protected` is left out of papers."""

    system: UUID
    name: str
    reasons: tuple[Why, ...]
    sentence: str
    protected: bool = False


def depth_of(reading: Reading, ground: Ground) -> tuple[DepthLine, ...]:
    """Every area, every system that people are judged in, and own systems of which a number is told; areas first."""
    lines = (
        DepthLine(topic.register, topic.record_id, topic.name, ground.able(topic), _judged(ground, topic))
        for topic in ground.topics
    )
    found = [line for line in lines if line.judged or line.register == AREAS]
    judged = {topic.key for topic in ground.topics if topic.register == SYSTEMS and _judged(ground, topic)}
    return (*found, *_told(reading, judged))


def beside_areas(lines: Iterable[DepthLine]) -> str:
    """That systems are vulnerable too, where only areas are shown: "Dessutom är 3 system sårbara."; "" for none."""
    number = sum(line.is_vulnerable for line in lines if line.register == SYSTEMS)
    return f"Dessutom är {number} system {'sårbart' if number == 1 else 'sårbara'}." if number else ""


def able_by_system(reading: Reading, systems: Iterable[System]) -> dict[UUID, int]:
    """How many are able with each of some systems: as people are judged, else as told; unknown ones are left out."""
    ground = ground_of(reading)
    judged = {
        topic.key: ground.able(topic) for topic in ground.topics if topic.register == SYSTEMS and _judged(ground, topic)
    }
    found = {
        system.id: judged.get(same_key(system.product, system.name), system.competent_people) for system in systems
    }
    return {key: able for key, able in found.items() if able is not None}


def troubles(reading: Reading) -> tuple[Trouble, ...]:
    """The own systems in use whose competence is hard to keep, in name order."""
    found = _found(reading)
    keys = reading.keys(SYSTEMS)
    told = (_trouble(read.label, read.record, found) for read in reading.many(SYSTEMS, keys).values())
    return tuple(trouble for trouble in told if trouble is not None)


def trouble_of(reading: Reading, system_id: UUID) -> Trouble | None:
    """Why the competence of one own system is hard to keep; None when it is not."""
    read = reading.many(SYSTEMS, [system_id]).get(system_id)
    return None if read is None else _trouble(read.label, read.record, _found(reading))


def _found(reading: Reading) -> dict[str, frozenset[UUID]]:
    return {key: frozenset(reading.keys(SYSTEMS, ListQuery(findings=(key,)))) for key in _FINDINGS}


def _trouble(name: str, system: object, found: dict[str, frozenset[UUID]]) -> Trouble | None:
    if not isinstance(system, System) or system.deleted or system.lifecycle == _RETIRED:
        return None
    findings = [key for key, systems in found.items() if system.id in systems]
    reasons = hard_to_keep(system.competence_rating, findings)
    if not reasons:
        return None
    sentence = why_words(reasons, system.competence_rating)
    return Trouble(system.id, name, reasons, sentence, bool(system.security_protection))


def _judged(ground: Ground, topic: Topic) -> int:
    return sum(level is not None for level in ground.levels(topic).values())


def _told(reading: Reading, judged: set[str]) -> Iterator[DepthLine]:
    for read in reading.many(SYSTEMS, reading.keys(SYSTEMS)).values():
        system = read.record
        if not isinstance(system, System) or system.competent_people is None or system.lifecycle == _RETIRED:
            continue
        if same_key(system.product, system.name) not in judged:
            yield DepthLine(SYSTEMS, system.id, read.label, system.competent_people, None)
