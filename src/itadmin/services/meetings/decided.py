"""The decisions of a body: its meetings, the number that comes next, what it has decided on a day, and taking one down.

A body that kommuner have together is the same by its name, whoever has kept its decisions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from itadmin.domain.changes import ChangeSet, Plain
from itadmin.domain.registers.decisions import Decision
from itadmin.domain.text import fold
from itadmin.services.meetings.points import Concerns
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.records import Records

REGISTER = "decisions"
USUAL_FORUM = "IT-chefsgruppen"
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision as it is taken down. `responsible` is a person of the register, else a `function` is responsible."""

    forum: str
    day: date
    paragraph: str
    title: str
    kind: str
    text: str
    responsible: UUID | None
    function: str
    due: date | None
    concerns: Concerns


def decisions_of(reading: Reading) -> tuple[Decision, ...]:
    """All that are known, own ones and those of neighbours, the oldest first."""
    reads = reading.many(REGISTER, reading.keys(REGISTER, ListQuery(all_owners=True))).values()
    found = [read.record for read in reads if isinstance(read.record, Decision)]
    return tuple(sorted(found, key=_rank))


def of_forum(decisions: Iterable[Decision], forum: str) -> tuple[Decision, ...]:
    """Those of a body."""
    return tuple(decision for decision in decisions if fold(decision.forum) == fold(forum))


def usual_forum(reading: Reading, decisions: Sequence[Decision]) -> str:
    """The body that the own organisation took down a decision of last; the IT-chefsgrupp when there is none."""
    own = [each.forum for each in decisions if each.owner == reading.organisation_id and each.forum]
    return own[-1] if own else USUAL_FORUM


def last_meeting(decisions: Iterable[Decision], forum: str, day: date) -> date | None:
    """The newest day before `day` on which a body decided something; None when none is known."""
    days = (each.decided_on for each in of_forum(decisions, forum) if each.decided_on)
    return max((each for each in days if each < day), default=None)


def next_paragraph(decisions: Iterable[Decision], forum: str, day: date) -> str:
    """The number that comes next at a meeting: after those of the day, else after the highest of the year."""
    numbered = [
        (each.decided_on, int(found.group()))
        for each in of_forum(decisions, forum)
        if each.decided_on and each.decided_on.year == day.year and (found := _NUMBER.search(each.paragraph))
    ]
    today = [number for decided_on, number in numbered if decided_on == day]
    return str(max(today or [number for _day, number in numbered], default=0) + 1)


def taken_on(decisions: Iterable[Decision], forum: str, day: date) -> tuple[Decision, ...]:
    """What a body decided on a day, by number."""
    return tuple(each for each in of_forum(decisions, forum) if each.decided_on == day)


def concerns_of(decision: Decision) -> Concerns:
    """What a decision is about."""
    return Concerns(decision.systems, decision.cases, decision.agreements, decision.municipality)


def people_of(reading: Reading, decisions: Iterable[Decision]) -> Mapping[UUID, str]:
    """The names of the people who are responsible for decisions, by person."""
    return reading.labels("people", {each.responsible for each in decisions if each.responsible})


def responsible_of(decision: Decision, people: Mapping[UUID, str]) -> str:
    """Who is to carry a decision out: the person by name, and the function; "" where nobody is said."""
    person = people.get(decision.responsible, "") if decision.responsible else ""
    return ", ".join(filter(None, (person, decision.responsible_function)))


def step_of(records: Records, taken: Taken) -> ChangeSet:
    """The step that takes a decision down. Raises InvalidRecordError."""
    concerns = taken.concerns
    values: Plain = {
        "title": taken.title,
        "kind": taken.kind,
        "forum": taken.forum,
        "decided_on": taken.day.isoformat(),
        "paragraph": taken.paragraph or None,
        "text": taken.text or None,
        "responsible": str(taken.responsible) if taken.responsible else None,
        "responsible_function": taken.function or None,
        "due": taken.due.isoformat() if taken.due else None,
        "municipality": str(concerns.municipality) if concerns.municipality else None,
        "systems": [str(key) for key in concerns.systems],
        "cases": [str(key) for key in concerns.cases],
        "agreements": [str(key) for key in concerns.agreements],
    }
    number = f" § {taken.paragraph}" if taken.paragraph else ""
    return ChangeSet(f"Antecknade beslut{number} {taken.title}", (records.addition(REGISTER, values),))


def done_step(records: Records, decision: UUID, title: str) -> ChangeSet:
    """The step that marks a decision as carried out. Raises KnownError."""
    changes = records.changes_of_save(REGISTER, [decision], {"status": "klart"})[0].get(decision, ())
    return ChangeSet(f"Beslutet är verkställt: {title}", tuple(changes))


def _rank(decision: Decision) -> tuple[date, int, str, bytes]:
    found = _NUMBER.search(decision.paragraph)
    return decision.decided_on or date.min, int(found.group()) if found else 0, decision.paragraph, decision.id.bytes
