"""`export`: the records of a register as a file for a spreadsheet or another program."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from itadmin.cli.context import Context
from itadmin.cli.names import known_register
from itadmin.cli.reading import reading_for
from itadmin.cli.usage import UsageError, shown
from itadmin.services.exporting.files import ENDINGS, make_file
from itadmin.services.exporting.records import Selection, all_fields
from itadmin.services.progress import Progress
from itadmin.services.safekeeping import write_file


def export(arguments: Namespace, context: Context) -> int:
    """Write a register's own records to a file; 1 when something did not fit in it."""
    register = known_register(arguments.register)
    out, ending = arguments.out, _ending(arguments.out)
    with reading_for(arguments, context) as reading:
        ids = reading.keys(register.name)
        selection = Selection(register, ids, all_fields(register))
        written = make_file(reading, selection, ending, Progress())
    write_file(out, written.content)
    number = "1 post" if len(ids) == 1 else f"{len(ids)} poster"
    context.output.line(f"{number} är sparade i {out}.")
    for remark in written.remarks:
        context.output.remark(remark)
    return 1 if written.remarks else 0


def _ending(out: Path) -> str:
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{shown(out.name)} kan inte skrivas. Ge filen någon av ändelserna {', '.join(ENDINGS)}.")
    return ending
