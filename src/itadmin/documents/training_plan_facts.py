"""What a utbildningsplan is printed of: the plan, its system, moment, sessions, and who answers for what.

Builds no blocks. People are told of by function, never by name: the plan is an open paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.documents.steering_document_facts import title_of
from itadmin.domain.calculations.lacking import DEMANDS
from itadmin.domain.calculations.participation import ATTENDED, SIGNED_UP, WAITING
from itadmin.domain.calculations.training_plans import ADOPTED, REPLACED
from itadmin.domain.identifiers import is_municipality_code, municipality_id
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.systems import System
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_participations import TrainingParticipation
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.domain.registers.training_sessions import TrainingSession
from itadmin.domain.values import LISTS
from itadmin.domain.words import Words
from itadmin.services.reading import Reading
from itadmin.services.sessions.parts import parts_of
from itadmin.services.training.plans import modules_of, versions_of_module

REGISTER = "training_plans"
CALLED_OFF = "installt"
_AUDIENCES = tuple(LISTS["malgrupp"])


@dataclass(frozen=True)
class Occasion:
    """A session of the plan's moment, which of them it gives, how many it concerns, and who has done it."""

    session: TrainingSession
    modules: tuple[TrainingModule, ...]
    signed_up: int
    done: frozenset[UUID]
    ratings: tuple[int, ...]


@dataclass(frozen=True)
class PlanFacts:
    """The facts of one plan. `municipalities` are names by kommunkod, in the order they are counted.

    `done` is how many people have done each moment, in any version of the plan.
    """

    plan: TrainingPlan
    own: Organisation
    day: date
    system: System | None
    responsible: str
    replaces: str
    modules: tuple[TrainingModule, ...]
    occasions: tuple[Occasion, ...]
    done: Mapping[UUID, int]
    municipalities: Mapping[str, str]
    concerned: tuple[str, ...]
    words: Words

    @property
    def audiences(self) -> tuple[str, ...]:
        """The codes of the målgrupper that the plan or its moment speak of, in the order of the value list."""
        spoken = {row.audience for row in self.plan.audiences} | {row.audience for row in self.plan.head_counts}
        spoken |= {row.audience for module in self.modules for row in module.demands}
        return tuple(sorted(spoken, key=lambda code: (_AUDIENCES.index(code) if code in _AUDIENCES else 99, code)))

    def people(self, audience: str, municipality: str) -> int | None:
        """How many of a målgrupp there are in a kommun; None when that is not told."""
        rows = self.plan.head_counts
        return next((r.people for r in rows if (r.audience, r.municipality) == (audience, municipality)), None)

    def expected(self, module: TrainingModule) -> int | None:
        """How many must do a moment, by the numbers of the plan; None when those are not told."""
        asked = {row.audience for row in module.demands if row.demand in DEMANDS}
        told = [row.people for row in self.plan.head_counts if row.audience in asked and row.people is not None]
        return sum(told) if told else None

    @property
    def is_adopted(self) -> bool:
        """Whether the plan is decided on."""
        return self.plan.status in (*ADOPTED, REPLACED)


def gather(reading: Reading, record_id: UUID | None) -> PlanFacts:
    """What the paper is made of. Raises KnownError when there is no such plan."""
    if record_id is None:
        raise KnownError("Välj vilken utbildningsplan handlingen ska göras av.")
    plan, own = reading.one(REGISTER, record_id).record, reading.organisation().record
    if not isinstance(plan, TrainingPlan) or not isinstance(own, Organisation):
        raise KnownError("Handlingen kan bara göras av en utbildningsplan.")
    modules = tuple(modules_of(reading, record_id))
    occasions = _occasions(reading, modules)
    counted = _municipalities(reading, plan)
    return PlanFacts(
        plan=plan,
        own=own,
        day=reading.day,
        system=_system(reading, plan.system),
        responsible=plan.responsible_function or title_of(reading, plan.responsible),
        replaces=_replaced(reading, plan.replaces),
        modules=modules,
        occasions=occasions,
        done={module.id: len(_done(reading, module, occasions)) for module in modules},
        municipalities=counted,
        concerned=tuple(reading.labels("organisations", plan.municipalities).values()) or tuple(counted.values()),
        words=reading.words,
    )


def _system(reading: Reading, system_id: UUID | None) -> System | None:
    found = reading.many("systems", [system_id]).values() if system_id else ()
    return next((read.record for read in found if isinstance(read.record, System)), None)


def _replaced(reading: Reading, plan_id: UUID | None) -> str:
    found = reading.many(REGISTER, [plan_id]).values() if plan_id else ()
    for read in found:
        if isinstance(read.record, TrainingPlan):
            version = read.record.version
            return f"{read.label}, version {version}" if version else read.label
    return ""


def _occasions(reading: Reading, modules: Sequence[TrainingModule]) -> tuple[Occasion, ...]:
    """The sessions that give any version of the moment, by day; those that were called off are not told."""
    given: dict[UUID, tuple[TrainingSession, list[TrainingModule]]] = {}
    for module in modules:
        for version in versions_of_module(reading, module):
            for read in reading.referring("training_sessions", "modules", version):
                if isinstance(read.record, TrainingSession) and read.record.status != CALLED_OFF:
                    _session, of = given.setdefault(read.record.id, (read.record, []))
                    if module not in of:
                        of.append(module)
    occasions = (_occasion(reading, session, tuple(of)) for session, of in given.values())
    return tuple(
        sorted(
            occasions, key=lambda found: (found.session.starts_on or date.max, found.session.title, found.session.id)
        )
    )


def _occasion(reading: Reading, session: TrainingSession, modules: tuple[TrainingModule, ...]) -> Occasion:
    parts = parts_of(reading, session.id)
    return Occasion(
        session=session,
        modules=modules,
        signed_up=sum(part.status in (SIGNED_UP, WAITING, ATTENDED) for part in parts),
        done=frozenset(part.person for part in parts if part.status == ATTENDED and part.person),
        ratings=tuple(part.rating for part in parts if part.rating is not None),
    )


def _done(reading: Reading, module: TrainingModule, occasions: Sequence[Occasion]) -> frozenset[UUID]:
    """Who has done a moment, at a session or by themselves."""
    at_sessions = (found.done for found in occasions if module in found.modules)
    alone = (
        read.record.person
        for version in versions_of_module(reading, module)
        for read in reading.referring("training_participations", "module", version)
        if isinstance(read.record, TrainingParticipation) and read.record.status == ATTENDED
    )
    return frozenset().union(*at_sessions, (person for person in alone if person))


def _municipalities(reading: Reading, plan: TrainingPlan) -> Mapping[str, str]:
    return dict(_named(reading, dict.fromkeys(row.municipality for row in plan.head_counts)))


def _named(reading: Reading, codes: Mapping[str, None]) -> Iterator[tuple[str, str]]:
    for code in codes:
        key = municipality_id(code) if is_municipality_code(code) else None
        found = reading.labels("organisations", [key]).get(key, "") if key else ""
        yield code, found or code
