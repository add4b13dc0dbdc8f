"""A month of utbildningstillfällen as one picture: where they lie, and the same as rows of a table in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from itadmin.domain.calculations.month_grid import MonthGrid, month_grid
from itadmin.domain.calendar import MONTHS, days_in_month
from itadmin.domain.words import Words
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Sheet
from itadmin.services.sessions.occasions import Occasion
from itadmin.services.sessions.words import days_in_words, seats_in_short, seats_in_words, sentence, time_in_words

TITLE = "Utbildningskalender"
HEADINGS = ("Dag", "Tid", "Tillfälle", "Platser", "Lokal", "Lärare", "Läge", "Krockar")
NAMES = 2
"""The column that names a session."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A session as it is drawn: its time, its name, how full it is in short; `sentence` says all, `cells` the row."""

    time: str
    title: str
    seats: str
    status: str
    collides: bool
    sentence: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthPicture:
    """A month: its name, a sentence about it, and the sessions in the order of the table."""

    title: str
    sentence: str
    grid: MonthGrid
    sessions: tuple[Shown, ...]
    today: date


def month_picture(year: int, month: int, found: list[Occasion], words: Words, today: date) -> MonthPicture:
    """The picture of a month with these sessions, all of which have a day in its weeks."""
    title = f"{TITLE} {MONTHS[month - 1]} {year}"
    grid = month_grid(year, month, [(occasion.first, occasion.last) for occasion in found])
    return MonthPicture(
        title, _told(title, year, month, found), grid, tuple(_shown(each, words) for each in found), today
    )


def month_overview(picture: MonthPicture) -> Overview:
    """The same as tables, to be printed or saved."""
    columns = tuple(Column(heading) for heading in HEADINGS)
    rows = tuple(session.cells for session in picture.sessions)
    return Overview(picture.title, picture.sentence, (Sheet("Tillfällen", columns, rows),))


def _told(title: str, year: int, month: int, found: list[Occasion]) -> str:
    """How many there are in the month and around it, how many seats are left of those, and how many collide."""
    given = [occasion for occasion in found if not occasion.is_cancelled]
    first, last = date(year, month, 1), date(year, month, days_in_month(year, month))
    inside = [occasion for occasion in given if occasion.first <= last and occasion.last >= first]
    around = len(given) - len(inside)
    beside = f", {around} till dagarna före och efter" if around else ""
    colliding = sum(bool(occasion.collides) for occasion in given)
    warning = f" {colliding} av dem krockar med ett annat." if colliding else ""
    return f"{title}: {_counted(inside)}{beside}.{warning}"


def _counted(given: list[Occasion]) -> str:
    if not given:
        return "inga tillfällen"
    left = sum(max(occasion.left or 0, 0) for occasion in given)
    limited = any(occasion.left is not None for occasion in given)
    number = "1 tillfälle" if len(given) == 1 else f"{len(given)} tillfällen"
    return f"{number}, {left} {'plats' if left == 1 else 'platser'} kvar" if limited else number


def _shown(occasion: Occasion, words: Words) -> Shown:
    status = words.label_of("tillfalleslage", occasion.status) if occasion.status else ""
    seats = "" if occasion.is_cancelled else seats_in_words(occasion)
    time = time_in_words(occasion)
    return Shown(
        time=time.partition("–")[0],
        title=occasion.title,
        seats="" if occasion.is_cancelled else seats_in_short(occasion),
        status=occasion.status,
        collides=bool(occasion.collides),
        sentence=sentence(occasion, words),
        cells=(
            days_in_words(occasion),
            time,
            occasion.title,
            seats,
            occasion.venue or occasion.link,
            occasion.teacher,
            status,
            " ".join(occasion.collides),
        ),
    )
