"""Årshjulet of a year: what is chosen of its days, as a ring with words and as rows of a table in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from itadmin.domain.calculations.year_ring import Happening, Sign, YearPicture, ring_of
from itadmin.domain.calendar import MONTHS, Interval, iso_week, prose
from itadmin.domain.words import Words
from itadmin.services.planner.days import Dated, DayKind, days_of
from itadmin.services.planner.entries import what_of
from itadmin.services.reading import Reading

TITLE = "Årshjul"
HEADINGS = ("Dag", "Vad", "Namn", "Ansvarig")

_PROPOSAL = "förslag"
_LETTERS = 3


class Group(StrEnum):
    """What can be shown or left out."""

    AGREEMENTS = "avtal"
    MEETINGS = "moten"
    SYSTEMS = "system"
    ACTIVITIES = "aktiviteter"


GROUPS: Mapping[Group, str] = {
    Group.AGREEMENTS: "Avtal",
    Group.MEETINGS: "Möten",
    Group.SYSTEMS: "System",
    Group.ACTIVITIES: "Aktiviteter",
}
"""The groups with their words."""

_SIGNS: Mapping[Group, Sign] = dict(zip(Group, Sign, strict=True))
_LEVELS: Mapping[str, int] = {"budget": 1, "uppfoljning": 2, "plan": 3, "genomgang": 4, "utbildning": 5}
_COUNTED: Mapping[Group, tuple[str, str]] = {
    Group.AGREEMENTS: ("dag för avtal", "dagar för avtal"),
    Group.MEETINGS: ("möte", "möten"),
    Group.SYSTEMS: ("dag för system", "dagar för system"),
    Group.ACTIVITIES: ("aktivitet", "aktiviteter"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which year is asked for, what of it, and whose; "" for everyone's."""

    year: int
    groups: frozenset[Group] = frozenset(Group)
    responsible: str = ""

    @property
    def title(self) -> str:
        """What årshjulet of the year is called."""
        return f"{TITLE} {self.year}"

    @property
    def within(self) -> Interval:
        """The days of the year."""
        return Interval(date(self.year, 1, 1), date(self.year, 12, 31))


@dataclass(frozen=True, slots=True)
class Wheel:
    """The picture, the days behind its happenings in the same order, and who answers for any day of the year."""

    picture: YearPicture
    rows: tuple[Dated, ...]
    responsible: tuple[str, ...]


def wheel_of(reading: Reading, asked: Asked) -> Wheel:
    """Årshjulet of a file as it is known today."""
    days = days_of(reading, asked.within)
    rows = tuple(sorted(chosen(days, asked), key=_drawn_on))
    words = reading.words
    happenings = [_happening(row, words) for row in rows]
    ring = ring_of(asked.year, happenings, reading.day)
    picture = YearPicture(
        asked.title,
        _sentence(asked.title, rows, len(ring.left_out)),
        ring,
        _middle(asked.year, reading.day),
        tuple(_legend(happenings, words)),
        HEADINGS,
    )
    return Wheel(picture, rows, tuple(sorted({day.responsible for day in days if day.responsible})))


def chosen(days: Iterable[Dated], asked: Asked) -> Iterator[Dated]:
    """The days that are asked for, in the same order."""
    return (day for day in days if group_of(day) in asked.groups and asked.responsible in ("", day.responsible))


def group_of(day: Dated) -> Group:
    """What a day is shown among."""
    if day.register == "agreements":
        return Group.AGREEMENTS
    if day.kind not in (DayKind.ACTIVITY, DayKind.REVISION):
        return Group.SYSTEMS
    return Group.MEETINGS if day.code == "mote" else Group.ACTIVITIES


def is_proposal(day: Dated) -> bool:
    """Whether it comes with the program and nobody has changed it."""
    return day.kind is DayKind.ACTIVITY and day.record_id is None


def _drawn_on(day: Dated) -> date:
    """The first day; of a system's approximate day the last that it can be."""
    return day.days.ends_on or day.first if group_of(day) is Group.SYSTEMS else day.first


def _happening(day: Dated, words: Words) -> Happening:
    what = what_of(day, words)
    kind = f"{what} ({_PROPOSAL})" if is_proposal(day) else what
    return Happening(
        _drawn_on(day),
        day.days.ends_on or day.first,
        day.title,
        _SIGNS[group_of(day)],
        _LEVELS.get(day.code, 0),
        _said(day, what),
        (_days_in_short(day), kind, day.title, day.responsible),
    )


def _days_in_short(day: Dated) -> str:
    last = day.days.ends_on or day.first
    if last == day.first:
        return f"{day.first}"
    return f"{day.first} – {last:%m-%d}" if last.year == day.first.year else f"{day.first} – {last}"


def _said(day: Dated, what: str) -> str:
    last = day.days.ends_on or day.first
    when = prose(day.first) if last == day.first else f"{prose(day.first)} till {prose(last)}"
    about = f"{what}: {day.title}" if what else day.title
    answers = f"Ansvarig: {day.responsible}." if day.responsible else ""
    return " ".join(part for part in (f"{when.capitalize()}. {about}.", day.sentence, answers) if part)


def _sentence(title: str, rows: Iterable[Dated], left_out: int) -> str:
    groups = [group_of(row) for row in rows]
    numbers = [(group, groups.count(group)) for group in _COUNTED]
    told = [f"{number} {_COUNTED[group][number != 1]}" for group, number in numbers if number]
    if not told:
        return f"{title}: inget att visa."
    *before, last = told
    listed = f"{', '.join(before)} och {last}" if before else last
    unseen = f" {left_out} av dem ryms inte i ringen och står bara i listan." if left_out else ""
    return f"{title}: {listed}.{unseen}"


def _middle(year: int, today: date) -> tuple[str, str]:
    """The day and week of today, in another year that year alone."""
    if today.year != year:
        return str(year), ""
    return f"{today.day} {MONTHS[today.month - 1][:_LETTERS]}", f"vecka {iso_week(today)[1]}"


def _legend(happenings: Sequence[Happening], words: Words) -> Iterator[tuple[Sign | int, str]]:
    """What is seen of signs, then of periods by sort; one without a level stands for all others."""
    signs = {one.sign for one in happenings if not one.is_period}
    levels = {one.level for one in happenings if one.is_period}
    yield from ((_SIGNS[group], told) for group, told in GROUPS.items() if _SIGNS[group] in signs)
    yield from ((level, words.label_of("aktivitetsslag", code)) for code, level in _LEVELS.items() if level in levels)
    if 0 in levels:
        yield 0, "Annat"
