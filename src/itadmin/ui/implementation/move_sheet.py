"""Moving a plan's driftstart, or one activity with what waits for it: shows at once what moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from itadmin.domain.calculations.implementation import Span
from itadmin.domain.changes import ChangeSet
from itadmin.services.acting import Plan, step_of
from itadmin.services.implementation import activity_of, moved_activity, moved_go_live, plan_of
from itadmin.services.reading import Read
from itadmin.ui.dialogs.ask_sheet import AskSheet
from itadmin.ui.session import Session

_ASK = "Skriv den nya dagen, så visas vad som flyttas."
_BUTTON = ("Flytta", "calendar")
_AWAY = "avveckling"

Work = Callable[[Sequence[date]], Plan]


class MoveSheet(AskSheet):
    """Asks for one day or two; `work` says what the days come to."""

    def __init__(
        self,
        session: Session,
        heading: str,
        days: Sequence[tuple[str, date | None]],
        work: Work,
        parent: QWidget | None,
    ) -> None:
        super().__init__(session, "Flytta", heading, _BUTTON, parent)
        self._work = work
        for label, day in days:
            self.add_line(label, day.isoformat() if day else "", is_short=True)
        self._begun = [line.text() for line in self.lines]
        self.preview()
        self.lines[-1].setFocus()
        self.lines[-1].selectAll()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """What moves, and what to think of. Raises ValueError or KnownError."""
        if [line.text() for line in self.lines] == self._begun:
            return _ASK, ()
        plan = self._plan()
        return plan.outcome, plan.remarks

    def step(self) -> ChangeSet:
        """The move. Raises ValueError or KnownError."""
        return step_of(self.session.workspace.records, self._plan())

    def _plan(self) -> Plan:
        return self._work([self.day_in(line) for line in self.lines])


def go_live_sheet(session: Session, read: Read, parent: QWidget | None) -> MoveSheet:
    """The sheet that moves the driftstart of a plan."""
    plan = plan_of(read)
    label = "Sista dag" if plan.kind == _AWAY else "Driftstart"
    return MoveSheet(
        session,
        read.label,
        ((label, plan.go_live_on),),
        lambda days: moved_go_live(session.reading(), plan.id, days[0]),
        parent,
    )


def activity_sheet(session: Session, read: Read, parent: QWidget | None) -> MoveSheet:
    """The sheet that moves an activity."""
    activity = activity_of(read)
    days = (("Från", activity.starts_on or activity.ends_on), ("Till", activity.ends_on or activity.starts_on))
    return MoveSheet(
        session,
        read.label,
        days,
        lambda days: moved_activity(session.reading(), activity.id, Span(days[0], days[1])),
        parent,
    )
