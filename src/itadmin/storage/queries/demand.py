"""Whether an agreement promises less than a system needs, asked of rows: the domain's own rule, lent to SQL.

Hours that people write cannot be read by SQL, and a rule written twice would one day give two answers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_

from itadmin.domain.calculations.demand import PROMISES, Need, Promise, gaps

NAME = "promises_less"
_OF_AGREEMENT = ("kind", "rto_hours", "longest_outage", "availability_percent", "support_hours", "on_call")
_OF_SYSTEM = (
    "availability",
    "rto_hours",
    "longest_outage_hours",
    "required_availability_percent",
    "required_support_hours",
)
PARAMETERS = len(_OF_AGREEMENT) + len(_OF_SYSTEM)


@lru_cache(maxsize=16384)
def is_less(*values: Any) -> bool:
    """What SQL calls by `NAME` with the columns of an agreement and a system, nothing where they are empty."""
    kind, rto, outage, percent, support, on_call, availability, *needed = values
    rto_needed, outage_needed, percent_needed, support_needed = needed
    promise = Promise("", kind or "", rto, outage or "", percent, support or "", bool(on_call))
    need = Need("", availability or "", rto_needed, outage_needed, percent_needed, support_needed or "")
    return any(gap.is_mismatch for gap in gaps(need, promise))


def promises(agreement: Any) -> ColumnElement[bool]:
    """That a row of the agreements, or of an alias, promises anything that could be too little; few do."""
    said = or_(*(agreement.c[name].is_not(None) for name in _OF_AGREEMENT[1:]))
    return and_(agreement.c.kind.in_(sorted(PROMISES)), said)


def needs(system: Any) -> ColumnElement[bool]:
    """That a row of the systems, or of an alias, says anything that could be too much to be promised."""
    return or_(*(system.c[name].is_not(None) for name in _OF_SYSTEM))


def falls_short(agreement: Any, system: Any) -> ColumnElement[bool]:
    """That an agreement that `promises` does so less than a system `needs`."""
    values = (*(agreement.c[name] for name in _OF_AGREEMENT), *(system.c[name] for name in _OF_SYSTEM))
    less: ColumnElement[bool] = getattr(func, NAME)(*values) == 1
    return less
