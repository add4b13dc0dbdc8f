"""Beginning a samverkansärende, and filling it with what is usual.

Each gives one step that can be undone; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import Any
from uuid import UUID

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.money import format_kronor
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.states import SILENT
from itadmin.domain.text import fold, listed, small_initial
from itadmin.services.allocations.naming import codes_of, municipality_names
from itadmin.services.cooperation_cases.standing import CASES, STANCES, USUAL_BODY, case_read, standings_of
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.records import Records

_MAP = ("Kartlägg krav, avtal och kostnader i varje kommun", "IT-chefsgruppen")
_DECIDE = ("Beslut i varje kommun", "Kommunstyrelsen")
_FOLLOW_UP = ("Första uppföljning", "IT-chefsgruppen")
_STEPS = (
    _MAP,
    _DECIDE,
    ("Samverkansavtal undertecknat", "Kommundirektören"),
    ("Gemensamt införande", "Värdkommunens IT-chef"),
    _FOLLOW_UP,
)
_STEPS_OF_LEVEL = {
    "1": (_DECIDE, ("Första träffen för erfarenhetsutbyte", "Värdkommunens IT-chef"), _FOLLOW_UP),
    "2": (_MAP, _DECIDE, ("Gemensam upphandling annonserad", "Värdkommunens inköp"), _FOLLOW_UP),
}
LONGEST_TITLE = 300
"""Characters that the name of a case or an agreement may have."""


@dataclass(frozen=True)
class Start:
    """What a case begins with: its name, the systems, those who take part, and why by code of *samverkanstrigger*.

    `goal_on` is the day that its goal is reached, "" while nobody knows.
    """

    title: str
    systems: Sequence[UUID] = ()
    participants: Sequence[UUID] = ()
    reasons: Mapping[str, str] | None = None
    goal_level: str = ""
    goal_on: str = ""


def begun(reading: Reading, records: Records, start: Start) -> tuple[UUID, ChangeSet]:
    """A new case with the own kommun as host: its id, and the step that makes it with a stance for each who takes part.

    A name that another case has gets a number, so that the two are told apart. Raises KnownError, also for a case
    without a name.
    """
    host = reading.organisation_id
    title = _told_apart(reading, start.title)
    participants = tuple(dict.fromkeys((host, *start.participants)))
    case = CooperationCase(
        title=title,
        host=host,
        participants=participants,
        systems=tuple(start.systems),
        started_on=reading.day,
        goal_level=start.goal_level,
    )
    values = {
        "title": title,
        "status": "forslag",
        "host": str(host),
        "participants": [str(key) for key in participants],
        "systems": [str(key) for key in start.systems],
        "started_on": reading.day.isoformat(),
        "goal_level": start.goal_level or None,
        "goal_on": start.goal_on or None,
        "reasons": [{"trigger": code, "text": text or None} for code, text in (start.reasons or {}).items()],
        **_usual(reading, case),
    }
    made = records.addition(CASES, values)
    stances = _stances(records, made.record_id, participants)
    return made.record_id, ChangeSet(f"Startade samverkansärendet {title}", (made, *stances))


def _told_apart(reading: Reading, title: str) -> str:
    """A title that no other case has: the title itself, else with the first number that is free."""
    reads = reading.many(CASES, reading.keys(CASES, ListQuery(all_owners=True))).values()
    taken = {fold(read.label) for read in reads}
    marks = chain(("",), (f" ({number})" for number in count(2)))
    titles = (f"{title[: LONGEST_TITLE - len(mark)]}{mark}" for mark in marks)
    return next(each for each in titles if fold(each) not in taken)


def filled(reading: Reading, records: Records, case_id: UUID) -> ChangeSet:
    """The step that gives a case what it lacks of the usual: stances, att-satser and a timetable.

    It holds no changes when nothing is lacking. Raises KnownError for what is no own case.
    """
    read, case = case_read(reading, case_id)
    told = {each.municipality for each in standings_of(reading, case) if each.record}
    silent = [key for key in case.participants if key not in told]
    usual = _usual(reading, case)
    values = {name: rows for name, rows in usual.items() if not getattr(case, name)}
    changes = records.changes_of_save(CASES, [case_id], values)[0].get(case_id, ()) if values else ()
    return ChangeSet(f"Fyllde på {read.label}", (*changes, *_stances(records, case_id, silent)))


def _stances(records: Records, case_id: UUID, municipalities: Iterable[UUID]) -> tuple[Change, ...]:
    return tuple(
        records.addition(
            STANCES, {"stance": SILENT, "case": str(case_id), "municipality": str(key), "body": USUAL_BODY}
        )
        for key in municipalities
    )


def _usual(reading: Reading, case: CooperationCase) -> dict[str, Any]:
    """The att-satser and the timetable of most cases that aim at the same level."""
    steps = _STEPS_OF_LEVEL.get(case.goal_level, _STEPS)
    return {
        "proposals": [{"text": text} for text in _proposals(reading, case)],
        "timetable": [{"step": step, "responsible": responsible} for step, responsible in steps],
    }


def _proposals(reading: Reading, case: CooperationCase) -> Iterable[str]:
    codes = codes_of(reading, [key for key in (*case.participants, case.host) if key])
    towns = municipality_names(reading, list(codes.values()))
    names = [towns[codes[key]] for key in case.participants if key in codes]
    about = listed(list(reading.labels("systems", case.systems).values())) or small_initial(case.title)
    host = f" med {towns[codes[case.host]]} som värdkommun" if case.host in codes else ""
    who = listed(names) or "kommunen"
    match case.goal_level:
        case "1":
            yield f"{who} utbyter erfarenheter om {about}"
            yield "var och en bär sina egna kostnader"
        case "2":
            yield f"{who} upphandlar {about} gemensamt{host}"
            yield "kommunen lämnar de uppgifter och fullmakter som upphandlingen kräver"
            yield "var och en beslutar om och tecknar sitt eget avtal efter upphandlingen"
        case _:
            yield f"{who} samverkar om {about}{host}"
            yield from _sharing(reading, case)


def _sharing(reading: Reading, case: CooperationCase) -> Iterable[str]:
    """What is decided of the cost and the agreement where something is held in common."""
    cost = f", {format_kronor(case.annual_cost, whole=True)} per år," if case.annual_cost else ""
    model = small_initial(reading.words.label_of("fordelningsmodell", case.cost_model or "BEFOLKNING"))
    yield f"den gemensamma kostnaden{cost} fördelas efter modellen {model}"
    yield "förslaget till samverkansavtal godkänns"
    yield "kommundirektören får i uppdrag att underteckna avtalet"
