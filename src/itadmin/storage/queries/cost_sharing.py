"""Between whom the price of an agreement is shared: by what is adopted, else the model, the day and the kommuner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_records import OWN

_SHARED = f"""
SELECT id, allocation_model, population_day FROM agreements
WHERE {OWN} AND allocation_model IS NOT NULL AND annual_price IS NOT NULL
"""
_SHARERS = """
SELECT link.record, kommun.municipality_code FROM agreements_connected_municipalities AS link
JOIN organisations AS kommun ON kommun.id = link.target
"""
_ADOPTED = f"""
SELECT main.agreement, COALESCE(main.period_starts, ''), main.pk, part.municipality, part.amount
FROM (SELECT * FROM allocations WHERE {OWN} AND status = 'faststalld' AND agreement IS NOT NULL) AS main
JOIN allocations_snapshot AS part ON part.record = main.id
"""


_Period = tuple[str, int]
"""The first day of a fördelning's period, "" for none, and its place in the file."""


class Sharing(NamedTuple):
    """How a price is shared; `municipalities` are kommunkoder, "" for one that has none.

    `adopted` is what each carries of it in the newest fördelning that is adopted, in öre, where there is one.
    """

    model: str
    population_day: date | None
    municipalities: frozenset[str]
    adopted: Mapping[str, int] | None = None


def shared_prices(connection: Connection, day: date) -> Mapping[Key, Sharing]:
    """The own agreements with a price that several kommuner share: by what is adopted on a day, or by a model."""
    sharers: dict[Key, set[str]] = defaultdict(set)
    for agreement, code in connection.exec_driver_sql(_SHARERS):
        sharers[agreement].add(code or "")
    found = {
        key: Sharing(model, date.fromisoformat(day) if day else None, frozenset(sharers[key]))
        for key, model, day in connection.exec_driver_sql(_SHARED).all()
        if len(sharers[key]) > 1
    }
    for key, parts in adopted_parts(connection, day).items():
        found[key] = Sharing("", None, frozenset(parts), parts)
    return found


def adopted_parts(connection: Connection, day: date) -> Mapping[Key, Mapping[str, int]]:
    """What each kommun carries of an agreement by the adopted fördelning whose period began last, up to a day.

    The first one to come counts where none has begun.
    """
    found: dict[Key, dict[_Period, dict[str, int]]] = defaultdict(dict)
    for key, starts, place, code, amount in connection.exec_driver_sql(_ADOPTED).all():
        found[key].setdefault((starts, place), {})[code] = amount or 0
    return {key: periods[_counting(periods, day)] for key, periods in found.items()}


def _counting(periods: Iterable[_Period], day: date) -> _Period:
    """The period that counts on a day; of two that begin together the later one."""
    ordered = sorted(periods)
    return max((period for period in ordered if period[0] <= day.isoformat()), default=ordered[0])
