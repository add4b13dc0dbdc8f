"""`new`, `check`, `backup` and `restore`: register files as wholes."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from itadmin.cli.context import Context
from itadmin.domain.problems import KnownError
from itadmin.services import safekeeping
from itadmin.services.creation import NameNeededError, create


def new(arguments: Namespace, context: Context) -> int:
    """Make a register file for an organisation, with the usual systems as proposals if that is asked for."""
    try:
        made = create(arguments.file, arguments.organisation, arguments.name, context.around, starter=arguments.starter)
    except NameNeededError as error:
        raise KnownError(f"{error.sentence.removesuffix('.')} med --name.") from error
    with closing(made):
        context.output.line(f"Registret {arguments.file} är gjort.")
    return 0


def check(arguments: Namespace, context: Context) -> int:
    """Say whether a register file is whole; 1 and what is broken when it is not."""
    found = safekeeping.damage(arguments.file)
    if not found:
        context.output.line(f"Filen {arguments.file.name} är hel.")
        return 0
    context.output.line(f"Filen {arguments.file.name} är skadad. Återställ den senaste säkerhetskopian.")
    for fault in found:
        context.output.line(f"  Databasens egna ord: {fault}")
    return 1


def backup(arguments: Namespace, context: Context) -> int:
    """Take a verified backup and say where it lies."""
    taken = safekeeping.back_up(arguments.file, context.around, arguments.to)
    context.output.line(f"Säkerhetskopian ligger i {taken}.")
    return 0


def restore(arguments: Namespace, context: Context) -> int:
    """Put a backup in the register's place."""
    kept = safekeeping.restore(arguments.file, arguments.backup, context.around)
    context.output.line(f"Registret {arguments.file} är återställt från {arguments.backup}.")
    if kept:
        context.output.line(f"Filen som stod där ligger i {kept}.")
    return 0
