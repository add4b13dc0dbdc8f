"""The region at a glance: what each kommun has and what it costs a head, suppliers in common, agreements by their end.

Worked out of a matrix and of who supplies its systems; what is not in the matrix is not in here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from itadmin.domain.calculations.opportunities import SEVERAL
from itadmin.domain.calculations.products import makers
from itadmin.domain.keys import Key
from itadmin.domain.text import swedish_key
from itadmin.services.populations import populations_of
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Ending, Matrix, Row
from itadmin.services.samverkan.region import Kommun
from itadmin.storage.queries import ties


class Standing(NamedTuple):
    """A kommun in the region: how many systems it uses, how many of them others use too, users and cost in öre a year.

    `inhabitants` are of the newest 31 December that most have, None where they are not known for it. Of how many of
    the systems nobody has told the cost is `uncosted`.
    """

    kommun: Kommun
    systems: int
    shared: int
    users: int | None
    cost: int | None
    inhabitants: int | None
    uncosted: int

    @property
    def cost_per_inhabitant(self) -> int | None:
        """Öre a year for each inhabitant, rounded down; None where either is not known."""
        return self.cost // self.inhabitants if self.cost is not None and self.inhabitants else None


class Supplying(NamedTuple):
    """A supplier that several kommuner have, by our own name of it if there is one.

    `rows` are the systems it supplies, `cost` what they cost in all, öre a year.
    """

    name: str
    kommuner: tuple[Key, ...]
    rows: tuple[Row, ...]
    cost: int | None


class RowEnding(NamedTuple):
    """An agreement on its way out, and the row that it is about."""

    ending: Ending
    row: Row


@dataclass(frozen=True, slots=True)
class RegionOverview:
    """Kommuner in order, suppliers in common (most kommuner first), endings by day, and rows by level, 0–5.

    Inhabitants are those of the day `counted_on`.
    """

    kommuner: tuple[Standing, ...]
    suppliers: tuple[Supplying, ...]
    endings: tuple[RowEnding, ...]
    levels: tuple[int, ...]
    counted_on: date | None


def region_overview(reading: Reading, matrix: Matrix) -> RegionOverview:
    """The overview of a matrix."""
    endings = [RowEnding(ending, row) for row in matrix.rows for ending in row.endings]
    endings.sort(key=lambda found: (found.ending.day, found.row.sort_key, matrix.place_of(found.ending.kommun)))
    levels = Counter(row.level for row in matrix.rows if row.levels)
    populations = populations_of(reading)
    counted_on = populations.day_for({kommun.code for kommun in matrix.kommuner}, "", matrix.day)
    return RegionOverview(
        tuple(_standings(matrix, populations.numbers_on(counted_on))),
        _suppliers(reading, matrix),
        tuple(endings),
        tuple(levels[level] for level in range(6)),
        counted_on,
    )


def _standings(matrix: Matrix, inhabitants: Mapping[str, int]) -> Iterator[Standing]:
    shared = {row.key for row in matrix.rows if len(row.using) >= SEVERAL}
    for kommun in matrix.kommuner:
        used = [row for row in matrix.rows if kommun.key in row.cells and row.cells[kommun.key].uses]
        cells = [row.cells[kommun.key] for row in used]
        yield Standing(
            kommun,
            len(used),
            sum(row.key in shared for row in used),
            _sum([cell.users for cell in cells]),
            _sum([cell.cost for cell in cells]),
            inhabitants.get(kommun.code),
            sum(cell.cost is None for cell in cells),
        )


def _suppliers(reading: Reading, matrix: Matrix) -> tuple[Supplying, ...]:
    with reading.file.reading() as connection:
        systems, suppliers = ties.systems(connection), ties.suppliers(connection)
    who = makers(suppliers)
    names = {supplier.id: (swedish_key(supplier.name), supplier.name) for supplier in suppliers}
    supplied_by = {system.id: system.supplier for system in systems if system.supplier in who}
    rows: dict[str, dict[Key, Row]] = {}
    kommuner: dict[str, set[Key]] = {}
    costs: dict[str, list[int | None]] = {}
    called: dict[str, tuple[bool, str, str]] = {}
    for row in matrix.rows:
        for kommun, cell in row.cells.items():
            for maker, supplier in _makers_of(cell.systems, supplied_by, who).items():
                rows.setdefault(maker, {})[row.key] = row
                kommuner.setdefault(maker, set()).add(kommun)
                costs.setdefault(maker, []).append(cell.cost)
                name = kommun != matrix.own, *names[supplier]
                called[maker] = min(called.get(maker, name), name)
    found = [
        Supplying(
            called[maker][-1],
            tuple(sorted(having, key=matrix.place_of)),
            tuple(rows[maker].values()),
            _sum(costs[maker]),
        )
        for maker, having in kommuner.items()
        if len(having) >= SEVERAL
    ]
    found.sort(key=lambda each: (-len(each.kommuner), -len(each.rows), swedish_key(each.name)))
    return tuple(found)


def _makers_of(
    systems: tuple[Key, ...], supplied_by: Mapping[Key, Key | None], who: Mapping[Key, str]
) -> Mapping[str, Key]:
    """Who supplies some systems, each once, with one of the records it is known by."""
    suppliers = (supplied_by.get(system) for system in systems)
    return {who[supplier]: supplier for supplier in suppliers if supplier is not None}


def _sum(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
