"""The goals of a styrande dokument: what each wants, by when, how far it has come and how it stands."""

from __future__ import annotations

from functools import partial

from itadmin.domain.calculations.goals import PAST, Measured
from itadmin.services.goals import GoalShown, goals_of, note_today
from itadmin.services.goals.words import come_words, overview_words
from itadmin.services.reading import Read
from itadmin.ui.panels.goals.signs import standing_chip
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session

_HEADINGS = ("Mål", "Område", "Målår", "Utfall", "Står")
_REGISTER = "goals"


class GoalsPanel(TablePanel):
    """Every goal is a link to its page. Away when the document has none."""

    section = "mal"
    title = "Mål"
    takes = ((_REGISTER, "document"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "", ("", ""))
        self._goals: tuple[GoalShown, ...] = ()

    def show_read(self, read: Read) -> None:
        """Show its goals, counted today."""
        reading = self.session.reading()
        self._goals = () if read.record.deleted else goals_of(reading, read.record.id)
        rows = [partial(self._row, goal) for goal in self._goals]
        self.show_tables(Table(_HEADINGS, rows, whole=(2, 3, 4)), Table())
        self.none.setText(" ".join(overview_words(goal.standing for goal in self._goals)))
        self.none.setVisible(bool(self._goals))
        self.link_changed.emit("Notera dagens värden" if self._may_note(read) else "")
        self.shown_changed.emit(bool(self._goals))

    def show_related(self, _read: Read, _related: Related) -> None:
        """Goals are told of as they stand, not as they are listed."""

    def follow_link(self) -> None:
        """Note what is counted today of all of them."""
        workspace = self.session.workspace
        goals = [goal.id for goal in self._goals]
        if self.session.guide.attempt(lambda: note_today(workspace.records, workspace.reading(), goals)):
            self.session.guide.say("Dagens värden är noterade.", undoable=True)

    def _may_note(self, read: Read) -> bool:
        """Whether anything is counted that has not been noted today; of what is replaced nothing is noted any more."""
        is_past = getattr(read.record, "status", "") in PAST
        if is_past or not self.session.workspace.writable:
            return False
        return any(
            goal.is_counted
            and goal.value is not None
            and Measured(self.session.reading().day, goal.value) not in goal.readings
            for goal in self._goals
        )

    def _row(self, goal: GoalShown) -> Cells:
        look = self.session.look
        link = name_link(look, goal.wording, partial(self.session.guide.open_record, _REGISTER, goal.id))
        year = str(goal.year) if goal.year else ""
        return (link, goal.area, year, come_words(goal.value, goal.target), standing_chip(look, goal.standing))
