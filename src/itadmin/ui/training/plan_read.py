"""A utbildningsplan as the table of målgrupper and moment needs it, read at one moment. No Qt, writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from itadmin.domain.calculations.lacking import DEMANDS as HELD_TO
from itadmin.domain.calculations.lacking import VOLUNTARY
from itadmin.domain.identifiers import is_municipality_code, municipality_id
from itadmin.domain.problems import NotFoundError
from itadmin.domain.registers.organisations import Organisation
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_plans import TrainingPlan
from itadmin.domain.words import Words
from itadmin.services.reading import Read, Reading
from itadmin.services.reference_data import municipalities
from itadmin.services.training.plans import modules_of

PLANS, MODULES = "training_plans", "training_modules"
NO_DEMAND = ""
DEMANDS = (*HELD_TO, VOLUNTARY)
"""How a målgrupp may be held to a moment, the hardest first."""


@dataclass(frozen=True)
class PlanRead:
    """One plan with its moment in their order.

    `others` are what moment of other plans are called that are asked for here as förkunskaper; those that are in the
    bin are in neither. `towns` are what kommuner are called in short, by kommunkod; `counted` those with people.
    """

    read: Read
    plan: TrainingPlan
    modules: tuple[TrainingModule, ...]
    others: Mapping[UUID, str]
    towns: Mapping[str, str]
    counted: tuple[str, ...]
    words: Words
    writable: bool
    lock: str

    @property
    def audiences(self) -> tuple[str, ...]:
        """The målgrupper by their codes: those of the plan in its order, then those that only a moment speaks of."""
        spoken = (row.audience for module in self.modules for row in module.demands)
        return tuple(dict.fromkeys((*(row.audience for row in self.plan.audiences), *spoken)))

    def audience_word(self, audience: str) -> str:
        """What a målgrupp is called."""
        return self.words.label_of("malgrupp", audience)

    def level(self, audience: str) -> str:
        """How well a målgrupp must know the system, as a code; "" when that is not said."""
        return next((row.level for row in self.plan.audiences if row.audience == audience), "")

    def module(self, module_id: UUID) -> TrainingModule | None:
        """A moment of the plan."""
        return next((module for module in self.modules if module.id == module_id), None)

    def name_of(self, module_id: UUID) -> str:
        """What a moment is called in short: its code, else its title; "" when it is not to be found."""
        module = self.module(module_id)
        return (module.code or module.title) if module else self.others.get(module_id, "")

    def people(self, audience: str, municipality: str) -> int | None:
        """How many of a målgrupp there are in a kommun; None when that is not told."""
        rows = self.plan.head_counts
        return next((r.people for r in rows if (r.audience, r.municipality) == (audience, municipality)), None)

    def heads(self, audience: str) -> int | None:
        """How many there are of a målgrupp in all kommuner together; None when that is not told of any."""
        known = [row.people for row in self.plan.head_counts if row.audience == audience and row.people is not None]
        return sum(known) if known else None

    @property
    def uncounted(self) -> tuple[str, ...]:
        """The målgrupper that must go through something, but of which no number is told in any kommun."""
        held = {row.audience for module in self.modules for row in module.demands if row.demand in HELD_TO}
        return tuple(each for each in self.audiences if each in held and self.heads(each) is None)

    def demanded_minutes(self, audience: str) -> int:
        """The time of the moment that a målgrupp must go through."""
        return sum(module.minutes or 0 for module in self.modules if demand_of(module, audience) in DEMANDS[:2])


def demand_of(module: TrainingModule, audience: str) -> str:
    """How a målgrupp is held to a moment; "" when it is not."""
    return next((row.demand for row in module.demands if row.audience == audience), NO_DEMAND)


def read_plan(reading: Reading, plan_id: UUID, *, writable: bool) -> PlanRead:
    """Read a plan; `writable` says whether it would be one's own to change were it not locked.

    Raises NotFoundError when it is gone or lies in the bin.
    """
    read = reading.one(PLANS, plan_id)
    plan = read.record
    if not isinstance(plan, TrainingPlan) or plan.deleted:
        raise NotFoundError("Utbildningsplanen ligger i papperskorgen eller finns inte längre i filen.")
    modules = tuple(modules_of(reading, plan_id))
    own = {module.id for module in modules}
    asked = {key for module in modules for key in module.prerequisites} - own
    found = reading.many(MODULES, asked)
    lock = reading.lock_of(PLANS, plan)
    counted = _counted(reading, plan)
    return PlanRead(
        read=read,
        plan=plan,
        modules=modules,
        others={key: each.label for key, each in found.items() if not each.record.deleted},
        towns=_towns(reading, counted),
        counted=counted,
        words=reading.words,
        writable=writable and lock is None,
        lock=lock.sentence if lock else "",
    )


def _counted(reading: Reading, plan: TrainingPlan) -> tuple[str, ...]:
    """The kommuner that people are counted in, by kommunkod: those the plan is for, and those that have a number.

    The own kommun where the plan names none.
    """
    asked = plan.municipalities or (reading.organisation_id,)
    reads = reading.many("organisations", asked).values()
    codes = [read.record.municipality_code for read in reads if isinstance(read.record, Organisation)]
    return tuple(dict.fromkeys(code for code in (*codes, *(row.municipality for row in plan.head_counts)) if code))


def _towns(reading: Reading, counted: tuple[str, ...]) -> dict[str, str]:
    """What kommuner are called: in short those that ship, others as their records have it, else by their code."""
    shipped = {each.code: each.town for each in municipalities()}
    keys = {code: municipality_id(code) for code in counted if code not in shipped and is_municipality_code(code)}
    labels = reading.labels("organisations", keys.values())
    return {**{code: labels.get(keys[code], code) if code in keys else code for code in counted}, **shipped}
