"""`show`: one record, or its history, for a reader or as JSON for another program."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from uuid import UUID

from itadmin.cli.context import Context
from itadmin.cli.names import known_register
from itadmin.cli.reading import reading_for
from itadmin.domain.fields import Rows
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.domain.text import clean_line, clean_text
from itadmin.services.display import field_text, plain_text
from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.reading import Read, Reading
from itadmin.services.record_history import record_history

_LABEL_WIDTH = 30


def show_record(arguments: Namespace, context: Context) -> int:
    """Show a record, also one in the bin, or every change of it."""
    register = known_register(arguments.register)
    with reading_for(arguments, context) as reading:
        read = reading.one(register.name, reading.named(register.name, arguments.record))
        form = ExchangeForm(reading)
        as_text = arguments.format == "text" or (arguments.format is None and context.output.for_reader)
        if not as_text and arguments.history:
            context.output.json([form.entry(register, entry) for entry in reading.history(read.record.id)])
        elif not as_text:
            context.output.json(form.record(register, read))
        else:
            told = _history(reading, register, read.record.id) if arguments.history else _told(register, read, form)
            for line in (read.label, *told):
                context.output.line(line)
        if read.record.deleted:
            context.output.remark(f"{read.label} ligger i papperskorgen.")
    return 0


def _told(register: Register, read: Read, form: ExchangeForm) -> Iterator[str]:
    """The fields that have a value, in the order of the description."""
    yield from _line("Id", str(read.record.id))
    yield from _line("Ägare", form.owner(read.record.owner))
    for name, field in register.fields.items():
        rows = isinstance(field, Rows)
        text = plain_text(field, plain_value(field, getattr(read.record, name)), {}, read.words) if rows else ""
        yield from _line(field.label, text or field_text(register, read, name))


def _line(label: str, text: str) -> Iterator[str]:
    lines = clean_text(text).splitlines()
    for number, line in enumerate(lines):
        yield f"  {'' if number else label:<{_LABEL_WIDTH}}{line}"


def _history(reading: Reading, register: Register, record_id: UUID) -> Iterator[str]:
    """Each step that changed the record or who holds its roles, and under it what it did."""
    for event in record_history(reading, register, record_id):
        yield f"{event.step.at_here}  {clean_line(event.step.who)}  {clean_line(event.step.title)}"
        for field in event.told.fields:
            if field.lines:
                yield from (f"  {field.label}, {clean_line(line)}" for line in field.lines)
            else:
                old, new = clean_line(field.old), clean_line(field.new)
                yield f"  {field.label}: {old or '–'} → {new or '–'}"
