"""Lines about styrande dokument: one that is to be revised, that ends, or that kommuner have not decided on for long.

Each is told of once: that it has ended before that it is to be revised, and that before that it will end. What is
locked has no field to be mended in, so the line leads to its page.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.adoption import few_named
from itadmin.domain.calculations.attention import Act, Band, is_within
from itadmin.domain.calculations.reminders import Lead
from itadmin.domain.calendar import months_from, spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.leads import due
from itadmin.services.attention.telling import Told
from itadmin.storage.queries.attention_steering import SteeringTime

LEADS = tuple(Lead(months=months) for months in (12, 6, 3, 1))
"""How long before a document is to be revised it is told of."""

_PATIENCE_MONTHS = 3
"""How long a document may be in force before it is told that a kommun has not decided on it."""


def of_steering(known: Known) -> Iterator[tuple[Key, Told]]:
    """What is to be done about each styrande dokument that is in force and not yet followed by another."""
    for key, document in known.facts.steering.items():
        if not document.is_in_force:
            continue
        told = _ended(document, known.day) or _to_revise(document, known.day) or _ends(document, known.day)
        if told is not None:
            yield key, told
        waiting = _undecided(document, known.day)
        if waiting is not None:
            yield key, waiting


def _ended(document: SteeringTime, today: date) -> Told | None:
    """That it holds no more and nothing has taken its place."""
    last = document.valid_until
    if last is None or last >= today:
        return None
    reason = f"Dokumentet gällde till och med {spoken_day(last, today)}{_begun(document)}"
    return Told("giltighet_har_gatt_ut", reason, last, act=Act.OPEN, grave=True)


def _to_revise(document: SteeringTime, today: date) -> Told | None:
    """That it is to be looked over, from a year before on."""
    day = document.revise_by
    reached = due(LEADS, day, today) if day is not None else None
    if day is None or reached is None:
        return None
    when = "skulle ha reviderats" if day < today else "ska revideras"
    reason = f"Dokumentet {when} senast {spoken_day(day, today)}{_begun(document)}"
    return Told("ska_revideras", reason, day, act=Act.OPEN, next_step=reached.next_step)


def _ends(document: SteeringTime, today: date) -> Told | None:
    """That its last day is near."""
    last = document.valid_until
    if last is None or not is_within(last, today):
        return None
    reason = f"Dokumentet gäller till och med {spoken_day(last, today)}{_begun(document)}"
    return Told("giltighet_gar_ut", reason, last, act=Act.OPEN)


def _undecided(document: SteeringTime, today: date) -> Told | None:
    """That it has been in force for long, and some of those who are to decide have not."""
    first = document.valid_from
    if not document.waiting or first is None or months_from(first, _PATIENCE_MONTHS) > today:
        return None
    waiting = few_named(document.waiting)
    reason = f"Dokumentet gäller sedan {spoken_day(first, today)}, men är inte fastställt i {waiting}."
    return Told("saknar_beslut", reason, act=Act.OPEN, occasion=first.isoformat(), undated=Band.SENARE)


def _begun(document: SteeringTime) -> str:
    """How far the next version has come, as the end of a sentence."""
    if document.later is None:
        return ", och ingen ny version är påbörjad."
    version = f"Version {document.later.version}" if document.later.version else "En ny version"
    return f". {version} är på remiss." if document.later.status == "remiss" else f". {version} är påbörjad."
