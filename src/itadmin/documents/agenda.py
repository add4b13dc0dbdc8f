"""Att ta upp: what of the work list a meeting is to decide, or must be done before it, on paper with room to write.

What can wait for the meeting after that is left out. What many records have in common stands once, and last on the
paper under each who answers for some of them. For one's own use, and it says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
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
    Strong,
)
from itadmin.documents.phrases import counted, day_in_words
from itadmin.documents.prepared import Prepared
from itadmin.documents.profiles import profile_for
from itadmin.domain.calculations.attention import BAND_WORDS, AttentionLine, Band
from itadmin.domain.calendar import Interval, months_from
from itadmin.domain.money import NBSP
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import file_name, swedish_key
from itadmin.services.attention import work_list
from itadmin.services.planner.activities import happening
from itadmin.services.reading import Reading

TYPE, NAME = "agenda", "Att ta upp"

_GROUP = "IT-chefsgruppen"
"""Whose meetings go before others; what is called so in any form, as in "IT-chefsgruppens möte"."""
_DAYS_WITHOUT_MEETING = 30
_MEETINGS_WITHIN = 12
"""Months ahead that a meeting is looked for."""
_MONTHS_BETWEEN = 3
"""Months until the meeting after next where it is not in årshjulet."""
_MEETING = "mote"
_TOLD_TOGETHER = 3
"""So many lines that say the same of different records are told as one."""
_NAMED = 6
"""So many records are named in a line that tells of several."""
_ANSWERING = 3
"""So many who answer are named beside it."""
_ROOM: Inline = (NBSP,)
"""A cell to write in: an empty text would print that there is nothing."""
_COLUMNS = (
    Column("Sak", weight=108),
    Column("Senast", weight=22),
    Column("Ansvarig", weight=44),
    Column("Beslut", weight=76),
)
_NOBODY = "Ansvarig saknas"
_OF_EACH = (Column("Ansvarig", weight=70), Column("Saker som är sammanförda ovan", weight=180))
_SECRECY = "Underlaget är internt. Pröva sekretessen innan det lämnas ut."
_SAMPLE = "Övningsdata"


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What the paper is for: a meeting on a day, and the last day that it can decide of; or just days until that.

    `is_followed` by another on that last day.
    """

    name: str
    on: date | None
    last: date
    is_followed: bool = False


class _Part(StrEnum):
    """A part of the paper, by when something is to be done; the values are its headings."""

    LATE = BAND_WORDS[Band.FORSENAT]
    BEFORE = "Måste göras före mötet"
    AT = "Att besluta på mötet"
    SOON = BAND_WORDS[Band.INOM_30_DAGAR]
    UNDATED = "Utan sista dag"


def prepare(reading: Reading, record_id: UUID | None, *, draft: bool) -> Prepared:
    """The paper of what the next meeting is to take up; it is about the whole file, whatever `record_id`."""
    del record_id
    meeting = _next_meeting(reading)
    parts: dict[_Part, list[AttentionLine]] = {part: [] for part in _Part}
    for line in work_list(reading).lines:
        part = _part_of(line, meeting)
        if part is not None:
            parts[part].append(line)
    title = f"{NAME} – {meeting.name}{f' {meeting.on}' if meeting.on else ''}"
    return Prepared(_paper(reading, title, meeting, parts, draft=draft), (), file_name(f"{title}.pdf"))


def _next_meeting(reading: Reading) -> _Meeting:
    """The group's first meeting after the day, else the first of any, of those that the kommun has in its årshjul."""
    within = Interval(reading.day, months_from(reading.day, _MEETINGS_WITHIN))
    meetings = [
        (activity.name, days.starts_on)
        for days, activity in happening(reading, within)
        if activity.kind == _MEETING and activity.record_id and days.starts_on and days.starts_on > reading.day
    ]
    of_group = [meeting for meeting in meetings if _GROUP.casefold() in meeting[0].casefold()]
    if not meetings:
        last = date.fromordinal(min(reading.day.toordinal() + _DAYS_WITHOUT_MEETING, date.max.toordinal()))
        return _Meeting(_GROUP, None, last)
    name, on = (of_group or meetings)[0]
    following = [day for other, day in meetings if other == name and day > on]
    return _Meeting(name, on, following[0] if following else months_from(on, _MONTHS_BETWEEN), bool(following))


def _part_of(line: AttentionLine, meeting: _Meeting) -> _Part | None:
    """Where a line belongs; nowhere when it can wait, or has no day and is not grave."""
    if line.band is Band.FORSENAT:
        return _Part.LATE
    if line.day is None:
        return _Part.UNDATED if line.grave else None
    if line.day > meeting.last:
        return None
    if meeting.on is None:
        return _Part.SOON
    return _Part.BEFORE if line.day < meeting.on else _Part.AT


