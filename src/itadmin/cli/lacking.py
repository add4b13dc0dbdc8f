"""`lacking`: who lacks what of the training that utbildningsplaner demand, as a table, for scripts or as a file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from itadmin.cli.context import Context
from itadmin.cli.output import Output
from itadmin.cli.usage import UsageError, shown
from itadmin.domain.calculations.lacking import WHY_WORDS
from itadmin.services.exporting.overview import ENDINGS, overview_file
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.services.time_machine import reading_of
from itadmin.services.training.lacking import LackRow
from itadmin.services.training.who_lacks import Asked, By, person_rows, told, who_lacks_overview

_AUDIENCES = "malgrupp"
_KEYS = (
    "person",
    "person_id",
    "municipality",
    "system",
    "system_id",
    "plan_id",
    "module",
    "module_id",
    "audience",
    "demand",
    "why",
    "due",
    "days",
)


def lacking(arguments: Namespace, context: Context) -> int:
    """Print who lacks what, in name order, or save it as a file."""
    out: Path | None = arguments.out
    if out is not None and out.suffix.lower() not in ENDINGS:
        raise UsageError(f"{shown(out.name)} kan inte skrivas. Ge filen någon av ändelserna {', '.join(ENDINGS)}.")
    with reading_of(arguments.file, arguments.on or context.around.today()) as reading:
        found = _asked(reading, arguments).of(reading)
        if out is not None:
            people = person_rows(reading, found, with_soon=True)
            written = overview_file(reading, who_lacks_overview(found, By.SYSTEM, people, ""), out.suffix.lower())
            write_file(out, written.content)
            context.output.line(f"{len(people)} {'rad' if len(people) == 1 else 'rader'} är sparade i {out}.")
            return 0
        _tell(context.output, reading, found.rows, told(found), arguments.format)
    return 0


def _asked(reading: Reading, arguments: Namespace) -> Asked:
    """What is asked about. Raises NotFoundError, and UsageError for a målgrupp that there is not."""
    audience = reading.words.code_from(_AUDIENCES, arguments.audience) if arguments.audience else ""
    if audience is None:
        known = ", ".join(reading.words.all_of(_AUDIENCES))
        raise UsageError(f"Målgruppen {shown(arguments.audience)} finns inte. Välj bland {known}.")
    return Asked(
        system=reading.named("systems", arguments.system) if arguments.system else None,
        audience=audience,
        municipality=reading.named("organisations", arguments.municipality) if arguments.municipality else None,
    )


def _tell(output: Output, reading: Reading, rows: Sequence[LackRow], sentence: str, form: str) -> None:
    towns = reading.labels("organisations", {row.municipality for row in rows if row.municipality})
    if form == "json":
        output.json([_values(row, towns) for row in rows])
    elif form == "csv":
        output.csv([_values(row, towns) for row in rows], _KEYS)
    else:
        headings = ("Namn", "Kommun", "System eller plan", "Moment", "Krav", "Varför", "Gäller till och med")
        output.table(headings, _cells(reading, rows, towns), whole=True)
        output.line("")
        output.line(sentence)


def _cells(reading: Reading, rows: Sequence[LackRow], towns: Mapping[UUID, str]) -> Iterator[tuple[str, ...]]:
    words = reading.words
    for row in rows:
        demand = words.label_of("momentkrav", row.demand)
        day = row.due.isoformat() if row.due else ""
        yield row.name, _town(row, towns), row.about, row.title, demand, WHY_WORDS[row.why], day


def _values(row: LackRow, towns: Mapping[UUID, str]) -> dict[str, str | int | None]:
    return {
        "person": row.name,
        "person_id": str(row.person),
        "municipality": _town(row, towns) or None,
        "system": row.about if row.system else None,
        "system_id": str(row.system) if row.system else None,
        "plan_id": str(row.plan),
        "module": row.title,
        "module_id": str(row.module),
        "audience": row.audience,
        "demand": row.demand,
        "why": row.why.value,
        "due": row.due.isoformat() if row.due else None,
        "days": row.days,
    }


def _town(row: LackRow, towns: Mapping[UUID, str]) -> str:
    return towns.get(row.municipality, "") if row.municipality else ""
