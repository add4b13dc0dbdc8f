"""Lines about utbildningsplaner: one that is missing, one no longer worth its name, and one soon to be looked over.

An outdated plan is told of its system, and then not of the plan too; one that is about no system is told of itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.attention import Act
from itadmin.domain.calculations.training_plans import PlanState, holds_until, judged
from itadmin.domain.calendar import spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.services.training.plans import by_system, parted
from itadmin.storage.queries.training_plans import StoredPlan

MISSING, OUTDATED, TO_BE_REVISED = "utan_utbildningsplan", "utbildningsplan_inaktuell", "plan_ska_revideras"
_SYSTEMS, _PLANS = "systems", "training_plans"
_NO_PLAN = Told(MISSING, "Verksamhetssystemet är i drift utan utbildningsplan.", act=Act.MAKE_PLAN)
_NOT_ADOPTED = Told(MISSING, "Utbildningsplanen är påbörjad men inte fastställd.", act=Act.OPEN_PLAN)


def of_training(known: Known) -> Iterator[tuple[str, Key, Told]]:
    """What is to be done about plans, by register and id."""
    told = dict(_of_systems(known))
    for system, said in told.items():
        yield _SYSTEMS, system, said
    for key in known.facts.found.get(_PLANS, {}):
        plan = known.facts.plans.get(key)
        if plan is not None and plan.system not in told:
            yield _PLANS, key, _to_be_revised(plan, known.day)


def _of_systems(known: Known) -> Iterator[tuple[Key, Told]]:
    plans = by_system(known.facts.plans.values())
    for system, keys in known.facts.found[_SYSTEMS].items():
        if MISSING in keys:
            yield system, _NOT_ADOPTED if system in plans else _NO_PLAN
        elif OUTDATED in keys:
            plan, draft = parted(plans.get(system, ()))
            if plan is not None:
                yield system, _outdated(plan, known.day, has_draft=draft is not None)


def _outdated(plan: StoredPlan, today: date, *, has_draft: bool) -> Told:
    reason = _reason(plan, today)
    last, adopted = holds_until(plan.time), plan.time.adopted_on
    return Told(
        OUTDATED,
        f"Utbildningsplanen är inaktuell: {reason}.{' En ny version är påbörjad.' if has_draft else ''}",
        last if last is not None and last < today else None,
        act=Act.OPEN_PLAN if has_draft else Act.NEXT_VERSION,
        occasion=adopted.isoformat() if adopted else "",
    )


def _to_be_revised(plan: StoredPlan, today: date) -> Told:
    last = holds_until(plan.time)
    if last is None:
        return Told(TO_BE_REVISED, f"Planen är inaktuell: {_reason(plan, today)}.", act=Act.NEXT_VERSION)
    when = "skulle ha reviderats" if last < today else "ska revideras"
    reason = f"Planen {when} senast {spoken_day(last, today)}, och ingen ny version är påbörjad."
    return Told(TO_BE_REVISED, reason, last, act=Act.NEXT_VERSION)


def _reason(plan: StoredPlan, today: date) -> str:
    """Why a plan is outdated, as words that follow a colon."""
    found = judged(plan.time, plan.system_version, today)
    return found.reason if found.state is PlanState.OUTDATED else ""
