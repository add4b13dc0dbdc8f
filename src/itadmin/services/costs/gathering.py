"""What costs are worked out from, as it is on a day: when each agreement holds, and what it costs by itself.

An agreement that goes on by itself is taken to go on. One that another takes the place of holds until the day before.
Of a price that several kommuner share, the own part counts where it can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from itadmin.domain.calculations.costs import UNKNOWN_KIND, Line, Owned, Priced, Sources, by_year
from itadmin.domain.calculations.notice import evaluate
from itadmin.domain.calendar import approximate_span
from itadmin.domain.keys import Key
from itadmin.services.attention.known import IN_FORCE
from itadmin.services.costs.own_share import own_code, own_share
from itadmin.services.populations import Populations, populations_of
from itadmin.services.reading import Reading
from itadmin.storage.queries.cost_sharing import Sharing, shared_prices
from itadmin.storage.queries.costs import AgreementFacts, CostFacts, SystemFacts, cost_facts

_OVER = "avvecklad"
_COUNTED = ("", "i_drift", "under_avveckling", _OVER)
_KINDS: Mapping[str, str] = {
    "driftavtal": "drift",
    "driftoverenskommelse": "drift",
    "supportavtal": "support",
    "underhallsavtal": "support",
    "licensavtal": "licens",
    "leverantorsavtal": "tjanstekop",
    "molntjanstavtal": "tjanstekop",
    "konsultavtal": "tjanstekop",
    "leasing": "kapital",
}
"""The kind of cost that the price of an agreement is, by the kind of agreement."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What costs are worked out from on a day.

    `users` are those of systems where they are known. `lines_without_year` and `agreements_without_end` (closed, but
    nobody can tell since when) cannot be placed in any year, and count in none.
    """

    day: date
    sources: Sources
    users: Mapping[Key, int]
    lines_without_year: int
    agreements_without_end: int


def costs_of(reading: Reading) -> Costs:
    """What all costs of a register are worked out from."""
    with reading.file.reading() as connection:
        return _costs(reading, cost_facts(connection), shared_prices(connection, reading.day))


def costs_around(reading: Reading, register: str, record_id: UUID) -> Costs:
    """What the costs of a system or an agreement are worked out from; nothing else can be told of by it."""
    with reading.file.reading() as connection:
        return _costs(reading, cost_facts(connection, register, record_id), shared_prices(connection, reading.day))


def _costs(reading: Reading, facts: CostFacts, shared: Mapping[Key, Sharing]) -> Costs:
    agreements = {key: _priced(agreement, reading.day) for key, agreement in facts.agreements.items()}
    own = own_code(reading)
    populations = populations_of(reading)
    for key in shared.keys() & agreements.keys():
        agreements[key] = _of_one(agreements[key], shared[key], own, populations, reading.day)
    return Costs(
        reading.day,
        Sources(
            by_year((year, line) for year, line in facts.lines if year is not None),
            agreements,
            {key: _owned(system) for key, system in facts.systems.items()},
        ),
        {key: system.users for key, system in facts.systems.items() if system.users},
        _without_year(facts.lines),
        sum(bool(facts.agreements[key].price) and priced.price is None for key, priced in agreements.items()),
    )


def _priced(facts: AgreementFacts, day: date) -> Priced:
    standing = evaluate(facts.terms, day)
    replaced = facts.replaced_on - timedelta(days=1) if facts.replaced_on else None
    ends = [end for end in (standing.ends_on or standing.noticed_end, replaced) if end is not None]
    last = min(ends, default=None)
    is_placed = facts.status in IN_FORCE or last is not None
    kind = _KINDS.get(facts.kind, UNKNOWN_KIND)
    price, first = facts.price if is_placed else None, facts.terms.starts_on
    return Priced(kind, facts.systems, facts.supplier, price, first, last, facts.follows)


def _of_one(priced: Priced, sharing: Sharing, own: str, populations: Populations, day: date) -> Priced:
    """An agreement with the own part of its price, where that can be told."""
    part = None if priced.price is None else own_share(priced.price, sharing, own, populations, day)
    return priced if part is None else priced._replace(price=part, whole=priced.price)


def _owned(facts: SystemFacts) -> Owned:
    """What it says that it costs counts while it is in use; of one that is retired, when that is known."""
    retired = approximate_span(facts.retirement)[1].year if facts.retirement and facts.lifecycle == _OVER else None
    is_counted = facts.lifecycle in _COUNTED and (facts.lifecycle != _OVER or retired is not None)
    since = approximate_span(facts.since)[0].year if facts.since else None
    return Owned(facts.department, facts.supplier, facts.price if is_counted else None, since, retired)


def _without_year(lines: Iterable[tuple[int | None, Line]]) -> int:
    return sum(year is None and line.amount is not None for year, line in lines)
