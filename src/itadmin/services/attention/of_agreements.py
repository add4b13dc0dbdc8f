"""Lines about the time of agreements: what renews, ends or is to be decided, each agreement told of once.

An agreement is told of from the first of its lead times on. A lead time that had come before the last chance was about
that one, so what has been decided for this time does not come back the day after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import NamedTuple

from itadmin.domain.calculations.attention import NOTICE_DAY, Act
from itadmin.domain.calculations.notice import TermState
from itadmin.domain.calculations.notice_lines import About, sentence
from itadmin.domain.calculations.notice_turns import Situation, Turn, turn_of
from itadmin.domain.calculations.reminders import Lead
from itadmin.domain.keys import Key
from itadmin.services.attention.known import Known
from itadmin.services.attention.leads import due, important_systems, lead_times_of
from itadmin.services.attention.telling import Told
from itadmin.storage.queries.attention_agreements import AgreementTime

_NEWS = timedelta(days=30)
"""How long a day that has passed is told of as late."""


class _Turning(NamedTuple):
    """What the time of an agreement turns on, to be put in words when it is read."""

    standing: TermState
    turn: Turn
    about: About

    def in_words(self) -> str:
        return f"{sentence(*self)}."


class _Case(NamedTuple):
    """An agreement whose time runs, how it stands today, and what that turns on."""

    known: Known
    key: Key
    agreement: AgreementTime
    standing: TermState
    turn: Turn
    leads: tuple[Lead, ...]

    @property
    def today(self) -> date:
        return self.standing.day

    @property
    def reason(self) -> _Turning:
        kind, systems = self.agreement.kind, self.agreement.systems
        about = About(
            self.known.words.label_of("avtalstyp", kind) if kind else "",
            tuple(name for _system, name in systems),
            self.known.facts.records["agreements"][self.key].name,
            self.agreement.annual_price,
        )
        return _Turning(self.standing, self.turn, about)


def of_agreements(known: Known) -> Iterator[tuple[Key, Told]]:
    """What is said of the time of each agreement, at most one thing each."""
    important = important_systems(known)
    for key, standing in known.standings.items():
        agreement = known.facts.agreements[key]
        told = _told(known, key, agreement, standing, important)
        if told is not None:
            yield key, told


def _told(
    known: Known, key: Key, agreement: AgreementTime, standing: TermState, important: AbstractSet[Key]
) -> Told | None:
    if _is_noticed_without_day(agreement, standing):
        return _noticed_without_day()
    turn = turn_of(standing)
    if turn is None:
        return None
    leads = lead_times_of(known, agreement, important)
    return _RULES[turn.situation](_Case(known, key, agreement, standing, turn, leads))


def _is_noticed_without_day(agreement: AgreementTime, standing: TermState) -> bool:
    return agreement.status == "uppsagt" and standing.terms.notice_given_on is None and standing.ends_on is None


def _noticed_without_day() -> Told:
    reason = "Avtalet står som uppsagt, men dagen då det sades upp saknas."
    return Told("uppsagning_utan_dag", reason, field="notice_given_on", act=Act.FILL_IN, grave=True)


def _renews(case: _Case) -> Told | None:
    """That notice must be given by a day, or the agreement goes on."""
    return _when_due(case, NOTICE_DAY, case.turn.day, since=_last_chance(case.standing))


def _renewed(case: _Case) -> Told | None:
    """That the day has passed and the agreement goes on: late at first, then a word of the next chance until then.

    Whoever has said of the day that it is handled hears no more of it; when the next one is near it is told of anew.
    """
    passed = case.standing.last_notice_day
    told = _when_due(case, NOTICE_DAY, case.turn.day, since=passed)
    if told is not None or passed is None:
        return told
    is_news = case.today - passed <= _NEWS
    day = passed if is_news else case.turn.day
    return Told(NOTICE_DAY, case.reason, day, act=Act.OPEN, occasion=passed.isoformat())


def _goes_on(case: _Case) -> Told | None:
    """That the agreement holds until further notice after its term, unless notice is given while there is time."""
    is_in_time = case.turn.day == case.standing.last_notice_day
    return _when_due(case, NOTICE_DAY if is_in_time else "blir_tillsvidare", case.turn.day)


def _option(case: _Case) -> Told | None:
    """That an option is to be decided; it is late when the day for that has passed."""
    day = case.turn.day
    if day is not None and day < case.today:
        return Told("option_beslutas", case.reason, day, act=Act.RENEW, grave=True)
    return _when_due(case, "option_beslutas", day)


def _ends(case: _Case) -> Told | None:
    """That the agreement ends and nothing prolongs it, nor takes its place."""
    return None if case.agreement.is_followed else _when_due(case, "avtal_loper_ut", case.turn.day)


def _noticed(case: _Case) -> Told | None:
    """That the agreement ends because notice has been given, and nothing takes its place."""
    return None if case.agreement.is_followed else _when_due(case, "uppsagt_avtal_upphor", case.turn.day)


def _ended(case: _Case) -> Told:
    """That the agreement has ended but stands as if it had not."""
    return Told("avtal_har_lopt_ut", case.reason, case.turn.day, field="status", act=Act.RENEW, grave=True)


def _without_notice_time(case: _Case) -> Told:
    """That nobody knows when notice must be given."""
    return Told("uppsagningstid_saknas", case.reason, field="notice_months", act=Act.FILL_IN)


def _unclear(case: _Case) -> Told:
    """That no day can be computed."""
    return Told("avtalstid_oklar", case.reason, field="starts_on", act=Act.FILL_IN)


_RULES: Mapping[Situation, Callable[[_Case], Told | None]] = {
    Situation.RENEWS: _renews,
    Situation.RENEWED: _renewed,
    Situation.GOES_ON: _goes_on,
    Situation.OPTION: _option,
    Situation.ENDS: _ends,
    Situation.NOTICED: _noticed,
    Situation.ENDED: _ended,
    Situation.NO_NOTICE_TIME: _without_notice_time,
    Situation.UNKNOWN: _unclear,
}


def _when_due(case: _Case, kind: str, day: date | None, since: date | None = None) -> Told | None:
    reached = due(case.leads, day, case.today, since) if day is not None else None
    return Told(kind, case.reason, day, act=Act.RENEW, next_step=reached.next_step) if reached else None


def _last_chance(standing: TermState) -> date | None:
    """The last day to give notice in the term before the one that runs."""
    notice, starts_on = standing.terms.notice, standing.term_starts_on
    if notice is None or starts_on is None or not standing.term_number:
        return None
    return notice.last_day_before(starts_on - timedelta(days=1))
