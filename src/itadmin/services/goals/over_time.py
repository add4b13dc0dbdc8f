"""What goals were measured at before anybody noted it: worked out from the journal, for the ends of past quarters.

Each day is a private copy of the register as it was, so it takes its time and is done beside the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from itadmin.domain.calculations.goals import Measured
from itadmin.services.goals.measures import shares
from itadmin.services.reading import Reading
from itadmin.services.time_machine import end_of_day
from itadmin.services.workspace import Workspace
from itadmin.storage.past import open_as_of

MOST_QUARTERS = 8
_MONTHS = 3


def quarter_ends(begun: date, today: date) -> tuple[date, ...]:
    """The last days of the quarters that ended after `begun` and before today, at most the newest `MOST_QUARTERS`."""
    ends: list[date] = []
    first = today.replace(month=(today.month - 1) // _MONTHS * _MONTHS + 1, day=1)
    while len(ends) < MOST_QUARTERS and (end := first - timedelta(days=1)) >= begun:
        ends.append(end)
        first = end.replace(month=end.month - _MONTHS + 1, day=1)
    return tuple(reversed(ends))


def past_quarters(workspace: Workspace) -> tuple[date, ...]:
    """The ends of past quarters that the register's journal can tell of."""
    made = datetime.fromisoformat(workspace.file.info.created_at).astimezone().date()
    return quarter_ends(made, workspace.around.today())


def measured_later(workspace: Workspace, measure: str) -> Callable[[], tuple[Measured, ...]]:
    """What a measure was at the ends of past quarters: to be called for on another thread. Raises KnownError there."""
    path, content, days = workspace.path, workspace.file.content(), past_quarters(workspace)
    return lambda: _measured(path, content, measure, days)


def _measured(path: Path, content: bytes, measure: str, days: Sequence[date]) -> tuple[Measured, ...]:
    found: list[Measured] = []
    for day in days:
        with closing(open_as_of(path, content, end_of_day(day))) as file:
            share = shares(Reading(file, day)).get(measure)
        if share is not None and share.percent is not None:
            found.append(Measured(day, share.percent))
    return tuple(found)
