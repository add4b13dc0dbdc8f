"""What a rule of the work list says, and how it becomes a line: about whom, by whom and how pressing.

Knows no rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.calculations.attention import Act, AttentionLine, Band, band_of
from itadmin.storage.queries.attention_people import Responsible


@dataclass(frozen=True, slots=True)
class About:
    """The record that something is said of, and who answers for it."""

    register: str
    record_id: UUID
    name: str
    responsible: Responsible


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule says of a record: its key, a sentence, and what to do by when.

    `occasion` is what a mark on it is about where that is not the day itself; `undated` the band of what has no day.
    """

    kind: str
    reason: str
    day: date | None = None
    field: str = ""
    act: Act = Act.OPEN
    grave: bool = False
    occasion: str | None = None
    undated: Band = Band.INOM_6_MANADER
    next_step: date | None = None


def line(told: Told, about: About, today: date) -> AttentionLine:
    """What is said of a record, as a line of the list on a day."""
    day = told.day.isoformat() if told.day else ""
    return AttentionLine(
        kind=told.kind,
        register=about.register,
        record_id=about.record_id,
        record=about.name,
        reason=told.reason,
        day=told.day,
        band=band_of(told.day, today, grave=told.grave, undated=told.undated),
        responsible=about.responsible.name,
        responsible_id=about.responsible.person_id,
        occasion=day if told.occasion is None else told.occasion,
        field=told.field,
        act=told.act,
        grave=told.grave,
        next_step=told.next_step,
    )
