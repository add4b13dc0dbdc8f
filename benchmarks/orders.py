"""Whether a region comes out the same in whatever order its share files come: every order of them is tried.

Orders that begin alike share their beginning. Where two beginnings of the same files have come to the same register
one goes on for both, but in every tenth region none does for another.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial
from time import perf_counter

from benchmarks.regions import RECEIVER, Region, blank_registers, region
from benchmarks.runner import Figures, Run
from benchmarks.shares import Kommun, view_of
from itadmin.services.receiving.parcels import Parcel

FILES = 6
REGIONS = 100
_EACH_BY_ITSELF = 10


class DifferingOrdersError(Exception):
    """Two orders of the same files have come to different registers."""


def measure(run: Run) -> Figures:
    """Try all orders of six files in a hundred regions. Raises DifferingOrdersError."""
    return tried(run, REGIONS, FILES)


def tried(run: Run, regions: int, files: int) -> Figures:
    """The same of so many regions and files."""
    blank = blank_registers()
    started, received = perf_counter(), 0
    for seed in range(regions):
        received += try_all(region(seed, blank, files), together=seed % _EACH_BY_ITSELF > 0)
        run.tell(f"region {seed + 1} av {regions}: alla {factorial(files)} ordningar lika")
    took = perf_counter() - started
    return {"regions": regions, "orders": factorial(files), "received": received, "seconds": took}


def try_all(found: Region, *, together: bool) -> int:
    """How many times a file was received. Raises DifferingOrdersError unless all orders end in the same register.

    `together` lets one beginning go on for all that have come to the same register.
    """
    trial = _Trial(found, together=together)
    try:
        trial.walk(())
    finally:
        trial.kommun.close()
    return trial.received


class _Trial:
    """One region, tried in all orders."""

    def __init__(self, found: Region, *, together: bool) -> None:
        self.kommun = Kommun(RECEIVER, found.receiver, "orders")
        self.received = 0
        self._files: Sequence[Parcel] = found.files
        self._together = together
        self._ends: dict[str, tuple[int, ...]] = {}
        self._gone_on: set[tuple[str, frozenset[int]]] = set()

    def walk(self, order: tuple[int, ...]) -> None:
        """Try every order that begins so, with the kommun as it is after that, which it is again afterwards."""
        view = view_of(self.kommun.file) if self._together or len(order) == len(self._files) else ""
        if len(order) == len(self._files):
            self._ends.setdefault(view, order)
            if len(self._ends) > 1:
                raise DifferingOrdersError(f"{' and '.join(map(str, self._ends.values()))} differ")
        elif not (self._together and self._has_gone_on(view, order)):
            before = self.kommun.content()
            for number, file in enumerate(self._files):
                if number not in order:
                    self.received += 1
                    self.kommun.receive(file)
                    self.walk((*order, number))
                    self.kommun.restore(before)

    def _has_gone_on(self, view: str, order: tuple[int, ...]) -> bool:
        """Whether the same files have come to the same register before, in another order."""
        come = (view, frozenset(order))
        known = come in self._gone_on
        self._gone_on.add(come)
        return known
