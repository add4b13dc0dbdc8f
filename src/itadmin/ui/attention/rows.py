"""What stands in the work list on the start page: bands, lines, and many lines of one kind folded into one. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import TypeAlias
from uuid import UUID

from itadmin.domain.calculations.attention import AttentionLine, Band, Mark
from itadmin.services.attention import WorkList

FOLDED_FROM = 10
"""So many lines of one kind in a band are told as one."""

NOBODY = "-"
"""The key of lines that nobody answers for, among the keys of who does."""

Fold: TypeAlias = tuple[Band, str, str]
"""What is folded: band, register and kind."""


class Shown(StrEnum):
    """Which lines are shown."""

    TO_DO = "att_gora"
    RESTING = "vilande"
    HANDLED = "hanterade"


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the work list is shown.

    `responsible` is a key that `who_answers` gives, "" is everyone's; `register` "" is all of them.
    """

    responsible: str = ""
    register: str = ""
    shown: Shown = Shown.TO_DO

    @property
    def takes_all(self) -> bool:
        """Whether nothing is left out of what is in its state."""
        return not self.responsible and not self.register

    def takes(self, line: AttentionLine) -> bool:
        """Whether a line is among what is shown."""
        is_theirs = not self.responsible or self.responsible == who_answers(line)
        return is_theirs and self.register in ("", line.register)


@dataclass(frozen=True, slots=True)
class BandRow:
    """The heading of a band, and how many lines it has."""

    band: Band
    number: int


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line, and the mark that keeps it away where such lines are shown."""

    line: AttentionLine
    mark: Mark | None = None

    @property
    def lines(self) -> tuple[AttentionLine, ...]:
        """The line, as of a row of several."""
        return (self.line,)


@dataclass(frozen=True, slots=True)
class FoldRow:
    """Many lines of one kind in a band; when it is open they follow it."""

    lines: tuple[AttentionLine, ...]
    is_open: bool

    @property
    def key(self) -> Fold:
        """What is folded."""
        return fold_of(self.lines[0])


Row: TypeAlias = BandRow | LineRow | FoldRow


def rows_of(work: WorkList, choice: Choice, unfolded: Iterable[Fold] = ()) -> list[Row]:
    """The rows of what is chosen; of the folds those in `unfolded` are open."""
    if choice.shown is not Shown.TO_DO:
        marked = work.resting if choice.shown is Shown.RESTING else work.handled
        return [LineRow(line, mark) for line, mark in marked if choice.takes(line)]
    lines = work.lines if choice.takes_all else [line for line in work.lines if choice.takes(line)]
    return list(_banded(lines, frozenset(unfolded)))


def how_many(rows: Iterable[Row]) -> tuple[int, int, int]:
    """How many lines there are in rows, folded or not, and how many of them are late, and due within 30 days."""
    shown = list(rows)
    bands = {row.band: row.number for row in shown if isinstance(row, BandRow)}
    if not bands:
        return len(shown), 0, 0
    return sum(bands.values()), bands.get(Band.FORSENAT, 0), bands.get(Band.INOM_30_DAGAR, 0)


def fold_of(line: AttentionLine) -> Fold:
    """The fold that a line belongs to when there are many of its kind."""
    return line.band, line.register, line.kind


def who_answers(line: AttentionLine) -> str:
    """The key of who answers for a line: the person's id, the function's name, or `NOBODY`."""
    if line.responsible_id is not None:
        return str(line.responsible_id)
    return line.responsible or NOBODY


def same_row(one: Row, other: Row) -> bool:
    """Whether two rows tell of the same, however it stands with it now."""
    if isinstance(one, LineRow) and isinstance(other, LineRow):
        return about(one.line) == about(other.line)
    return isinstance(one, FoldRow) and isinstance(other, FoldRow) and one.key == other.key


def about(line: AttentionLine) -> tuple[str, UUID]:
    """What a line tells of which record."""
    return line.kind, line.record_id


def _banded(lines: Iterable[AttentionLine], unfolded: frozenset[Fold]) -> Iterator[Row]:
    alike: dict[Fold, list[tuple[int, AttentionLine]]] = defaultdict(list)
    for number, line in enumerate(lines):
        alike[fold_of(line)].append((number, line))
    in_band: Counter[Band] = Counter()
    rows: list[tuple[int, LineRow | FoldRow]] = []
    for fold, numbered in alike.items():
        in_band[fold[0]] += len(numbered)
        rows += _folded(numbered, is_open=fold in unfolded)
    band: Band | None = None
    for _number, row in sorted(rows, key=itemgetter(0)):
        if row.lines[0].band is not band:
            band = row.lines[0].band
            yield BandRow(band, in_band[band])
        yield row


def _folded(numbered: Sequence[tuple[int, AttentionLine]], *, is_open: bool) -> Iterator[tuple[int, LineRow | FoldRow]]:
    """The rows of lines of one kind in a band, each with the number of the line whose place it has."""
    if len(numbered) < FOLDED_FROM:
        yield from ((number, LineRow(line)) for number, line in numbered)
        return
    lines = tuple(line for _number, line in numbered)
    place = numbered[0][0]
    yield place, FoldRow(lines, is_open)
    if is_open:
        yield from ((place, LineRow(line)) for line in lines)
