"""How a goal stands: what is counted in a sentence and a bar, how it went, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.calculations.goals import Measured
from itadmin.domain.money import grouped
from itadmin.domain.registers.goals import Goal
from itadmin.services.goals import GoalShown, goal_of, list_of_left, note_today
from itadmin.services.goals.over_time import measured_later, past_quarters
from itadmin.services.goals.words import come_words, percent_words
from itadmin.services.reading import Read
from itadmin.ui.background import known
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.goals.history import ORIGINS, history_of
from itadmin.ui.panels.goals.signs import standing_chip
from itadmin.ui.register.fact_table import FoldedTable, Table
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.share_chart import ShareBar, ShareChart
from itadmin.ui.widgets.share_data import Origin, ShareHistory

_HEADINGS = ("Dag", "Utfall", "Hur det är känt")
_FEWEST = 2
"""Points that make a chart."""
_WORKING = "Räknar fram tidigare kvartal"
_LEGEND = "Fylld punkt: avläst eller räknat i dag. Ring: räknat ur registrets historik."


class MeasurePanel(Panel):
    """What is counted of a goal, over its fields of measuring."""

    section = "matning"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look = session.look
        self._goal: GoalShown | None = None
        self._measure = ""
        self._worked_out: tuple[Measured, ...] = ()
        self._worked_out_for: tuple[UUID, str] | None = None
        self._chip: QWidget = QWidget()
        self.bar = ShareBar(look)
        self.sentence = Label(look, "", wrap=True)
        self.chart = ShareChart(look)
        self.legend = Label(look, _LEGEND, TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.table = FoldedTable(look, "värde som tabell", "värden som tabell")
        self.note = Button(look, "Notera dagens värde", icon="add", small=True)
        self.left = LinkButton(look, "")
        self.past = LinkButton(look, "Räkna fram tidigare kvartal")
        self.note.clicked.connect(self._note)
        self.left.clicked.connect(self._open_left)
        self.past.clicked.connect(self._work_out)
        self._build()

    def _build(self) -> None:
        metrics = self._session.look.metrics
        self._head = QHBoxLayout()
        self._head.setSpacing(metrics.block)
        self._head.addWidget(self._chip)
        self._head.addWidget(self.bar)
        self._head.addStretch(1)
        deeds = FlowLayout(metrics.block)
        for deed in (self.note, self.left, self.past):
            deeds.addWidget(deed)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, metrics.tight, metrics.gap, metrics.block)
        column.setSpacing(metrics.gap)
        column.addLayout(self._head)
        for part in (self.sentence, self.chart, self.legend, self.table):
            column.addWidget(part)
        column.addLayout(deeds)

    def show_read(self, read: Read) -> None:
        """Count anew, and show what that is."""
        goal = read.record
        if not isinstance(goal, Goal) or goal.deleted:
            self._goal = None
            self.hide()
            return
        shown = goal_of(self._session.reading(), goal.id)
        self._goal, self._measure = shown, goal.measure
        if self._worked_out_for != (shown.id, goal.measure):
            self._worked_out, self._worked_out_for = (), (shown.id, goal.measure)
        self._tell(shown)
        may_note = shown.is_counted and shown.value is not None and self._session.may_change(read)
        self.note.setVisible(may_note)
        self.left.setVisible(bool(shown.left))
        self.left.set_words(_left_words(len(shown.left)))
        self.show()

    def _tell(self, shown: GoalShown) -> None:
        look = self._session.look
        chip: Chip = standing_chip(look, shown.standing)
        self._head.replaceWidget(self._chip, chip)
        self._chip.hide()
        self._chip.deleteLater()
        self._chip = chip
        self.sentence.setText(shown.sentence)
        self.bar.setVisible(shown.value is not None)
        self.bar.show_share(shown.value, shown.target, come_words(shown.value, shown.target))
        self._draw(shown)

    def _draw(self, shown: GoalShown) -> None:
        history = history_of(shown, self._worked_out, self._session.reading().day)
        self.chart.setVisible(len(history.points) >= _FEWEST)
        self.chart.show_history(history)
        self.legend.setVisible(any(point.origin is Origin.WORKED_OUT for point in history.points))
        self.table.show_table(_table(history) if len(history.points) >= _FEWEST else Table())
        can_look_back = shown.is_counted and not self._worked_out and bool(past_quarters(self._session.workspace))
        self.past.setVisible(can_look_back)
        self.past.setEnabled(True)

    def _note(self) -> None:
        if self._goal is None:
            return
        workspace, key = self._session.workspace, self._goal.id
        said: list[str] = []

        def work() -> None:
            step = note_today(workspace.records, workspace.reading(), [key])
            said.append("Dagens värde är noterat." if step.changes else "Dagens värde är redan noterat.")

        if self._session.guide.attempt(work):
            self._session.guide.say(said[0], undoable=said[0] == "Dagens värde är noterat.")

    def _open_left(self) -> None:
        if self._goal is not None:
            view = list_of_left(self._session.reading(), self._measure, self._goal.left)
            self._session.guide.open_list("systems", view)

    def _work_out(self) -> None:
        self.past.setEnabled(False)
        asked = self._worked_out_for
        work = measured_later(self._session.workspace, self._measure)
        self._session.background.run(_WORKING, work, partial(self._on_worked_out, asked), self._on_failed)

    def _on_worked_out(self, asked: tuple[UUID, str] | None, found: Sequence[Measured]) -> None:
        if asked != self._worked_out_for or self._goal is None:
            return
        self._worked_out = tuple(found)
        self._draw(self._goal)
        if not found:
            self._session.guide.say("Det fanns inget att räkna de kvartalen.")

    def _on_failed(self, error: BaseException) -> None:
        self._session.guide.say(known(error).sentence)
        self.past.setEnabled(True)


def _left_words(number: int) -> str:
    return "Visa systemet som återstår" if number == 1 else f"Visa {grouped(number)} system som återstår"


def _table(history: ShareHistory) -> Table:
    rows = [
        partial(tuple, (point.day.isoformat(), percent_words(point.percent), ORIGINS[point.origin]))
        for point in reversed(history.points)
    ]
    return Table(_HEADINGS, rows, right=(1,), whole=(0, 2))
