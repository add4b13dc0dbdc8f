"""The goals of a styrande dokument: what each wants, by when, how far it has come and how it stands; and new ones."""

from __future__ import annotations

from functools import partial

from itadmin.domain.calculations.goals import PAST, Measured
from itadmin.domain.registers import REGISTERS
from itadmin.services.goals import GoalShown, goals_of, note_today
from itadmin.services.goals.words import come_words, overview_words
from itadmin.services.reading import Read
from itadmin.ui.panels.goals.signs import standing_chip
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button

_HEADINGS = ("Mål", "Målår", "Utfall", "Står")
_REGISTER, _DOCUMENTS = "goals", "steering_documents"
GOALS = REGISTERS[_REGISTER]
_WITH_GOALS = ("vision", "policy", "strategi", "program", "plan")
"""Kinds of documents that usually have goals."""


class GoalsPanel(TablePanel):
    """Every goal is a link to its page; they stand area by area.

    Away where there is none and documents of the kind usually have none. What is adopted gets no new ones.
    """

    section = "mal"
    title = "Mål"
    takes = ((_REGISTER, "document"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "", ("", ""))
        self._document: Read | None = None
        self._goals: tuple[GoalShown, ...] = ()
        self.note = Button(session.look, "Notera dagens värden", small=True)
        self.note.clicked.connect(self._note)
        self.foot.setContentsMargins(session.look.metrics.link_pad, session.look.metrics.tight, 0, 0)
        self.foot.addWidget(self.note)
        self.foot.addStretch(1)

    def show_read(self, read: Read) -> None:
        """Show its goals, counted today."""
        self._document = read
        self._goals = () if read.record.deleted else goals_of(self.session.reading(), read.record.id)
        rows = [partial(self._row, goal) for goal in self._goals]
        self.show_tables(Table(_HEADINGS, rows, whole=(1, 2, 3)), Table())
        told = " ".join(overview_words(goal.standing for goal in self._goals))
        self.none.setText(told if self._goals else "Inget mål är satt.")
        self.none.show()
        is_followed = self.session.may_change(read) and getattr(read.record, "status", "") not in PAST
        self.note.setVisible(is_followed and self._has_news())
        is_open = is_followed and self.session.reading().lock_of(_DOCUMENTS, read.record) is None
        self.link_changed.emit("Nytt mål …" if is_open else "")
        usual = is_open and getattr(read.record, "kind", "") in _WITH_GOALS
        self.shown_changed.emit(bool(self._goals) or usual)

    def show_related(self, _read: Read, _related: Related) -> None:
        """Goals are told of as they stand, not as they are listed."""

    def follow_link(self) -> None:
        """Ask for one more goal."""
        if self._document is None:
            return
        sheet = NewRecordDialog(self.session, GOALS, {"document": self._document.record.id}, self.window())
        sheet.added.connect(lambda _made: self.session.guide.say(added_words(GOALS), undoable=True))
        sheet.open()

    def _note(self) -> None:
        workspace = self.session.workspace
        goals = [goal.id for goal in self._goals]
        if self.session.guide.attempt(lambda: note_today(workspace.records, workspace.reading(), goals)):
            self.session.guide.say("Dagens värden är noterade.", undoable=True)

    def _has_news(self) -> bool:
        """Whether anything is counted that has not been noted today."""
        today = self.session.reading().day
        return any(
            goal.is_counted and goal.value is not None and Measured(today, goal.value) not in goal.readings
            for goal in self._goals
        )

    def _row(self, goal: GoalShown) -> Cells:
        look = self.session.look
        link = name_link(look, goal.wording, partial(self.session.guide.open_record, _REGISTER, goal.id))
        year = str(goal.year) if goal.year else ""
        return (link, year, come_words(goal.value, goal.target), standing_chip(look, goal.standing))
