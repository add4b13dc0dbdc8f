"""How long before its deciding days an agreement is told of: by its own lead times, its kind's, or the usual ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from itadmin.domain.calculations.classification import suggested_criticality
from itadmin.domain.calculations.reminders import IMPORTANT, ORDINARY, Lead, reminder
from itadmin.domain.keys import Key
from itadmin.domain.registers.agreement_rows import ReminderRow
from itadmin.services.attention.known import Known
from itadmin.storage.queries.attention_agreements import AgreementTime

_USUAL = (Lead(months=6), *ORDINARY)
"""What may be done without for a while is seen half a year ahead, and reminded of shortly before."""
_LONGEST_MONTH = 31
_CRITICAL = "kritisk"
_CRITICAL_CLASSES = ("1", "2")


class Due(NamedTuple):
    """That a deciding day is near enough to be told of, and the next day to be reminded on, if there is one."""

    next_step: date | None


def important_systems(known: Known) -> frozenset[Key]:
    """The systems that the kommun cannot be without."""
    return frozenset(
        key
        for key, system in known.facts.systems.items()
        if is_important(
            system.criticality or suggested_criticality(system.levels), societally_critical=system.societally_critical
        )
    )


def lead_times_of(known: Known, agreement: AgreementTime, important: AbstractSet[Key]) -> tuple[Lead, ...]:
    """The lead times of an agreement. A new procurement takes its months before the first of them."""
    is_important = is_critical_class(agreement.service_class) or any(
        system in important for system, _name in agreement.systems
    )
    own = agreement.reminders or known.facts.leads_of_kinds.get(agreement.kind, ())
    return chosen_leads(own, is_important=is_important, procurement_months=agreement.procurement_months)


def chosen_leads(own: Sequence[Lead], *, is_important: bool, procurement_months: int | None = None) -> tuple[Lead, ...]:
    """An agreement's own lead times, else the usual ones, with the months that a new procurement takes before them."""
    leads = tuple(own) or (IMPORTANT if is_important else _USUAL)
    if not procurement_months:
        return leads
    first = max(leads)
    return (first._replace(months=first.months + procurement_months), *leads)


def leads_in(rows: Iterable[ReminderRow]) -> tuple[Lead, ...]:
    """The lead times that rows of reminders say; rows that say nothing are left out."""
    return tuple(Lead(row.months or 0, row.days or 0) for row in rows if row.months is not None or row.days is not None)


def is_critical_class(service_class: str) -> bool:
    """Whether a driftklass is of systems that the kommun cannot be without."""
    return service_class in _CRITICAL_CLASSES


def is_important(criticality: str, *, societally_critical: bool) -> bool:
    """Whether a system of a criticality is one that the kommun cannot be without."""
    return societally_critical or criticality == _CRITICAL


def due(leads: tuple[Lead, ...], deciding: date, today: date, since: date | None = None) -> Due | None:
    """Whether a deciding day is near enough: a lead time has come, after the last chance where there was one."""
    if deciding - today > _longest(leads):
        return None
    come, next_day = reminder(leads, deciding, today)
    if come is None or (since is not None and come <= since):
        return None
    return Due(next_day)


@lru_cache(maxsize=256)
def _longest(leads: tuple[Lead, ...]) -> timedelta:
    """A time that none of the lead times is longer than: most deciding days are farther off, and asked no more of."""
    return timedelta(days=max((lead.months * _LONGEST_MONTH + lead.days for lead in leads), default=0))
