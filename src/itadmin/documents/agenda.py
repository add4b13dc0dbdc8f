"""Att ta upp: what of the work list must be done before the next meeting, on paper with room for what is decided.

For one's own use, and it says so. What many records have in common stands once, with their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from itadmin.documents.content import (
    Block,
    CellContent,
    Column,
    DataTable,
    Heading,
    Inline,
    Paper,
    Paragraph,
    Profile,
    Strong,
)
from itadmin.documents.phrases import counted, day_in_words
from itadmin.documents.prepared import Prepared
from itadmin.domain.calculations.attention import BAND_WORDS, AttentionLine, Band
from itadmin.domain.calendar import Interval, months_from
from itadmin.domain.money import NBSP
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import file_name
from itadmin.services.attention import work_list
from itadmin.services.planner.activities import happening
from itadmin.services.reading import Reading

TYPE, NAME = "agenda", "Att ta upp"

_GROUP = "IT-chefsgruppen"
"""Whose meetings go before others; what is called so in any form, as in "IT-chefsgruppens möte"."""
_DAYS_WITHOUT_MEETING = 30
_MEETINGS_WITHIN = 12
"""Months ahead that a meeting is looked for."""
_MEETING = "mote"
_TOLD_TOGETHER = 5
"""So many lines that say the same of different records are told as one."""
_NAMED = 6
"""So many records are named in a line that tells of several."""
_ROOM: Inline = (NBSP,)
"""A cell to write in: an empty text would print that there is nothing."""
_COLUMNS = (
    Column("Sak", weight=108),
    Column("Senast", weight=22),
    Column("Ansvarig", weight=44),
    Column("Beslut", weight=76),
)
_SECRECY = "Underlaget är internt. Pröva sekretessen innan det lämnas ut."
_SAMPLE = "Övningsdata"


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What the paper is for: a meeting, or just the days until the last one."""

    name: str
    last: date
    is_called: bool


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of what must be taken up until the next meeting; it is about the whole file, whatever `record_id`."""
    del record_id
    meeting = _next_meeting(reading)
    lines = [line for line in work_list(reading).lines if _is_for(line, meeting)]
    day = f" {meeting.last}" if meeting.is_called else ""
    title = f"{NAME} – {meeting.name}{day}"
    return Prepared(_paper(reading, title, meeting, lines, draft=draft), (), file_name(f"{title}.pdf"))


def _next_meeting(reading: Reading) -> _Meeting:
    """The group's first meeting after the day, else the first of any, of those that the kommun has in its årshjul."""
    within = Interval(reading.day, months_from(reading.day, _MEETINGS_WITHIN))
    meetings = [
        _Meeting(activity.name, days.starts_on, is_called=True)
        for days, activity in happening(reading, within)
        if activity.kind == _MEETING and activity.record_id and days.starts_on and days.starts_on > reading.day
    ]
    of_group = [meeting for meeting in meetings if _GROUP.casefold() in meeting.name.casefold()]
    last = date.fromordinal(min(reading.day.toordinal() + _DAYS_WITHOUT_MEETING, date.max.toordinal()))
    return next(iter(of_group or meetings), _Meeting(_GROUP, last, is_called=False))


def _is_for(line: AttentionLine, meeting: _Meeting) -> bool:
    return line.band is Band.FORSENAT or (line.day is not None and line.day <= meeting.last)


def _paper(reading: Reading, title: str, meeting: _Meeting, lines: Sequence[AttentionLine], *, draft: bool) -> Paper:
    organisation = reading.organisation().label
    sample = (_SAMPLE,) if reading.is_sample else ()
    return Paper(
        title=title,
        subtitle=f"{organisation}, {day_in_words(reading.day)}",
        subject=f"{title} – {organisation}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=Profile(organisation),
        header_right=NAME,
        footer_left=" · ".join((title, *sample)),
        marks=(*(word.upper() for word in sample), "INTERNT"),
        draft=draft,
        landscape=True,
        body=(Paragraph(_opening(meeting, lines)), *_bands(lines), Paragraph(_SECRECY, "note")),
    )


def _opening(meeting: _Meeting, lines: Sequence[AttentionLine]) -> str:
    until = f"till och med {day_in_words(meeting.last)}"
    if not lines:
        return f"Inget kräver åtgärd {until}."
    number = sum(line.band is Band.FORSENAT for line in lines)
    late = f", varav {number} för sent" if number else ""
    return f"{counted(len(lines), 'punkt', 'punkter')} kräver åtgärd {until}{late}."


def _bands(lines: Sequence[AttentionLine]) -> Iterator[Block]:
    for band in Band:
        rows = tuple(_rows([line for line in lines if line.band is band]))
        if rows:
            yield Heading(BAND_WORDS[band], numbered=False)
            yield DataTable(_COLUMNS, rows)


def _rows(lines: Sequence[AttentionLine]) -> Iterator[tuple[CellContent, ...]]:
    """A row for each line; lines that say the same of many records are one, where the first of them stands."""
    number = Counter(map(_said, lines))
    told = set()
    for line in lines:
        said = _said(line)
        if number[said] < _TOLD_TOGETHER:
            yield _row((Strong(line.record), f"\n{line.reason}"), [line])
        elif said not in told:
            told.add(said)
            together = [other for other in lines if _said(other) == said]
            yield _row((Strong(_several(together)), f"\n{line.reason}\n{_names(together)}"), together)


def _said(line: AttentionLine) -> tuple[str, str, str]:
    return line.register, line.kind, line.reason


def _several(lines: Sequence[AttentionLine]) -> str:
    register = REGISTERS[lines[0].register]
    return counted(len(lines), register.singular, register.plural.lower())


def _names(lines: Sequence[AttentionLine]) -> str:
    names = [line.record for line in lines]
    rest = len(names) - _NAMED
    return ", ".join(names) if rest <= 1 else f"{', '.join(names[:_NAMED])} och {rest} till"


def _row(matter: Inline, lines: Sequence[AttentionLine]) -> tuple[CellContent, ...]:
    days = [line.day for line in lines if line.day]
    people = list(dict.fromkeys(line.responsible for line in lines))
    who = people[0] if len(people) == 1 else f"{len(people)} ansvariga"
    return matter, min(days).isoformat() if days else "", who, _ROOM
