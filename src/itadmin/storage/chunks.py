"""Lists of ids in portions that one SQL statement can hold, whatever limit the SQLite at hand was built with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

_SIZE = 5000


def chunks(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    """The ids in their order, at most 5,000 at a time."""
    rest = iter(ids)
    while chunk := list(islice(rest, _SIZE)):
        yield chunk
