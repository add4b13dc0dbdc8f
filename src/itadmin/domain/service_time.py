"""How long a system may stand still, from the agreed availability, opening hours and measuring period.

Opening hours are text that people write; what cannot be read for certain is not guessed at. Knows no agreement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

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

_DAYS: Mapping[str, int] = {
    "dygnet runt": 0,
    "alla dagar": 7,
    "varje dag": 7,
    "dagligen": 7,
    "vardag": 5,
    "vardagar": 5,
    "måndag–fredag": 5,
    "måndag–torsdag": 4,
    "måndag–lördag": 6,
    "måndag–söndag": 7,
    "helg": 2,
    "helger": 2,
    "lördag–söndag": 2,
    "fredag": 1,
    "lördag": 1,
    "söndag": 1,
}
"""Words for days and how many of them a week has."""

_WHOLE_TIME = re.compile("dygnet runt(?:,? (?:alla dagar|varje dag|året runt))?")
_SPAN = re.compile(
    r"(?P<days>[a-zåäö– ]+?),? (?:kl\. ?)?(?P<h1>\d{1,2})(?:[.:](?P<m1>\d\d))?–(?P<h2>\d{1,2})(?:[.:](?P<m2>\d\d))?"
)
_HOURS = re.compile(r"(?:högst )?(?P<number>[0-9]{1,5}) (?P<unit>timme|timmar|h|dygn)\.?")
_LONGEST = 200


def opening_minutes_per_week(opening_hours: str) -> int | None:
    """How many minutes a week opening hours hold, public holidays not counted; None when the text cannot be read.

    Reads "Dygnet runt, alla dagar" and parts like "Vardag 06.00–22.00, helg 08.00–18.00".
    """
    if len(opening_hours) > _LONGEST:
        return None
    written = re.sub(" ?[-–] ?", "–", " ".join(opening_hours.casefold().split())).rstrip(".")
    if _WHOLE_TIME.fullmatch(written):
        return WEEK_OF_MINUTES
    spans = [_span_minutes(part) for part in re.split(r"(?:,| och|;) (?=[a-zåäö])", written)]
    known = [minutes for minutes in spans if minutes is not None]
    total = sum(known)
    return total if len(known) == len(spans) and 0 < total <= WEEK_OF_MINUTES else None


def allowed_downtime(availability_percent: int, period: str, minutes_per_week: int = WEEK_OF_MINUTES) -> float:
    """The minutes that a system may stand still in a period ("manad", "kvartal", "ar") of the given opening time.

    `availability_percent` is in hundredths (9950 is 99,5 %).
    """
    opening = minutes_per_week / 7 * PERIOD_DAYS[period]
    return opening * (WHOLE_PERCENT - availability_percent) / WHOLE_PERCENT


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


def _span_minutes(part: str) -> int | None:
    match = _SPAN.fullmatch(part)
    days = _DAYS.get(match["days"]) if match else None
    if match is None or not days:
        return None
    start, end = (int(match[f"h{side}"]) * _HOUR + int(match[f"m{side}"] or 0) for side in "12")
    return (end - start) * days if start < end <= 24 * _HOUR else None


def _duration(minutes: float) -> str:
    if minutes < _HOUR:
        return f"{round(minutes)}{NBSP}minuter"
    hours = f"{minutes / _HOUR:.1f}".removesuffix(".0").replace(".", ",")
    return f"{hours}{NBSP}{'timme' if hours == '1' else 'timmar'}"
