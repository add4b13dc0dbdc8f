"""Which records something is true of: those places themselves, or a byte for each place in the file. Knows no file.

A byte, because a hundred thousand of them are combined in no time and are next to nothing for the garbage collector.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Protocol

_MARKED = re.compile(b"\x01")


class Places(Protocol):
    """Places, asked for in one of two ways."""

    def __len__(self) -> int:
        """How many there are."""

    def of(self, places: Sequence[int]) -> array[int]:
        """Those of some places that are among these, in their order."""

    def below(self, end: int) -> Iterable[int]:
        """All that are lower than `end`."""


class Hits:
    """Places in a row, the lowest first."""

    def __init__(self, places: array[int]) -> None:
        self.places = places
        self._wanted: set[int] = set()

    def __len__(self) -> int:
        """How many there are."""
        return len(self.places)

    def of(self, places: Sequence[int]) -> array[int]:
        """Those of some places that are hit, in their order."""
        self._wanted = self._wanted or set(self.places)
        return array("q", filter(self._wanted.__contains__, places))

    def below(self, end: int) -> Iterable[int]:
        """All that are lower than `end`."""
        return self.places[: bisect_left(self.places, end)]


class Marks:
    """Places that are marked; `flags` has a one for each of them, from place 0 on."""

    def __init__(self, flags: bytes | bytearray = b"") -> None:
        self.flags = bytearray(flags)

    def add(self, places: Sequence[int]) -> None:
        """Mark places."""
        self._reach(places)
        flags = self.flags
        for place in places:
            flags[place] = 1

    def __len__(self) -> int:
        """How many places are marked."""
        return self.flags.count(1)

    def of(self, places: Sequence[int]) -> array[int]:
        """Those of some places that are marked, in their order."""
        try:
            return array("q", compress(places, map(self.flags.__getitem__, places)))
        except IndexError:
            self._reach(places)
            return self.of(places)

    def both(self, other: Marks | None) -> Marks:
        """What is marked here and there; without another all that is marked here."""
        if other is None:
            return self
        length = min(len(self.flags), len(other.flags))
        here, there = (int.from_bytes(marks.flags[:length], "little") for marks in (self, other))
        return Marks((here & there).to_bytes(length, "little"))

    def below(self, end: int) -> Iterable[int]:
        """All places lower than `end` that are marked, the lowest first."""
        return (found.start() for found in _MARKED.finditer(self.flags, 0, end))

    def _reach(self, places: Sequence[int]) -> None:
        beyond = max(places, default=-1) + 1 - len(self.flags)
        if beyond > 0:
            self.flags.extend(bytes(beyond))
