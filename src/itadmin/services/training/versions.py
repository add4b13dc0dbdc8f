"""Versions of an utbildningsplan: which there are, what one lacks before it is adopted, and adopting it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.circles import first_circle
from itadmin.domain.calculations.training_plans import ADOPTED, IN_FORCE, REPLACED, next_revision
from itadmin.domain.calendar import prose
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.systems import System
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.domain.text import listed
from itadmin.services.reading import Read, Reading
from itadmin.services.records import Records
from itadmin.services.training.plans import REGISTER, modules_of, plan_in

_LONGEST_VERSION = 40


@dataclass(frozen=True, slots=True)
class Adoption:
    """When and by whom a plan is adopted: a person, else a function."""

    day: date
    by: UUID | None = None
    function: str = ""
    registry_number: str = ""


def versions_of(reading: Reading, plan_id: UUID) -> list[Read]:
    """The plan, what it replaces in turn, and what replaces it, newest first. Raises NotFoundError."""
    chain = [reading.one(REGISTER, plan_id)]
    while (later := _other(reading.referring(REGISTER, "replaces", chain[0].record.id), chain)) is not None:
        chain.insert(0, later)
    while (earlier := _other(_replaced(reading, chain[-1]), chain)) is not None:
        chain.append(earlier)
    return chain


def lacking(reading: Reading, plan_id: UUID) -> tuple[str, ...]:
    """What a plan lacks before it can be adopted, as words that follow "saknar". Raises NotFoundError."""
    return tuple(_lacking(plan_in(reading.one(REGISTER, plan_id)), modules_of(reading, plan_id)))


def adopt(reading: Reading, records: Records, plan_id: UUID, adoption: Adoption) -> ChangeSet:
    """Adopt a draft: it is locked, holds for twelve months, and the one before it is replaced. Nothing is written.

    Raises KnownError when it is adopted already, lacks something, goes round in a circle, or the day has not come.
    """
    read = reading.one(REGISTER, plan_id)
    plan = plan_in(read)
    _refuse(read, plan, adoption, reading.day)
    modules = modules_of(reading, plan_id)
    _refuse_circle(modules)
    lacks = list(_lacking(plan, modules))
    if lacks:
        raise KnownError(f"{read.label} kan inte fastställas. Den saknar {listed(lacks)}. Fyll i det först.")
    changes, refused = records.changes_of_save(REGISTER, [plan_id], _values(reading, plan, adoption))
    if refused:
        raise KnownError(refused[0].reason)
    before = _before(reading, plan)
    replaced, refused = records.changes_of_save(REGISTER, before, {"status": REPLACED})
    if refused:
        raise KnownError(refused[0].reason)
    return ChangeSet(f"Fastställde {read.label}", tuple(_flat((replaced, changes))))


def leads_to(reading: Reading, plan_id: UUID, day: date) -> str:
    """What adopting a plan on a day leads to, in sentences: from when it holds and what it replaces."""
    plan = plan_in(reading.one(REGISTER, plan_id))
    values = _values(reading, plan, Adoption(day))
    begins, revised = (date.fromisoformat(str(values[name])) for name in ("valid_from", "revise_by"))
    until = f" till och med {prose(plan.valid_until)}" if plan.valid_until else ""
    told = [f"Planen blir skrivskyddad, gäller från {prose(begins)}{until} och ska ses över senast {prose(revised)}."]
    before = reading.many(REGISTER, _before(reading, plan)).values()
    if before:
        named = listed([f"{read.label} {plan_in(read).version}".strip() for read in before])
        told.append(f"Den ersätter {named}.")
    return " ".join((*told, "Ändringar görs i en ny version."))


def _refuse(read: Read, plan: TrainingPlan, adoption: Adoption, today: date) -> None:
    if plan.status in (*ADOPTED, REPLACED):
        raise KnownError(f"{read.label} är redan fastställd. Gör en ny version om den ska ändras.")
    if adoption.day > today:
        raise KnownError("Planen kan inte fastställas en dag som inte har kommit. Ändra dagen.")
    if adoption.by is None and not adoption.function.strip():
        raise KnownError("Ange vem som fastställer planen: en person, eller en funktion som Systemägare.")


def _refuse_circle(modules: Sequence[TrainingModule]) -> None:
    circle = first_circle({module.id: module.prerequisites for module in modules})
    if circle:
        names = {module.id: module.code or module.title for module in modules}
        told = " → ".join(names[key] for key in circle)
        raise KnownError(f"Förkunskaperna går runt i en cirkel: {told}. Ta bort en av dem först.")


def _lacking(plan: TrainingPlan, modules: Sequence[TrainingModule]) -> Iterator[str]:
    if not plan.kind:
        yield "uppgift om vad den gäller"
    if plan.kind == "system" and plan.system is None:
        yield "system"
    if not plan.version:
        yield "version"
    if not plan.purpose:
        yield "syfte och mål"
    if plan.responsible is None and not plan.responsible_function:
        yield "ansvarig"
    if not plan.audiences:
        yield "målgrupper"
    if not modules:
        yield "moment"
    elif not any(module.demands for module in modules):
        yield "krav på vilka som ska gå momenten"
    unfinished = [module.code or module.title for module in modules if not module.form or module.minutes is None]
    if unfinished:
        yield f"form eller tid för {listed(unfinished)}"


def _values(reading: Reading, plan: TrainingPlan, adoption: Adoption) -> Mapping[str, object]:
    day = adoption.day
    last = next_revision(day)
    starts = plan.valid_from if plan.valid_from and plan.valid_from >= day else day
    revised = plan.revise_by if plan.revise_by and starts < plan.revise_by < last else last
    return {
        "status": IN_FORCE,
        "adopted_on": day.isoformat(),
        "adopted_by": str(adoption.by) if adoption.by else None,
        "adopted_function": adoption.function.strip() or None,
        "registry_number": adoption.registry_number.strip() or plan.registry_number or None,
        "system_version": _version_of_system(reading, plan) or None,
        "valid_from": starts.isoformat(),
        "revise_by": revised.isoformat(),
    }


def _version_of_system(reading: Reading, plan: TrainingPlan) -> str:
    read = reading.many("systems", [plan.system]).get(plan.system) if plan.system else None
    return read.record.version[:_LONGEST_VERSION] if read and isinstance(read.record, System) else ""


def _before(reading: Reading, plan: TrainingPlan) -> list[UUID]:
    """The adopted own plans that the plan takes the place of: the one it replaces, and others of its system."""
    earlier = [plan.replaces] if plan.replaces else []
    reads = list(reading.many(REGISTER, earlier).values())
    if plan.system is not None:
        reads += reading.referring(REGISTER, "system", plan.system)
    return list(
        dict.fromkeys(
            read.record.id
            for read in reads
            if read.record.id != plan.id
            and read.record.owner == reading.organisation_id
            and plan_in(read).status in ADOPTED
        )
    )


def _replaced(reading: Reading, read: Read) -> list[Read]:
    earlier = plan_in(read).replaces
    return list(reading.many(REGISTER, [earlier]).values()) if earlier else []


def _other(found: Iterable[Read], chain: Iterable[Read]) -> Read | None:
    """The first that is not in the chain already."""
    known = {read.record.id for read in chain}
    return next((read for read in found if read.record.id not in known), None)


def _flat(found: Iterable[Mapping[UUID, tuple[Change, ...]]]) -> Iterator[Change]:
    for by_record in found:
        for changes in by_record.values():
            yield from changes
