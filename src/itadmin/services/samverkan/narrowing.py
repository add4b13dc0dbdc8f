"""The part of a matrix that one looks at: an area, words in a name, or only what there is something left to try of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from itadmin.domain.calculations.opportunities import is_open
from itadmin.domain.text import fold
from itadmin.services.samverkan.cells import Matrix, Row


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What is looked at: an `area` and `text` in the name ("" for all), and whether openings alone."""

    area: str = ""
    text: str = ""
    openings: bool = False

    @property
    def is_any(self) -> bool:
        """Whether anything is left out."""
        return bool(self.area or self.text.strip() or self.openings)


def narrowed(matrix: Matrix, narrowing: Narrowing) -> Matrix:
    """The rows that fit, in their order; kommuner that are no members stay only where they take part in one of them."""
    if not narrowing.is_any:
        return matrix
    rows = tuple(row for row in matrix.rows if _fits(row, narrowing))
    found = {kommun for row in rows for kommun in row.cells}
    kommuner = tuple(kommun for kommun in matrix.kommuner if not kommun.is_guest or kommun.key in found)
    return replace(matrix, rows=rows, kommuner=kommuner)


def _fits(row: Row, narrowing: Narrowing) -> bool:
    if narrowing.openings and not (row.reasons and is_open(row.level, row.target)):
        return False
    if narrowing.area and fold(narrowing.area) not in {fold(area) for area in row.areas}:
        return False
    return fold(narrowing.text) in fold(row.name)
