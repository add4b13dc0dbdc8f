"""Which modules are demanded of whom: those of the plans in force, each with the people of its målgrupper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from itadmin.domain.calculations.lacking import Held, Owed, strictest_first
from itadmin.domain.keys import Key
from itadmin.domain.text import swedish_key
from itadmin.services.training.completions import Completions
from itadmin.services.training.membership import Members
from itadmin.storage.queries.training import StoredModule, TrainingFacts
from itadmin.storage.queries.training_plans import StoredPlan


class Subject(NamedTuple):
    """A module of a plan in force, and what the plan is about: a system or, by its own name, something general."""

    module: StoredModule
    plan: StoredPlan
    about: str


OwedOf = tuple[Subject, Owed[Key]]


def subjects(facts: TrainingFacts, is_asked: Callable[[Subject], bool]) -> list[Subject]:
    """The modules of plans in force that are asked about: by what they are about in Swedish order, then as planned."""
    plans = in_force(facts)
    about = {key: facts.systems[plan.system] if plan.system else plan.label for key, plan in plans.items()}
    order = {key: (swedish_key(name), key) for key, name in about.items()}
    found = (
        Subject(module, plans[module.plan], about[module.plan]) for module in facts.modules if module.plan in plans
    )
    return sorted(filter(is_asked, found), key=lambda subject: order[subject.plan.key])


def in_force(facts: TrainingFacts) -> dict[Key, StoredPlan]:
    """The plans that demand anything: the one that counts of each system in the picture, and the general ones."""
    replaced = {plan.replaces for plan in facts.plans}
    systems: set[Key] = set()
    found = {}
    for plan in facts.plans:
        if plan.system is None:
            if plan.key not in replaced:
                found[plan.key] = plan
        elif plan.system in facts.systems and plan.system not in systems:
            systems.add(plan.system)
            found[plan.key] = plan
    return found


def owed_of(asked: list[Subject], facts: TrainingFacts, members: Members, completions: Completions) -> Iterator[OwedOf]:
    """What is owed of modules, of those that are demanded of anybody."""
    for subject in asked:
        module, plan, _about = subject
        rows = facts.demands.get(module.key, ())
        held = strictest_first(Held(audience, demand, members.of_plan(plan, audience)) for audience, demand in rows)
        if any(one.people for one in held):
            done = completions.done(module.identity, module.valid_months)
            yield subject, Owed(module.plan, module.identity, held, done)
