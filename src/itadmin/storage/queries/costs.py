"""What costs are worked out from: cost lines, agreements with their terms, and systems – of all, or around a record.

Read as plain SQL, set by set. What follows from it is the services' affair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.costs import Line
from itadmin.domain.calculations.notice import Terms
from itadmin.domain.keys import Key
from itadmin.storage.file import BrokenValueError
from itadmin.storage.queries.attention_agreements import TERM_COLUMNS, options_of, terms_of
from itadmin.storage.queries.attention_records import OWN

_LINES = f"""
SELECT year, id, kind, system, agreement, budget, actual, bearer, supplier, COALESCE(text, '')
FROM cost_lines WHERE {OWN} AND
"""
_PRICED = f"""
{OWN} AND status IN ('gallande', 'uppsagt', 'upphort', 'ersatt')
    AND (annual_price IS NOT NULL OR id IN (SELECT agreement FROM cost_lines))
"""
_AGREEMENTS = f"""
SELECT id, kind, status, annual_price, COALESCE(supplier, provider),
    replaces IS NOT NULL AND replaces IN (SELECT id FROM agreements WHERE {_PRICED}), {TERM_COLUMNS}
FROM agreements WHERE {_PRICED} AND
"""
_SYSTEMS = f"""
SELECT id, department, supplier, annual_cost, COALESCE(lifecycle, ''), COALESCE(in_operation_since, ''),
    COALESCE(planned_retirement, ''), COALESCE(user_count, (
        SELECT sum(user_count) FROM system_uses AS used
        WHERE used.system = systems.id AND used.owner = systems.owner AND used.deleted = 0
            AND used.status IS NOT 'upphort'))
FROM systems WHERE {OWN} AND suggestion IS NOT 1 AND
"""
_LINKS = "SELECT record, target FROM agreements_systems WHERE {} ORDER BY record, ordinal"
_REPLACED = f"""
SELECT replaces, min(starts_on) FROM agreements
WHERE {OWN} AND replaces IS NOT NULL AND status IN ('gallande', 'uppsagt', 'upphort', 'ersatt') GROUP BY replaces
"""
_SYSTEMS_OF = "(SELECT target FROM agreements_systems WHERE record = :id)"
_ABOUT = "(SELECT record FROM agreements_systems WHERE target = :id)"


class Around(NamedTuple):
    """Which lines, agreements, systems and links are read, as conditions; `:id` is a record's."""

    lines: str = "1"
    agreements: str = "1"
    systems: str = "1"
    links: str = "1"


_WHOLE = Around()
_AROUND: Mapping[str, Around] = {
    "systems": Around(f"(system = :id OR agreement IN {_ABOUT})", f"id IN {_ABOUT}", "id = :id", f"record IN {_ABOUT}"),
    "agreements": Around(
        "agreement = :id",
        "id = :id",
        f"id IN {_SYSTEMS_OF}",
        "record = :id",
    ),
}


class AgreementFacts(NamedTuple):
    """An agreement whose time runs or has run, with what it costs a year in öre.

    `follows` says that it takes the place of another whose costs are known; `replaced_on` is the first day of the
    agreement that takes its own place.
    """

    kind: str
    status: str
    price: int | None
    supplier: Key | None
    terms: Terms
    systems: tuple[Key, ...]
    replaced_on: date | None
    follows: bool


class SystemFacts(NamedTuple):
    """A system, with what it says that it costs a year in öre; its days are approximate, "" when not known."""

    department: Key | None
    supplier: Key | None
    price: int | None
    lifecycle: str
    since: str
    retirement: str
    users: int | None


@dataclass(frozen=True, slots=True)
class CostFacts:
    """Lines with their years, and agreements and systems by id."""

    lines: Sequence[tuple[int | None, Line]]
    agreements: Mapping[Key, AgreementFacts]
    systems: Mapping[Key, SystemFacts]


def cost_facts(connection: Connection, register: str = "", record_id: UUID | None = None) -> CostFacts:
    """Read what costs are worked out from: all, or what a system or an agreement has to do with.

    Raises BrokenValueError.
    """
    around = _AROUND[register] if record_id else _WHOLE
    given = {"id": record_id.bytes} if record_id else {}

    def rows(query: str) -> Sequence[Any]:
        return connection.exec_driver_sql(query, given if ":id" in query else {}).all()

    try:
        return CostFacts(
            [(year, _line(values)) for year, *values in rows(_LINES + around.lines)],
            _agreements(connection, rows(_AGREEMENTS + around.agreements), rows(_LINKS.format(around.links))),
            {key: SystemFacts(*values) for key, *values in rows(_SYSTEMS + around.systems)},
        )
    except (ValueError, TypeError) as error:
        raise BrokenValueError(str(error)) from error


def _line(values: Sequence[Any]) -> Line:
    key, kind, *others = values
    return Line(key, kind or "", *others)


def _agreements(connection: Connection, rows: Sequence[Any], links: Sequence[Any]) -> dict[Key, AgreementFacts]:
    options = options_of(connection)
    replaced = {key: day and date.fromisoformat(day) for key, day in connection.exec_driver_sql(_REPLACED).all()}
    systems: dict[Key, dict[Key, None]] = defaultdict(dict)
    for agreement, system in links:
        systems[agreement][system] = None
    return {
        key: AgreementFacts(
            kind or "",
            status,
            price,
            supplier,
            terms_of(terms, options.get(key, ())),
            tuple(systems.get(key, ())),
            replaced.get(key),
            bool(follows),
        )
        for key, kind, status, price, supplier, follows, *terms in rows
    }
