"""What has changed as a table in a file: one row for each field of each record."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from itadmin.services.change_words import ToldField
from itadmin.services.changes_between import ChangesBetween, Line
from itadmin.services.exporting.separated import write_separated
from itadmin.services.exporting.sheet import Column, Row, Sheet, Written
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading

ENDINGS = (".xlsx", ".csv")
_WORKBOOK = "itadmin.services.exporting.workbook"
_PORTION = 500
_COLUMNS = (
    Column("Slag"),
    Column("Post"),
    Column("Vad"),
    Column("Fält"),
    Column("Före", "long_text"),
    Column("Efter", "long_text"),
    Column("Senast ändrad"),
    Column("Av"),
    Column("Antal ändringar", "whole"),
)


def changes_file(reading: Reading, changes: ChangesBetween, ending: str, title: str, progress: Progress) -> Written:
    """The changes as a file of the kind that `ending` says, one of `ENDINGS`. Raises CancelledError."""
    sheet = Sheet("Ändringar", _COLUMNS, _rows(changes, progress), above=(title,) if ending == ENDINGS[0] else ())
    if ending == ENDINGS[0]:
        written: Written = import_module(_WORKBOOK).write_workbook([sheet], title, reading.day)
        return written
    return write_separated(sheet)


def _rows(changes: ChangesBetween, progress: Progress) -> Iterator[Row]:
    progress.begin(len(changes))
    for start in range(0, len(changes), _PORTION):
        for line in changes.lines(start, _PORTION):
            yield from _of_record(line)
            progress.advance()


def _of_record(line: Line) -> Iterator[Row]:
    told, last = line.told, line.last
    head = (told.register.singular.capitalize(), told.label, told.deed.word.capitalize())
    tail = (last.at_here if last else "", last.who if last else "", line.times)
    for field in told.fields or (ToldField("", "", "", ""),):
        yield (*head, field.label, field.old, field.new, *tail)
