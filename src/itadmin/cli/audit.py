"""`audit-pack`: what an auditor asks of a register, in one file. Loads what makes papers."""

from __future__ import annotations

from argparse import Namespace

from itadmin.cli.context import Context
from itadmin.cli.usage import UsageError, shown
from itadmin.documents.making import make_audit_pack
from itadmin.services.audit_pack import ENDING
from itadmin.services.progress import Progress
from itadmin.services.safekeeping import write_file
from itadmin.services.time_machine import reading_of


def audit_pack(arguments: Namespace, context: Context) -> int:
    """Write the pack; 1 when something did not fit in its tables."""
    out = arguments.out
    if out.suffix.lower() != ENDING:
        raise UsageError(f"{shown(out.name)} kan inte skrivas. Ge filen ändelsen {ENDING}.")
    with reading_of(arguments.file, arguments.on or context.around.today()) as reading:
        made = make_audit_pack(reading, Progress())
    write_file(out, made.content)
    context.output.line(f"Revisionspaketet är sparat i {out}.")
    for remark in made.remarks:
        context.output.remark(remark)
    return 1 if made.remarks else 0
