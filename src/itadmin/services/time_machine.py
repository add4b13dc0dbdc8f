"""Reading a register without touching its file: as it is, or as it was stored at the end of an earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from itadmin.domain.problems import NotFoundError
from itadmin.services.clock import Surroundings
from itadmin.services.migration import current_bytes
from itadmin.services.reading import Reading
from itadmin.services.workspace import Workspace
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


def past_workspace(path: Path, content: bytes, day: date, around: Surroundings) -> Workspace:
    """A register as it was at the end of `day`, to look at as on that day: nothing in it can be changed.

    `content` is the register's bytes as they are now. Raises KnownError, also for a day before the register was made.
    """
    file = open_as_of(path, content, end_of_day(day))
    made = datetime.fromisoformat(file.info.created_at).astimezone().date()
    if day < made:
        file.close()
        raise NotFoundError(f"Registret fanns inte {day}. Välj en dag från och med {made}.")
    noon = datetime.combine(day, time(12)).astimezone()
    return Workspace(file, replace(around, now=lambda: noon))


def start_of_day(day: date) -> str:
    """The first moment of a day here, as the journal writes moments."""
    known = min(max(day, _FIRST), _LAST)
    return datetime.combine(known, time.min).astimezone(UTC).isoformat(timespec="milliseconds")


def end_of_day(day: date) -> str:
    """The last moment of a day here, as the journal writes moments."""
    known = min(max(day, _FIRST), _LAST)
    return datetime.combine(known, time.max).astimezone(UTC).isoformat(timespec="milliseconds")
