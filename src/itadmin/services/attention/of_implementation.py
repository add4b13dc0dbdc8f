"""Lines about införande- and avvecklingsplaner: what is late, undecided or left before driftstart; what stands still.

One line of each kind a plan. A plan that is told to be late or to have a decision to make is not told to stand still.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from itadmin.domain.calculations.attention import Act, Band
from itadmin.domain.calendar import spoken_day
from itadmin.domain.keys import Key
from itadmin.domain.registers.implementations import WORKED_ON
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.services.implementation.starting import has_come
from itadmin.storage.queries.attention_implementation import PlanTime

NEAR = timedelta(weeks=8)
"""How long before driftstart it is told that points of the checklist are left."""
STILL = timedelta(days=60)
"""How long a plan may lie untouched."""
_APPROVED, _AWAY = "godkand", "avveckling"


def of_implementation(known: Known) -> Iterator[tuple[Key, Told]]:
    """What is to be done about each plan that is not over."""
    for key, plan in known.facts.implementations.items():
        told = list(_of_open(plan, known.day) if plan.status in WORKED_ON else _of_approved(plan, known.day))
        for said in told or _standing_still(plan, known.day):
            yield key, said


def _of_open(plan: PlanTime, today: date) -> Iterator[Told]:
    if plan.late:
        first = plan.late[0]
        day = spoken_day(first.day, today)
        number = len(plan.late)
        told = (
            f"{first.name} skulle ha varit klar {day}."
            if number == 1
            else f"{number} aktiviteter är försenade. Äldst är {first.name}, som skulle ha varit klar {day}."
        )
        yield Told("aktiviteter_forsenade", told, first.day, act=Act.OPEN)
    if plan.passed:
        first = plan.passed[0]
        told = f"{first.name} skulle ha beslutats senast {spoken_day(first.day, today)}, och beslutet är inte noterat."
        yield Told("beslutspunkt_passerad", told, first.day, field="phases", act=Act.OPEN)
    yield from _before_go_live(plan, today)


def _before_go_live(plan: PlanTime, today: date) -> Iterator[Told]:
    """That driftstart is near, or past, and the gate is not finished."""
    day = plan.go_live_on
    if day is None or day - today > NEAR:
        return
    begins = "Sista dagen" if plan.kind == _AWAY else "Driftstarten"
    when = f"{begins} {'är' if day >= today else 'var'} {spoken_day(day, today)}"
    if not plan.points:
        told = f"{when}, och checklistan är tom."
    elif plan.points_left:
        left = "en punkt" if plan.points_left == 1 else f"{plan.points_left} punkter"
        told = f"{when}, och {left} av {plan.points} i checklistan är kvar."
    else:
        told = f"{when}. Checklistan är klar, men planen är inte godkänd."
    yield Told("driftstart_nara", told, day, field="checklist", act=Act.OPEN)


def _of_approved(plan: PlanTime, today: date) -> Iterator[Told]:
    """That the plan is approved and its day has come, and the system still says otherwise."""
    day, done = plan.go_live_on, has_come(plan.kind, plan.lifecycle)
    if plan.status != _APPROVED or plan.system is None or done or day is None or day > today:
        return
    wanted = "avvecklat" if plan.kind == _AWAY else "satt i drift"
    told = f"Planen är godkänd och dagen var {spoken_day(day, today)}, men systemet är inte {wanted} i registret."
    yield Told("godkand_inte_i_drift", told, day, act=Act.OPEN)


def _standing_still(plan: PlanTime, today: date) -> Iterator[Told]:
    touched = plan.touched_on
    if plan.status != "pagar" or touched is None or today - touched <= STILL:
        return
    told = f"Inget har ändrats i planen sedan {spoken_day(touched, today)}. Pågår den fortfarande?"
    yield Told("plan_star_stilla", told, act=Act.OPEN, occasion=touched.isoformat(), undated=Band.INOM_6_MANADER)
