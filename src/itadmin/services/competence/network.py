"""The network of an area: who calls it together, who is in it and can be asked, its meetings – and noting a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.competence import ABLE
from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import InvalidRecordError, Problem
from itadmin.domain.record import row_to_plain
from itadmin.domain.registers.networks import MeetingRow, Network
from itadmin.domain.text import swedish_key
from itadmin.services.competence.ground import AREAS, Ground, Someone, Topic
from itadmin.services.reading import Reading
from itadmin.services.records import Records


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the network or able in its area, with the level, None where nobody has judged it."""

    person: Someone
    level: int | None
    is_member: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """`members` are sorted by level, the highest first; `ask` are those who are able, members or not.

    `meetings` are newest first, `coming` is the next day that a meeting is held on or after today.
    """

    members: tuple[Member, ...]
    ask: tuple[Member, ...]
    meetings: tuple[MeetingRow, ...]
    coming: date | None


def topic_of(ground: Ground, area_id: UUID) -> Topic | None:
    """The topic that an area is, or is the same as; None for one in the bin."""
    return next((topic for topic in ground.topics if topic.register == AREAS and area_id in topic.ids), None)


def network_of(reading: Reading, ground: Ground, area: Network) -> Gathered:
    """The network of an area on the day of the reading."""
    topic = topic_of(ground, area.id)
    levels: Mapping[UUID, int | None] = ground.levels(topic) if topic is not None else {}
    labels = reading.labels("people", area.members)
    people = {**{key: Someone(key, name, "", "") for key, name in labels.items()}, **ground.people}
    enough = min(ABLE, max((level or 0 for level in levels.values()), default=0)) or ABLE
    asked = dict.fromkeys((*area.members, *levels))
    found = [Member(people[key], levels.get(key), key in area.members) for key in asked if key in people]
    found.sort(key=lambda member: (1 if member.level is None else -member.level, swedish_key(member.person.name)))
    meetings = sorted(area.meetings, key=lambda row: row.held_on or date.min, reverse=True)
    ahead = [row.held_on for row in area.meetings if row.held_on is not None and row.held_on >= reading.day]
    return Gathered(
        tuple(member for member in found if member.is_member),
        tuple(member for member in found if (member.level or 0) >= enough),
        tuple(meetings),
        min(ahead, default=None),
    )


def note_meeting(records: Records, area: Network, values: Mapping[str, Any]) -> ChangeSet:
    """Add a meeting to an area as one step; `values` are plain values of its row.

    Raises InvalidRecordError without a day, and KnownError.
    """
    if not values.get("held_on"):
        raise InvalidRecordError((Problem("held_on", "Ange vilken dag mötet är."),))
    rows = [*map(row_to_plain, area.meetings), dict(values)]
    return records.save(AREAS, area.id, {"meetings": rows})
