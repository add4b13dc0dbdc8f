"""Says of lines that they are handled or may rest, and takes that back; each time one step that can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from itadmin.domain.calculations.attention import AttentionLine, Mark
from itadmin.domain.calendar import day_name
from itadmin.domain.changes import ChangeSet
from itadmin.services.attention import MARKS, handled, resting
from itadmin.ui.attention.titles import points
from itadmin.ui.session import Session

_WEEK = 7


class Marking(QObject):
    """Writes marks and says what was done. `marked` gives the lines that are kept away from now on."""

    marked = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def handled(self, lines: Sequence[AttentionLine], note: str = "") -> None:
        """Mark lines as handled."""
        words = "markerad som hanterad" if len(lines) == 1 else "markerade som hanterade"
        self._mark(lines, [handled(line, note) for line in lines], f"{about(lines)} {words}")

    def resting(self, lines: Sequence[AttentionLine], until: date, note: str = "") -> None:
        """Let lines rest until a day."""
        self._mark(lines, [resting(line, until, note) for line in lines], f"{about(lines)} vilar till {until}")

    def take_back(self, line: AttentionLine, mark: Mark) -> None:
        """Let a line be told of again."""
        records = self._session.workspace.records
        if self._session.guide.attempt(lambda: records.delete(MARKS, [mark.mark_id])):
            self._session.guide.say(f"{line.record} står bland det som kräver åtgärd igen.", undoable=True)

    def _mark(self, lines: Sequence[AttentionLine], values: Sequence[Mapping[str, object]], title: str) -> None:
        records = self._session.workspace.records

        def write() -> None:
            changes = tuple(records.addition(MARKS, dict(each)) for each in values)
            records.apply(ChangeSet(title, changes))

        if self._session.guide.attempt(write):
            self._session.guide.say(f"{title}.", undoable=True)
            self.marked.emit(lines)


def about(lines: Sequence[AttentionLine]) -> str:
    """What some lines are about: the record of a single one, else how many."""
    return lines[0].record if len(lines) == 1 else points(len(lines)).capitalize()


def last_day(lines: Sequence[AttentionLine], today: date) -> date | None:
    """The first of the days that lines are to be done by and that has not passed; they may rest no longer."""
    return min((line.day for line in lines if line.day is not None and line.day >= today), default=None)


def resting_days(lines: Sequence[AttentionLine], today: date) -> list[tuple[str, date]]:
    """Days that lines may rest to, after `today` and in time: what they are called and which they are."""
    days = [("I morgon", today + timedelta(days=1)), ("Om en vecka", today + timedelta(days=_WEEK))]
    steps = [line.next_step for line in lines if line.next_step is not None and line.next_step > today]
    if steps:
        days.append(("Nästa påminnelse", min(steps)))
    last = last_day(lines, today) or date.max
    return [(f"{word}, {day_name(day)} {day}", day) for word, day in days if day <= last]
