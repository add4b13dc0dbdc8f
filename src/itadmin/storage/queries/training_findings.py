"""How findings about what must be learnt are told: of moment that presuppose themselves, of rights given too soon."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, func, literal, or_, select

from itadmin.domain.calculations.lacking import BEFORE_ACCESS, first_that_holds
from itadmin.domain.calculations.participation import ATTENDED
from itadmin.domain.calculations.training_plans import ADOPTED, OUT_OF_USE
from itadmin.domain.registers import REGISTERS
from itadmin.storage.queries.conditions import in_use, own
from itadmin.storage.tables import TABLES

Conditions = Mapping[str, Callable[[Table, date], ColumnElement[bool]]]

NAME = "first_that_holds"
_END_USER, _MANAGER = "slutanvandare", "systemansvarig"
_MANAGERS = ("systemansvarig", "ersattare")


@lru_cache(maxsize=256)
def first_day(months: int | None, day: str) -> str:
    """What SQL calls by `NAME`: the earliest day that something may have been done on and hold on a day, as ISO."""
    return first_that_holds(months, date.fromisoformat(day)).isoformat()


def identity(module: Any) -> ColumnElement[Any]:
    """The first version of a module."""
    return func.coalesce(module.c.same_as, module.c.id)


def done_by(person: Any, module: Any, day: date, since: Any = "") -> ColumnElement[bool]:
    """That a person has done a module by its first version, with a session or without, by a day, since another."""
    modules, parts = TABLES["training_modules"].main.alias("done_module"), TABLES["training_participations"].main
    sessions = TABLES["training_sessions"].main.alias("done_session")
    done, taught = parts.alias("done"), TABLES["training_sessions"].links["modules"].alias("done_taught")
    on = func.coalesce(done.c.completed_on, sessions.c.ends_on, sessions.c.starts_on, "")
    return exists(
        select(done.c.pk)
        .join_from(done, taught, taught.c.record == done.c.session, isouter=True)
        .join(sessions, sessions.c.id == done.c.session, isouter=True)
        .join(modules, modules.c.id == func.coalesce(taught.c.target, done.c.module))
        .where(done.c.person == person, done.c.status == ATTENDED, in_use(done), identity(modules) == module)
        .where(on >= since, on <= day.isoformat())
        .correlate_except(done, taught, sessions, modules)
    )


def _in_a_ring(main: Table, _day: date) -> ColumnElement[bool]:
    """That a module presupposes itself, through others or other versions; those of replaced plans are no matter."""
    one, other = main.alias("one"), main.alias("other")
    plans, link = TABLES["training_plans"].main, TABLES["training_modules"].links["prerequisites"]
    edges = (
        select(identity(one).label("start"), identity(other).label("end"))
        .join_from(link, one, one.c.id == link.c.record)
        .join(other, other.c.id == link.c.target)
        .join(plans, plans.c.id == one.c.plan)
        .where(in_use(one), in_use(other), in_use(plans), plans.c.status.is_distinct_from("ersatt"))
        .cte("edges")
    )
    reach = select(edges.c.start, edges.c.end).cte("reach", recursive=True)
    reach = reach.union(select(reach.c.start, edges.c.end).join_from(reach, edges, edges.c.start == reach.c.end))
    return identity(main).in_(select(reach.c.start).where(reach.c.start == reach.c.end))


def _given_too_soon(main: Table, day: date) -> ColumnElement[bool]:
    """That somebody has a right that must not be had before something is learnt, and has not learnt it."""
    modules, rows = TABLES["training_modules"].main, TABLES["training_modules"].rows["demands"]
    named, by_role = _groups(main, day)
    in_none = and_(~named.exists(), ~by_role.exists())
    held = or_(
        rows.c.audience.in_(named),
        and_(rows.c.audience == _MANAGER, by_role.exists()),
        and_(rows.c.audience == _END_USER, in_none),
    )
    today = day.isoformat()
    lacked = (
        select(literal(1))
        .select_from(modules.join(rows, rows.c.record == modules.c.id))
        .where(
            modules.c.plan == _plan_in_force(main),
            modules.c.owner == main.c.owner,
            in_use(modules),
            rows.c.demand == BEFORE_ACCESS,
            held,
            ~done_by(main.c.person, identity(modules), day, func.first_that_holds(modules.c.valid_months, today)),
        )
        .correlate(main)
    )
    return and_(main.c.person.is_not(None), main.c.system.is_not(None), _holds(main, today), lacked.exists())


def _holds(main: Table, today: str) -> ColumnElement[bool]:
    return and_(
        or_(main.c.starts_on.is_(None), main.c.starts_on <= today),
        or_(main.c.ends_on.is_(None), main.c.ends_on >= today),
        or_(main.c.withdrawn_on.is_(None), main.c.withdrawn_on > today),
    )


def _plan_in_force(main: Table) -> Any:
    plans = TABLES["training_plans"].main.alias("plan_in_force")
    return (
        select(plans.c.id)
        .where(plans.c.system == main.c.system, plans.c.status.in_(ADOPTED), own(REGISTERS["training_plans"], plans))
        .order_by(plans.c.status == OUT_OF_USE, plans.c.adopted_on.desc(), plans.c.pk.desc())
        .limit(1)
        .correlate(main)
        .scalar_subquery()
    )


def _groups(main: Table, day: date) -> tuple[Select[Any], Select[Any]]:
    """The målgrupper of the system that the person of a row is put in, and the roles that put one in another."""
    members, roles = TABLES["audience_members"].main, TABLES["roles"].main
    managing = select(roles.c.kind).where(roles.c.kind.in_(_MANAGERS))
    return _current(select(members.c.audience), members, main, day), _current(managing, roles, main, day)


def _current(asked: Select[Any], table: Table, main: Table, day: date) -> Select[Any]:
    today = day.isoformat()
    return asked.where(
        table.c.person == main.c.person,
        table.c.system == main.c.system,
        table.c.owner == main.c.owner,
        in_use(table),
        or_(table.c.starts_on.is_(None), table.c.starts_on <= today),
        or_(table.c.ends_on.is_(None), table.c.ends_on >= today),
    ).correlate(main)


OF_MODULES: Conditions = {"forkunskaper_i_ring": _in_a_ring}
OF_ACCESS_DECISIONS: Conditions = {"utan_utbildning": _given_too_soon}
