"""The records of a register as sheets: one of the register, and one for each of its fields that holds rows.

Records are read some hundreds at a time as the sheets are written, so that a large register never stands in memory as a
whole. The record's id stands last, so that what comes back can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from itadmin.domain.columns import column_field
from itadmin.domain.fields import Rows
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.register import Register
from itadmin.services.display import plain_text
from itadmin.services.exchange_form import ExchangeForm
from itadmin.services.exporting.cells import cell_of, column_of, row_cells
from itadmin.services.exporting.sheet import Cell, Column, Row, Sheet
from itadmin.services.progress import Progress
from itadmin.services.reading import Read, Reading

_PORTION = 500
_OWNER = Column("Ägare")
_ID = Column("Id", fixed=True, quiet=True)


@dataclass(frozen=True)
class Selection:
    """What of a register is written: its records in their order, and the fields in theirs.

    `owners` adds whose each record is, for lists that hold more than one's own.
    """

    register: Register
    ids: Sequence[UUID]
    fields: tuple[str, ...]
    owners: bool = False


def all_fields(register: Register) -> tuple[str, ...]:
    """Every field of a register: the name, then in the order of the record's page, then those it does not show."""
    shown = (name for section in register.sections for name in section.fields)
    return tuple(dict.fromkeys((*register.title_fields[:1], *shown, *register.fields)))


def may_be_secret(register: Register, fields: Sequence[str]) -> list[str]:
    """The labels of the fields among these that stay in the register file because secrecy may cover them."""
    kept = (column_field(register, name) for name in fields if name != register.proposal)
    return [field.label for field in kept if field.exposure.share == "lokal"]


class RecordSheets:
    """The sheets of a selection, read from one `Reading`; made for being written once."""

    def __init__(self, reading: Reading, selection: Selection, progress: Progress) -> None:
        self._reading = reading
        self._register = selection.register
        self._selection = selection
        self._progress = progress
        self._form = ExchangeForm(reading)
        rows = {name: field for name, field in self._register.fields.items() if isinstance(field, Rows)}
        self._rows = {name: field for name, field in rows.items() if name in selection.fields}
        self._collected: dict[str, list[Row]] = {name: [] for name in self._rows}

    def apart(self) -> list[Sheet]:
        """The register's sheet without what is rows, and a sheet for each of those."""
        fields = tuple(name for name in self._selection.fields if name not in self._rows)
        main = Sheet(self._register.plural, self._columns(fields), self._records(fields))
        return [main, *(self._sheet_of_rows(name, field) for name, field in self._rows.items())]

    def together(self) -> Sheet:
        """One sheet where rows are text within their record's cell."""
        fields = self._selection.fields
        return Sheet(self._register.plural, self._columns(fields), self._records(fields))

    def reads(self) -> Iterator[Read]:
        """The records in their order. Raises CancelledError when the work is to stop."""
        ids = self._selection.ids
        self._progress.begin(len(ids))
        for first in range(0, len(ids), _PORTION):
            portion = ids[first : first + _PORTION]
            yield from self._reading.many(self._register.name, portion).values()
            self._progress.advance(len(portion))

    def _columns(self, fields: Sequence[str]) -> tuple[Column, ...]:
        columns = (replace(column_of(self._register.fields[name]), choices=(), help="") for name in fields)
        return (*columns, *((_OWNER,) if self._selection.owners else ()), _ID)

    def _records(self, fields: Sequence[str]) -> Iterator[Row]:
        for read in self.reads():
            for name in self._rows:
                self._collect(read, name)
            cells = (self._cell(read, name) for name in fields)
            owner = (self._form.owner(read.record.owner),) if self._selection.owners else ()
            yield (*cells, *owner, str(read.record.id))

    def _cell(self, read: Read, name: str) -> Cell:
        if name in self._rows:
            field = self._rows[name]
            return plain_text(field, plain_value(field, getattr(read.record, name)), {}, read.words)
        return cell_of(self._register, read, name)

    def _collect(self, read: Read, name: str) -> None:
        record_id = str(read.record.id)
        self._collected[name] += (
            (read.label, *row_cells(row, read.words), record_id) for row in getattr(read.record, name)
        )

    def _sheet_of_rows(self, name: str, field: Rows) -> Sheet:
        columns = (replace(column_of(item), choices=(), help="") for item in described_fields(field.row).values())
        heading = Column(self._register.singular.capitalize())
        return Sheet(field.label, (heading, *columns, _ID), self._collected[name])
