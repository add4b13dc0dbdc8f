"""What all records have in a field, kept small: for each place in the file the number of a value. Knows no file."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from itadmin.domain.filter_tests import holds
from itadmin.domain.filters import Condition
from itadmin.services.marks import Marks

_IN_A_BYTE = 256


@dataclass(frozen=True, slots=True)
class Column:
    """The values there are, and for each place the number of the one it has; number 0 is no value at all."""

    values: Sequence[Any]
    numbers: Sequence[int]

    def having(self, condition: Condition) -> Marks:
        """The places of whose value a condition holds."""
        held = bytes(holds(condition, value) for value in self.values)
        if isinstance(self.numbers, bytes):
            return Marks(self.numbers.translate(held.ljust(_IN_A_BYTE, b"\0")))
        return Marks(bytes(map(held.__getitem__, self.numbers)))


class ColumnMaker:
    """A column that is made piece by piece; one with more values than `most`, some thousands, is given up."""

    def __init__(self, last_place: int, most: int | None = None) -> None:
        self._most = most
        self._found: dict[Any, int] = {None: 0}
        kind = "I" if most is None else "H"
        self._numbers = array(kind, bytes(array(kind).itemsize * (last_place + 1)))

    @property
    def given_up(self) -> bool:
        """Whether there are too many values."""
        return self._most is not None and len(self._found) > self._most

    def add(self, places: Iterable[int], values: Iterable[Any]) -> list[Any]:
        """Put in what some places have; returns the values that were not seen before."""
        found, numbers, before = self._found, self._numbers, len(self._found)
        if not self.given_up:
            for place, value in zip(places, values, strict=True):
                numbers[place] = found.setdefault(value, len(found))
        return list(found)[before:] if len(found) > before else []

    def made(self, plain: Callable[[Any], Any]) -> Column:
        """The column, its values turned into plain ones."""
        values = [None if value is None else plain(value) for value in self._found]
        return Column(values, bytes(iter(self._numbers)) if len(values) <= _IN_A_BYTE else self._numbers)
