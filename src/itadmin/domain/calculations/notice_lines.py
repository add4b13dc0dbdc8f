"""What is said of an agreement in a list of things to do: one sentence, with the day that it turns on.

Days are written as people say them, with the weekday, since one must act before one. What it turns on is found in
`notice_turns.py`; computes nothing but what a sentence needs beside that. Knows nothing of records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calculations.notice_state import Standing, State
from itadmin.domain.calculations.notice_turns import Situation, Turn, turn_of, working_day_by
from itadmin.domain.calendar import spoken_day
from itadmin.domain.money import format_kronor, grouped

_MOST_NAMED = 2
_NEUTER = ("avtal", "avrop")
_COMMON = "överenskommelse"


class About(NamedTuple):
    """What is known of the agreement itself: the word for its kind, what its systems are called, title and price."""

    kind: str = ""
    systems: tuple[str, ...] = ()
    title: str = ""
    annual_price: int | None = None
    """In öre."""


class Line(NamedTuple):
    """A sentence without full stop, what it is about and the day that it turns on.

    `act_by` is that day, or the arbetsdag before when it is none; only where there is something to do by it. `day` is
    None only where no day can be known.
    """

    situation: Situation
    day: date | None
    act_by: date | None
    sentence: str


def line(standing: Standing, about: About) -> Line | None:
    """Give the line of an agreement as it stands; None for one that goes on until further notice without a choice."""
    turn = turn_of(standing)
    if turn is None:
        return None
    return Line(turn.situation, turn.day, turn.act_by, sentence(standing, turn, about))


def sentence(standing: Standing, turn: Turn, about: About) -> str:
    """Put in words what the time of an agreement turns on, as it stands; without full stop."""
    teller = _Teller(standing, turn, about)
    return f"{_subject(about)} {_SAID[turn.situation](teller)}{teller.tail()}"


def definite(kind: str) -> str:
    """The word for a kind of agreement in definite form, "Supportavtalet".

    "Avtalet" for a word that is no such, and where there are two, "ramavtal eller avrop", of which it is one.
    """
    words = kind.split()
    definites = [_definite_word(word) for word in words]
    changed = sum(one != other for one, other in zip(words, definites, strict=True))
    return " ".join(definites) if changed == 1 else "Avtalet"


def _definite_word(word: str) -> str:
    if word.casefold().endswith(_NEUTER):
        return f"{word}et"
    return f"{word}n" if word.casefold().endswith(_COMMON) else word


class _Teller:
    """Tells of one agreement on one day: what is said after its name in each situation."""

    def __init__(self, standing: Standing, turn: Turn, about: About) -> None:
        self._standing = standing
        self._turn = turn
        self._today = standing.day
        self._is_neuter = not definite(about.kind).endswith(f"{_COMMON}n")
        self._price = about.annual_price

    def unknown(self) -> str:
        obstacle = self._standing.obstacle.removeprefix("Inga dagar kan räknas ut. ")
        return f"kan inte bevakas. {obstacle.removesuffix('.')}"

    def ended(self) -> str:
        end, place = self._spoken(self._standing.ends_on), self._standing.option_to_decide
        if self._standing.is_ended_by_notice:
            return f"upphörde {end} efter uppsägning"
        if place is not None:
            return f"löpte ut {end}, och {self._option(place)} är inte registrerad som utnyttjad"
        return f"löpte ut {end} och förlängdes inte"

    def noticed(self) -> str:
        if self._standing.state is State.NOTICE_GIVEN:
            said = f"är {'uppsagt' if self._is_neuter else 'uppsagd'}"
        else:
            said = f"har en uppsägning daterad {self._spoken(self._standing.terms.notice_given_on)}"
        end = self._turn.day
        ends = "upphör först efter år 9999" if end is None else f"upphör {self._spoken(end)}"
        return f"{said} och {ends}"

    def ends(self) -> str:
        return f"löper ut {self._spoken(self._standing.ends_on)} och förlängs inte"

    def option(self) -> str:
        place = self._standing.option_to_decide or 0
        said = f"löper ut {self._spoken(self._standing.ends_on)} om inte {self._option(place)} utnyttjas"
        day = self._standing.terms.options[place].decision_day
        if day is None:
            return f"{said}; dag för beslut saknas"
        if day < self._today:
            return f"{said}; det skulle ha beslutats senast {self._spoken(day)}"
        return f"{said} senast {self._with_act_by(day)}"

    def goes_on(self) -> str:
        if not self._turn.is_to_act:
            return f"{self._after_term()}, för {self._passed()}"
        it = "det" if self._is_neuter else "den"
        return f"{self._after_term()} om {it} inte sägs upp senast {self._with_act_by(self._turn.day)}"

    def renewed(self) -> str:
        renewed = self._standing.end_after(self._standing.term_ends_on)
        to = "" if renewed is None else f" till och med {self._spoken(renewed)}"
        following = f"; nästa är {self._with_act_by(self._turn.day)}" if self._turn.is_to_act else ""
        return f"{self._after_term()}{to}, för {self._passed()}{following}"

    def without_notice_time(self) -> str:
        after = f" efter {self._spoken(self._turn.day)}" if self._standing.terms.renewal_months else ""
        return f"{self._after_term()}{after}, men uppsägningstiden saknas"

    def tail(self) -> str:
        """How far off the day is, and what the agreement costs; "" where no day can be known."""
        if self._turn.situation is Situation.UNKNOWN:
            return ""
        price = "" if not self._price else f"{format_kronor(self._price, whole=True)} om året"
        day = self._turn.day
        tail = ", ".join(part for part in ("" if day is None else self._distance(day), price) if part)
        return f" — {tail}" if tail else ""

    def _after_term(self) -> str:
        """What happens after the term of an agreement that nothing ends."""
        months = self._standing.terms.renewal_months
        if months:
            return f"förlängs {months_in_words(months)}"
        return f"gäller tills vidare efter {self._spoken(self._standing.term_ends_on)}"

    def _passed(self) -> str:
        return f"sista dag att säga upp var {self._spoken(self._standing.last_notice_day)}"

    def _with_act_by(self, day: date | None) -> str:
        act_by = None if day is None else working_day_by(day)
        too_late = act_by is None or act_by == day or act_by < self._today
        return self._spoken(day) if too_late else f"{self._spoken(day)}, alltså {self._spoken(act_by)}"

    def _distance(self, day: date) -> str:
        days = abs((day - self._today).days)
        if days == 0:
            return "i dag"
        return f"{grouped(days)} {'dag' if days == 1 else 'dagar'} {'kvar' if day > self._today else 'sedan'}"

    def _option(self, place: int) -> str:
        return f"option {place + 1} på {months_in_words(self._standing.terms.options[place].months)}"

    def _spoken(self, day: date | None) -> str:
        return "" if day is None else spoken_day(day, self._today)


_SAID: Mapping[Situation, Callable[[_Teller], str]] = {
    Situation.UNKNOWN: _Teller.unknown,
    Situation.ENDED: _Teller.ended,
    Situation.NOTICED: _Teller.noticed,
    Situation.ENDS: _Teller.ends,
    Situation.OPTION: _Teller.option,
    Situation.RENEWS: _Teller.goes_on,
    Situation.GOES_ON: _Teller.goes_on,
    Situation.RENEWED: _Teller.renewed,
    Situation.NO_NOTICE_TIME: _Teller.without_notice_time,
}


def _subject(about: About) -> str:
    """What the agreement is called: by kind and systems, or by its title where it is about no system."""
    if not about.systems:
        says_kind = any(word in about.title.casefold() for word in (*_NEUTER, _COMMON))
        return about.title if says_kind else f"{definite(about.kind)} {about.title}".strip()
    names = " och ".join(about.systems)
    if len(about.systems) > _MOST_NAMED:
        names = f"{about.systems[0]} och {len(about.systems) - 1} andra system"
    return f"{definite(about.kind)} för {names}"
