"""What a rule of the work list says, and how it becomes a line: about whom, by whom and how pressing.

Knows no rule.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from itadmin.domain.calculations.attention import Act, AttentionLine, Band, Said, band_of
from itadmin.storage.queries.attention_people import Responsible


class About(NamedTuple):
    """The record that something is said of, and who answers for it."""

    register: str
    record_id: UUID
    name: str
    sort_key: str
    responsible: Responsible


class Told(NamedTuple):
    """What a rule says of a record: its key, a sentence, and what to do by when.

    `occasion` is what a mark on it is about where that is not the day itself; `undated` the band of what has no day.
    """

    kind: str
    reason: Said
    day: date | None = None
    field: str = ""
    act: Act = Act.OPEN
    grave: bool = False
    occasion: str | None = None
    undated: Band = Band.INOM_6_MANADER
    next_step: date | None = None


def line(told: Told, about: About, today: date) -> AttentionLine:
    """What is said of a record, as a line of the list on a day."""
    kind, reason, day, field, act, grave, occasion, undated, next_step = told
    register, record_id, name, _sort_key, responsible = about
    if occasion is None:
        occasion = day.isoformat() if day else ""
    band = band_of(day, today, grave=grave, undated=undated)
    person, person_id = responsible
    return AttentionLine(
        kind, register, record_id, name, reason, day, band, person, person_id, occasion, field, act, grave, next_step
    )
