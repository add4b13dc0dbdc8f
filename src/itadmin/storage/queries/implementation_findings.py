"""How the findings of activities in plans are told: by their keys, conditions on a row of the activities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Table, and_, func, or_, select, true

from itadmin.domain.states import OVER
from itadmin.storage.queries.conditions import in_use
from itadmin.storage.tables import TABLES


def _in_a_ring(main: Table, _day: date) -> ColumnElement[bool]:
    """That an activity waits for itself through others, told where the ring breaks the order of days.

    In any ring something begins before what it waits for has ended, or says no day: only from there it is looked for.
    """
    one, other, link = main.alias("one"), main.alias("other"), TABLES["implementation_activities"].links["waits_for"]
    edges = (
        select(
            one.c.id.label("start"),
            other.c.id.label("end"),
            func.coalesce(other.c.ends_on >= one.c.starts_on, true()).label("is_odd"),
        )
        .join_from(link, one, one.c.id == link.c.record)
        .join(other, other.c.id == link.c.target)
        .where(*(and_(in_use(each), or_(each.c.status.is_(None), each.c.status.not_in(OVER))) for each in (one, other)))
        .cte("edges")
    )
    reach = select(edges.c.start, edges.c.end).where(edges.c.is_odd).cte("reach", recursive=True)
    reach = reach.union(select(reach.c.start, edges.c.end).join_from(reach, edges, edges.c.start == reach.c.end))
    return main.c.id.in_(select(reach.c.start).where(reach.c.start == reach.c.end))


OF_ACTIVITIES: Mapping[str, Callable[[Table, date], ColumnElement[bool]]] = {"vantar_i_ring": _in_a_ring}
