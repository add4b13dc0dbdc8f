"""A list that answers at once: its first records in the right order, and the rest piece by piece.

What a piece costs is bounded, so that whoever shows the list may take as many as there is time for. The records are
those that `Reading.keys` gives for the same query (tested), by their places in the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Generator, Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from itadmin.domain.fields import Computed
from itadmin.domain.filter_tests import holds, require
from itadmin.domain.filters import Condition
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.services.known_orders import Scope
from itadmin.services.orders import WHOLE_RECORD, Orders, whole
from itadmin.services.ranking import Pieces
from itadmin.storage import list_slices
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_filters import scope, tests
from itadmin.storage.list_order import can_order, is_by_name
from itadmin.storage.reads import ListQuery, Piece
from itadmin.storage.search import is_soon_told, match_expression

_FIRST_LOOK = 3000
"""So many records are looked at in the order of the list before all are in the order of the file, which is faster."""
_LOOKED_AT_ONCE = 500
_MATCHED_AT_ONCE = 4000
_FIRST_HITS = 12_000
_HITS_AT_ONCE = 20_000
_NARROWED_AT_ONCE = 2000
_SOON_TOLD = 128
_FEW = 20_000
"""Of so many hits it is asked one by one what else is true of them; of more, it is asked of all records."""
_WHOLE_RECORDS_AT_ONCE = 32
_PAGE = 64

_NOTHING = array("q")


def divided(register: Register, query: ListQuery) -> tuple[ListQuery, tuple[Condition, ...]]:
    """A query as far as the storage can answer it, and what must hold of computed fields beside.

    Raises KeyError for a field that the register does not have, ValueError for a condition that cannot be asked.
    """
    for condition in query.conditions:
        require(register.fields[condition.field], condition)
    computed = register.computed
    where = {name: values for name, values in query.where.items() if name not in computed}
    stored = tuple(condition for condition in query.conditions if condition.field not in computed)
    beside = [Condition(name, "one_of", tuple(values)) for name, values in query.where.items() if name in computed]
    beside += [condition for condition in query.conditions if condition.field in computed]
    return replace(query, where=where, conditions=stored), tuple(beside)


class Listing:
    """The records of a list, from the first one on.

    Raises KeyError for a field or finding that is unknown or has no order, ValueError for a condition that cannot be
    asked.
    """

    def __init__(
        self, file: RegisterFile, orders: Orders, register: Register, query: ListQuery, owner: UUID, day: date
    ) -> None:
        self._file = file
        self._orders = orders
        self._register = register
        self._query, computed = divided(register, query)
        of = (query.deleted, query.all_owners, query.proposals)
        self._scope = Scope(register, of, tuple(scope(register, query, owner)), day)
        self._by_words = bool(match_expression(query.words)) and not query.deleted
        known = {
            item: places for item in query.conditions if (places := orders.known.having(self._scope, item)) is not None
        }
        self._known = tuple(known.values())
        self._computed = tuple(item for item in computed if item not in known)
        asked = replace(
            self._query,
            words="" if self._by_words else query.words,
            conditions=tuple(item for item in self._query.conditions if item not in known),
        )
        with file.reading() as connection:
            self._tests = tests(connection, register, asked, day)
        field = register.fields[query.sort or register.title_fields[0]]
        if not isinstance(field, Computed) and not can_order(field):
            raise KeyError(query.sort)
        self._asked = repr((dict(asked.where), asked.conditions, asked.findings, asked.words))
        self._looked = 0
        self.total: int | None = None
        self._pieces = self._run()

    def more(self) -> Piece | None:
        """The next piece; None when there is no more. `total` is the number of records without filter, when known."""
        return next(self._pieces, None)

    def warming(self, columns: Iterable[str]) -> Pieces:
        """Make the orders by these columns beforehand, piece by piece, so that lists by them answer at once."""
        for name in columns:
            field = self._register.fields[name]
            if can_order(field) and name != self._register.title_fields[0]:
                yield from self._orders.by_field(self._scope, name, descending=False)

    def _run(self) -> Pieces:
        if self._tests or self._by_words or self._computed or self._known:
            return self._filtered()
        return self._ordered()

    def _ordered(self) -> Pieces:
        """All records of the scope in the order of the list."""
        names = self._orders.names(self._scope)
        number = 0
        if not is_by_name(self._register, self._query):
            order = yield from self._orders.by_field(self._scope, self._query.sort, descending=self._query.descending)
            number = len(order)
            yield Piece(order, 0)
        elif self._query.descending:
            order = yield from whole(names)
            number = len(order)
            yield Piece(order[::-1], 0)
        else:
            for piece in names:
                number += len(piece.places)
                yield piece
        self.total = number

    def _filtered(self) -> Pieces:
        source, order = self._ordered(), array("q")
        matched: Collection[int] | None = None
        if self._by_words:
            matched = yield from self._with_words(source, order)
        elif self._known:
            matched = yield from self._narrowed(self._known[0])
        elif self._orders.known.matched(self._scope, self._asked) is None:
            yield from self._first_look(source, order)
        for piece in source:
            order.extend(piece.places)
            yield Piece(_NOTHING, piece.looked_at)
        if matched is None:
            matched = (yield from self._all_that_match()) if self._looked < len(order) else ()
        yield from self._as_computed(array("q", filter(matched.__contains__, order[self._looked :])))

    def _first_look(self, source: Pieces, order: array[int]) -> Pieces:
        """The first records of the list, if they are soon found."""
        found = 0
        for piece in source:
            order.extend(piece.places)
            yield Piece(_NOTHING, piece.looked_at)
            while self._looked < min(len(order), _FIRST_LOOK) and found < _PAGE:
                span = order[self._looked : self._looked + _LOOKED_AT_ONCE]
                matched = self._among(span)
                self._looked += len(span)
                found += len(matched)
                yield Piece(_NOTHING, len(span))
                yield from self._as_computed(array("q", filter(matched.__contains__, span)))
            if found >= _PAGE or self._looked >= _FIRST_LOOK:
                break

    def _with_words(self, source: Pieces, order: array[int]) -> Generator[Piece, None, set[int]]:
        """The records in which all words are found and of which the rest is true.

        Where very many are hit by the first letters of a word, the first page comes before they are counted.
        """
        matched: set[int] = set()
        last, more = 0, True
        while more:
            with self._file.reading() as connection:
                limit = _HITS_AT_ONCE if last else _FIRST_HITS
                hits = list_slices.hits(connection, self._register, self._query.words, last, limit)
            more = len(hits) == limit
            matched.update(hits)
            yield Piece(_NOTHING, len(hits) // 10)
            if more and not last and is_soon_told(self._query.words):
                yield from self._soon_told(source, order)
            last = hits[-1] if hits else 0
        return (yield from self._narrowed(matched))

    def _narrowed(self, places: set[int]) -> Generator[Piece, None, set[int]]:
        """Those of some records of which all the rest is true."""
        for known in self._known:
            places = places & known
            yield Piece(_NOTHING, len(known) // 20)
        if self._tests:
            places = places & (yield from self._that_match(places))
        return places

    def _soon_told(self, source: Pieces, order: array[int]) -> Pieces:
        for piece in source:
            order.extend(piece.places)
            yield Piece(_NOTHING, piece.looked_at)
            if order:
                break
        span = order[:_SOON_TOLD]
        with self._file.reading() as connection:
            matched = list_slices.among_with_words(connection, self._register, self._tests, self._query.words, span)
        matched = matched.intersection(*self._known)
        self._looked = len(span)
        yield from self._as_computed(array("q", filter(matched.__contains__, span)))

    def _that_match(self, places: set[int]) -> Generator[Piece, None, set[int]]:
        """Those of some records of which all that is asked beside the words is true."""
        if len(places) > _FEW or self._orders.known.matched(self._scope, self._asked) is not None:
            return (yield from self._all_that_match())
        matched: set[int] = set()
        waiting = array("q", places)
        for start in range(0, len(waiting), _NARROWED_AT_ONCE):
            span = waiting[start : start + _NARROWED_AT_ONCE]
            matched |= self._among(span)
            yield Piece(_NOTHING, len(span))
        return matched

    def _all_that_match(self) -> Generator[Piece, None, set[int]]:
        kept = self._orders.known.matched(self._scope, self._asked)
        if kept is not None:
            return kept
        revision = self._file.revision
        places = yield from self._orders.by_place(self._scope)
        matched: set[int] = set()
        for start in range(0, len(places), _MATCHED_AT_ONCE):
            span = places[start : start + _MATCHED_AT_ONCE]
            with self._file.reading() as connection:
                matched.update(list_slices.between(connection, self._register, self._tests, span[0], span[-1]))
            yield Piece(_NOTHING, len(span))
        self._orders.known.keep_matched(self._scope, self._asked, revision, matched)
        return matched

    def _among(self, places: array[int]) -> set[int]:
        with self._file.reading() as connection:
            return list_slices.among(connection, self._register, self._tests, places)

    def _as_computed(self, places: array[int]) -> Pieces:
        """Those of the records of whose computed fields the conditions hold."""
        if not self._computed:
            yield Piece(places, 0)
            return
        for start in range(0, len(places), _WHOLE_RECORDS_AT_ONCE):
            records = self._orders.records(self._scope, places[start : start + _WHOLE_RECORDS_AT_ONCE])
            held = array("q", (place for place, record in records.items() if self._holds(record)))
            yield Piece(held, len(records) * WHOLE_RECORD)

    def _holds(self, record: object) -> bool:
        fields = self._register.computed
        return all(holds(item, plain_value(fields[item.field], getattr(record, item.field))) for item in self._computed)
