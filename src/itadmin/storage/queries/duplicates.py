"""What systems and people are known by who may be there twice, and what has been said of pairs of systems.

A pair that somebody has said is not the same is left out for good. Near spellings are no matter for SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Table, and_, func, literal, or_, select

from itadmin.domain.calculations.similarity import Known
from itadmin.storage.queries.conditions import confirmed, in_use, own
from itadmin.storage.tables import TABLES

SAME, NOT_THE_SAME = "samma", "inte_samma"
"""The verdicts on a pair; the second silences it. A mark of people has it as its rule."""
OCCASION = 10
"""How many signs from the end of an id tell in a mark, as its occasion, whom the other of two people is."""

_PART, _NEXT = "\x01", "\x02"
"""What ends the part of a sort key that case and accents do not change, and what sorts next after it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What has been said of a pair, and the match that says it."""

    match: UUID
    pair: frozenset[UUID]
    verdict: str


def known_systems(connection: Connection) -> list[Known]:
    """What own confirmed systems are known by, in name order."""
    tables = TABLES["systems"]
    column = tables.main.c
    asked = (column.id, column.label, column.short_name, column.aliases, column.supplier, column.product)
    rows = connection.execute(select(*asked).where(own(tables.register, tables.main)).order_by(column.sort_key))
    return [
        Known(UUID(key), name, ", ".join(filter(None, (short, aliases))), supplier or "", product or "")
        for key, name, short, aliases, supplier, product in rows
    ]


def known_people(connection: Connection) -> list[Known]:
    """What own people who still have a name are known by, in name order: address as `others`, whose as `supplier`."""
    tables = TABLES["people"]
    column = tables.main.c
    asked = select(column.id, column.label, column.email, column.organisation)
    rows = connection.execute(
        asked.where(own(tables.register, tables.main), column.anonymised_on.is_(None)).order_by(column.sort_key)
    )
    return [Known(UUID(key), name, email or "", organisation or "") for key, name, email, organisation in rows]


def verdicts(connection: Connection) -> list[Verdict]:
    """What has been said of pairs, the oldest first; matches in the bin say nothing."""
    matches = TABLES["matches"].main
    asked = select(matches.c.id, matches.c.one, matches.c.other, matches.c.verdict)
    whole = (matches.c.one.is_not(None), matches.c.other.is_not(None), in_use(matches))
    rows = connection.execute(asked.where(*whole).order_by(matches.c.pk))
    return [Verdict(UUID(key), frozenset((UUID(one), UUID(other))), verdict) for key, one, other, verdict in rows]


def has_twin(main: Table) -> ColumnElement[bool]:
    """That another system has the same name, whatever case and accents, or the same supplier and product."""
    return or_(_another(main, _same_name), and_(main.c.product.is_not(None), _another(main, _same_product)))


def _another(main: Table, alike: Any) -> ColumnElement[bool]:
    other = main.alias("other")
    return (
        select(literal(1))
        .where(
            in_use(other),
            other.c.owner == main.c.owner,
            confirmed(TABLES[main.name].register, other),
            other.c.pk != main.c.pk,
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