def _paper(
    reading: Reading, title: str, meeting: _Meeting, parts: Mapping[_Part, Sequence[AttentionLine]], *, draft: bool
) -> Paper:
    organisation = reading.organisation().label
    sample = (_SAMPLE,) if reading.is_sample else ()
    return Paper(
        title=title,
        subtitle=f"{organisation}, {day_in_words(reading.day)}",
        subject=f"{title} – {organisation}",
        created=datetime.combine(reading.day, time(), UTC),
        profile=profile_for(reading, None),
        header_right=NAME,
        footer_left=" · ".join((title, *sample)),
        marks=(*(word.upper() for word in sample), "INTERNT"),
        draft=draft,
        landscape=True,
        body=(
            Paragraph(_opening(reading.day, meeting, sum(map(len, parts.values())))),
            *_tables(parts),
            *_of_each(parts),
            Paragraph(_SECRECY, "note"),
        ),
    )


def _opening(today: date, meeting: _Meeting, number: int) -> str:
    until = f"till och med {day_in_words(meeting.last)}{', då nästa möte hålls' if meeting.is_followed else ''}"
    if not number:
        return f"Inget kräver åtgärd {until}."
    told = f"{counted(number, 'punkt', 'punkter')} kräver åtgärd {until}."
    return f"{told} Hur många dagar som är kvar räknas från {day_in_words(today)}."


def _tables(parts: Mapping[_Part, Sequence[AttentionLine]]) -> Iterator[Block]:
    for part, lines in parts.items():
        if lines:
            yield Heading(f"{part} ({len(lines)})", numbered=False)
            yield DataTable(_COLUMNS, tuple(_rows(lines)))


def _rows(lines: Sequence[AttentionLine]) -> Iterator[tuple[CellContent, ...]]:
    """A row for each line; lines that say the same of many records are one, where the first of them stands."""
    for together in _together(lines):
        line = together[0]
        if len(together) == 1:
            yield _row((Strong(line.record), f"\n{line.reason}"), together)
        else:
            yield _row((Strong(_several(together)), f"\n{line.reason}\n{_names(together)}"), together)


def _together(lines: Sequence[AttentionLine]) -> Iterator[Sequence[AttentionLine]]:
    """The lines, those that say the same of many records as one group."""
    alike: dict[tuple[str, str, str], list[AttentionLine]] = defaultdict(list)
    for line in lines:
        alike[line.register, line.kind, line.reason].append(line)
    for line in lines:
        group = alike[line.register, line.kind, line.reason]
        if len(group) < _TOLD_TOGETHER:
            yield [line]
        elif group[0] is line:
            yield group


def _of_each(parts: Mapping[_Part, Sequence[AttentionLine]]) -> Iterator[Block]:
    """What is told together without all names or all who answer, under each who does."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for group in (group for lines in parts.values() for group in _together(lines)):
        if len(group) > _NAMED or len(_who(group)) > _ANSWERING:
            for line in group:
                found[line.responsible][line.reason].append(line.record)
    if found:
        ordered = sorted(found, key=lambda who: (not who, swedish_key(who)))
        yield Heading("Var och ens del", numbered=False)
        yield DataTable(_OF_EACH, tuple((who or _NOBODY, _listed(found[who])) for who in ordered))


def _listed(matters: Mapping[str, Sequence[str]]) -> str:
    return "\n".join(f"{reason} {', '.join(names)}" for reason, names in matters.items())


def _several(lines: Sequence[AttentionLine]) -> str:
    register = REGISTERS[lines[0].register]
    return counted(len(lines), register.singular, register.plural.lower())


def _names(lines: Sequence[AttentionLine]) -> str:
    names = [line.record for line in lines]
    rest = len(names) - _NAMED
    return ", ".join(names) if rest <= 1 else f"{', '.join(names[:_NAMED])} och {rest} till"


def _who(lines: Sequence[AttentionLine]) -> Sequence[str]:
    return list(dict.fromkeys(line.responsible for line in lines))


def _row(matter: Inline, lines: Sequence[AttentionLine]) -> tuple[CellContent, ...]:
    days, people = [line.day for line in lines if line.day], _who(lines)
    who = "\n".join(name or _NOBODY for name in people) if any(people) else ""
    if len(people) > _ANSWERING:
        who = f"{len(people)} ansvariga, se sist"
    return matter, min(days).isoformat() if days else "", who, _ROOM
