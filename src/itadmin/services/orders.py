"""The orders that lists stand in, kept in memory until the file changes: a few bytes for each record.

An order is made in small pieces between which the window may do other things; whoever asks takes one piece at a time.
Records are named by their place in the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from itadmin.domain.fields import Choice, Computed, Field, Held, LongText, Reference, Text, YesNo
from itadmin.domain.filter_tests import holds
from itadmin.domain.filters import Condition
from itadmin.domain.record import Record, plain_value
from itadmin.domain.register import Register
from itadmin.domain.text import swedish_key
from itadmin.domain.words import Words
from itadmin.storage import list_slices, wording
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_filters import Clause
from itadmin.storage.list_slices import Cursor
from itadmin.storage.reads import Piece
from itadmin.storage.records import RecordReader

Order: TypeAlias = "array[int]"

_NAMES_AT_ONCE = 2000
_VALUES_AT_ONCE = 2000
_GROUPED_AT_ONCE = 10_000
_WHOLE_RECORDS_AT_ONCE = 32
WHOLE_RECORD = 50
"""A whole record takes as long to read as so many places."""
_MOST_KEPT = 64
_MOST_ANSWERS = 4
_MOST_VALUES = 2000
"""The records that have each value of a field are remembered when there are no more values than so."""


Pieces: TypeAlias = Generator[Piece, None, None]
Working: TypeAlias = Generator[Piece, None, Order]
"""Pieces without records, and all of them in the end."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which records of a register an order is of, as `key` and as SQL, and the day that roles are held on."""

    register: Register
    key: tuple[bool, ...]
    clauses: tuple[Clause, ...]
    day: date


class Orders:
    """The orders of one register file; all are forgotten when it has changed."""

    def __init__(self, file: RegisterFile) -> None:
        self._file = file
        self._revision = file.revision
        self._kept: dict[tuple[object, ...], Order] = {}
        self._matched: dict[tuple[object, ...], set[int]] = {}
        self._groups: dict[tuple[object, ...], dict[Any, Order]] = {}

    def names(self, scope: Scope) -> Pieces:
        """The records in name order."""
        kept = self._find(scope, "")
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
        self._keep(scope, "", revision, order)

    def by_place(self, scope: Scope) -> Working:
        """The records as they lie in the file."""
        kept = self._find(scope, "#")
        if kept is not None:
            return kept
        revision = self._file.revision
        names = yield from whole(self.names(scope))
        order = array("q", sorted(names))
        self._keep(scope, "#", revision, order)
        return order

    def by_field(self, scope: Scope, name: str, *, descending: bool) -> Working:
        """The records by a field; equals stand in name order and those without a value last.

        Raises KeyError for a field that has no order.
        """
        kept = self._find(scope, _way(name, descending=descending))
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
        yield from _group(names, values, groups)
        ranked = _ranked(names, groups, keys)
        without = groups.get(None, array("q"))
        up, down = _joined([*ranked, without]), _joined([*reversed(ranked), without])
        self._keep(scope, _way(name, descending=False), revision, up)
        self._keep(scope, _way(name, descending=True), revision, down)
        if len(groups) <= _MOST_VALUES and revision == self._revision:
            self._groups[scope.register.name, scope.key, scope.day, name] = groups
        return down if descending else up

    def having(self, scope: Scope, condition: Condition) -> set[int] | None:
        """The records of which a condition holds, where the values of its field are known from an order; else None."""
        self._forget_what_has_changed()
        groups = self._groups.get((scope.register.name, scope.key, scope.day, condition.field))
        is_held = isinstance(scope.register.fields[condition.field], Held)
        if groups is None or (is_held and condition.test not in ("empty", "filled")):
            return None
        return set[int]().union(*(places for value, places in groups.items() if holds(condition, value)))

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
                plain.update((raw, _plain(field, raw)) for raw in new)
                sorts = list_slices.sort_keys_of(connection, field, new) if isinstance(field, Reference) else {}
            keys.update((plain[raw], sorts.get(raw) or sort_key_of(field, plain[raw], words)) for raw in new)
            values.update((place, plain[raw]) for place, raw in found)
            yield Piece(_NONE, len(span))

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
            yield Piece(_NONE, len(span) * WHOLE_RECORD)

    def records(self, scope: Scope, places: Order) -> dict[int, Record]:
        """Whole records with what is computed, by place."""
        with self._file.reading() as connection:
            ids = list_slices.ids_of(connection, scope.register, places)
            reads = RecordReader(connection, scope.day).read(scope.register, ids.values())
        return {place: reads[record_id].record for place, record_id in ids.items() if record_id in reads}

    def matched(self, scope: Scope, asked: str) -> set[int] | None:
        """The records of which something was true when it was asked last; None when that is not known any more."""
        self._forget_what_has_changed()
        return self._matched.get((scope.register.name, scope.key, scope.day, asked))

    def keep_matched(self, scope: Scope, asked: str, revision: int, places: set[int]) -> None:
        """Keep the answer to a question that was asked at a revision of the file."""
        self._forget_what_has_changed()
        if revision == self._revision:
            if len(self._matched) >= _MOST_ANSWERS:
                del self._matched[next(iter(self._matched))]
            self._matched[scope.register.name, scope.key, scope.day, asked] = places

    def _forget_what_has_changed(self) -> None:
        if self._revision != self._file.revision:
            self._kept.clear()
            self._matched.clear()
            self._groups.clear()
            self._revision = self._file.revision

    def _find(self, scope: Scope, what: str) -> Order | None:
        self._forget_what_has_changed()
        return self._kept.get((scope.register.name, scope.key, scope.day, what))

    def _keep(self, scope: Scope, what: str, revision: int, order: Order) -> None:
        """Keep an order, unless the file has changed while it was made."""
        if self._find(scope, what) is None and revision == self._revision:
            if len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[scope.register.name, scope.key, scope.day, what] = order


