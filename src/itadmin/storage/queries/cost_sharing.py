"""Between whom the price of an agreement is shared: the model, the day of the inhabitants, and the kommuner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from itadmin.storage.queries.attention_records import OWN, Key

_SHARED = f"""
SELECT id, allocation_model, population_day FROM agreements
WHERE {OWN} AND allocation_model IS NOT NULL AND annual_price IS NOT NULL
"""
_SHARERS = """
SELECT link.record, kommun.municipality_code FROM agreements_connected_municipalities AS link
JOIN organisations AS kommun ON kommun.id = link.target
"""


class Sharing(NamedTuple):
    """How a price is shared; `municipalities` are kommunkoder, "" for one that has none."""

    model: str
    population_day: date | None
    municipalities: frozenset[str]


def shared_prices(connection: Connection) -> Mapping[Key, Sharing]:
    """The own agreements with a price that several kommuner share by a model."""
    sharers: dict[Key, set[str]] = defaultdict(set)
    for agreement, code in connection.exec_driver_sql(_SHARERS):
        sharers[agreement].add(code or "")
    return {
        key: Sharing(model, date.fromisoformat(day) if day else None, frozenset(sharers[key]))
        for key, model, day in connection.exec_driver_sql(_SHARED).all()
        if len(sharers[key]) > 1
    }
