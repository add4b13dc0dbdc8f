"""How long a system may stand still, from the agreed availability, opening hours and measuring period.

Opening hours are text that people write; what cannot be read for certain is not guessed at. Knows no agreement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from itadmin.domain.money import NBSP

WEEK_OF_MINUTES = 7 * 24 * 60
WHOLE_PERCENT = 100_00
_HOUR = 60

PERIOD_DAYS: Mapping[str, int] = {"manad": 30, "kvartal": 91, "ar": 365}
_PERIOD_WORDS: Mapping[str, str] = {
    "manad": f"en månad med 30{NBSP}dygn",
    "kvartal": f"ett kvartal med 91{NBSP}dygn",
    "ar": f"ett år med 365{NBSP}dygn",
}

Week = tuple[tuple[int, int], ...]
"""Hours of a week: spans of minutes from Monday 00.00, in order and apart."""

_DAY = 24 * _HOUR
_WORKDAYS, _WEEKEND, _ALL_DAYS = tuple(range(5)), (5, 6), tuple(range(7))
_DAYS: Mapping[str, tuple[int, ...]] = {
    "alla dagar": _ALL_DAYS,
    "varje dag": _ALL_DAYS,
    "dagligen": _ALL_DAYS,
    "vardag": _WORKDAYS,
    "vardagar": _WORKDAYS,
    "helgfri vardag": _WORKDAYS,
    "helgfria vardagar": _WORKDAYS,
    "helg": _WEEKEND,
    "helger": _WEEKEND,
}
"""Words for days, and which days of the week they are from Monday, 0."""

_WHOLE_TIME = re.compile("(?:dygnet runt|24/7)(?:,? (?:alla dagar|varje dag|året runt))?")
_WEEKDAY = re.compile("(mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:ar)?)?")
_WEEKDAY_NUMBERS = {"mån": 0, "tis": 1, "ons": 2, "tor": 3, "tors": 3, "fre": 4, "lör": 5, "sön": 6}
_SPAN = re.compile(
    r"(?P<days>[a-zåäö– ]+?),? (?:kl\. ?)?(?P<h1>\d{1,2})(?:[.:](?P<m1>\d\d))?–(?P<h2>\d{1,2})(?:[.:](?P<m2>\d\d))?"
)
_TWO_ENDS = 2
_HOURS = re.compile(r"(?:högst )?(?P<number>[0-9]{1,5}) (?P<unit>timme|timmar|h|dygn)\.?")
_LONGEST = 200


def weekly_hours(text: str) -> Week | None:
    """The hours of a week that a text means, public holidays not counted; None when it cannot be read for certain.

    Reads "Dygnet runt, alla dagar" and parts like "Vardag 06.00–22.00, helg 08.00–18.00" or "mån–fre 8–17".
    """
    if len(text) > _LONGEST:
        return None
    written = re.sub(" ?[-–] ?", "–", " ".join(text.casefold().split())).rstrip(".")
    if _WHOLE_TIME.fullmatch(written):
        return ((0, WEEK_OF_MINUTES),)
    found: list[tuple[int, int]] = []
    for part in re.split(r"(?:,| och|;) (?=[a-zåäö])", written):
        spans = _spans(part)
        if not spans:
            return None
        found += spans
    return _joined(sorted(found))


def covers(offered: Week, needed: Week) -> bool:
    """Whether all the needed hours of a week are among those offered."""
    return all(any(start <= first and last <= end for start, end in offered) for first, last in needed)


def opening_minutes_per_week(opening_hours: str) -> int | None:
    """How many minutes a week opening hours hold, as `weekly_hours` reads them; None when the text cannot be read."""
    week = weekly_hours(opening_hours)
    return None if week is None else sum(end - start for start, end in week)


def allowed_downtime(availability_percent: int, period: str, minutes_per_week: int = WEEK_OF_MINUTES) -> float:
    """The minutes that a system may stand still in a period ("manad", "kvartal", "ar") of the given opening time.

    `availability_percent` is in hundredths (9950 is 99,5 %).
    """
    opening = minutes_per_week / 7 * PERIOD_DAYS[period]
    return opening * ((WHOLE_PERCENT - availability_percent) / WHOLE_PERCENT)


def downtime_in_words(availability_percent: int, period: str, opening_hours: str = "") -> str:
    """The allowed downtime as "7,2 timmar i en månad med 30 dygn"; "" when it cannot be known.

    Without opening hours, or with ones that cannot be read, it is reckoned round the clock and says so.
    """
    if period not in PERIOD_DAYS or not 0 <= availability_percent <= WHOLE_PERCENT:
        return ""
    known = opening_minutes_per_week(opening_hours)
    minutes = allowed_downtime(availability_percent, period, known or WEEK_OF_MINUTES)
    around_the_clock = "" if known else " dygnet runt"
    return f"{_duration(minutes)} i {_PERIOD_WORDS[period]}{around_the_clock}"


def hours_in(time: str) -> int | None:
    """The hours in a time like "8 timmar" or "2 dygn"; None for any other text, so also for arbetsdagar."""
    match = _HOURS.fullmatch(" ".join(time.casefold().split())) if len(time) <= _LONGEST else None
    return int(match["number"]) * (24 if match["unit"] == "dygn" else 1) if match else None


def _spans(part: str) -> list[tuple[int, int]]:
    """The spans of a part like "vardag 8–17"; none when it cannot be read."""
    match = _SPAN.fullmatch(part)
    if match is None:
        return []
    start, end = (int(match[f"h{side}"]) * _HOUR + int(match[f"m{side}"] or 0) for side in "12")
    if not start < end <= _DAY:
        return []
    return [(day * _DAY + start, day * _DAY + end) for day in _days(match["days"])]


def _days(words: str) -> tuple[int, ...]:
    """Which days of the week words mean: "vardagar", "fredag", "mån–fre"; none when they cannot be read."""
    if words in _DAYS:
        return _DAYS[words]
    ends = [_WEEKDAY.fullmatch(word) for word in words.split("–")]
    numbers = [_WEEKDAY_NUMBERS[end[1]] for end in ends if end]
    if len(numbers) != len(ends) or len(numbers) > _TWO_ENDS:
        return ()
    return tuple(range(numbers[0], numbers[-1] + 1))


def _joined(spans: Sequence[tuple[int, int]]) -> Week | None:
    """Spans in order with those that meet made one; None when any overlap, since one of them must be wrong."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            return None
        if joined and start == joined[-1][1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _duration(minutes: float) -> str:
    if minutes < _HOUR:
        return f"{round(minutes)}{NBSP}minuter"
    hours = f"{minutes / _HOUR:.1f}".removesuffix(".0").replace(".", ",")
    return f"{hours}{NBSP}{'timme' if hours == '1' else 'timmar'}"