def whole(pieces: Pieces) -> Working:
    """All records of the pieces at once, in the end."""
    order = array("q")
    for piece in pieces:
        order.extend(piece.places)
        yield Piece(_NONE, piece.looked_at)
    return order


def sort_key_of(field: Field, value: Any, words: Words) -> Any:
    """What a value is sorted by: text in Swedish order, codes in the order of their list, all else as it is."""
    kind = field.kind if isinstance(field, Computed) else type(field)
    if isinstance(field, (Choice, Computed)) and field.values:
        codes = list(words.all_of(field.values))
        return codes.index(value) if value in codes else len(codes)
    return swedish_key(value) if kind in (Text, LongText) else value


def _way(name: str, *, descending: bool) -> str:
    return f"-{name}" if descending else f"+{name}"


def _plain(field: Field, raw: Any) -> Any:
    """A value as SQLite has it, in plain form."""
    if isinstance(field, Reference):
        return str(UUID(bytes=raw))
    return bool(raw) if isinstance(field, YesNo) else raw


def _group(names: Order, values: Mapping[int, Any], groups: dict[Any, Order]) -> Pieces:
    """Put the records of each value together, in name order; those without one under None."""
    for start in range(0, len(names), _GROUPED_AT_ONCE):
        for place in names[start : start + _GROUPED_AT_ONCE]:
            value = values.get(place)
            if value not in groups:
                groups[value] = array("q")
            groups[value].append(place)
        yield Piece(_NONE, _GROUPED_AT_ONCE // 10)


def _ranked(names: Order, groups: Mapping[Any, Order], keys: Mapping[Any, Any]) -> list[Order]:
    """The groups in the order of their keys; those with equal keys are one, in name order."""
    alike: dict[Any, list[Order]] = {}
    for value, places in groups.items():
        if value is not None:
            alike.setdefault(keys[value], []).append(places)
    return [same[0] if len(same) == 1 else _in_order(names, same) for _key, same in sorted(alike.items(), key=_first)]


def _first(item: tuple[Any, list[Order]]) -> Any:
    return item[0]


def _in_order(names: Order, orders: Iterable[Order]) -> Order:
    wanted = set[int]().union(*orders)
    return array("q", filter(wanted.__contains__, names))


def _joined(orders: Iterable[Order]) -> Order:
    joined = array("q")
    for order in orders:
        joined.extend(order)
    return joined


_NONE: Order = array("q")
