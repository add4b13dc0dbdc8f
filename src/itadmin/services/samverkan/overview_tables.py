"""The overview of the region as tables: who has what, suppliers in common, agreements by end, cost, and levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from itadmin.domain.money import NBSP
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Row, Sheet
from itadmin.services.samverkan.cells import Cell
from itadmin.services.samverkan.heard import day_words, told_heard
from itadmin.services.samverkan.overview_words import HAS, mean_words
from itadmin.services.samverkan.seen import PARTS, Part, RegionSeen
from itadmin.services.samverkan.tables import level_text, names_of

TITLE = "Regionöversikt"


def sheet_of(seen: RegionSeen, part: Part) -> Sheet:
    """One part as a table. Its rows stand as what they tell of stands in `seen`."""
    columns, rows = _MADE[part](seen)
    return Sheet(PARTS[part], columns, rows)


def region_tables(seen: RegionSeen, shown: Part = Part.SYSTEMS, area: str = "") -> Overview:
    """All parts with whose word they are, the one that is `shown` last."""
    about = (seen.matrix.members.name, f"Bara området {area}" if area else "")
    told = " ".join((*(f"{words}." for words in about if words), told_heard(seen.heard)))
    order = [*(part for part in PARTS if part is not shown), shown]
    return Overview(TITLE, told, tuple(sheet_of(seen, part) for part in order))


def _systems(seen: RegionSeen) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    matrix = seen.matrix
    columns = (
        Column("System"),
        Column("Område"),
        *(Column(kommun.name) for kommun in matrix.kommuner),
        Column("Kommuner", "whole"),
        Column("Användare", "whole"),
        Column("Kostnad per år, kr", "kronor"),
    )
    rows = tuple(
        (
            row.name,
            ", ".join(row.areas),
            *(has_words(row.cells.get(kommun.key)) for kommun in matrix.kommuner),
            len(row.using),
            row.users,
            row.cost,
        )
        for row in matrix.rows
    )
    return columns, rows


def has_words(cell: Cell | None) -> str:
    """Whether a kommun has a system, and how far it has come: "● 3"."""
    level = level_text(cell)
    if cell is None or not cell.uses:
        return level
    return HAS if cell.level is None else f"{HAS}{NBSP}{level}"


def _suppliers(seen: RegionSeen) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column("Leverantör"),
        Column("Antal", "whole"),
        Column("Kommuner"),
        Column("Kostnad per år, kr", "kronor"),
        Column("System", "long_text"),
    )
    rows = tuple(
        (
            each.name,
            len(each.kommuner),
            names_of(seen.matrix, each.kommuner),
            each.cost,
            ", ".join(dict.fromkeys(row.name for row in each.rows)),
        )
        for each in seen.overview.suppliers
    )
    return columns, rows


def _agreements(seen: RegionSeen) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column("Avtal"),
        Column("Säg upp senast", "day"),
        Column("Slutar tidigast", "day"),
        Column("Vems avtal"),
        Column("Binder"),
        Column("System", "long_text"),
    )
    rows = tuple(
        (
            end.title,
            end.say_by,
            end.ends_on,
            names_of(seen.matrix, [end.holder]) if end.holder else "",
            names_of(seen.matrix, end.kommuner),
            ", ".join(dict.fromkeys(row.name for row in end.rows)),
        )
        for end in seen.ends
    )
    return columns, rows


def _costs(seen: RegionSeen) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column("Kommun"),
        Column("Kostnad per invånare, kr", "kronor"),
        Column("Kostnad per år, kr", "kronor"),
        Column("Invånare", "whole"),
        Column("System", "whole"),
        Column("Delas med andra", "whole"),
        Column("Utan kostnad", "whole"),
        Column("Användare", "whole"),
        Column("Uppgifter från"),
    )
    rows = tuple(
        (
            each.kommun.name,
            each.cost_per_inhabitant,
            each.cost,
            each.inhabitants,
            each.systems,
            each.shared,
            each.uncosted,
            each.users,
            day_words(heard),
        )
        for each, heard in zip(seen.overview.kommuner, seen.heard, strict=True)
    )
    return columns, rows


def _levels(seen: RegionSeen) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column("Dag", "day"),
        *(Column(f"Nivå {level}", "whole") for level in range(6)),
        Column("System", "whole"),
        Column("Medelnivå"),
    )
    return columns, tuple((each.day, *each.systems, each.known, mean_words(each)) for each in seen.trend)


_MADE: Mapping[Part, Callable[[RegionSeen], tuple[tuple[Column, ...], tuple[Row, ...]]]] = {
    Part.SYSTEMS: _systems,
    Part.SUPPLIERS: _suppliers,
    Part.AGREEMENTS: _agreements,
    Part.COSTS: _costs,
    Part.LEVELS: _levels,
}
