"""`show`: one record, or its history, for a reader or as JSON for another program."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from itadmin.cli.context import Context
from itadmin.cli.names import known_register
from itadmin.cli.reading import reading_for
from itadmin.domain.fields import Field, Reference, References, Rows
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.domain.text import clean_line, clean_text
from itadmin.services.display import field_text, plain_text
from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.reading import Entry, Read, Reading

_LABEL_WIDTH = 30


def show_record(arguments: Namespace, context: Context) -> int:
    """Show a record, also one in the bin, or every change of it."""
    register = known_register(arguments.register)
    with reading_for(arguments, context) as reading:
        read = reading.one(register.name, reading.named(register.name, arguments.record))
        entries = reading.history(read.record.id) if arguments.history else []
        form = ExchangeForm(reading)
        as_text = arguments.format == "text" or (arguments.format is None and context.output.for_reader)
        if not as_text and arguments.history:
            context.output.json([form.entry(register, entry) for entry in entries])
        elif not as_text:
            context.output.json(form.record(register, read))
        else:
            told = _history(reading, register, entries) if arguments.history else _told(register, read, form)
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
        text = plain_text(field, plain_value(field, getattr(read.record, name)), {}) if rows else ""
        yield from _line(field.label, text or field_text(register, read, name))


def _line(label: str, text: str) -> Iterator[str]:
    lines = clean_text(text).splitlines()
    for number, line in enumerate(lines):
        yield f"  {'' if number else label:<{_LABEL_WIDTH}}{line}"


def _history(reading: Reading, register: Register, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"{_local(entry.step.at)}  {clean_line(entry.step.who)}  {clean_line(entry.step.title)}"
        before, after = entry.change.before or {}, entry.change.after or {}
        for name, field in register.fields.items():
            old, new = (_told_value(reading, field, values.get(name)) for values in (before, after))
            if old != new:
                yield f"  {field.label}: {old or '–'} → {new or '–'}"


def _told_value(reading: Reading, field: Field, value: Any) -> str:
    labels: dict[UUID, str] = {}
    if isinstance(field, (Reference, References)) and value:
        ids = [UUID(item) for item in ([value] if isinstance(value, str) else value)]
        labels = {item: reading.label(field.to, item) for item in ids}
    return clean_line(plain_text(field, value, labels))


def _local(at: str) -> str:
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
