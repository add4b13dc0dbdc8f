"""How levels have changed since the first record: of a row, with its kommuner and its target, and of all the region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from itadmin.domain.calculations.region_levels import Step, Word, grouped, joint_steps, steps
from itadmin.domain.keys import Key
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.storage.queries.samverkan import levels


@dataclass(frozen=True, slots=True)
class History:
    """The level of a row over time: of the whole, and of each kommun by key. Days are ISO text, "" for always.

    `target` is the highest that any kommun aims at and `target_on` its approximate day, 0 and "" without any.
    """

    joint: tuple[Step, ...]
    by_kommun: Mapping[Key, tuple[Step, ...]]
    target: int = 0
    target_on: str = ""


class Point(NamedTuple):
    """The region on a day: how many systems have come to each level as a whole, from 0 to 5."""

    day: date
    systems: tuple[int, ...]

    @property
    def known(self) -> int:
        """Of how many systems a level is known."""
        return sum(self.systems)

    @property
    def mean(self) -> float | None:
        """The mean of their levels; None when none is known."""
        return sum(level * number for level, number in enumerate(self.systems)) / self.known if self.known else None


def history_of(reading: Reading, matrix: Matrix, row: Row) -> History:
    """How the levels of a row have changed up to the day of the matrix."""
    with reading.file.reading() as connection:
        words = [word for word in levels(connection, row.systems) if _counts(matrix, word)]
    until = matrix.day.isoformat()
    by_kommun = {kommun: _until(steps(said), until) for kommun, said in grouped(words).items()}
    aims = [cell.word for cell in row.cells.values() if cell.word is not None and cell.target == row.target]
    target_on = min((word.target_on for word in aims if word.target_on), default="") if row.target else ""
    return History(_until(joint_steps(words, matrix.members.kommuner), until), by_kommun, row.target, target_on)


def trend_of(reading: Reading, matrix: Matrix) -> tuple[Point, ...]:
    """The rows of a matrix at the end of each year since the first dated record, and on its day; () without any."""
    with reading.file.reading() as connection:
        words = [word for word in levels(connection) if _counts(matrix, word)]
    dated = [word.starts_on for word in words if word.starts_on]
    if not dated:
        return ()
    first = date.fromisoformat(min(dated)).year
    days = [*(date(year, 12, 31) for year in range(first, matrix.day.year)), matrix.day]
    by_system: dict[Key, list[Word]] = {}
    for word in words:
        by_system.setdefault(word.system, []).append(word)
    rows = [joint_steps(_of_row(row, by_system), matrix.members.kommuner) for row in matrix.rows]
    return tuple(_point(day, rows) for day in days)


def _of_row(row: Row, by_system: Mapping[Key, Sequence[Word]]) -> Iterator[Word]:
    return (word for system in row.systems for word in by_system.get(system, ()))


def _point(day: date, rows: Iterable[Sequence[Step]]) -> Point:
    counts, on = [0] * 6, day.isoformat()
    for found in rows:
        level = next((step.level for step in reversed(found) if step.day <= on), None)
        if level is not None:
            counts[level] += 1
    return Point(day, tuple(counts))


def _counts(matrix: Matrix, word: Word) -> bool:
    return word.kommun in matrix.by_key and word.starts_on <= matrix.day.isoformat()


def _until(found: Iterable[Step], day: str) -> tuple[Step, ...]:
    return tuple(step for step in found if step.day <= day)
