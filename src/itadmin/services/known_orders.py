"""What is remembered of the lists of a register file: who stands in them, what has which value, orders, answers.

A few bytes for each record. The first two are brought up to date when a few records have changed, and what is made of
them is made anew; when the file has changed in other ways all is forgotten. Nothing is kept that was made meanwhile.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from itadmin.domain.fields import Held
from itadmin.domain.filters import Condition
from itadmin.domain.register import Register
from itadmin.services import following
from itadmin.services.columns import Column
from itadmin.services.marks import Hits, Marks, Places
from itadmin.services.ranking import NONE, Order
from itadmin.storage import journal
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_filters import Clause

_MOST_KEPT = 64
_MOST_ANSWERS = 16
_FEW = 20
"""One in so many records or fewer are sooner put in order than the order is gone along."""
MOST_VALUES = 2000
"""What records have in a field is remembered when there are no more values than so."""

_NO_RANKS: Order = array("i")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which records of a register an order is of, as `key` and as SQL, and the day that roles are held on."""

    register: Register
    key: tuple[object, ...]
    clauses: tuple[Clause, ...]
    day: date

    def place_of(self, what: str) -> tuple[object, ...]:
        """Where something that is made for this scope is kept."""
        return self.register.name, self.key, self.day, what


class KnownOrders:
    """What is known of one register file."""

    def __init__(self, file: RegisterFile) -> None:
        self._file = file
        self._revision, self._line = -1, 0
        self._names: dict[tuple[object, ...], tuple[Scope, Order]] = {}
        self._columns: dict[tuple[str, date], dict[str, Column | None]] = {}
        self._orders: dict[tuple[object, ...], Order] = {}
        self._ranks: dict[tuple[object, ...], tuple[Order, Order]] = {}
        self._matched: dict[tuple[object, ...], Marks] = {}
        self._hits: tuple[tuple[object, ...], Hits] | None = None

    def having(self, scope: Scope, condition: Condition) -> Marks | None:
        """The records of which a condition holds, where it is known what all have in its field; else None."""
        column = self.column(scope, condition.field)
        is_held = isinstance(scope.register.fields[condition.field], Held)
        if column is None or (is_held and condition.test not in ("empty", "filled")):
            return None
        asked = repr(condition)
        marks = self.matched(scope, asked)
        if marks is None:
            marks = column.having(condition)
            self.keep_matched(scope, asked, self._revision, marks)
        return marks

    def column(self, scope: Scope, name: str) -> Column | None:
        """What all records have in a field; None when that is not known."""
        return self._of(scope).get(name)

    def has_tried(self, scope: Scope, name: str) -> bool:
        """Whether a column is known, or is known to have too many values."""
        return name in self._of(scope)

    def keep_column(self, scope: Scope, name: str, revision: int, column: Column | None) -> None:
        """Keep what records had in a field at a revision of the file, or that there are too many values: None."""
        columns = self._of(scope)
        if revision == self._revision:
            columns[name] = column

    def matched(self, scope: Scope, asked: str) -> Marks | None:
        """The records of which something was true when it was asked last; None when that is not known any more."""
        self._follow()
        return self._matched.get(scope.place_of(asked))

    def keep_matched(self, scope: Scope, asked: str, revision: int, marks: Marks) -> None:
        """Keep the answer to a question that was asked at a revision of the file."""
        self._follow()
        if revision == self._revision:
            if len(self._matched) >= _MOST_ANSWERS:
                del self._matched[next(iter(self._matched))]
            self._matched[scope.place_of(asked)] = marks

    def hits(self, scope: Scope, expression: str) -> Hits | None:
        """What was searched for last, if it was this: more letters of a word often find the same."""
        self._follow()
        return self._hits[1] if self._hits and self._hits[0] == scope.place_of(expression) else None

    def keep_hits(self, scope: Scope, expression: str, revision: int, hits: Hits) -> None:
        """Keep what an expression of the search found at a revision of the file."""
        self._follow()
        if revision == self._revision:
            self._hits = scope.place_of(expression), hits

    def names(self, scope: Scope) -> Order | None:
        """All records of a scope in the order of their names; None when that is not known."""
        self._follow()
        kept = self._names.get((scope.register.name, scope.key))
        return None if kept is None else kept[1]

    def keep_names(self, scope: Scope, revision: int, names: Order) -> None:
        """Keep the order of names, unless the file has changed while it was read."""
        self._follow()
        if revision == self._revision:
            self._names[scope.register.name, scope.key] = scope, names

    def order(self, scope: Scope, what: str) -> Order | None:
        """Another order that has been made; None when it is not known any more."""
        self._follow()
        return self._orders.get(scope.place_of(what))

    def keep_order(self, scope: Scope, what: str, revision: int, order: Order) -> None:
        """Keep an order, unless the file has changed while it was made."""
        self._follow()
        if revision == self._revision:
            if len(self._orders) >= _MOST_KEPT:
                del self._orders[next(iter(self._orders))]
            self._orders[scope.place_of(what)] = order

    def few_of(self, scope: Scope, what: str, order: Order, found: Places) -> Order | None:
        """What is found, put in an order that is known by the ranks in it; None when much is found."""
        if len(found) * _FEW > len(order):
            return None
        return _at(order, sorted(self._ranks_of(scope, what, order, found)))

    def first_of(self, scope: Scope, what: str, order: Order, found: Places, number: int) -> tuple[Order, Order]:
        """The first of what is found in an order that is known, and all that stands after them in that order."""
        standing = nsmallest(number, self._ranks_of(scope, what, order, found))
        return _at(order, standing), order[standing[-1] + 1 :] if standing else NONE

    def _ranks_of(self, scope: Scope, what: str, order: Order, found: Places) -> Iterator[int]:
        ranks = self._ranks_in(scope, what, order)
        return map(ranks.__getitem__, found.below(len(ranks)))

    def rank_names(self, scope: Scope) -> None:
        """Learn the ranks in the order of names beforehand, if that is known."""
        names = self.names(scope)
        if names is not None:
            self._ranks_in(scope, "", names)

    def _ranks_in(self, scope: Scope, what: str, order: Order) -> Order:
        """Where each place stands in an order that is known."""
        of, ranks = self._ranks.get(scope.place_of(what), (None, _NO_RANKS))
        if of is not order:
            ranks = _ranks(order)
            self._ranks[scope.place_of(what)] = order, ranks
        return ranks

    def _of(self, scope: Scope) -> dict[str, Column | None]:
        """What is known of the fields of a register on a day."""
        self._follow()
        return self._columns.setdefault((scope.register.name, scope.day), {})

    def _follow(self) -> None:
        """Bring what is known up to date when the file has changed."""
        if self._revision == self._file.revision:
            return
        self._orders.clear()
        self._matched.clear()
        self._hits = None
        with self._file.reading() as connection:  # so that nothing changes meanwhile
            knows = self._names or self._columns
            changes = following.few_changes(self._file, self._line) if knows else None
            if changes is None:
                self._names.clear()
                self._columns.clear()
                self._ranks.clear()
            else:
                for scope, names in list(following.names_after(self._file, changes, self._names.values())):
                    self._names[scope.register.name, scope.key] = scope, names
                following.renew(self._file, changes, self._columns)
            self._revision, self._line = self._file.revision, journal.last_line(connection)


def _at(order: Order, standing: Sequence[int]) -> Order:
    """What stands at some ranks, the lowest first; those after all do not stand there."""
    return array("q", map(order.__getitem__, standing[: bisect_left(standing, len(order))]))


def _ranks(order: Order) -> Order:
    """Where each place stands in an order; after all for those that do not."""
    ranks = array("i", [len(order)]) * (max(order, default=-1) + 1)
    for rank, place in enumerate(order):
        ranks[place] = rank
    return ranks
