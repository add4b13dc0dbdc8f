"""The part of a matrix that one looks at: an area, words in a name, and whether what a kommun has alone is with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from itadmin.domain.calculations.opportunities import is_open
from itadmin.domain.keys import Key
from itadmin.domain.text import fold
from itadmin.services.samverkan.cells import Matrix, Row

_SEVERAL = 2


class Which(StrEnum):
    """Which rows are looked at."""

    ALL = "alla"
    TOGETHER = "gemensamma"
    """Those that several kommuner use or say something of, or that have a level or a target."""
    OPENINGS = "kandidater"
    """Those that something speaks for, and where there is something left to try."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is looked at: an `area` and `text` in the name ("" for all), and which rows."""

    area: str = ""
    text: str = ""
    which: Which = Which.ALL

    @property
    def is_any(self) -> bool:
        """Whether anything is left out."""
        return bool(self.area or self.text.strip() or self.which is not Which.ALL)


def narrowed(matrix: Matrix, narrowing: Narrowing, aside: Collection[Key] = (), standing: Key | None = None) -> Matrix:
    """The rows that fit, in their order; kommuner that are no members stay only where they take part in one of them.

    Rows that are put `aside`, by their keys, are no openings. The row of the system one is `standing` on stays although
    it fits no more, unless it is put aside.
    """
    if not narrowing.is_any:
        return matrix
    rows = tuple(row for row in matrix.rows if _fits(row, narrowing, aside) or _stays(row, standing, aside))
    found = {kommun for row in rows for kommun in row.cells}
    kommuner = tuple(kommun for kommun in matrix.kommuner if not kommun.is_guest or kommun.key in found)
    return replace(matrix, rows=rows, kommuner=kommuner)


def _fits(row: Row, narrowing: Narrowing, aside: Collection[Key]) -> bool:
    if narrowing.area and fold(narrowing.area) not in {fold(area) for area in row.areas}:
        return False
    if fold(narrowing.text) not in fold(row.name):
        return False
    match narrowing.which:
        case Which.OPENINGS:
            return bool(row.reasons) and is_open(row.level, row.target) and row.key not in aside
        case Which.TOGETHER:
            return _is_together(row)
        case _:
            return True


def _stays(row: Row, standing: Key | None, aside: Collection[Key]) -> bool:
    return standing in row.systems and row.key not in aside


def _is_together(row: Row) -> bool:
    if row.target or any(cell.level for cell in row.cells.values()):
        return True
    return sum(not cell.is_only_similar for cell in row.cells.values()) >= _SEVERAL
