"""Lines about changes of the platform: who is not told in time, who has not answered, and who objects.

Each is told until all have been told, all have answered, and what they object to has been seen to.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from itadmin.domain.calculations.adoption import few_named
from itadmin.domain.calculations.attention import Act, Band
from itadmin.domain.calculations.platform import OBJECTIONS
from itadmin.domain.calendar import months_from, spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.storage.queries.attention_platform import ChangeTime

LEAD_MONTHS = 6
"""How long before a change all are to have been told of it."""
AHEAD = timedelta(weeks=8)
"""How long before all are to have been told it is said of those who are not."""
NEAR = timedelta(weeks=8)
"""How near a change may be before those that have not answered are told of, though their time to do so is not over."""


def of_platform(known: Known) -> Iterator[tuple[Key, Told]]:
    """What is to be done about each change that is not over."""
    for key, change in known.facts.platform.items():
        for told in (_untold(change, known.day), _silent(change, known.day), _objected(change, known.day)):
            if told is not None:
                yield key, told


def _untold(change: ChangeTime, today: date) -> Told | None:
    """That somebody is to be told of it soon, or by now, and has not been: at once where others have."""
    day, left = change.changes_on, len(change.untold)
    tell_by = months_from(day, -LEAD_MONTHS) if day is not None else None
    is_time = tell_by is not None and today >= tell_by - AHEAD
    is_begun = change.announced_on is not None or left < change.number
    if not (is_time or is_begun) or (change.number and not left):
        return None
    who = f"{few_named(change.untold)} är inte" if left else "Ingen är"
    reason = f"{who} {'förvarnade' if left > 1 else 'förvarnad'} om ändringen{_when(change, today)}."
    by = tell_by if tell_by is not None and tell_by >= today else _first_of(change)
    return Told("ska_forvarnas", reason, by, act=Act.OPEN, grave=day is not None and day <= today)


def _silent(change: ChangeTime, today: date) -> Told | None:
    """That somebody who has been told has not answered in time, or soon has no time left to."""
    last, day = change.answer_by, change.changes_on
    is_late = last is not None and last < today
    if not change.silent or not (is_late or (day is not None and day - today <= NEAR)):
        return None
    by = ""
    if last is not None:
        by = f" Svar {'skulle ha kommit' if is_late else 'ska komma'} senast {spoken_day(last, today)}."
    reason = f"{few_named(change.silent)} har inte svarat om ändringen{_when(change, today)}.{by}"
    return Told("svar_pa_forvarning", reason, _first_of(change))


def _objected(change: ChangeTime, today: date) -> Told | None:
    """That somebody objects to the change or asks for more time, to be answered now, however far off the change is.

    Handled for as long as nobody answers anew.
    """
    if not change.objections:
        return None
    told = [
        f"{few_named(names)} {words}"
        for code, words in OBJECTIONS.items()
        if (names := [each.name for each in change.objections if each.answer == code])
    ]
    latest = max((each.on for each in change.objections if each.on), default=None)
    reason = (
        f"{', och '.join(told)}. Det gäller ändringen{_when(change, today)}. "
        "Förvarna om en ny dag, eller notera ett nytt svar."
    )
    occasion = latest.isoformat() if latest else ""
    return Told("invandning_mot_andring", reason, occasion=occasion, undated=Band.INOM_30_DAGAR)


def _first_of(change: ChangeTime) -> date | None:
    """The day by which something is to have been done: when answers are wanted, else that of the change."""
    return min((day for day in (change.answer_by, change.changes_on) if day), default=None)


def _when(change: ChangeTime, today: date) -> str:
    return "" if change.changes_on is None else f" {spoken_day(change.changes_on, today)}"
