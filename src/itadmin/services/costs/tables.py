"""A year's costs as tables: each group with the sum below, the pieces they are made of, and both as a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter

from itadmin.domain.calculations.cost_table import CostSum, Group, Grouping
from itadmin.domain.calculations.costs import Cost
from itadmin.domain.text import swedish_key
from itadmin.services.costs.naming import GROUPINGS, Names, mark_of
from itadmin.services.costs.year import CostYear
from itadmin.services.exporting.overview import Overview
from itadmin.services.exporting.sheet import Column, Row, Sheet

SUM = "Summa"


def ordered(year: CostYear, names: Names, grouping: Grouping) -> list[CostSum]:
    """The groups, the most expensive first; what belongs to none comes last."""
    return sorted(
        year.sums(grouping),
        key=lambda row: (row.group is None, -row.amount, -row.before, swedish_key(names.group(grouping, row.group))),
    )


def columns(year: CostYear, grouping: Grouping) -> tuple[Column, ...]:
    """The columns of the table of groups; those that have nothing in them are left out."""
    return Column(GROUPINGS[grouping]), *(column for column, _figure in _figures(year, grouping))


def row(year: CostYear, grouping: Grouping, name: str, cost: CostSum) -> Row:
    """A group as a row of those columns."""
    return name, *(figure(cost) for _column, figure in _figures(year, grouping))


def _figures(year: CostYear, grouping: Grouping) -> Iterator[tuple[Column, Callable[[CostSum], int | None]]]:
    """The columns of figures, each with what gives that of a group; per user is told of systems only."""
    total = year.total
    yield Column(f"Kostnad {year.year}", "kronor"), attrgetter("amount")
    yield Column(f"Kostnad {year.year - 1}", "kronor"), attrgetter("before")
    yield Column("Skillnad", "kronor"), attrgetter("change")
    if total.begun > 0:
        yield Column("Varav nya avtal", "kronor"), lambda cost: cost.begun or None
    yield Column("Skillnad i %", "percent"), attrgetter("change_percent")
    if total.budget is not None:
        yield Column("Budget, rader", "kronor"), attrgetter("budget")
    if total.actual is not None:
        yield Column("Utfall, rader", "kronor"), attrgetter("actual")
    yield Column("Per invånare", "money"), year.per_inhabitant
    if grouping is Grouping.SYSTEM:
        yield Column("Per användare", "money"), year.per_user


def offered(year: CostYear, names: Names, grouping: Grouping) -> list[tuple[Group, str]]:
    """The groups that the year can be narrowed to, with their words, in Swedish order; none comes last."""
    found = [(each.group, names.group(grouping, each.group)) for each in year.sums(grouping)]
    return sorted(found, key=lambda item: (item[0] is None, swedish_key(item[1])))


PIECE_COLUMNS = (
    Column("Underlag"),
    Column("Ur"),
    Column("System"),
    Column("År", "year"),
    Column("Kostnad", "kronor"),
    Column("Så räknas beloppet"),
)
_FILE_COLUMNS = (
    *PIECE_COLUMNS,
    Column("Kostnadstyp"),
    Column("Bärs av"),
    Column("Leverantör"),
    Column("Avtal"),
    Column("Budget", "kronor"),
    Column("Utfall", "kronor"),
)


def pieces(year: CostYear, cost: CostSum) -> list[tuple[int, Cost]]:
    """What a sum is made of, with its year: this year's, then those of the year before, the largest first."""
    found = [(year.year, piece) for piece in cost.costs] + [(year.year - 1, piece) for piece in cost.costs_before]
    return sorted(found, key=lambda item: (-item[0], -item[1].amount))


def piece_row(names: Names, number: int, piece: Cost) -> Row:
    """A piece of a year as a row of `PIECE_COLUMNS`."""
    return names.title(piece), mark_of(piece), names.system(piece), number, piece.amount, names.told(piece)


def cost_overview(
    year: CostYear, names: Names, grouping: Grouping, told: str, about: str = "", *, with_pieces: bool
) -> Overview:
    """The year as tables to print or save; `told` is said above, `about` are the groups it is narrowed to.

    The pieces, when they are to be there, come last.
    """
    title = f"Kostnader {year.year}"
    groups = [row(year, grouping, names.group(grouping, each.group), each) for each in ordered(year, names, grouping)]
    whole = Sheet(title, columns(year, grouping), (*groups, row(year, grouping, SUM, year.total)))
    if about:
        title = f"{title} – {about}"
    if not with_pieces:
        return Overview(title, told, (whole,))
    rows = tuple(_file_row(names, number, piece) for number, piece in pieces(year, year.total))
    return Overview(title, told, (whole, Sheet("Underlag", _FILE_COLUMNS, rows)))


def _file_row(names: Names, number: int, piece: Cost) -> Row:
    return (
        *piece_row(names, number, piece),
        names.kind(piece),
        names.bearer(piece),
        names.supplier(piece),
        names.agreement(piece),
        piece.budget,
        piece.actual,
    )
