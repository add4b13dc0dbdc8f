"""Opening a register to read for commands that take `--on` and `--as-of`."""

from __future__ import annotations

from argparse import Namespace
from contextlib import AbstractContextManager
from datetime import date

from itadmin.cli.context import Context
from itadmin.services.reading import Reading
from itadmin.services.time_machine import reading_of


def reading_for(arguments: Namespace, context: Context) -> AbstractContextManager[Reading]:
    """The file of a command as it asks to read it: a private copy, on its day.

    Without `--on` the day is today, or the day of `--as-of` when that is past.
    """
    as_of: date | None = arguments.as_of
    today = context.around.today()
    usual = min(today, as_of) if as_of else today
    return reading_of(arguments.file, arguments.on or usual, as_of)
