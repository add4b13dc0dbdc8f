"""The orders that lists stand in, made from the file or remembered.

An order is made in small pieces between which the window may do other things; whoever asks takes one piece at a time.
Records are named by their place in the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from itadmin.domain.columns import column_field
from itadmin.domain.fields import Computed, Field, Reference
from itadmin.domain.record import Record, plain_value
from itadmin.services.columns import Column, ColumnMaker
from itadmin.services.known_orders import MOST_VALUES, KnownOrders, Scope
from itadmin.services.ranking import NONE, Order, Pieces, Working, grouped, joined, plain_of, ranked, sort_key_of
from itadmin.storage import list_slices, wording
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_slices import Cursor
from itadmin.storage.reads import Piece
from itadmin.storage.records import RecordReader

_NAMES_AT_ONCE = 2000
_PLACES_AT_ONCE = 1000
_COLUMNS_AT_ONCE = 12
_WHOLE_RECORDS_AT_ONCE = 32
WHOLE_RECORD = 50
"""A whole record takes as long to read as so many places."""


class Orders:
    """The orders of one register file; `known` keeps those that have been made until it changes."""

    def __init__(self, file: RegisterFile) -> None:
        self._file = file
        self.known = KnownOrders(file)

    def names(self, scope: Scope) -> Pieces:
        """The records in name order."""
        kept = self.known.names(scope)
        if kept is not None:
            yield Piece(kept, 0)
            return
        revision, order = self._file.revision, array("q")
        cursor: Cursor | None = None
        more = True
        while more:
            with self._file.reading() as connection:
                places, cursor = list_slices.in_name_order(
                    connection, scope.register, scope.clauses, cursor, _NAMES_AT_ONCE
                )
            order.extend(places)
            more = cursor is not None
            yield Piece(array("q", places), len(places))
        self.known.keep_names(scope, revision, order)

    def spans(self, scope: Scope, number: int) -> Iterator[tuple[int, int]]:
        """All places of a register, in spans of so many: the first and the last of each."""
        with self._file.reading() as connection:
            last = list_slices.last_place(connection, scope.register)
        for first in range(1, last + 1, number):
            yield first, min(first + number - 1, last)

    def by_field(self, scope: Scope, name: str, *, descending: bool) -> Working:
        """The records by a field; equals stand in name order and those without a value last.

        Raises KeyError for a field that has no order.
        """
        kept = self.known.order(scope, way(name, descending=descending))
        if kept is not None:
            return kept
        revision = self._file.revision
        names = yield from whole(self.names(scope))
        column = yield from self._column(scope, name)
        groups: list[Order] = [array("q") for _ in column.values]
        yield from grouped(names, column.numbers, groups)
        of_values = ranked(names, groups[1:], self._keys(column_field(scope.register, name), column))
        up, down = joined([*of_values, groups[0]]), joined([*reversed(of_values), groups[0]])
        self.known.keep_order(scope, way(name, descending=False), revision, up)
        self.known.keep_order(scope, way(name, descending=True), revision, down)
        return down if descending else up

    def _keys(self, field: Field, column: Column) -> list[Any]:
        """What the values of a column are sorted by; of a role it is the same, the holder's key."""
        values = column.values[1:]
        with self._file.reading() as connection:
            if isinstance(field, Reference):
                keys = list_slices.sort_keys_of(connection, field, map(UUID, values))
                return [keys.get(UUID(value), "") for value in values]
            words = wording.words(connection)
        return [sort_key_of(field, value, words) for value in values]

    def learn(self, scope: Scope, names: Iterable[str]) -> Pieces:
        """Read what records have in stored fields, several at once, so that conditions on them are answered at once.

        Fields with too many values are left out.
        """
        unknown = [name for name in names if not self.known.has_tried(scope, name)]
        for start in range(0, len(unknown), _COLUMNS_AT_ONCE):
            yield from self._stored(scope, unknown[start : start + _COLUMNS_AT_ONCE], MOST_VALUES)

    def _column(self, scope: Scope, name: str) -> Generator[Piece, None, Column]:
        """What records have in a field, known or read now."""
        kept = self.known.column(scope, name)
        if kept is not None:
            return kept
        if isinstance(column_field(scope.register, name), Computed):
            return (yield from self._computed(scope, name))
        (column,) = yield from self._stored(scope, [name], None)
        return column

    def _stored(self, scope: Scope, names: Sequence[str], most: int | None) -> Generator[Piece, None, list[Column]]:
        """The columns of stored fields, without those that have more values than `most`."""
        revision, register = self._file.revision, scope.register
        spans = list(self.spans(scope, _PLACES_AT_ONCE))
        makers = {name: ColumnMaker(spans[-1][1] if spans else 0, most) for name in names}
        for first, last in spans:
            with self._file.reading() as connection:
                rows = list_slices.values_between(connection, register, makers, first, last, scope.day)
            numbers, *columns = zip(*rows, strict=True) if rows else ((), *([()] * len(names)))
            for maker, values in zip(makers.values(), columns, strict=True):
                maker.add(numbers, values)
            yield Piece(NONE, last - first + 1)
        made = []
        for name, maker in makers.items():
            column = None if maker.given_up else maker.made(partial(plain_of, column_field(register, name)))
            self._keep(scope, name, revision, column)
            made += [] if column is None else [column]
        return made

    def _keep(self, scope: Scope, name: str, revision: int, column: Column | None) -> None:
        is_small = column is not None and len(column.values) <= MOST_VALUES
        self.known.keep_column(scope, name, revision, column if is_small else None)

    def _computed(self, scope: Scope, name: str) -> Generator[Piece, None, Column]:
        revision, field = self._file.revision, scope.register.fields[name]
        spans = list(self.spans(scope, _WHOLE_RECORDS_AT_ONCE))
        maker = ColumnMaker(spans[-1][1] if spans else 0)
        for first, last in spans:
            records = self.records(scope, range(first, last + 1))
            maker.add(records, tuple(plain_value(field, getattr(record, name)) for record in records.values()))
            yield Piece(NONE, len(records) * WHOLE_RECORD)
        column = maker.made(lambda value: value)
        self._keep(scope, name, revision, column)
        return column

    def records(self, scope: Scope, places: Sequence[int]) -> dict[int, Record]:
        """Whole records with what is computed, by place."""
        with self._file.reading() as connection:
            ids = list_slices.ids_of(connection, scope.register, places)
            reads = RecordReader(connection, scope.day).read(scope.register, ids.values())
        return {place: reads[record_id].record for place, record_id in ids.items() if record_id in reads}


def whole(pieces: Pieces) -> Working:
    """All records of the pieces at once, in the end."""
    order = array("q")
    for piece in pieces:
        order.extend(piece.places)
        yield Piece(NONE, piece.looked_at)
    return order


def way(name: str, *, descending: bool) -> str:
    """What an order by a field, not the name, is known by."""
    return f"-{name}" if descending else f"+{name}"
