"""What is done about gaps and vulnerable areas: actions proposed for them, and what actions cost alone and together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from itadmin.domain.calculations.competence import ABLE, FEWEST, Sums, gap, is_vulnerable, sums
from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.registers.competence_actions import CompetenceAction
from itadmin.domain.states import DROPPED, OVER
from itadmin.domain.text import swedish_key
from itadmin.services.competence.ground import AREAS, SYSTEMS, Ground, Judged, Someone, Topic
from itadmin.services.reading import ListQuery, Read, Reading
from itadmin.services.records import Records

ACTIONS = "competence_actions"
_COURSE, _SHADOW = "kurs", "jobbskugga"
_URGENCY = ("hog", "medel", "lag")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """Somebody who is to know more of a topic; `covered` when an action that is not over is for that person."""

    person: Someone
    judged: Judged
    covered: bool

    @property
    def left(self) -> int:
        """How many levels are left."""
        return gap(self.judged.level, self.judged.wanted)


@dataclass(frozen=True, slots=True)
class YearSum:
    """What the actions of an area or a system cost in a year; `year` "" for those without."""

    name: str
    year: str
    actions: int
    sums: Sums


def gaps_of(ground: Ground, topic: Topic, actions: Iterable[CompetenceAction]) -> tuple[Gap, ...]:
    """Who is to know more of a topic, the largest gap first."""
    covered = {
        key for action in actions if _is_about(action, topic) and action.status not in OVER for key in action.people
    }
    found = []
    for who in ground.people.values():
        judged = ground.of(who.id, topic)
        if judged is not None and gap(judged.level, judged.wanted):
            found.append(Gap(who, judged, who.id in covered))
    return tuple(sorted(found, key=lambda each: (-each.left, swedish_key(each.person.name))))


def proposed(ground: Ground, topic: Topic, gaps: Sequence[Gap], own: UUID, year: int) -> dict[str, Any]:
    """Plain values of an action in a year for those who are to know more and whom none is for yet.

    Empty without any, and where all of them are of other kommuner, who see to their own people. One person alone, where
    somebody in another kommun is able, learns beside that one; else it is a course.
    """
    left = [each for each in gaps if not each.covered]
    if not any(each.person.kommun_id in (own, None) for each in left):
        return {}
    kommuner = {each.person.kommun_id for each in left if each.person.kommun_id is not None}
    elsewhere = {ground.people[key].kommun_id for key, level in ground.levels(topic).items() if (level or 0) >= ABLE}
    abroad = bool(kommuner) and bool(elsewhere - kommuner - {None})
    kind = _SHADOW if len(left) == 1 and abroad else _COURSE
    wanted = max(each.judged.wanted or 0 for each in left)
    words = "Jobbskugga i grannkommun" if kind == _SHADOW else "Kurs"
    about = "system" if topic.register == SYSTEMS else "area"
    urgent = [each.judged.priority for each in left if each.judged.priority in _URGENCY]
    return {
        "title": f"{words}: {topic.name}",
        "kind": kind,
        about: str(topic.record_id),
        "people": [str(each.person.id) for each in left],
        "seats": len(left),
        "level_after": str(wanted),
        "priority": min(urgent, key=_URGENCY.index, default=None),
        "municipalities": sorted(map(str, kommuner)) if len(kommuner) >= _SEVERAL else [],
        "planned_on": str(year),
        "status": "ej_paborjad",
    }


def strengthening(ground: Ground, topic: Topic, own: UUID, year: int) -> dict[str, Any]:
    """Plain values of an action in a year so that more are able in an area where too few are; empty for any other.

    It is for those of the own kommun that are nearest to being able, as many as are wanted.
    """
    able = ground.able(topic)
    if topic.register != AREAS or not is_vulnerable(able):
        return {}
    levels = ground.levels(topic)
    near = [
        key
        for key, level in sorted(levels.items(), key=lambda each: -(each[1] or 0))
        if level is not None and level < ABLE and ground.people[key].kommun_id == own
    ][: FEWEST - able]
    elsewhere = any((level or 0) >= ABLE and ground.people[key].kommun_id != own for key, level in levels.items())
    kind = _SHADOW if near and elsewhere else _COURSE
    return {
        "title": f"Fler som behärskar: {topic.name}",
        "kind": kind,
        "area": str(topic.record_id),
        "people": [str(key) for key in near],
        "seats": FEWEST - able,
        "level_after": str(ABLE),
        "priority": _URGENCY[0] if not able else None,
        "planned_on": str(year),
        "status": "ej_paborjad",
        "note": f"{'Ingen' if not able else 'En enda'} i regionen behärskar området.",
    }


def propose_all(records: Records, reading: Reading, ground: Ground) -> ChangeSet | None:
    """The step that adds an action for every gap and vulnerable area that none is for yet; None when there is none."""
    actions = [read.record for read in actions_in(reading) if isinstance(read.record, CompetenceAction)]
    changes: list[Change] = []
    for topic in ground.topics:
        own, year = reading.organisation_id, reading.day.year + 1
        values = proposed(ground, topic, gaps_of(ground, topic, actions), own, year)
        if not values and not any(_is_about(action, topic) and action.status not in OVER for action in actions):
            values = strengthening(ground, topic, own, year)
        if values:
            changes.append(records.addition(ACTIONS, values))
    return ChangeSet("Nya kompetensåtgärder", tuple(changes)) if changes else None


def actions_in(reading: Reading) -> list[Read]:
    """All actions in the file, also what neighbours have sent."""
    found = reading.many(ACTIONS, reading.keys(ACTIONS, ListQuery(all_owners=True))).values()
    return [read for read in found if not read.placeholder and not read.record.deleted]


def sums_by_topic_and_year(reads: Iterable[Read]) -> tuple[YearSum, ...]:
    """What actions cost by what they are about and their year; those that are given up are left out."""
    found: dict[tuple[str, str], list[CompetenceAction]] = {}
    for read in reads:
        action = read.record
        if not isinstance(action, CompetenceAction) or action.status == DROPPED:
            continue
        about = action.area or action.system
        name = read.labels.get(about, "") if about is not None else ""
        found.setdefault((name, action.planned_on[:4]), []).append(action)
    order = sorted(found, key=lambda key: (not key[0], swedish_key(key[0]), not key[1], key[1]))
    return tuple(YearSum(name, year, len(found[name, year]), total(found[name, year])) for name, year in order)


def total(actions: Iterable[CompetenceAction]) -> Sums:
    """What actions cost together."""
    return sums((action.cost_alone, action.cost_together) for action in actions)


def _is_about(action: CompetenceAction, topic: Topic) -> bool:
    return (action.system if topic.register == SYSTEMS else action.area) in topic.ids
