"""What the work list asks of every own agreement that is not over: its time, its systems, and who manages it.

Read as plain SQL: thousands of agreements are looked at each time the list is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.notice import Option, Terms
from itadmin.domain.calculations.reminders import Lead
from itadmin.domain.keys import Key
from itadmin.storage.queries.attention_people import Responsible
from itadmin.storage.queries.attention_records import OWN

Made = TypeVar("Made")

TERM_COLUMNS = """starts_on, first_term_months, first_term_ends_on, renewal_months, notice_months, notice_days,
    open_ended, notice_given_on, notice_to_month_end"""
"""The columns of an agreement that `terms_of` reads."""

_AGREEMENTS = f"""
SELECT id, kind, status, annual_price, procurement_months, service_class, checked_on,
    manager, {TERM_COLUMNS}
FROM agreements WHERE {OWN} AND COALESCE(status, '') NOT IN ('upphort', 'ersatt')
"""
_MANAGERS = "SELECT id, label FROM people WHERE id IN (SELECT manager FROM agreements)"
_FOLLOWED = f"""
SELECT replaces FROM agreements WHERE replaces IS NOT NULL AND status = 'gallande' AND {OWN}
"""
_OPTIONS = """
SELECT record, months, decision_day, taken FROM agreements_options WHERE months > 0 ORDER BY record, ordinal
"""
_SYSTEMS = "SELECT record, target FROM agreements_systems ORDER BY record, ordinal"
_NAMES = "SELECT id, label FROM systems"
_REMINDERS = """
SELECT record, COALESCE(months, 0), COALESCE(days, 0) FROM agreements_reminders
WHERE months IS NOT NULL OR days IS NOT NULL ORDER BY record, ordinal
"""
_OF_KINDS = """
SELECT own.kind, COALESCE(step.months, 0), COALESCE(step.days, 0)
FROM (SELECT id, kind FROM lead_times WHERE {OWN}) AS own JOIN lead_times_reminders AS step ON step.record = own.id
WHERE step.months IS NOT NULL OR step.days IS NOT NULL ORDER BY own.id, step.ordinal
""".replace("{OWN}", OWN)
_LAST_CHANGES = """
SELECT id, (SELECT at FROM steps WHERE pk = (SELECT max(step) FROM journal WHERE record_id = agreements.id))
FROM agreements WHERE status IN ('utkast', 'forhandling', 'invantar_underskrift')
"""


class AgreementTime(NamedTuple):
    """One agreement as far as its time goes. `systems` are those it is about with their names, in their order.

    It `is_followed` when another one that replaces it is signed.
    """

    kind: str
    status: str
    annual_price: int | None
    procurement_months: int
    service_class: str
    checked_on: date | None
    manager: Responsible | None
    is_followed: bool
    terms: Terms
    systems: Sequence[tuple[Key, str]]
    reminders: Sequence[Lead]


def agreement_times(connection: Connection) -> dict[Key, AgreementTime]:
    """All own agreements outside the bin that have neither been closed nor replaced."""
    options = options_of(connection)
    systems = _systems_of(connection)
    reminders = _grouped(connection, _REMINDERS, Lead._make)
    managers = {
        key: Responsible(name or "", UUID(bytes=key)) for key, name in connection.exec_driver_sql(_MANAGERS).all()
    }
    followed = set(connection.exec_driver_sql(_FOLLOWED).scalars())
    return {
        key: AgreementTime(
            kind or "",
            status or "",
            price,
            procurement or 0,
            service_class or "",
            checked and date.fromisoformat(checked),
            managers.get(manager),
            key in followed,
            terms_of(terms, options.get(key, ())),
            systems.get(key, ()),
            reminders.get(key, ()),
        )
        for key, kind, status, price, procurement, service_class, checked, manager, *terms in (
            connection.exec_driver_sql(_AGREEMENTS).all()
        )
    }


def options_of(connection: Connection) -> Mapping[Key, Sequence[Option]]:
    """The options of all agreements, in their order."""
    return _grouped(connection, _OPTIONS, _option)


def terms_of(row: Sequence[Any], options: Iterable[Option]) -> Terms:
    """The terms of an agreement from its `TERM_COLUMNS` and options."""
    starts_on, first_months, first_ends, renewal, months, days, open_ended, given, month_end = row
    return Terms(
        starts_on and date.fromisoformat(starts_on),
        first_months,
        first_ends and date.fromisoformat(first_ends),
        renewal,
        months,
        days,
        bool(open_ended),
        given and date.fromisoformat(given),
        tuple(options),
        bool(month_end),
    )


def leads_of_kinds(connection: Connection) -> Mapping[str, Sequence[Lead]]:
    """The lead times that the kommun has set for kinds of agreements, by the code of the kind."""
    return _grouped(connection, _OF_KINDS, Lead._make)


def last_changes(connection: Connection) -> Mapping[Key, date]:
    """The day each agreement that is not in force yet was last changed, by the clock of the journal (UTC)."""
    rows = connection.exec_driver_sql(_LAST_CHANGES).all()
    return {key: date.fromisoformat(at[:10]) for key, at in rows if at}


def _systems_of(connection: Connection) -> Mapping[Key, Sequence[tuple[Key, str]]]:
    """The systems that each agreement is about, with their names, in their order."""
    named = {key: (key, name) for key, name in connection.exec_driver_sql(_NAMES).all()}
    found: dict[Key, list[tuple[Key, str]]] = defaultdict(list)
    for record, system in connection.exec_driver_sql(_SYSTEMS).all():
        if system in named:
            found[record].append(named[system])
    return found


def _grouped(connection: Connection, query: str, made: Callable[[Sequence[Any]], Made]) -> Mapping[Any, Sequence[Made]]:
    """What is made of the rows of a query, by the first value of the row."""
    found: dict[Any, list[Made]] = defaultdict(list)
    for row in connection.exec_driver_sql(query).all():
        found[row[0]].append(made(row[1:]))
    return found


def _option(row: Sequence[Any]) -> Option:
    months, decision_day, taken = row
    return Option(months, decision_day and date.fromisoformat(decision_day), None if taken is None else bool(taken))
