"""Which systems may be the same system twice, as far as equality tells: by name, or by supplier and product.

A pair that somebody has said is not the same is left out for good. Near spellings are no matter for SQL.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, literal, or_, select

from itadmin.storage.queries.conditions import confirmed, in_use
from itadmin.storage.tables import TABLES

NOT_THE_SAME = "inte_samma"
"""The verdict that silences a pair."""

_PART, _NEXT = "\x01", "\x02"
"""What ends the part of a sort key that case and accents do not change, and what sorts next after it."""


def has_twin(main: Table) -> ColumnElement[bool]:
    """That another system has the same name, whatever case and accents, or the same supplier and product."""
    return or_(_another(main, _same_name), and_(main.c.product.is_not(None), _another(main, _same_product)))


def name_key(sort_key: str) -> str:
    """What two names have in common that are told as the same: a part of their sort key."""
    return sort_key.partition(_PART)[0]


def _another(main: Table, alike: Any) -> ColumnElement[bool]:
    other = main.alias("other")
    return (
        select(literal(1))
        .where(
            in_use(other),
            other.c.owner == main.c.owner,
            confirmed(TABLES[main.name].register, other),
            other.c.id != main.c.id,
            alike(main, other),
            ~_told_apart(main, other),
            ~_told_apart(other, main),
        )
        .correlate(main)
        .exists()
    )


def _same_name(main: Any, other: Any) -> ColumnElement[bool]:
    end = func.instr(main.c.sort_key, _PART)
    return and_(
        other.c.sort_key >= func.substr(main.c.sort_key, 1, end),
        other.c.sort_key < func.substr(main.c.sort_key, 1, end - 1).concat(_NEXT),
    )


def _same_product(main: Any, other: Any) -> ColumnElement[bool]:
    return and_(other.c.supplier == main.c.supplier, other.c.product == main.c.product)


def _told_apart(one: Any, other: Any) -> ColumnElement[bool]:
    matches = TABLES["matches"].main
    verdict = select(literal(1)).where(
        matches.c.one == one.c.id,
        matches.c.other == other.c.id,
        matches.c.verdict == NOT_THE_SAME,
        in_use(matches),
    )
    return verdict.correlate(one, other).exists()
