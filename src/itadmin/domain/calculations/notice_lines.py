"""What is said of an agreement in a list of things to do: one sentence, with the day that it turns on.

Days are written as people say them, with the weekday, since one must act before one. Computes nothing but what a
sentence needs beside the facts it is given; knows nothing of records.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from itadmin.domain.calculations.notice_phrases import months_in_words
from itadmin.domain.calculations.notice_state import Standing, State
from itadmin.domain.calendar import is_working_day, previous_working_day, spoken_day
from itadmin.domain.money import format_kronor, grouped

_MOST_NAMED = 2
_NEUTER = ("avtal", "avrop")
_COMMON = "överenskommelse"


class Situation(StrEnum):
    """What a line is about; the values are permanent codes."""

    RENEWS = "forlangs"
    """It renews itself unless notice is given by the day."""
    RENEWED = "forlangd"
    """It renews itself, since the day has passed; the line's day is the next chance."""
    GOES_ON = "blir_tillsvidare"
    """It goes on until further notice unless notice is given by the day."""
    OPTION = "option"
    """An option is to be decided by the day."""
    ENDS = "loper_ut"
    NOTICED = "uppsagt"
    ENDED = "upphort"
    NO_NOTICE_TIME = "uppsagningstid_saknas"
    """It goes on by itself after the day, and nobody knows when notice must be given."""
    UNKNOWN = "ingen_dag"
    """No day can be computed, because terms are missing or contradict each other."""


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
    teller = _Teller(standing, about)
    if standing.obstacle:
        return teller.unknown()
    if standing.state is State.ENDED:
        return teller.ended()
    noticed = standing.ends_on if standing.state is State.NOTICE_GIVEN else standing.noticed_end
    if standing.state is State.NOTICE_GIVEN or noticed is not None:
        return teller.noticed(noticed)
    if standing.term_ends_on is None:
        return None
    if standing.ends_on is None:
        return teller.going_on(standing.term_ends_on)
    place = standing.option_to_decide
    return teller.ends(standing.ends_on) if place is None else teller.option(place, standing.ends_on)


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
    """Tells of one agreement on one day."""

    def __init__(self, standing: Standing, about: About) -> None:
        self._standing = standing
        self._today = standing.day
        self._is_neuter = not definite(about.kind).endswith(f"{_COMMON}n")
        self._price = about.annual_price
        self._subject = _subject(about)

    def unknown(self) -> Line:
        obstacle = self._standing.obstacle.removeprefix("Inga dagar kan räknas ut. ")
        return Line(Situation.UNKNOWN, None, None, f"{self._subject} kan inte bevakas. {obstacle.removesuffix('.')}")

    def ended(self) -> Line:
        end, place = self._standing.ends_on, self._standing.option_to_decide
        if self._standing.is_ended_by_notice:
            said = f"upphörde {self._spoken(end)} efter uppsägning"
        elif place is not None:
            said = f"löpte ut {self._spoken(end)}, och {self._option(place)} är inte registrerad som utnyttjad"
        else:
            said = f"löpte ut {self._spoken(end)} och förlängdes inte"
        return self._told(Situation.ENDED, end, said)

    def noticed(self, end: date | None) -> Line:
        if self._standing.state is State.NOTICE_GIVEN:
            said = f"är {'uppsagt' if self._is_neuter else 'uppsagd'}"
        else:
            said = f"har en uppsägning daterad {self._spoken(self._standing.terms.notice_given_on)}"
        ends = "upphör först efter år 9999" if end is None else f"upphör {self._spoken(end)}"
        return self._told(Situation.NOTICED, end, f"{said} och {ends}")

    def ends(self, end: date) -> Line:
        return self._told(Situation.ENDS, end, f"löper ut {self._spoken(end)} och förlängs inte")

    def option(self, place: int, end: date) -> Line:
        day = self._standing.terms.options[place].decision_day
        said = f"löper ut {self._spoken(end)} om inte {self._option(place)} utnyttjas"
        if day is None:
            return self._told(Situation.OPTION, end, f"{said}; dag för beslut saknas")
        if day < self._today:
            said = f"{said}; det skulle ha beslutats senast {self._spoken(day)}"
            return self._told(Situation.OPTION, day, said)
        return self._to_do(Situation.OPTION, day, said)

    def going_on(self, term_end: date) -> Line:
        """Of an agreement that nothing ends: what happens after the term, and the day that decides it."""
        standing, last = self._standing, self._standing.last_notice_day
        months = standing.terms.renewal_months
        goes_on = (
            f"förlängs {months_in_words(months)}" if months else f"gäller tills vidare efter {self._spoken(term_end)}"
        )
        unless = f"{goes_on} om {'det' if self._is_neuter else 'den'} inte sägs upp"
        if last is None:
            after = f" efter {self._spoken(term_end)}" if months else ""
            said = f"{goes_on}{after}, men uppsägningstiden saknas"
            return self._told(Situation.NO_NOTICE_TIME, term_end, said)
        if last >= self._today:
            return self._to_do(Situation.RENEWS if months else Situation.GOES_ON, last, unless)
        passed = f"sista dag att säga upp var {self._spoken(last)}"
        if not months:
            return self._told(Situation.GOES_ON, term_end, f"{goes_on}, för {passed}")
        return self._renewed(goes_on, passed, standing.end_after(term_end))

    def _renewed(self, goes_on: str, passed: str, renewed: date | None) -> Line:
        to = "" if renewed is None else f" till och med {self._spoken(renewed)}"
        said = f"{goes_on}{to}, för {passed}"
        day = self._standing.next_notice_day
        if day is None:
            return self._told(Situation.RENEWED, renewed, said)
        return self._told(Situation.RENEWED, day, f"{said}; nästa är {self._with_act_by(day)}", act_by=_act_by(day))

    def _to_do(self, situation: Situation, day: date, said: str) -> Line:
        return self._told(situation, day, f"{said} senast {self._with_act_by(day)}", act_by=_act_by(day))

    def _told(self, situation: Situation, day: date | None, said: str, *, act_by: date | None = None) -> Line:
        price = "" if not self._price else f"{format_kronor(self._price, whole=True)} om året"
        tail = ", ".join(part for part in ("" if day is None else self._distance(day), price) if part)
        return Line(situation, day, act_by, f"{self._subject} {said}{f' — {tail}' if tail else ''}")

    def _with_act_by(self, day: date) -> str:
        act_by = _act_by(day)
        too_late = act_by == day or act_by < self._today
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


def _act_by(day: date) -> date:
    return day if is_working_day(day) else previous_working_day(day)


def _subject(about: About) -> str:
    """What the agreement is called: by kind and systems, or by its title where it is about no system."""
    if not about.systems:
        says_kind = any(word in about.title.casefold() for word in (*_NEUTER, _COMMON))
        return about.title if says_kind else f"{definite(about.kind)} {about.title}".strip()
    names = " och ".join(about.systems)
    if len(about.systems) > _MOST_NAMED:
        names = f"{about.systems[0]} och {len(about.systems) - 1} andra system"
    return f"{definite(about.kind)} för {names}"
