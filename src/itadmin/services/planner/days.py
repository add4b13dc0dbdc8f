"""Every day of a span that something happens on: by dates of agreements, systems and documents, and by the year.

Read set by set, as the work list is, so that thousands of agreements are laid out at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from itadmin.domain.calculations.notice import TermState, timeline
from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calculations.reminders import Lead
from itadmin.domain.calendar import Interval, approximate_span, months_from
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known, known_of
from itadmin.services.attention.leads import important_systems, lead_times_of
from itadmin.services.attention.of_steering import LEADS
from itadmin.services.collecting import nothing_collected
from itadmin.services.planner.activities import REGISTER as ACTIVITIES
from itadmin.services.planner.activities import happening
from itadmin.services.reading import Reading

_REVIEW_MONTHS = 12
_BEFORE_SYSTEMS, _BEFORE_ACTIVITIES = (30, 7), (7,)
"""Days before that one is reminded of what has no lead times of its own."""


class DayKind(StrEnum):
    """What a day is; activities have the codes of `aktivitetsslag` in `Dated.code`."""

    NOTICE = "sista_uppsagningsdag"
    END = "avtalet_loper_ut"
    OPTION = "option_beslutas"
    REVIEW = "granskning"
    SUPPORT = "stod_upphor"
    RETIREMENT = "avveckling"
    REVISION = "ska_revideras"
    ACTIVITY = "aktivitet"


@dataclass(frozen=True, slots=True)
class Dated:
    """Something on a day, or on `days` from first to last: what it is about, in a title and a sentence.

    `record_id` is None for an activity that comes with the program, which has a `key`. `is_certain` is not true of what
    follows only if nobody acts before. `remind` are whole days before the first day. `occasion` tells it from other
    days of the same kind and record, and stays when the day is moved.
    """

    kind: DayKind
    days: Interval
    title: str
    sentence: str
    register: str
    record_id: UUID | None
    responsible: str
    code: str = ""
    key: str = ""
    place: str = ""
    is_certain: bool = True
    remind: tuple[int, ...] = ()
    occasion: str = ""

    @property
    def first(self) -> date:
        """Its first day."""
        return self.days.starts_on or date.min


@dataclass(frozen=True, slots=True)
class _Day:
    """A day or days of one record."""

    kind: DayKind
    days: Interval
    sentence: str
    is_certain: bool = True
    occasion: str = ""


def days_of(reading: Reading, within: Interval) -> list[Dated]:
    """Everything that has a day within a bounded interval, in order of first day, kind and title."""
    with nothing_collected():
        known = known_of(reading)
        of_records = (*_agreements(known, within), *_systems(known, within), *_steering(known, within))
        found = [*of_records, *_activities(reading, within)]
    return sorted(found, key=lambda item: (item.first, item.kind, item.title))


def _agreements(known: Known, within: Interval) -> Iterator[Dated]:
    important = important_systems(known)
    for key, standing in known.standings.items():
        days = [day for day in _of_agreement(standing, within) if day.days.overlaps(within)]
        leads = lead_times_of(known, known.facts.agreements[key], important) if days else ()
        for day in days:
            first = day.days.starts_on or date.min
            yield _told(known, "agreements", key, day, _days_before(first, leads))


def _of_agreement(standing: TermState, within: Interval) -> Iterator[_Day]:
    place, ends_on = standing.option_to_decide, standing.ends_on
    if place is not None and (decided_by := standing.terms.options[place].decision_day):
        months = months_in_words(standing.terms.options[place].months)
        yield _Day(DayKind.OPTION, _on(decided_by), f"Optionen på {months} ska vara beslutad.", occasion=str(place + 1))
    if ends_on is not None:
        yield _Day(DayKind.END, _on(ends_on), "Sista dagen som avtalet gäller.", place is None)
        return
    for block in timeline(standing.terms, standing.day, within.ends_on or date.max):
        if block.last_notice_day is not None and block.last_notice_day >= standing.day:
            sentence = f"Sista dag att säga upp; annars fortsätter avtalet efter {block.ends_on}."
            yield _Day(DayKind.NOTICE, _on(block.last_notice_day), sentence, block.is_certain, str(block.number))


def _systems(known: Known, within: Interval) -> Iterator[Dated]:
    for key, system in known.facts.systems.items():
        days = []
        if system.reviewed_on:
            review = _on(months_from(system.reviewed_on, _REVIEW_MONTHS))
            days.append(_Day(DayKind.REVIEW, review, "Uppgifterna om systemet ska granskas."))
        if system.support_ends:
            days.append(_Day(DayKind.SUPPORT, _span(system.support_ends), "Leverantörens stöd för versionen upphör."))
        if system.planned_retirement:
            days.append(_Day(DayKind.RETIREMENT, _span(system.planned_retirement), "Systemet ska avvecklas."))
        yield from (_told(known, "systems", key, day, _BEFORE_SYSTEMS) for day in days if day.days.overlaps(within))


def _steering(known: Known, within: Interval) -> Iterator[Dated]:
    """When documents in force are to be revised."""
    for key, document in known.facts.steering.items():
        revised = document.revise_by
        if document.is_in_force and revised is not None and _on(revised).overlaps(within):
            day = _Day(DayKind.REVISION, _on(revised), "Dokumentet ska ha reviderats.")
            yield _told(known, "steering_documents", key, day, _days_before(revised, LEADS))


def _days_before(first: date, leads: Iterable[Lead]) -> tuple[int, ...]:
    return tuple(dict.fromkeys((first - lead.day_before(first)).days for lead in leads))


def _activities(reading: Reading, within: Interval) -> Iterator[Dated]:
    for time, activity in happening(reading, within):
        yield Dated(
            DayKind.ACTIVITY,
            time,
            activity.name,
            activity.note,
            ACTIVITIES,
            activity.record_id,
            activity.responsible,
            code=activity.kind,
            place=activity.place,
            key=activity.key,
            remind=_BEFORE_ACTIVITIES,
            occasion=str(time.starts_on),
        )


def _told(known: Known, register: str, record: Key, day: _Day, remind: tuple[int, ...]) -> Dated:
    about = known.about(register, record)
    return Dated(
        day.kind,
        day.days,
        about.name,
        day.sentence,
        register,
        about.record_id,
        about.responsible.name,
        is_certain=day.is_certain,
        remind=remind,
        occasion=day.occasion,
    )


def _on(day: date) -> Interval:
    return Interval(day, day)


def _span(approximate: str) -> Interval:
    return Interval(*approximate_span(approximate))
