"""What a calendar says of sessions: how full they are, and everything in a sentence."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from itadmin.domain.words import BUILT_IN
from itadmin.services.sessions.occasions import Occasion
from itadmin.services.sessions.words import days_in_words, seats_in_words, sentence, time_in_words

COURSE = Occasion(
    id=UUID(int=1),
    title="Grundkurs Lifecare",
    status="oppet",
    first=date(2027, 3, 2),
    last=date(2027, 3, 2),
    begins=540,
    ends=720,
    venue="Sal 2",
    link="",
    teacher="Anna Ek",
    host="",
    seats=12,
    taken=9,
    waiting=0,
    sign_up_by=None,
    municipalities=frozenset(),
    systems=frozenset(),
)


@pytest.mark.parametrize(
    ("seats", "taken", "waiting", "said"),
    [
        (12, 9, 0, "9 av 12, 3 platser kvar"),
        (12, 11, 0, "11 av 12, 1 plats kvar"),
        (12, 12, 2, "12 av 12, fullt, 2 reserver"),
        (12, 14, 1, "14 av 12, 2 för många, 1 reserv"),
        (None, 1, 0, "1 anmäld"),
        (None, 9, 0, "9 anmälda"),
        (0, 0, 0, "0 av 0, fullt"),
    ],
)
def test_seats(seats: int | None, taken: int, waiting: int, said: str) -> None:
    assert seats_in_words(replace(COURSE, seats=seats, taken=taken, waiting=waiting)) == said


@pytest.mark.parametrize(
    ("begins", "ends", "said"), [(540, 750, "09:00–12:30"), (540, None, "09:00"), (None, 720, ""), (None, None, "")]
)
def test_hours(begins: int | None, ends: int | None, said: str) -> None:
    assert time_in_words(replace(COURSE, begins=begins, ends=ends)) == said


def test_days() -> None:
    assert days_in_words(COURSE) == "2027-03-02"
    assert days_in_words(replace(COURSE, last=date(2027, 3, 4))) == "2027-03-02 – 03-04"
    assert days_in_words(replace(COURSE, last=date(2028, 1, 4))) == "2027-03-02 – 2028-01-04"


def test_the_sentence_says_all_and_what_collides() -> None:
    said = sentence(replace(COURSE, collides=("Sal 2 är upptagen.",)), BUILT_IN)
    assert said == (
        "Den 2 mars 2027, 09:00–12:00. Grundkurs Lifecare. Öppet för anmälan. 9 av 12, 3 platser kvar. Sal 2. "
        "Lärare: Anna Ek. Sal 2 är upptagen."
    )


def test_seats_of_what_is_cancelled_are_nobodys_affair() -> None:
    said = sentence(replace(COURSE, status="installt", last=date(2027, 3, 3), begins=None, venue=""), BUILT_IN)
    assert said == "Den 2 mars 2027 till den 3 mars 2027. Grundkurs Lifecare. Inställt. Lärare: Anna Ek."
