"""Lines about what must be learnt again, one for each moment, and the days of what is wrong with tillfällen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from itadmin.domain.calculations.attention import Act
from itadmin.domain.calendar import spoken_day
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.telling import Told
from itadmin.services.training.repetition import Repetition

MODULES, SESSIONS = "training_modules", "training_sessions"


def of_repetition(known: Known) -> Iterator[tuple[Key, Told]]:
    """The moment that people must do again before long, or should have by now."""
    for repetition in known.repetitions:
        key = repetition.module.bytes
        if key in known.facts.records[MODULES]:
            reason = _reason(repetition, known.day)
            yield key, Told("repetition_snart", reason, repetition.first, act=Act.WHO_LACKS)


def _reason(repetition: Repetition, today: date) -> str:
    who = _people(repetition.people)
    if repetition.first is None:
        return f"{who} behöver repetera momentet, men det står inte när de gjorde det senast."
    if not repetition.overdue:
        return f"{who} behöver repetera momentet senast {spoken_day(repetition.first, today)}."
    if not repetition.soon:
        return f"{who} skulle ha repeterat momentet, den första senast {spoken_day(repetition.first, today)}."
    overdue = repetition.overdue
    return f"{who} behöver repetera momentet, och {overdue} av dem skulle redan ha gjort det."


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} personer"


def _first(known: Known, session: Key) -> date | None:
    days = known.facts.session_days.get(session)
    return days.first if days else None


def _last(known: Known, session: Key) -> date | None:
    days = known.facts.session_days.get(session)
    return days.last if days else None


_OVER = ("forbi_men_planerat", "narvaro_saknas")


def day_of(finding: str) -> Callable[[Known, Key], date | None]:
    """By when something that is wrong with a session is to be seen to: before it, or since it was over."""
    return _last if finding in _OVER else _first
