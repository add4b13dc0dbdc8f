"""How the findings of utbildningsplaner are told: of systems whose plan is missing or outdated, and of plans.

The same as the domain says of one plan, for all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, Table, and_, case, cast, func, null, or_, select

from itadmin.domain.calculations.classification import oldest_that_holds
from itadmin.domain.calculations.training_plans import ADOPTED, IN_FORCE, LEAD_MONTHS, OUT_OF_USE
from itadmin.domain.calculations.version_numbers import BEFORE_NUMBER, LONGEST_NUMBER
from itadmin.domain.calendar import months_from
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.system_record import IN_USE
from itadmin.storage.queries.conditions import in_use, own
from itadmin.storage.tables import TABLES

_DEMANDED = "verksamhetssystem"
_PLANS = "training_plans"


def _running(main: Table) -> ColumnElement[bool]:
    return main.c.lifecycle.in_(IN_USE)


def _without_plan(main: Table, day: date) -> ColumnElement[bool]:
    return and_(main.c.category == _DEMANDED, _running(main), _outdated_plan_of(main, day).is_(None))


def _with_outdated_plan(main: Table, day: date) -> ColumnElement[bool]:
    return and_(_running(main), _outdated_plan_of(main, day) == 1)


def _outdated_plan_of(main: Table, day: date) -> Any:
    """Whether the adopted plan of a system that counts, the newest, is outdated: 1 or 0, and NULL without any."""
    plan = TABLES[_PLANS].main.alias("plan")
    return (
        select(case((_outdated(plan, main.c.version, day), 1), else_=0))
        .where(plan.c.system == main.c.id, plan.c.status.in_(ADOPTED), own(REGISTERS[_PLANS], plan))
        .order_by(plan.c.status == OUT_OF_USE, plan.c.adopted_on.desc(), plan.c.pk.desc())
        .limit(1)
        .correlate(main)
        .scalar_subquery()
    )


def _outdated(plan: Any, version: ColumnElement[Any], day: date) -> ColumnElement[bool]:
    """That a plan that was adopted is no longer worth its name, for a system of a version."""
    today = day.isoformat()
    return or_(
        plan.c.status == OUT_OF_USE,
        plan.c.adopted_on.is_(None),
        plan.c.adopted_on < oldest_that_holds(day).isoformat(),
        plan.c.valid_until < today,
        plan.c.revise_by < today,
        _major(version) != _major(plan.c.system_version),
    )


def _major(version: ColumnElement[Any]) -> ColumnElement[Any]:
    """The main version, NULL for what has no number."""
    number = func.ltrim(version, BEFORE_NUMBER)
    return case((number.op("GLOB")("[0-9]*"), cast(func.substr(number, 1, LONGEST_NUMBER), Integer)), else_=null())


def _to_be_revised(main: Table, day: date) -> ColumnElement[bool]:
    """That a plan in force, with nothing begun to follow it, is to be looked over soon or should have been."""
    soon = months_from(day, LEAD_MONTHS)
    near = or_(
        main.c.revise_by < soon.isoformat(),
        main.c.valid_until < soon.isoformat(),
        main.c.adopted_on < oldest_that_holds(soon).isoformat(),
    )
    return and_(main.c.status == IN_FORCE, near, ~_followed(main), ~_of_retired(main))


def _followed(main: Table) -> ColumnElement[bool]:
    later = TABLES[_PLANS].main.alias("later")
    return (
        select(later.c.pk)
        .where(later.c.replaces == main.c.id, later.c.owner == main.c.owner, in_use(later))
        .correlate(main)
        .exists()
    )


def _of_retired(main: Table) -> ColumnElement[bool]:
    """That the system of a plan is retired."""
    systems = TABLES["systems"].main
    retired = select(systems.c.pk).where(systems.c.id == main.c.system, systems.c.lifecycle == "avvecklad")
    return retired.correlate(main).exists()


OF_SYSTEMS: Mapping[str, Callable[[Table, date], ColumnElement[bool]]] = {
    "utan_utbildningsplan": _without_plan,
    "utbildningsplan_inaktuell": _with_outdated_plan,
}
OF_TRAINING_PLANS: Mapping[str, Callable[[Table, date], ColumnElement[bool]]] = {"plan_ska_revideras": _to_be_revised}
