"""`list`: the records of a register as a table, CSV or JSON."""

from __future__ import annotations

from argparse import Namespace

from itadmin.cli.context import Context
from itadmin.cli.filters import select
from itadmin.cli.names import known_register
from itadmin.cli.output import Output
from itadmin.cli.reading import reading_for
from itadmin.domain.register import Register
from itadmin.services.display import field_text
from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.reading import Read, Reading


def list_records(arguments: Namespace, context: Context) -> int:
    """List a register's own records, in Swedish order of their name."""
    register = known_register(arguments.register)
    with reading_for(arguments, context) as reading:
        reads = select(reading, register, arguments.where, all_owners=arguments.all_owners)
        if arguments.format in (None, "table"):
            _table(context.output, register, reads)
        else:
            _objects(context.output, register, reads, reading, arguments.format)
    return 0


def _table(output: Output, register: Register, reads: list[Read]) -> None:
    headings = [register.fields[name].label for name in register.columns]
    rows = ([*(field_text(register, read, name) for name in register.columns), str(read.record.id)] for read in reads)
    output.table([*headings, "Id"], rows)


def _objects(output: Output, register: Register, reads: list[Read], reading: Reading, format_name: str) -> None:
    form = ExchangeForm(reading)
    objects = [form.record(register, read) for read in reads]
    if format_name == "json":
        output.json(objects)
    else:
        output.csv(objects, form.keys(register))
