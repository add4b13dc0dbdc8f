"""The long tables of the overview of a region, kept short: what is near or has a level row by row, the rest gathered.

All of it is there: agreements that come later stand many to a row by day, systems without a level by area.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from itadmin.documents.content import Block, Column, DataTable, Row
from itadmin.documents.overview_list import table_of
from itadmin.documents.phrases import kronor_figure
from itadmin.domain.calendar import months_from
from itadmin.domain.keys import Key
from itadmin.domain.money import grouped
from itadmin.domain.text import listed, swedish_key
from itadmin.services.samverkan.cells import Matrix
from itadmin.services.samverkan.cells import Row as SystemRow
from itadmin.services.samverkan.ends import AgreementEnd
from itadmin.services.samverkan.overview_tables import has_words, sheet_of
from itadmin.services.samverkan.seen import Part, RegionSeen
from itadmin.services.samverkan.tables import names_of

SOON_MONTHS = 12
NO_SYSTEMS = "Inget system i registret används i regionen eller har en samverkansnivå."
SECRECY = "Underlaget är för kommunernas gemensamma arbete. Pröva sekretessen innan det lämnas ut."
_ROW_BY_ROW_MONTHS = 3
_UNKNOWN, _ALL = "Utan dag", "alla"
_HEADS, _LISTS = 40, 216
_SOON = (
    Column("Avtal", weight=70),
    Column("Säg upp senast", weight=28),
    Column("Slutar tidigast", weight=28),
    Column("Binder", weight=60),
    Column("System", weight=70),
)
_LATER = (Column("Närmaste dag", weight=_HEADS), Column("Avtal och vilka de binder", weight=_LISTS))
_WITHOUT_LEVEL = (Column("Område", weight=_HEADS), Column("System och vilka som har det", weight=_LISTS))
_SUPPLIERS = (50, 12, 54, 22, 118)


def agreement_tables(seen: RegionSeen) -> Iterator[Block]:
    """The agreements that come first one by one, those that come later by day."""
    until = months_from(seen.matrix.day, _ROW_BY_ROW_MONTHS)
    soon = [end for end in seen.ends if end.day is not None and end.day <= until]
    later = [end for end in seen.ends if end.day is None or end.day > until]
    if soon:
        rows = tuple(_ending(seen.matrix, end) for end in soon)
        yield DataTable(_SOON, rows, f"De närmaste {_ROW_BY_ROW_MONTHS} månaderna", row_heading="strong", wide=True)
    if later:
        gathered = groupby(later, lambda end: end.day)
        told = tuple((day.isoformat() if day else _UNKNOWN, _listed(seen.matrix, ends)) for day, ends in gathered)
        yield DataTable(_LATER, told, "Senare" if soon else "", row_heading="strong", wide=True)


def supplier_tables(seen: RegionSeen) -> Iterator[Block]:
    """The suppliers in common, with most of the width for what they supply."""
    table = table_of(sheet_of(seen, Part.SUPPLIERS))
    columns = (replace(column, weight=weight) for column, weight in zip(table.columns, _SUPPLIERS, strict=True))
    yield replace(table, columns=tuple(columns), wide=True)


def system_tables(seen: RegionSeen) -> Iterator[Block]:
    """The systems that have a level row by row, and all others by area with who has them."""
    matrix = seen.matrix
    levelled = [row for row in matrix.rows if row.levels or row.target]
    if levelled:
        yield _levelled_table(matrix, levelled)
    others = [row for row in matrix.rows if not (row.levels or row.target)]
    if others:
        yield gathered_by_area(matrix, others, "Utan nivå" if levelled else "")


def gathered_by_area(matrix: Matrix, rows: Iterable[SystemRow], caption: str) -> DataTable:
    """Systems many to a row: those of each area with who has them."""
    areas: dict[str, list[str]] = {}
    for row in rows:
        areas.setdefault(", ".join(row.areas), []).append(_who_has(matrix, row))
    told = tuple(
        (area, "; ".join(areas[area])) for area in sorted(areas, key=lambda area: (not area, swedish_key(area)))
    )
    return DataTable(_WITHOUT_LEVEL, told, caption, row_heading="strong", wide=True)


def _ending(matrix: Matrix, end: AgreementEnd) -> Row:
    days = (day.isoformat() if day else "" for day in (end.say_by, end.ends_on))
    return (end.title, *days, names_of(matrix, end.kommuner), _systems_of(end))


def _systems_of(end: AgreementEnd) -> str:
    return ", ".join(dict.fromkeys(row.name for row in end.rows))


def _listed(matrix: Matrix, ends: Iterable[AgreementEnd]) -> str:
    """Agreements in short; those that say the same, as several of one pair of kommuner do, are counted."""
    told = Counter(_in_short(matrix, end) for end in ends)
    return "; ".join(f"{words}, {number} avtal" if number > 1 else words for words, number in told.items())


def _in_short(matrix: Matrix, end: AgreementEnd) -> str:
    about = [row.name for row in end.rows if row.name not in end.title]
    systems = f" om {listed(list(dict.fromkeys(about)))}" if about else ""
    return f"{end.title}{systems} ({who_words(matrix, end.kommuner)})"


def who_words(matrix: Matrix, kommuner: Collection[Key]) -> str:
    """Kommuner by name; all members in one word."""
    members = {kommun.key for kommun in matrix.kommuner if not kommun.is_guest}
    return _ALL if set(kommuner) == members else names_of(matrix, kommuner)


def _levelled_table(matrix: Matrix, rows: Sequence[SystemRow]) -> DataTable:
    columns = (
        Column("System", weight=56),
        Column("Område", weight=48),
        *(Column(kommun.name, "center", 18) for kommun in matrix.kommuner),
        Column("Användare", "right", 18),
        Column("Kostnad per år, kr", "right", 22),
    )
    told = tuple(
        (
            row.name,
            ", ".join(row.areas),
            *(has_words(row.cells.get(kommun.key)) for kommun in matrix.kommuner),
            "" if row.users is None else grouped(row.users),
            "" if row.cost is None else kronor_figure(row.cost, whole=True),
        )
        for row in rows
    )
    return DataTable(columns, told, "Med nivå eller mål", row_heading="strong", wide=True)


def _who_has(matrix: Matrix, row: SystemRow) -> str:
    """A system with who has it, and who has one that is like it."""
    similar = [kommun for kommun, cell in row.cells.items() if cell.is_only_similar]
    who = [who_words(matrix, row.cells.keys() - set(similar))]
    who += [f"liknande i {names_of(matrix, similar)}"] if similar else []
    return f"{row.name} ({'; '.join(filter(None, who))})"
