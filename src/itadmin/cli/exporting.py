"""`export`: the records of a register as a file for a spreadsheet or another program, or their days as a calendar."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from itadmin.cli.context import Context
from itadmin.cli.names import known_register
from itadmin.cli.reading import reading_for
from itadmin.cli.usage import UsageError, shown
from itadmin.domain.register import Register
from itadmin.services.exporting.files import ENDINGS, make_file
from itadmin.services.exporting.records import Selection, all_fields
from itadmin.services.planner.calendar import ICS, MONTHS_AHEAD, calendar_ahead
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file


def export(arguments: Namespace, context: Context) -> int:
    """Write a register's own records to a file, or their days to a calendar; 1 when something did not fit in it."""
    register = known_register(arguments.register)
    out, ending = arguments.out, _ending(arguments.out)
    with reading_for(arguments, context) as reading:
        if ending == ICS:
            return _export_days(reading, register, out, context)
        ids = reading.keys(register.name)
        selection = Selection(register, ids, all_fields(register))
        written = make_file(reading, selection, ending, Progress())
    write_file(out, written.content)
    number = "1 post" if len(ids) == 1 else f"{len(ids)} poster"
    context.output.line(f"{number} är sparade i {out}.")
    for remark in written.remarks:
        context.output.remark(remark)
    return 1 if written.remarks else 0


def _export_days(reading: Reading, register: Register, out: Path, context: Context) -> int:
    """Write the days ahead of a register to a calendar; 1 when it has none."""
    days, content = calendar_ahead(reading, register)
    if not days:
        context.output.remark(
            f"{register.plural} har inga dagar de närmaste {MONTHS_AHEAD} månaderna. Ingen fil skrevs."
        )
        return 1
    write_file(out, content)
    number = "1 dag" if days == 1 else f"{days} dagar"
    context.output.line(f"{number} är sparade i {out}.")
    return 0


def _ending(out: Path) -> str:
    ending = out.suffix.lower()
    endings = (*ENDINGS, ICS)
    if ending not in endings:
        raise UsageError(f"{shown(out.name)} kan inte skrivas. Ge filen någon av ändelserna {', '.join(endings)}.")
    return ending
