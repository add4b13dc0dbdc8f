"""What the work list asks of every own agreement at once: its time, its systems, and who manages it.

Read as plain SQL: thousands of agreements are looked at each time the list is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from itadmin.domain.calculations.notice import Option, Terms
from itadmin.domain.registers.agreement_rows import ReminderRow
from itadmin.storage.queries.attention_people import Responsible

_OWN = "owner = (SELECT organisation FROM file_info) AND deleted = 0 AND placeholder = 0"

_AGREEMENTS = f"""
SELECT id, kind, status, annual_price, procurement_months, service_class, checked_on,
    manager, (SELECT label FROM people WHERE id = manager),
    starts_on, first_term_months, first_term_ends_on, renewal_months, notice_months, notice_days, open_ended,
    notice_given_on, notice_to_month_end
FROM agreements WHERE {_OWN}
"""
_OPTIONS = "SELECT record, months, decision_day, taken FROM agreements_options ORDER BY record, ordinal"
_SYSTEMS = """
SELECT link.record, link.target, system.label FROM agreements_systems AS link
JOIN systems AS system ON system.id = link.target ORDER BY link.record, link.ordinal
"""
_REMINDERS = "SELECT record, months, days FROM agreements_reminders ORDER BY record, ordinal"
_OF_KINDS = f"""
SELECT lead.kind, step.months, step.days FROM lead_times AS lead
JOIN lead_times_reminders AS step ON step.record = lead.id WHERE lead.{_OWN} ORDER BY lead.pk, step.ordinal
"""
_LAST_CHANGES = """
SELECT agreement.id, max(step.at) FROM agreements AS agreement
JOIN journal ON journal.record_id = agreement.id JOIN steps AS step ON step.pk = journal.step
WHERE agreement.status IN ('utkast', 'forhandling', 'invantar_underskrift') GROUP BY agreement.id
"""


@dataclass(frozen=True, slots=True)
class AgreementTime:
    """One agreement as far as its time goes. `systems` are those it is about with their names, in their order."""

    record_id: UUID
    kind: str
    status: str
    annual_price: int | None
    procurement_months: int | None
    service_class: str
    checked_on: date | None
    manager: Responsible | None
    terms: Terms
    systems: tuple[tuple[UUID, str], ...]
    reminders: tuple[ReminderRow, ...]


def agreement_times(connection: Connection) -> list[AgreementTime]:
    """All own agreements outside the bin."""
    options = _grouped(connection, _OPTIONS, lambda row: Option(row[0], _day(row[1]), _truth(row[2])))
    systems = _grouped(connection, _SYSTEMS, lambda row: (UUID(bytes=row[0]), row[1]))
    reminders = _grouped(connection, _REMINDERS, lambda row: ReminderRow(months=row[0], days=row[1]))
    return [
        AgreementTime(
            record_id=UUID(bytes=key),
            kind=kind or "",
            status=status or "",
            annual_price=price,
            procurement_months=procurement,
            service_class=service_class or "",
            checked_on=_day(checked),
            manager=Responsible(manager_name or "", UUID(bytes=manager)) if manager else None,
            terms=_terms(terms, options.get(key, ())),
            systems=tuple(systems.get(key, ())),
            reminders=tuple(reminders.get(key, ())),
        )
        for key, kind, status, price, procurement, service_class, checked, manager, manager_name, *terms in (
            connection.exec_driver_sql(_AGREEMENTS)
        )
    ]


def reminders_of_kinds(connection: Connection) -> Mapping[str, tuple[ReminderRow, ...]]:
    """The lead times that the kommun has set for kinds of agreements, by the code of the kind."""
    found: dict[str, list[ReminderRow]] = defaultdict(list)
    for kind, months, days in connection.exec_driver_sql(_OF_KINDS):
        found[kind].append(ReminderRow(months=months, days=days))
    return {kind: tuple(rows) for kind, rows in found.items()}


def last_changes(connection: Connection) -> Mapping[UUID, date]:
    """The day each agreement that is not in force yet was last changed, by the clock of the journal (UTC)."""
    return {UUID(bytes=key): date.fromisoformat(at[:10]) for key, at in connection.exec_driver_sql(_LAST_CHANGES)}


def _grouped(connection: Connection, query: str, made: Any) -> Mapping[bytes, list[Any]]:
    found: dict[bytes, list[Any]] = defaultdict(list)
    for key, *rest in connection.exec_driver_sql(query):
        found[key].append(made(rest))
    return found


def _terms(row: list[Any], options: Iterable[Option]) -> Terms:
    starts_on, first_months, first_ends, renewal, months, days, open_ended, given, month_end = row
    return Terms(
        starts_on=_day(starts_on),
        first_term_months=first_months,
        first_term_ends_on=_day(first_ends),
        renewal_months=renewal,
        notice_months=months,
        notice_days=days,
        open_ended=bool(open_ended),
        notice_given_on=_day(given),
        options=tuple(option for option in options if option.months),
        month_end=bool(month_end),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _truth(value: int | None) -> bool | None:
    return None if value is None else bool(value)
