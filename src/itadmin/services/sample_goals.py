"""The goals of the sample kommuner's IT-policy, in both its versions, with what was read of them in earlier years.

What the register counts has readings that lead to what it counts now, and one that has fallen since it was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from itadmin.domain.calculations.allocation import WHOLE_PERCENT
from itadmin.domain.calculations.goals import Share
from itadmin.domain.changes import Change
from itadmin.services.sample_data import Place
from itadmin.services.sample_steering import policy_id
from itadmin.services.sample_values import addition, pick, sample_id

_READ_ON = (date(2024, 12, 31), date(2025, 6, 30), date(2025, 12, 31), date(2026, 6, 30))
_GAINS = range(2, 7)
"""Whole percent that a share usually gains between two readings."""
_FALLEN = "andel_klassade"
"""The share that was higher when it was last read."""
_FALL = 4


class _Target(NamedTuple):
    """A goal: its area and words, who answers for it, and for each version of the policy its year and state.

    `percent` is the whole percent aimed at; a goal without a measure is followed by hand. No year: it is not in that
    version.
    """

    area: str
    wording: str
    responsible: str
    years: tuple[int | None, int | None]
    status: str = "pagar"
    measure: str = ""
    percent: int | None = None
    noted: tuple[int, ...] = ()


_GOALS: Mapping[str, _Target] = {
    "nivaer": _Target(
        "samverkan",
        "Sex av tio system som kommunerna vill samverka om har nått sin målnivå.",
        "IT-chefsgruppen",
        (2026, 2030),
        measure="andel_niva_mal",
        percent=60,
    ),
    "genomgang": _Target(
        "verksamheter",
        "Varje förvaltning går igenom sina system och behov tillsammans med IT en gång om året.",
        "Förvaltningschefer",
        (2026, 2028),
        percent=100,
        noted=(30, 40, 60, 70),
    ),
    "klassning": _Target(
        "applikationer",
        "Alla system i drift är klassade, och ingen klassning är äldre än ett år.",
        "Systemägare",
        (2025, 2028),
        measure="andel_klassade",
        percent=95,
    ),
    "bitraden": _Target(
        "applikationer",
        "Personuppgifter som någon annan behandlar åt kommunen omfattas av avtal eller instruktion.",
        "Dataskyddsombud",
        (None, 2027),
        measure="andel_pub",
        percent=100,
    ),
    "konton": _Target(
        "teknisk_plattform",
        "Medarbetare loggar in med samma konto i alla gemensamma system.",
        "IT-chefsgruppen",
        (None, 2029),
        "ej_paborjad",
    ),
    "systemagare": _Target(
        "organisation_och_ansvar",
        "Alla system i drift har en systemägare.",
        "Kommundirektör",
        (2026, 2027),
        measure="andel_systemagare",
        percent=100,
    ),
    "driftavtal": _Target(
        "organisation_och_ansvar",
        "Drift som någon av kommunerna sköter är reglerad i ett driftavtal eller en driftöverenskommelse.",
        "IT-chef",
        (2024, 2029),
        measure="andel_driftavtal",
        percent=90,
    ),
    "utbildningsplaner": _Target(
        "kompetens",
        "Varje verksamhetssystem i drift har en utbildningsplan som systemägaren har fastställt.",
        "IT-chefsgruppen",
        (2026, 2029),
        measure="andel_utbildningsplan",
        percent=100,
    ),
    "fordelning": _Target(
        "finansiering",
        "Gemensamma kostnader fördelas efter en modell som alla kommuner har godkänt.",
        "Ekonomichef",
        (2025, 2027),
        "klar",
    ),
}


def goals(place: Place, shares: Mapping[str, Share]) -> Iterator[Change]:
    """The goals of both versions of the policy in the file of a kommun, where `shares` are counted in it."""
    for number in (1, 2):
        document = str(policy_id(place, number))
        for key, goal in _GOALS.items():
            year = goal.years[number - 1]
            if year is not None:
                values = {**_values(place, goal, shares.get(goal.measure)), "document": document, "year": year}
                yield addition("goals", sample_id(place, "goals", str(number), key), values)


def _values(place: Place, goal: _Target, share: Share | None) -> dict[str, Any]:
    noted = goal.noted if share is None else _led_to(place, goal.measure, share)
    readings = [
        {"measured_on": day.isoformat(), "percent": percent * 100, "note": None}
        for day, percent in zip(_READ_ON, noted, strict=False)
    ]
    return {
        "wording": goal.wording,
        "area": goal.area,
        "responsible_function": goal.responsible,
        "status": goal.status,
        "measure": goal.measure or None,
        "target_percent": None if goal.percent is None else goal.percent * 100,
        "readings": readings,
    }


def _led_to(place: Place, measure: str, share: Share) -> tuple[int, ...]:
    """Readings of earlier years in whole percent, from the first, that lead to a share of today."""
    if share.percent is None:
        return ()
    now = share.percent * 100 // WHOLE_PERCENT
    last = min(now + _FALL, 100) if measure == _FALLEN else now
    found = [last]
    for day in _READ_ON[:0:-1]:
        found.append(max(found[-1] - pick(_GAINS, "goal", place.code, measure, day.isoformat()), 0))
    return tuple(reversed(found))
