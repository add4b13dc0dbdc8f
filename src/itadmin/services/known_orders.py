"""What is remembered of lists until the file changes: orders, what has which value, what was asked last.

A few bytes for each record. Nothing is kept that was made while the file changed.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date

from itadmin.domain.fields import Held
from itadmin.domain.filters import Condition
from itadmin.domain.register import Register
from itadmin.services.columns import Column
from itadmin.services.marks import Marks
from itadmin.services.ranking import Order
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_filters import Clause

_MOST_KEPT = 64
_MOST_ANSWERS = 16
_FEW = 6
"""One in so many records or fewer are sooner put in order than the order is gone along."""
MOST_VALUES = 2000
"""What records have in a field is remembered when there are no more values than so."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which records of a register an order is of, as `key` and as SQL, and the day that roles are held on."""

    register: Register
    key: tuple[bool, ...]
    clauses: tuple[Clause, ...]
    day: date


class KnownOrders:
    """What is known of one register file; all is forgotten when it has changed."""

    def __init__(self, file: RegisterFile) -> None:
        self._file = file
        self._revision = file.revision
        self._orders: dict[tuple[object, ...], Order] = {}
        self._matched: dict[tuple[object, ...], Marks] = {}
        self._columns: dict[tuple[object, ...], Column] = {}
        self._ranks: dict[tuple[object, ...], Order] = {}

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
        """What records have in a field; None when that is not known any more."""
        self._forget_what_has_changed()
        return self._columns.get((scope.register.name, scope.key, scope.day, name))

    def keep_column(self, scope: Scope, name: str, revision: int, column: Column) -> None:
        """Keep what records had in a field at a revision of the file, unless there are too many values."""
        self._forget_what_has_changed()
        if len(column.values) <= MOST_VALUES and revision == self._revision:
            self._columns[scope.register.name, scope.key, scope.day, name] = column

    def matched(self, scope: Scope, asked: str) -> Marks | None:
        """The records of which something was true when it was asked last; None when that is not known any more."""
        self._forget_what_has_changed()
        return self._matched.get((scope.register.name, scope.key, scope.day, asked))

    def keep_matched(self, scope: Scope, asked: str, revision: int, marks: Marks) -> None:
        """Keep the answer to a question that was asked at a revision of the file."""
        self._forget_what_has_changed()
        if revision == self._revision:
            if len(self._matched) >= _MOST_ANSWERS:
                del self._matched[next(iter(self._matched))]
            self._matched[scope.register.name, scope.key, scope.day, asked] = marks

    def _forget_what_has_changed(self) -> None:
        if self._revision != self._file.revision:
            self._orders.clear()
            self._matched.clear()
            self._columns.clear()
            self._ranks.clear()
            self._revision = self._file.revision

    def order(self, scope: Scope, what: str) -> Order | None:
        """An order that has been made; None when it is not known any more."""
        self._forget_what_has_changed()
        return self._orders.get((scope.register.name, scope.key, scope.day, what))

    def few_of(self, scope: Scope, what: str, order: Order, marks: Marks) -> Order | None:
        """What is marked, put in an order that is known by their ranks in it; None when many are marked."""
        if marks.number() * _FEW > len(order):
            return None
        key = (scope.register.name, scope.key, scope.day, what)
        ranks = self._ranks.get(key)
        if ranks is None:
            ranks = self._ranks[key] = _ranks(order)
        found = sorted(ranks[place] for place in marks.places() if place < len(ranks))
        return array("q", (order[rank] for rank in found if rank >= 0))

    def keep_order(self, scope: Scope, what: str, revision: int, order: Order) -> None:
        """Keep an order, unless the file has changed while it was made."""
        if self.order(scope, what) is None and revision == self._revision:
            if len(self._orders) >= _MOST_KEPT:
                del self._orders[next(iter(self._orders))]
            self._orders[scope.register.name, scope.key, scope.day, what] = order


def _ranks(order: Order) -> Order:
    """Where each place stands in an order; -1 for those that do not."""
    ranks = array("i", [-1]) * (max(order, default=-1) + 1)
    for rank, place in enumerate(order):
        ranks[place] = rank
    return ranks
