"""How the findings of ställningstaganden and kostnadsfördelningar are told: by their keys, conditions on a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy import ColumnElement, Table, and_, or_

from itadmin.domain.states import UNDECIDED
from itadmin.storage.queries.conditions import whose_file

Conditions = Mapping[str, Callable[[Table, date], ColumnElement[bool]]]
_DONE = ("faststalld", "ersatt")


def _own_is_late(main: Table, day: date) -> ColumnElement[bool]:
    """That the kommun whose file it is was to have decided before a day."""
    return and_(main.c.municipality == whose_file(), main.c.stance.in_(UNDECIDED), main.c.decide_by < day)


def _begun_as_draft(main: Table, day: date) -> ColumnElement[bool]:
    """That a period has begun whose cost nobody has adopted the fördelning of."""
    return and_(or_(main.c.status.is_(None), main.c.status.not_in(_DONE)), main.c.period_starts <= day)


OF_STANCES: Conditions = {"eget_beslut_vantar": _own_is_late}
OF_ALLOCATIONS: Conditions = {"fordelning_ej_faststalld": _begun_as_draft}
