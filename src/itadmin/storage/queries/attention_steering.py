"""What the work list asks of styrande dokument: until when they hold, what follows them, and who has yet to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import OWN

_HERE = "deleted = 0 AND placeholder = 0"
_DOCUMENTS = f"""
SELECT document.id, document.status, document.valid_from, document.valid_until, document.revise_by,
    document.responsible, person.label, document.responsible_function
FROM (SELECT * FROM steering_documents WHERE {OWN} AND COALESCE(status, '') NOT IN ('ersatt', 'inaktuell')) AS document
LEFT JOIN people AS person ON person.id = document.responsible
"""
_LATER = f"""
SELECT replaces, status, version, valid_from FROM steering_documents WHERE replaces IS NOT NULL AND {OWN} ORDER BY pk
"""
_ASKED = """
SELECT record, target FROM steering_documents_municipalities ORDER BY record, ordinal
"""
_DECIDED = f"""
SELECT document, municipality, status FROM steering_decisions AS said WHERE {_HERE} AND (owner = municipality
    OR owner = (SELECT organisation FROM file_info) AND NOT EXISTS (
        SELECT 1 FROM steering_decisions AS own WHERE own.document = said.document AND own.owner = said.municipality
            AND own.municipality = said.municipality AND own.deleted = 0 AND own.placeholder = 0))
ORDER BY pk
"""
_NAMES = "SELECT id, label FROM organisations"


class Later(NamedTuple):
    """A version that replaces another: the code of its state, its number, and from when it holds, if that is said."""

    status: str
    version: str
    valid_from: date | None


class SteeringTime(NamedTuple):
    """A styrande dokument that has neither been replaced nor gone out of use, as far as its time goes.

    `later` is the version that replaces it, if one is begun. `waiting` names the kommuner that have not adopted it.
    """

    status: str
    valid_from: date | None
    valid_until: date | None
    revise_by: date | None
    responsible: Responsible
    later: Later | None
    waiting: Sequence[str]

    @property
    def is_in_force(self) -> bool:
        """Whether it is adopted, and no later version is."""
        return self.status == MADE and (self.later is None or self.later.status != MADE)


def steering_times(connection: Connection) -> dict[Key, SteeringTime]:
    """All own styrande dokument that are begun or in force. Raises ValueError for a day that is none."""
    rows = connection.exec_driver_sql(_DOCUMENTS).all()
    if not rows:
        return {}
    later = {
        key: Later(status or "", version or "", _day(first))
        for key, status, version, first in connection.exec_driver_sql(_LATER)
    }
    waiting = _waiting(connection)
    return {
        key: SteeringTime(
            status or "",
            _day(first),
            _day(last),
            _day(revised),
            Responsible(name or "", UUID(bytes=person)) if person else Responsible(function or ""),
            later.get(key),
            waiting.get(key, ()),
        )
        for key, status, first, last, revised, person, name, function in rows
    }


def _waiting(connection: Connection) -> Mapping[Key, Sequence[str]]:
    """The names of the kommuner that are asked and have not made all their decisions, by document."""
    made: dict[tuple[Key, Key], bool] = {}
    for document, municipality, status in connection.exec_driver_sql(_DECIDED):
        made[document, municipality] = made.get((document, municipality), True) and status == MADE
    asked = [tuple(row) for row in connection.exec_driver_sql(_ASKED)]
    names = {key: name or "" for key, name in connection.exec_driver_sql(_NAMES)}
    found: dict[Key, list[str]] = defaultdict(list)
    for document, municipality in dict.fromkeys((*asked, *made)):
        if not made.get((document, municipality), False):
            found[document].append(names.get(municipality, ""))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
