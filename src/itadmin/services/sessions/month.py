"""A month of utbildningstillfällen as one picture: where they lie, and the same as rows of a table in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from itadmin.domain.calculations.month_grid import MonthGrid, month_grid
from itadmin.domain.calendar import MONTHS
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
    return MonthPicture(title, _told(title, found), grid, tuple(_shown(each, words) for each in found), today)


def month_overview(picture: MonthPicture) -> Overview:
    """The same as tables, to be printed or saved."""
    columns = tuple(Column(heading) for heading in HEADINGS)
    rows = tuple(session.cells for session in picture.sessions)
    return Overview(picture.title, picture.sentence, (Sheet("Tillfällen", columns, rows),))


def _told(title: str, found: list[Occasion]) -> str:
    given = [occasion for occasion in found if not occasion.is_cancelled]
    if not given:
        return f"{title}: inga tillfällen."
    left = sum(max(occasion.left or 0, 0) for occasion in given)
    limited = any(occasion.left is not None for occasion in given)
    number = "1 tillfälle" if len(given) == 1 else f"{len(given)} tillfällen"
    seats = f", {left} {'plats' if left == 1 else 'platser'} kvar" if limited else ""
    colliding = sum(bool(occasion.collides) for occasion in given)
    warning = f" {colliding} av dem krockar med ett annat." if colliding else ""
    return f"{title}: {number}{seats}.{warning}"


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
