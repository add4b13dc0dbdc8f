"""Reading a register without touching its file: as it is, or as it was stored at the end of an earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from itadmin.services.migration import current_bytes
from itadmin.services.reading import Reading
from itadmin.storage.engine import open_content
from itadmin.storage.past import open_as_of

_FIRST, _LAST = date(1971, 1, 1), date(9998, 12, 31)
"""Days outside these cannot be moved between time zones everywhere; no register is older or that far ahead."""


@contextmanager
def reading_of(path: Path, day: date, as_of: date | None = None) -> Iterator[Reading]:
    """A register to read as things are on `day`, with the records of today or of the end of the day `as_of`.

    Works on a private copy, also while the file is open elsewhere. Raises KnownError.
    """
    content = current_bytes(path)
    copy = open_content(path, content) if as_of is None else open_as_of(path, content, end_of_day(as_of))
    with closing(copy) as file:
        yield Reading(file, day)


def end_of_day(day: date) -> str:
    """The last moment of a day here, as the journal writes moments."""
    known = min(max(day, _FIRST), _LAST)
    return datetime.combine(known, time.max).astimezone(UTC).isoformat(timespec="milliseconds")
