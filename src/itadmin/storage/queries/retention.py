"""What is kept longer than the kommun has decided: people who have left, and what is written of participations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calendar import months_from
from itadmin.domain.erasure import texts_about_people
from itadmin.domain.keys import Key
from itadmin.domain.registers import REGISTERS
from itadmin.storage.queries.attention_records import OWN

LEFT, PARTICIPATIONS = "slutat", "deltaganden"

_HERE = "owner = (SELECT organisation FROM file_info) AND placeholder = 0"
_RULES = f"SELECT id, kind, months FROM retention_rules WHERE {OWN} AND months IS NOT NULL ORDER BY months DESC, pk"
_LEFT = f"""
SELECT id, left_on FROM people WHERE {_HERE} AND left_on IS NOT NULL AND anonymised_on IS NULL
ORDER BY left_on, sort_key, pk
"""
_TEXTS = texts_about_people(REGISTERS["training_participations"])
_TAKEN_PART = f"""
SELECT part.id,
  COALESCE(part.completed_on, session.ends_on, session.starts_on, part.signed_up_on) AS day
FROM training_participations AS part LEFT JOIN training_sessions AS session ON session.id = part.session
WHERE part.owner = (SELECT organisation FROM file_info) AND part.placeholder = 0
AND day IS NOT NULL AND ({" OR ".join(f"part.{name} IS NOT NULL" for name in _TEXTS)})
ORDER BY day, part.pk
"""
_PAST: dict[str, str] = {LEFT: _LEFT, PARTICIPATIONS: _TAKEN_PART}


class Rule(NamedTuple):
    """A rule by its id as the file has it: what it is about, and after how many months."""

    key: Key
    kind: str
    months: int


class Overdue(NamedTuple):
    """A record that is kept longer than a rule says, and the last day of what it was kept for."""

    record_id: UUID
    since: date


def rules(connection: Connection) -> list[Rule]:
    """The rules that hold, people first: one of each kind, that with the longest time where there are several."""
    found: dict[str, Rule] = {}
    for key, kind, months in connection.exec_driver_sql(_RULES):
        found.setdefault(kind, Rule(key, kind, months))
    return [found[kind] for kind in _PAST if kind in found]


def overdue(connection: Connection, rule: Rule, day: date) -> list[Overdue]:
    """What a rule says is to go on a day, the oldest first; also of what lies in the bin."""
    return list(_over(connection.exec_driver_sql(_PAST[rule.kind]), rule.months, day))


def _over(rows: Iterable[tuple[Key, str]], months: int, day: date) -> Iterable[Overdue]:
    for key, last in rows:
        since = date.fromisoformat(last)
        if months_from(since, months) < day:
            yield Overdue(UUID(bytes=key), since)


def numbers_overdue(connection: Connection, day: date) -> dict[Key, tuple[str, int]]:
    """How many records each rule says are to go, with what it is about, by the rule's id; none with nothing."""
    counted = {rule.key: (rule.kind, len(overdue(connection, rule, day))) for rule in rules(connection)}
    return {key: found for key, found in counted.items() if found[1]}
