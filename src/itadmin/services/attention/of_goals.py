"""Lines about goals: their year is over and they are not reached, or what is counted has fallen since it was read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.attention import Act, Band
from itadmin.domain.calculations.goals import Standing, fallen_from
from itadmin.domain.calendar import prose
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.services.goals import Followed
from itadmin.services.goals.words import come_words, percent_words


def of_goals(known: Known) -> Iterator[tuple[Key, Told]]:
    """What is to be done about each goal that counts."""
    for followed in known.goals:
        told = _late(followed, known.day) or _fallen(followed, known.day)
        if told is not None:
            yield followed.key, told


def _late(followed: Followed, today: date) -> Told | None:
    """That the year of a goal is over and it is not reached."""
    year = followed.goal.year
    if followed.standing is not Standing.BEHIND or year is None or year >= today.year:
        return None
    come = come_words(followed.value, followed.goal.target)
    reason = f"Målåret {year} har gått, och målet är inte nått{f': {come}' if come else ''}."
    return Told("malar_har_gatt", reason, date(year, 12, 31), field="year", act=Act.OPEN)


def _fallen(followed: Followed, today: date) -> Told | None:
    """That what the register counts is less than when it was last read."""
    if not followed.is_counted or followed.standing is Standing.DROPPED:
        return None
    before = fallen_from(followed.goal.readings, followed.value, today)
    if before is None or followed.value is None:
        return None
    fall = f"från {percent_words(before.percent)} till {percent_words(followed.value)}"
    reason = f"Utfallet har sjunkit sedan avläsningen {prose(before.day)}: {fall}."
    occasion = before.day.isoformat()
    return Told("mal_har_sjunkit", reason, act=Act.OPEN, occasion=occasion, undated=Band.SENARE)
