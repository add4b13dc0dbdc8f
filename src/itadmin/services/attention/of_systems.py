"""Lines about days of systems that are near: reviews, classifications, restore tests, roles that end, retirement.

What has gone wrong already is mostly a finding; here stands what can still be done in time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from itadmin.domain.calculations.attention import Act, is_within
from itadmin.domain.calculations.classification import REVIEW_MONTHS
from itadmin.domain.calendar import approximate_span, months_from, spoken_day
from itadmin.domain.keys import Key
from itadmin.domain.registers.system_record import IN_USE
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.storage.queries.attention_systems import SystemDays

_RETIRED = "avvecklad"
_AVAILABILITY = 2
"""The place of tillgänglighet among the levels."""
_TESTED_FROM = ("3", "4")
"""Levels of tillgänglighet from which restoring is to be tested every year."""
_ROLES = (
    ("systemagare", "system_owner", "Systemägarens"),
    ("systemansvarig", "system_manager", "Den systemansvarigas"),
)


def of_systems(known: Known) -> Iterator[tuple[Key, Told]]:
    """What is near of each system that is not retired."""
    for key, system in known.facts.systems.items():
        if system.lifecycle != _RETIRED:
            for rule in _RULES:
                told = rule(system, known.day)
                if told is not None:
                    yield key, told
            for told in _roles_end(known, key):
                yield key, told


def year_after(day: date) -> date:
    """The day until which something done on a day holds, where it holds for a year."""
    return months_from(day, REVIEW_MONTHS)


def classification_ends(system: SystemDays) -> date | None:
    """The last day that the classification holds; None when it has no day."""
    ends = [] if system.classified_on is None else [year_after(system.classified_on)]
    if system.classification_valid_until is not None:
        ends.append(system.classification_valid_until)
    return min(ends, default=None)


def _review_due(system: SystemDays, today: date) -> Told | None:
    due = year_after(system.reviewed_on) if system.reviewed_on else None
    if due is None or not is_within(due, today):
        return None
    reason = f"Uppgifterna ska granskas senast {spoken_day(due, today)}."
    return Told("granskning_snart", reason, due, field="reviewed_on", act=Act.REVIEW)


def _classification_ends(system: SystemDays, today: date) -> Told | None:
    end = classification_ends(system)
    if end is None or not is_within(end, today):
        return None
    reason = f"Klassningen gäller till och med {spoken_day(end, today)}."
    return Told("klassning_gar_ut", reason, end, field="classified_on", act=Act.CLASSIFY)


def _restore_untested(system: SystemDays, today: date) -> Told | None:
    """That what must not be away has not been restored for a year, or is soon to have been."""
    if system.lifecycle not in IN_USE or system.levels[_AVAILABILITY] not in _TESTED_FROM:
        return None
    if system.restore_tested_on is None:
        reason = "Återläsning är inte provad, fast systemet behöver hög tillgänglighet."
        return Told("aterlasning_ej_provad", reason, field="restore_tested_on", act=Act.FILL_IN)
    due = year_after(system.restore_tested_on)
    if due > months_from(today, 1):
        return None
    when = "skulle ha provats igen" if due < today else "ska provas igen"
    reason = f"Återläsning {when} senast {spoken_day(due, today)}."
    return Told("aterlasning_ej_provad", reason, due, field="restore_tested_on", act=Act.FILL_IN)


def _retirement(system: SystemDays, today: date) -> Told | None:
    """That a system is to be retired, or should have been."""
    if not system.planned_retirement:
        return None
    last = approximate_span(system.planned_retirement)[1]
    if last >= today and not is_within(last, today):
        return None
    when = "skulle ha avvecklats" if last < today else "ska avvecklas"
    reason = f"Systemet {when} senast {spoken_day(last, today)}."
    return Told("planerad_avveckling", reason, last, field="planned_retirement")


def _roles_end(known: Known, system: Key) -> Iterator[Told]:
    """That a role ends and nobody is named to take over."""
    held, lasting = known.facts.holders.get(system, {}), known.facts.last_days.get(system, {})
    for role, field, whose in _ROLES:
        last = lasting.get(role)
        if role in held and last is not None and is_within(last, known.day):
            reason = f"{whose} uppdrag slutar {spoken_day(last, known.day)} och ingen tar över."
            yield Told(f"{role}_slutar", reason, last, field=field, act=Act.APPOINT)


_RULES: tuple[Callable[[SystemDays, date], Told | None], ...] = (
    _review_due,
    _classification_ends,
    _restore_untested,
    _retirement,
)
