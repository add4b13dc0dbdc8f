"""`matrix` and `opportunities`: the region's systems by kommun, and where it pays to try cooperating, for scripts."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from itadmin.cli.context import Context
from itadmin.cli.usage import UsageError, shown
from itadmin.domain.money import format_whole_kronor, grouped
from itadmin.services.reading import Reading
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.matrix import Asked, matrix_of
from itadmin.services.samverkan.openings import Opening, openings
from itadmin.services.samverkan.region import Kommun
from itadmin.services.samverkan.tables import level_text
from itadmin.services.samverkan.words import said_about, told_reasons
from itadmin.services.time_machine import reading_of

_MOST_MONTHS = 1200


def matrix(arguments: Namespace, context: Context) -> int:
    """Print each system of the region with the level of each kommun, the highest level first."""
    with reading_of(arguments.file, arguments.on or context.around.today()) as reading:
        found = _found(arguments, reading)
    if arguments.format == "json":
        context.output.json([_row_values(found, row) for row in found.rows])
    else:
        headings = ("System", *(kommun.name for kommun in found.kommuner), "Nivå", "Mål", "Poäng", "Skäl")
        context.output.table(headings, _matrix_cells(found), whole=True)
    return 0


def opportunities(arguments: Namespace, context: Context) -> int:
    """Print what speaks for trying to cooperate, the strongest first; what is put aside only when it is wanted."""
    with reading_of(arguments.file, arguments.on or context.around.today()) as reading:
        found = _found(arguments, reading)
        told = openings(reading, found)
    wanted = (*told.found, *(told.aside if arguments.all else ()))
    if arguments.format == "json":
        context.output.json([_opening_values(found, opening) for opening in wanted])
    else:
        headings = ("System", "Poäng", "Nivå", "Mål", "Närmaste dag", "Kommuner", "Kostnad per år", "Skäl")
        context.output.table(headings, (_opening_cells(found, opening) for opening in wanted), whole=True)
    return 0


def _found(arguments: Namespace, reading: Reading) -> Matrix:
    """The matrix that is asked for. Raises NotFoundError, and UsageError for what there is not."""
    if not 0 < arguments.months <= _MOST_MONTHS:
        raise UsageError(f"--months är ett helt antal månader, från 1 till {_MOST_MONTHS}.")
    region = reading.named("regions", arguments.region) if arguments.region else None
    found = matrix_of(reading, Asked(region, arguments.area, arguments.months))
    if arguments.area and not found.rows:
        areas = matrix_of(reading, Asked(region)).areas
        known = f" Välj bland {', '.join(areas)}." if areas else ""
        raise UsageError(f"Inget system hör till området {shown(arguments.area)}.{known}")
    return found


def _row_values(found: Matrix, row: Row) -> dict[str, Any]:
    cells = [(kommun, row.cells[kommun.key]) for kommun in found.kommuner if kommun.key in row.cells]
    codes = {kommun.key: _code(kommun) for kommun in found.kommuner}
    return {
        "system": row.name,
        "system_id": str(row.id),
        "area": ", ".join(row.areas) or None,
        "levels": {_code(kommun): cell.level for kommun, cell in cells if cell.level is not None},
        "level": row.level,
        "targets": {_code(kommun): cell.target for kommun, cell in cells if cell.target is not None},
        "target": row.target or None,
        "said_by": {
            _code(kommun): codes.get(cell.word.by, str(cell.said_by))
            for kommun, cell in cells
            if cell.word is not None and not cell.word.is_own
        },
        "differing": {
            _code(kommun): {codes.get(word.by, word.by.hex()): word.level for word in cell.differing}
            for kommun, cell in cells
            if cell.differs
        },
        "words": list(said_about(found, row)),
        "using": [_code(kommun) for kommun, cell in cells if cell.uses],
        "ending": {_code(kommun): cell.way_out.isoformat() for kommun, cell in cells if cell.way_out is not None},
        "similar": [_code(kommun) for kommun, cell in cells if cell.is_only_similar],
        "user_count": row.users,
        "annual_cost": row.cost,
        **_speaking(found, row),
    }


def _opening_values(found: Matrix, opening: Opening) -> dict[str, Any]:
    row, note, day = opening.row, opening.note, opening.row.rank.day
    return {
        "system": row.name,
        "system_id": str(row.id),
        **_speaking(found, row),
        "day": day.isoformat() if day else None,
        "level": row.level,
        "target": row.target or None,
        "using": [_code(kommun) for kommun in found.kommuner if kommun.key in row.using],
        "user_count": row.users,
        "annual_cost": row.cost,
        "status": note.status if note else None,
        "until": note.until.isoformat() if note and note.until else None,
    }


def _speaking(found: Matrix, row: Row) -> Mapping[str, Any]:
    return {
        "score": row.score,
        "reasons": [reason.value for reason in row.reasons],
        "explanations": [told.sentence for told in told_reasons(found, row)],
    }


def _matrix_cells(found: Matrix) -> Iterator[tuple[str, ...]]:
    for row in found.rows:
        levels = (level_text(row.cells.get(kommun.key)) for kommun in found.kommuner)
        yield (row.name, *levels, str(row.level), str(row.target or ""), str(row.score), _labels(found, row))


def _opening_cells(found: Matrix, opening: Opening) -> tuple[str, ...]:
    row, day = opening.row, opening.row.rank.day
    cost = "" if row.cost is None else format_whole_kronor(row.cost)
    return (
        row.name,
        str(row.score),
        str(row.level),
        str(row.target or ""),
        day.isoformat() if day else "",
        grouped(len(row.using)),
        cost,
        _labels(found, row),
    )


def _labels(found: Matrix, row: Row) -> str:
    return ", ".join(told.label for told in told_reasons(found, row))


def _code(kommun: Kommun) -> str:
    return kommun.code or str(kommun.id)
