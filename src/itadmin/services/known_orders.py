"""What is remembered of lists until the file changes: orders, what had which value, what was asked last.

A few bytes for each record. Nothing is kept that was made while the file changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from itadmin.domain.fields import Held
from itadmin.domain.filter_tests import holds
from itadmin.domain.filters import Condition
from itadmin.domain.register import Register
from itadmin.services.ranking import Order
from itadmin.storage.engine import RegisterFile
from itadmin.storage.list_filters import Clause

_MOST_KEPT = 64
_MOST_ANSWERS = 4
_MOST_VALUES = 2000
"""The records that have each value of a field are remembered when there are no more values than so."""


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
        self._matched: dict[tuple[object, ...], set[int]] = {}
        self._groups: dict[tuple[object, ...], dict[Any, Order]] = {}

    def having(self, scope: Scope, condition: Condition) -> set[int] | None:
        """The records of which a condition holds, where the values of its field are known from an order; else None."""
        self._forget_what_has_changed()
        groups = self._groups.get((scope.register.name, scope.key, scope.day, condition.field))
        is_held = isinstance(scope.register.fields[condition.field], Held)
        if groups is None or (is_held and condition.test not in ("empty", "filled")):
            return None
        return set[int]().union(*(places for value, places in groups.items() if holds(condition, value)))

    def keep_groups(self, scope: Scope, name: str, revision: int, groups: dict[Any, Order]) -> None:
        """Keep which records have which value of a field, as it was at a revision of the file."""
        self._forget_what_has_changed()
        if len(groups) <= _MOST_VALUES and revision == self._revision:
            self._groups[scope.register.name, scope.key, scope.day, name] = groups

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
            self._orders.clear()
            self._matched.clear()
            self._groups.clear()
            self._revision = self._file.revision

    def order(self, scope: Scope, what: str) -> Order | None:
        """An order that has been made; None when it is not known any more."""
        self._forget_what_has_changed()
        return self._orders.get((scope.register.name, scope.key, scope.day, what))

    def keep_order(self, scope: Scope, what: str, revision: int, order: Order) -> None:
        """Keep an order, unless the file has changed while it was made."""
        if self.order(scope, what) is None and revision == self._revision:
            if len(self._orders) >= _MOST_KEPT:
                del self._orders[next(iter(self._orders))]
            self._orders[scope.register.name, scope.key, scope.day, what] = order
