"""The orders that lists stand in, made from the file or remembered.

An order is made in small pieces between which the window may do other things; whoever asks takes one piece at a time.
Records are named by their place in the file.
"""

from __future__ import annotations

from array import array
from typing import Any

from itadmin.domain.fields import Computed, Field, Reference
from itadmin.domain.record import Record, plain_value
from itadmin.domain.words import Words
from itadmin.services.known_orders import KnownOrders, Scope
from itadmin.services.ranking import NONE, Order, Pieces, Working, grouped, joined, plain_of, ranked, sort_key_of
from itadmin.storage import list_slices, wording
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_slices import Cursor
from itadmin.storage.reads import Piece
from itadmin.storage.records import RecordReader

_NAMES_AT_ONCE = 2000
_VALUES_AT_ONCE = 2000
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
        kept = self.known.order(scope, "")
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
        self.known.keep_order(scope, "", revision, order)

    def by_place(self, scope: Scope) -> Working:
        """The records as they lie in the file."""
        kept = self.known.order(scope, "#")
        if kept is not None:
            return kept
        revision = self._file.revision
        names = yield from whole(self.names(scope))
        order = array("q", sorted(names))
        self.known.keep_order(scope, "#", revision, order)
        return order

    def by_field(self, scope: Scope, name: str, *, descending: bool) -> Working:
        """The records by a field; equals stand in name order and those without a value last.

        Raises KeyError for a field that has no order.
        """
        kept = self.known.order(scope, _way(name, descending=descending))
        if kept is not None:
            return kept
        revision, field = self._file.revision, scope.register.fields[name]
        names = yield from whole(self.names(scope))
        values: dict[int, Any] = {}
        keys: dict[Any, Any] = {}
        words = self._words()
        if isinstance(field, Computed):
            yield from self._computed_values(scope, name, field, names, values, keys, words)
        else:
            yield from self._stored_values(scope, name, field, values, keys, words)
        groups: dict[Any, Order] = {}
        yield from grouped(names, values, groups)
        of_values = ranked(names, groups, keys)
        without = groups.get(None, array("q"))
        up, down = joined([*of_values, without]), joined([*reversed(of_values), without])
        self.known.keep_order(scope, _way(name, descending=False), revision, up)
        self.known.keep_order(scope, _way(name, descending=True), revision, down)
        self.known.keep_groups(scope, name, revision, groups)
        return down if descending else up

    def _words(self) -> Words:
        with self._file.reading() as connection:
            return wording.words(connection)

    def _stored_values(
        self, scope: Scope, name: str, field: Field, values: dict[int, Any], keys: dict[Any, Any], words: Words
    ) -> Pieces:
        """What records have in a field, and what that is sorted by; of a role it is the same, the holder's key."""
        places = yield from self.by_place(scope)
        plain: dict[Any, Any] = {}
        for start in range(0, len(places), _VALUES_AT_ONCE):
            span = places[start : start + _VALUES_AT_ONCE]
            with self._file.reading() as connection:
                found = list_slices.values_between(connection, scope.register, name, span[0], span[-1], scope.day)
                new = {raw for _place, raw in found if raw not in plain}
                plain.update((raw, plain_of(field, raw)) for raw in new)
                sorts = list_slices.sort_keys_of(connection, field, new) if isinstance(field, Reference) else {}
            keys.update((plain[raw], sorts.get(raw) or sort_key_of(field, plain[raw], words)) for raw in new)
            values.update((place, plain[raw]) for place, raw in found)
            yield Piece(NONE, len(span))

    def _computed_values(
        self,
        scope: Scope,
        name: str,
        field: Computed,
        names: Order,
        values: dict[int, Any],
        keys: dict[Any, Any],
        words: Words,
    ) -> Pieces:
        for start in range(0, len(names), _WHOLE_RECORDS_AT_ONCE):
            span = names[start : start + _WHOLE_RECORDS_AT_ONCE]
            for place, record in self.records(scope, span).items():
                value = plain_value(field, getattr(record, name))
                if value is not None:
                    values[place] = value
                    keys[value] = sort_key_of(field, value, words)
            yield Piece(NONE, len(span) * WHOLE_RECORD)

    def records(self, scope: Scope, places: Order) -> dict[int, Record]:
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


def _way(name: str, *, descending: bool) -> str:
    return f"-{name}" if descending else f"+{name}"
