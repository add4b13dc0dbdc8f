"""What all records have in a field, kept small: for each place in the file the number of a value. Knows no file."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from itadmin.domain.filter_tests import holds
from itadmin.domain.filters import Condition
from itadmin.services.marks import Marks

_IN_A_BYTE = 256

Numbers: TypeAlias = "bytearray | array[int]"


@dataclass(slots=True)
class Column:
    """The values there are, and for each place the number of the one it has; number 0 is no value at all."""

    values: list[Any]
    numbers: Numbers

    def having(self, condition: Condition) -> Marks:
        """The places of whose value a condition holds. May not be asked of more than 65,536 different values."""
        held = bytes(holds(condition, value) for value in self.values)
        if isinstance(self.numbers, bytearray):
            return Marks(self.numbers.translate(held.ljust(_IN_A_BYTE, b"\0")))
        return Marks(_held_of(self.numbers, held))

    def put(self, place: int, value: Any) -> None:
        """Let a place have this value from now on."""
        if value not in self.values:
            self.values.append(value)
        number = self.values.index(value)
        if number >= _IN_A_BYTE and isinstance(self.numbers, bytearray):
            self.numbers = array("H", iter(self.numbers))
        if place >= len(self.numbers):
            self.numbers.extend([0] * (place + 1 - len(self.numbers)))
        self.numbers[place] = number


def _held_of(numbers: array[int], held: bytes) -> bytes:
    """A one for each number that is held: byte by byte, which is many times faster than number by number."""
    low, high = _plane(numbers, 0), _plane(numbers, 1)
    found = 0
    for page in range(-(-len(held) // _IN_A_BYTE)):
        of_page = held[page * _IN_A_BYTE :][:_IN_A_BYTE].ljust(_IN_A_BYTE, b"\0")
        there = bytes(number == page for number in range(_IN_A_BYTE))
        found |= _as_number(low.translate(of_page)) & _as_number(high.translate(there))
    return found.to_bytes(len(numbers), "little")


def _plane(numbers: array[int], place: int) -> bytes:
    """One byte of each number, the lowest first."""
    start = place if sys.byteorder == "little" else numbers.itemsize - 1 - place
    return numbers.tobytes()[start :: numbers.itemsize]


def _as_number(flags: bytes) -> int:
    return int.from_bytes(flags, "little")


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

    def add(self, places: Iterable[int], values: tuple[Any, ...]) -> None:
        """Put in what some places have."""
        found, numbers = self._found, self._numbers
        if self.given_up or values.count(None) == len(values):
            return
        for place, value in zip(places, values, strict=True):
            numbers[place] = found.setdefault(value, len(found))

    def made(self, plain: Callable[[Any], Any]) -> Column:
        """The column, its values turned into plain ones."""
        values = [None if value is None else plain(value) for value in self._found]
        in_a_byte = len(values) <= _IN_A_BYTE
        return Column(values, bytearray(_plane(self._numbers, 0)) if in_a_byte else self._numbers)
