"""`digest`: a hash of what the records of a file say."""

from __future__ import annotations

from argparse import Namespace

from itadmin.cli.context import Context
from itadmin.cli.names import known_profile
from itadmin.domain.registers import OWNERS
from itadmin.services.digest import digest
from itadmin.services.time_machine import reading_of


def show_digest(arguments: Namespace, context: Context) -> int:
    """Write the hash of all records, of one owner's, or of what a profile lets out."""
    with reading_of(arguments.file, context.around.today()) as reading:
        owner = reading.named(OWNERS.name, arguments.owner) if arguments.owner else None
        profile = known_profile(reading, arguments.profile) if arguments.profile is not None else None
        context.output.line(digest(reading, owner, profile))
    return 0
