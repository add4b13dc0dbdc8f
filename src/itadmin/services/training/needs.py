"""Needs made of what the register knows: of those who lack what is demanded, and of how many a plan is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.lacking import DEMANDS
from itadmin.domain.changes import ChangeSet
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.services.reading import Reading
from itadmin.services.records import Records
from itadmin.services.training.demanded import subjects
from itadmin.services.training.joining import NEEDS, Needed
from itadmin.services.training.lacking import Lacking, lacking
from itadmin.services.training.plans import MODULES, REGISTER, first_version, plan_in
from itadmin.storage.queries.training import training_facts

_NOT_YET = "ej_paborjad"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A need to be made."""

    title: str
    system: UUID | None
    module: UUID
    municipality: UUID | None
    audience: str
    people: int


def needs_of_lacking(records: Records, reading: Reading, year: int) -> ChangeSet | None:
    """The step that adds a need for each module and kommun of those who lack it; None when all are needed already."""
    return _step(records, reading, year, _by_lacking(reading), "Gjorde behov av dem som saknar utbildning")


def needs_of_head_counts(records: Records, reading: Reading, year: int) -> ChangeSet | None:
    """The step that adds a need for each module that adopted plans demand, by how many they are for in each kommun."""
    return _step(records, reading, year, _by_head_counts(reading), "Gjorde behov av planernas antal")


def _by_lacking(reading: Reading) -> Iterator[_Wanted]:
    """How many lack each module, kommun by kommun; those of whom it is not known are counted as the own kommun's."""
    whole = lacking(reading)
    kommuner = [total.record for total in whole.by_municipality if total.record is not None]
    counted = {kommun: _lacking_of(lacking(reading, municipality=kommun)) for kommun in kommuner}
    all_told = _lacking_of(whole)
    known = Counter({module: sum(told.get(module, 0) for told in counted.values()) for module in all_told})
    counted[reading.organisation_id] = _both(counted.get(reading.organisation_id, {}), all_told, known)
    versions = _versions(reading)
    for kommun, told in counted.items():
        for identity, people in told.items():
            if people and identity in versions:
                module, system = versions[identity]
                yield _Wanted(module.title, system, module.id, kommun, "", people)


def _lacking_of(found: Lacking) -> dict[UUID, int]:
    return {total.record: total.tally.lack for total in found.by_module if total.record is not None}


def _both(own: Mapping[UUID, int], all_told: Mapping[UUID, int], known: Mapping[UUID, int]) -> dict[UUID, int]:
    """What the own kommun lacks, with what nobody's kommun is known of."""
    return {module: own.get(module, 0) + number - known[module] for module, number in all_told.items()}


def _versions(reading: Reading) -> dict[UUID, tuple[TrainingModule, UUID | None]]:
    """Each module by its first version, as it is in the plan that is in force, with the system of that plan."""
    return {first_version(module): (module, plan.system) for module, plan in _demanded(reading)}


def _demanded(reading: Reading) -> Iterator[tuple[TrainingModule, TrainingPlan]]:
    """The modules of the plans that count, the same as somebody may lack."""
    with reading.file.reading() as connection:
        asked = subjects(training_facts(connection, reading.day), lambda _subject: True)
    plans = reading.many(REGISTER, {UUID(bytes=subject.plan.key) for subject in asked})
    for read in reading.many(MODULES, [UUID(bytes=subject.module.key) for subject in asked]).values():
        module = read.record
        if isinstance(module, TrainingModule) and module.plan:
            yield module, plan_in(plans[module.plan])


def _by_head_counts(reading: Reading) -> Iterator[_Wanted]:
    for module, plan in _demanded(reading):
        held = {row.audience for row in module.demands if row.demand in DEMANDS}
        for row in plan.head_counts:
            if row.audience in held and row.people:
                kommun = municipality_id(row.municipality)
                yield _Wanted(module.title, plan.system, module.id, kommun, row.audience, row.people)


def _step(records: Records, reading: Reading, year: int, wanted: Iterable[_Wanted], title: str) -> ChangeSet | None:
    """The step that adds what is not needed already that year."""
    known = Needed(reading)
    changes = []
    for each in wanted:
        same = known.of(each.system, each.title, year)
        if (same, each.municipality) not in known.needed:
            changes.append(records.addition(NEEDS, _values(each, year)))
    return ChangeSet(title, tuple(changes)) if changes else None


def _values(wanted: _Wanted, year: int) -> dict[str, Any]:
    return {
        "topic": wanted.title,
        "system": str(wanted.system) if wanted.system else None,
        "module": str(wanted.module),
        "municipality": str(wanted.municipality) if wanted.municipality else None,
        "audience": wanted.audience or None,
        "year": year,
        "people": wanted.people,
        "status": _NOT_YET,
    }
