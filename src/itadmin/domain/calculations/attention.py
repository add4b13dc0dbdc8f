"""What a line of the work list is, how pressing it is, and when a mark keeps it quiet. Pure.

Which lines there are is found by the services; what their buttons are called is the window's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias
from uuid import UUID

from itadmin.domain.calendar import months_from

_SOON = timedelta(days=30)
MONTHS_AHEAD = 6
"""How far ahead most things that are still to come are told of."""
HANDLED, RESTING = "hanterad", "vilande"
"""The verdicts of a mark."""

NOTICE_DAY = "sista_uppsagningsdag"
"""The rule of the last day to give notice, which is marked as handled when an agreement is let renewed."""


class Band(StrEnum):
    """How pressing a line is, the most pressing first; the values are permanent codes."""

    FORSENAT = "forsenat"
    INOM_30_DAGAR = "inom_30_dagar"
    INOM_6_MANADER = "inom_6_manader"
    SENARE = "senare"


BAND_WORDS: Mapping[Band, str] = {
    Band.FORSENAT: "För sent",
    Band.INOM_30_DAGAR: "Inom 30 dagar",
    Band.INOM_6_MANADER: "Inom 6 månader",
    Band.SENARE: "Senare",
}
"""What the bands are called."""


class Act(StrEnum):
    """What is done next about a line; the values are permanent codes."""

    RENEW = "fornya"
    SIGN = "registrera_paskrivet"
    APPOINT = "utse"
    REVIEW = "granska"
    CLASSIFY = "klassa"
    FILL_IN = "fyll_i"
    DRAW_UP = "skriv_avtal"
    REPLACE = "ersatt"
    WHO_LACKS = "vem_saknar"
    MAKE_PLAN = "gor_utbildningsplan"
    OPEN_PLAN = "oppna_utbildningsplan"
    NEXT_VERSION = "ny_version"
    MATCH = "matcha"
    ANSWER = "svara"
    OPEN = "oppna"


class Sayable(Protocol):
    """What can be put in words when somebody asks: of thousands of lines few are ever read."""

    def in_words(self) -> str:
        """A Swedish sentence."""


Said: TypeAlias = str | Sayable
"""A Swedish sentence, or what can be put in one."""


class AttentionLine(NamedTuple):
    """One thing to do: about which record, why, by when and by whom.

    `kind` is the key of the rule that tells it, `record` the name of the record, `responsible` a person or function,
    "" when nobody is. `occasion` is what a mark is about: the ISO day that decided, "" where none did. `field` is where
    it is mended, if in a field. `next_step` is the next day to be reminded on, of what has such days.
    """

    kind: str
    register: str
    record_id: UUID
    record: str
    said: Said
    day: date | None
    band: Band
    responsible: str
    responsible_id: UUID | None
    occasion: str
    field: str = ""
    act: Act = Act.OPEN
    grave: bool = False
    next_step: date | None = None

    @property
    def reason(self) -> str:
        """Why, in a Swedish sentence."""
        return self.said if isinstance(self.said, str) else self.said.in_words()


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody has said of a line: that it is handled, or rests until a day. `mark_id` is the record's."""

    mark_id: UUID
    verdict: str
    until: date | None
    note: str

    def is_quiet(self, today: date) -> bool:
        """Whether the mark still keeps its line away: always when handled, before its day when resting."""
        return self.verdict == HANDLED or (self.until is not None and today < self.until)


def band_of(day: date | None, today: date, *, grave: bool, undated: Band = Band.INOM_6_MANADER) -> Band:
    """How pressing something is that is to be done by a day.

    Without a day what is grave is to be done within 30 days, all else belongs in the band `undated`.
    """
    if day is None:
        return Band.INOM_30_DAGAR if grave else undated
    if day < today:
        return Band.FORSENAT
    if day - today <= _SOON:
        return Band.INOM_30_DAGAR
    return Band.INOM_6_MANADER if day <= months_from(today, MONTHS_AHEAD) else Band.SENARE


def is_within(day: date, today: date, months: int = MONTHS_AHEAD) -> bool:
    """Whether a day is still to come, and at most so many months off."""
    return today <= day <= months_from(today, months)


def in_order(lines: Iterable[tuple[str, AttentionLine]]) -> tuple[AttentionLine, ...]:
    """The lines, each with its record's sort key, as they are to be done: by band, day, gravity and name.

    What has no day comes last in its band, the grave first of that: it waits for no day, as an agreement does.
    """
    places = {band: place for place, band in enumerate(Band)}

    def place(keyed: tuple[str, AttentionLine]) -> tuple[object, ...]:
        sort_key, line = keyed
        day = line.day or date.max
        return places[line.band], day, not line.grave, sort_key, line.kind

    return tuple(line for _sort_key, line in sorted(lines, key=place))
