"""Lines about samverkansärenden and beslut: who has not decided, which steps are late, what is to be carried out.

A neighbour's case is told of until one's own kommun has answered it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadmin.domain.calculations.adoption import few_named
from itadmin.domain.calculations.attention import Act
from itadmin.domain.calculations.decisions import SOON, told_due
from itadmin.domain.calendar import approximate_span, spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.storage.queries.attention_cooperation import Asked, CaseTime, DecisionDue


def of_cases(known: Known) -> Iterator[tuple[Key, Told]]:
    """What is to be done about each case that is worked on."""
    for key, case in known.facts.cases.items():
        for told in (_undecided(case, known.day), _late_step(case, known.day)):
            if told is not None:
                yield key, told


def of_asked(known: Known) -> Iterator[tuple[Key, Told]]:
    """The neighbours' cases that wait for one's own kommun's answer, whenever they want it."""
    for key, asked in known.facts.asked.items():
        yield key, _unanswered(asked, known.day)


def of_decisions(known: Known) -> Iterator[tuple[Key, Told]]:
    """The beslut that are to be carried out soon, or ought to have been."""
    for key, decision in known.facts.decisions.items():
        told = _to_carry_out(decision, known.day)
        if told is not None:
            yield key, told


def _undecided(case: CaseTime, today: date) -> Told | None:
    """That kommuner ought to have decided, or soon ought to."""
    soon = [each for each in case.silent if each.decide_by is not None and each.decide_by - today <= SOON]
    if not soon:
        return None
    first = min(each.decide_by for each in soon if each.decide_by)
    names = few_named(tuple(each.name for each in soon))
    when = "skulle ha kommit" if first < today else "ska komma"
    reason = f"{names} har inte tagit ställning. Beslut {when} senast {spoken_day(first, today)}."
    return Told("stallningstagande_vantar", reason, first)


def _unanswered(asked: Asked, today: date) -> Told:
    day, owner = asked.decide_by, asked.owner or "En granne"
    by = ""
    if day is not None:
        by = f" Svaret {'skulle ha kommit' if day < today else 'ska komma'} senast {spoken_day(day, today)}."
    return Told("eget_besked_saknas", f"{owner} väntar på besked från er kommun.{by}", day, act=Act.ANSWER)


def _late_step(case: CaseTime, today: date) -> Told | None:
    """That a step of the timetable has no day of being done, though its time has passed."""
    late = [
        (approximate_span(planned)[1], step) for step, planned in case.steps if approximate_span(planned)[1] < today
    ]
    if not late:
        return None
    day, step = min(late)
    more = f" och {len(late) - 1} till" if len(late) > 1 else ""
    reason = f"”{step}”{more} skulle ha varit klart senast {spoken_day(day, today)}."
    return Told("arendesteg_forsenat", reason, day, field="timetable", act=Act.OPEN)


def _to_carry_out(decision: DecisionDue, today: date) -> Told | None:
    reason = told_due(decision.due, today)
    return Told("beslut_att_verkstalla", reason, decision.due) if reason else None
