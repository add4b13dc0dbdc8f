"""The systems of all kommuner that the file knows, by what ties them, and what has been said of pairs of them."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

from itadmin.domain.calculations.products import Supplier
from itadmin.domain.calculations.ties import Verdict
from itadmin.storage.queries.attention_records import Key

_SYSTEMS = """
SELECT id, owner, COALESCE(starter_key, ''), COALESCE(product, ''), supplier
FROM systems WHERE deleted = 0 AND placeholder = 0 AND suggestion IS NOT 1 ORDER BY id
"""
_SUPPLIERS = """
SELECT id, COALESCE(organisation_number, ''), label FROM organisations
WHERE id IN (SELECT supplier FROM systems) ORDER BY id
"""
_VERDICTS = """
SELECT id, one, other, verdict = 'samma', owner = (SELECT organisation FROM file_info) FROM matches
WHERE deleted = 0 AND placeholder = 0 AND one IS NOT NULL AND other IS NOT NULL AND one <> other
"""


class TiedBy(NamedTuple):
    """A system of any kommun: whose it is and what may tie it; "" and None where nothing is said."""

    id: Key
    owner: Key
    kind: str
    product: str
    supplier: Key | None


def systems(connection: Connection) -> list[TiedBy]:
    """All confirmed systems in use, own and received, in the order of their ids."""
    return list(map(TiedBy._make, connection.exec_driver_sql(_SYSTEMS).all()))


def suppliers(connection: Connection) -> list[Supplier]:
    """Those who supply systems, also where only their name is known."""
    return list(map(Supplier._make, connection.exec_driver_sql(_SUPPLIERS).all()))


def verdicts(connection: Connection) -> list[Verdict]:
    """What has been said of pairs, by whomever; of systems that are not here too, as others may hang on them."""
    rows = connection.exec_driver_sql(_VERDICTS)
    return [Verdict(number, one, other, bool(same), bool(own)) for number, one, other, same, own in rows]
