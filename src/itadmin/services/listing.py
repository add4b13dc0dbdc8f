"""A list that answers at once: its first records in the right order, and the rest piece by piece.

What a piece costs is bounded, so that whoever shows the list may take as many as there is time for. The records are
those that `Reading.keys` gives for the same query (tested), by their places in the file.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from itadmin.domain.columns import OWNER, column_field
from itadmin.domain.fields import Computed, Held, LongText
from itadmin.domain.filter_tests import holds, require
from itadmin.domain.filters import Condition
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.services.known_orders import Scope
from itadmin.services.marks import Hits, Marks, Places
from itadmin.services.orders import WHOLE_RECORD, Orders, way, whole
from itadmin.services.ranking import NONE, Order, Pieces
from itadmin.services.walk import Walk
from itadmin.storage import list_slices
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_filters import scope, tests
from itadmin.storage.list_order import can_order, is_by_name
from itadmin.storage.reads import ListQuery, Piece
from itadmin.storage.search import expression_of, is_soon_told, match_expression

_FIRST_LOOK = 3000
"""So many records are asked in the order of the list before all are in the order of the file, which is faster."""
_ASKED_AT_ONCE = 500
_MATCHED_AT_ONCE = 4000
_FIRST_HITS = 2000
_HITS_AT_ONCE = 40_000
_OFTEN = 2
"""When one in so many records is hit, a page of hits is soon found along the list."""
_TOLD_AT_ONCE = 64
_SOON_TOLD = 192
_FEW = 20_000
"""So many records are asked one by one; of more it is asked of all there are."""
_WHOLE_RECORDS_AT_ONCE = 32
_PAGE = 64


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
        of = (query.deleted, query.all_owners, query.owner, query.proposals)
        self._scope = Scope(register, of, tuple(scope(register, query, owner)), day)
        known = {
            item: marks for item in query.conditions if (marks := orders.known.having(self._scope, item)) is not None
        }
        self._computed = tuple(item for item in computed if item not in known)
        by_words = bool(match_expression(query.words)) and not query.deleted
        asked = replace(
            self._query,
            words="" if by_words else query.words,
            conditions=tuple(item for item in self._query.conditions if item not in known),
        )
        with file.reading() as connection:
            self._tests = tests(connection, register, asked, day)
            self._expression = expression_of(connection, query.words) if by_words else ""
        self._asked = repr((dict(asked.where), asked.conditions, asked.findings, asked.words))
        answers = list(known.values())
        answered = orders.known.matched(self._scope, self._asked) if self._tests else None
        if answered is not None:
            answers.append(answered)
            self._tests = []
        self._known = _in_all(answers)
        field = column_field(register, query.sort or register.title_fields[0])
        if not isinstance(field, Computed) and not can_order(field):
            raise KeyError(query.sort)
        self.total: int | None = None
        self._pieces = self._run()

    def more(self) -> Piece | None:
        """The next piece; None when there is no more. `total` is the number of records without filter, when known."""
        return next(self._pieces, None)

    def warming(self, columns: Iterable[str]) -> Pieces:
        """Learn beforehand how records stand by these columns, and what large lists have in all fields, piece by piece.

        Lists that are sorted by them or have conditions answer at once then.
        """
        fields = self._register.fields
        names = yield from whole(self._orders.names(self._scope))
        self._orders.known.rank_names(self._scope)
        others = (name for name in columns if name not in (OWNER, self._register.title_fields[0]))
        shown = [name for name in others if can_order(fields[name])]
        yield from self._orders.learn(self._scope, filter(self._is_learnt, shown))
        for name in shown:
            yield from self._orders.by_field(self._scope, name, descending=False)
        if len(names) > _FIRST_LOOK:
            yield from self._orders.learn(self._scope, filter(self._is_learnt, fields))

    def _is_learnt(self, name: str) -> bool:
        """Whether what all records have in a field is worth learning beforehand: what is quickly read, and repeats."""
        field = self._register.fields[name]
        return can_order(field) and not isinstance(field, (Held, LongText))

    def _run(self) -> Pieces:
        if self._tests or self._expression or self._computed or self._known is not None:
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
        walk = Walk(self._ordered())
        found: Places | None = self._known
        if self._expression:
            found = yield from self._with_words(walk)
        few = None if found is None or walk.come else self._few(found)
        if few is not None:
            walk, found = Walk(iter([Piece(few, 0)])), None
        elif found is not None and self._expression and not self._tests:
            walk = yield from self._begun(walk, found)
        if self._tests and few is None and (found is None or len(found) > _FIRST_LOOK):
            yield from self._look(walk, found, self._that_pass, _ASKED_AT_ONCE, _FIRST_LOOK)
        rest = yield from walk.rest()
        if self._tests:
            yield from self._rest_that_passes(rest if found is None else found.of(rest))
            return
        for start in range(0, len(rest), _MATCHED_AT_ONCE):
            span = rest[start : start + _MATCHED_AT_ONCE]
            yield Piece(NONE, len(span))
            yield from self._as_computed(span if found is None else found.of(span))

    def _few(self, found: Places) -> Order | None:
        """All that is found in the order of the list, where that is soon told."""
        what, order = self._known_order()
        few = None if order is None else self._orders.known.few_of(self._scope, what, order, found)
        if few is not None and order is not None:
            self.total = len(order)
        return few

    def _begun(self, walk: Walk, found: Places) -> Generator[Piece, None, Walk]:
        """The first page of what words hit, where it is soon told, and the walk on: such names may stand far down."""
        what, order = self._known_order()
        if order is None or walk.come or len(found) * _OFTEN > len(order):
            return walk
        self.total = len(order)
        page, rest = self._orders.known.first_of(self._scope, what, order, found, _PAGE)
        yield from self._as_computed(page)
        return Walk(iter([Piece(rest, 0)]))

    def _known_order(self) -> tuple[str, Order | None]:
        """What the list's order is called, and that order when it is known."""
        known, descending = self._orders.known, self._query.descending
        if is_by_name(self._register, self._query):
            return "", None if descending else known.names(self._scope)
        what = way(self._query.sort, descending=descending)
        return what, known.order(self._scope, what)

    def _rest_that_passes(self, rest: Order) -> Pieces:
        """Those of the rest of the list of which is true what only the file can say."""
        if len(rest) > _FEW:
            yield from self._as_computed((yield from self._all_that_match()).of(rest))
            return
        for start in range(0, len(rest), _ASKED_AT_ONCE):
            span = self._that_pass(rest[start : start + _ASKED_AT_ONCE])
            yield Piece(NONE, _ASKED_AT_ONCE)
            yield from self._as_computed(span)

    def _look(self, walk: Walk, found: Places | None, ask: Callable[[Order], Order], at_once: int, most: int) -> Pieces:
        """The first page, if it is soon found along the list."""
        looked = passed = 0
        while passed < _PAGE and looked < most:
            span = yield from walk.span(at_once)
            if not span:
                break
            asked = ask(span if found is None else found.of(span))
            looked += len(span)
            passed += len(asked)
            yield Piece(NONE, len(span))
            yield from self._as_computed(asked)

    def _with_words(self, walk: Walk) -> Generator[Piece, None, Hits]:
        """The records in which all words are found, of those that may be listed."""
        hits = self._orders.known.hits(self._scope, self._expression)
        if hits is None:
            hits = yield from self._all_hits(walk)
        if self._known is None:
            return hits
        found = array("q")
        for start in range(0, len(hits), _MATCHED_AT_ONCE):
            span = hits.places[start : start + _MATCHED_AT_ONCE]
            found.extend(self._known.of(span))
            yield Piece(NONE, len(span) // 10)
        return Hits(found)

    def _all_hits(self, walk: Walk) -> Generator[Piece, None, Hits]:
        """The records in which all words are found; where nearly all are, the first page comes before that is known."""
        revision, found, last, more = self._file.revision, array("q"), 0, True
        while more:
            limit = _HITS_AT_ONCE if last else _FIRST_HITS
            with self._file.reading() as connection:
                hits = list_slices.hits(connection, self._register, self._expression, last, limit)
            more = len(hits) == limit
            found.extend(hits)
            yield Piece(NONE, len(hits) // 10)
            if more and not last and len(hits) * _OFTEN > hits[-1] and is_soon_told(self._expression):
                yield from self._look(walk, self._known, self._that_say_so, _TOLD_AT_ONCE, _SOON_TOLD)
            last = hits[-1] if hits else 0
        whole = Hits(found)
        self._orders.known.keep_hits(self._scope, self._expression, revision, whole)
        return whole

    def _that_say_so(self, places: Order) -> Order:
        """Those of a few records in which all words are found and of which the rest is true."""
        with self._file.reading() as connection:
            found = list_slices.among_found(connection, self._register, self._tests, self._expression, places)
        return array("q", filter(found.__contains__, places))

    def _that_pass(self, places: Order) -> Order:
        """Those of some records of which the rest is true."""
        with self._file.reading() as connection:
            found = list_slices.among(connection, self._register, self._tests, places)
        return array("q", filter(found.__contains__, places))

    def _all_that_match(self) -> Generator[Piece, None, Marks]:
        revision, marks = self._file.revision, Marks()
        for first, last in self._orders.spans(self._scope, _MATCHED_AT_ONCE):
            with self._file.reading() as connection:
                marks.add(list_slices.between(connection, self._register, self._tests, first, last))
            yield Piece(NONE, last - first + 1)
        self._orders.known.keep_matched(self._scope, self._asked, revision, marks)
        return marks

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


def _in_all(marks: Sequence[Marks]) -> Marks | None:
    """What is marked in all; None without any."""
    whole: Marks | None = None
    for each in marks:
        whole = each.both(whole)
    return whole
