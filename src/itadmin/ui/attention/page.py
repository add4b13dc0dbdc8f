"""The start page: what needs doing in the register, with one button for each thing, and figures over it.

Ties together what is gathered, what is shown of it and what is done; each has a module of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itadmin.documents import agenda
from itadmin.domain.calculations.attention import AttentionLine
from itadmin.domain.views import ListView
from itadmin.ui.attention.coming import ComingDays, next_days
from itadmin.ui.attention.deeds import Deeds
from itadmin.ui.attention.empty import EmptyWork
from itadmin.ui.attention.figures import FigureStrip
from itadmin.ui.attention.gathering import Gathered, Gathering
from itadmin.ui.attention.goals import REGISTER as GOALS
from itadmin.ui.attention.goals import GoalsBeside, list_of
from itadmin.ui.attention.head import WorkHead
from itadmin.ui.attention.model import WorkModel
from itadmin.ui.attention.rows import Choice, Fold, FoldRow, Shown, how_many, rows_of
from itadmin.ui.attention.table import work_overview
from itadmin.ui.attention.titles import TITLE, points
from itadmin.ui.attention.view import WorkView
from itadmin.ui.attention.year import ThisYear
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.memory import Memory
from itadmin.ui.session import Session
from itadmin.ui.window_work import WindowWork

_SYSTEMS = "systems"
_RESPONSIBLE = "start/responsible"
_LEAST_HEIGHT = 560
"""Height, for text of 13 pixels, under which figures and year give their place to the list."""
_HEIGHT_FOR_GOALS = 700
"""Height under which the figures alone tell of goals, and the panel of the year and the next days."""


class StartPage(QWidget):
    """The page of what is gathered. `counted` gives how much there is in words."""

    counted = Signal(str)

    def __init__(self, session: Session, gathering: Gathering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choice = _remembered(session.memory)
        self._unfolded: set[Fold] = set()
        self._found: Gathered | None = None
        self._number = 0
        self._step = WidthStep.WIDE
        look = session.look
        self.head = WorkHead(look)
        self.figures = FigureStrip(look)
        self.model = WorkModel(self)
        self.view = WorkView(look, self.model)
        self.view.setAccessibleName(TITLE)
        self.empty = EmptyWork(look)
        self.coming = ComingDays(look)
        self.deeds = Deeds(session, self.view, self.model)
        self.year = ThisYear(session)
        self.goals = GoalsBeside(look)
        self._gathering = gathering
        self._work = WindowWork(session, self)
        self._output = OverviewOutput(session, self, self._work)
        set_property(self, "ground", "surface")
        self._build()
        self._connect()
        if isinstance(gathering.found, Gathered):
            self._on_gathered(gathering.found)

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._column = QVBoxLayout()
        self._column.addWidget(self.head)
        self._column.addWidget(self.figures)
        self._column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._column, 1)
        row.addWidget(self.coming)
        self.coming.parts.insertWidget(0, self.year)
        self.coming.parts.insertWidget(1, self.goals)
        QShortcut(QKeySequence("F5"), self, self.refresh, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._dress()

    def _connect(self) -> None:
        self._session.look.changed.connect(self._dress)
        self._gathering.gathered.connect(self._on_gathered)
        self._gathering.awaited.connect(self._on_awaited)
        self.head.changed.connect(self._on_choice)
        guide = self._session.guide
        self.empty.everything_wanted.connect(self._show_everything)
        self.empty.work_wanted.connect(self.refresh)
        self.empty.list_wanted.connect(lambda: guide.open_list(_SYSTEMS, ListView()))
        self.empty.new_wanted.connect(self._begin)
        self.empty.starter_wanted.connect(lambda: guide.do_command("starter"))
        self.head.print_wanted.connect(self.make_paper)
        self.deeds.unfolded.connect(self._fold)
        self.deeds.marking.marked.connect(self._on_marked)
        self.view.folded.connect(self._fold)
        self.coming.chosen.connect(self.deeds.doing.open)
        self.goals.chosen.connect(partial(guide.open_record, GOALS))
        for part in (self.goals.all_wanted, self.figures.goals_wanted):
            part.connect(self._open_goals)
        self._work.said.connect(guide.say)
        self._work.failed.connect(lambda error: guide.say(error.sentence))

    def close_down(self) -> None:
        """Gather nothing more."""
        self.year.close_down()

    def refresh(self) -> None:
        """Read all anew."""
        self._gathering.read()

    def focus_list(self) -> None:
        """Put the keyboard in the list; where it is empty, on what can be done about that."""
        shown: QWidget = self.view if self.model.rowCount() else self.empty
        shown.setFocus()

    def set_step(self, step: WidthStep) -> None:
        """Arrange for how much fits beside each other."""
        self._step = step
        self._arrange()

    def make_paper(self) -> None:
        """Make the agenda that is printed for a meeting."""
        self._session.guide.open_paper(agenda.TYPE, None)

    def export(self) -> None:
        """Save the lines that are shown as a table."""
        self._output.save(work_overview(self._lines(), self._day))

    def print_list(self) -> None:
        """Print the lines that are shown as a table."""
        self._output.print_out(work_overview(self._lines(), self._day))

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is stale when the page comes into view."""
        super().showEvent(event)
        self._gathering.set_seen(seen=True)
        self._count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read with less haste while nobody looks."""
        super().hideEvent(event)
        self._gathering.set_seen(seen=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the figures out where the list needs their place."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _day(self) -> date:
        return self._found.day if self._found is not None else self._session.reading().day

    def _on_gathered(self, found: Gathered) -> None:
        self._found = found
        self.figures.show_figures(found.figures)
        self.goals.show_goals(found.figures.goals)
        self._arrange()
        self.coming.show_lines(next_days(found.work.lines, found.day))
        self.head.offer(found.work, self._choice)
        self._show()

    def _on_awaited(self) -> None:
        """Ask before a very large register is gone through; what has been found stays until then."""
        if self._found is None:
            self.empty.ask()
            self._stack.setCurrentWidget(self.empty)

    def _on_marked(self, lines: Sequence[AttentionLine]) -> None:
        """Leave lines out that are marked, before all is read anew."""
        if self._found is not None:
            gone = frozenset(lines)
            work = self._found.work
            kept = replace(work, lines=tuple(line for line in work.lines if line not in gone))
            self._found = replace(self._found, work=kept)
            self._show()

    def _on_choice(self) -> None:
        self._choice = self.head.choice
        self._session.memory.keep(_RESPONSIBLE, self._choice.responsible or None)
        self._show()

    def _show_everything(self) -> None:
        """Choose everyone's lines of all registers that are to be done."""
        if self._found is not None:
            self.head.offer(self._found.work, Choice())
            self._on_choice()
            self.focus_list()

    def _begin(self) -> None:
        """Begin a register with its first system."""
        self._session.guide.open_list(_SYSTEMS, ListView())
        self._session.guide.do_command("new")

    def _open_goals(self) -> None:
        """Open the list of the goals that the figures tell of."""
        if self._found is not None:
            self._session.guide.open_list(GOALS, list_of(self._found.figures.goals))

    def _fold(self, opened: bool) -> None:
        row = self.model.row(self.view.currentIndex().row())
        if isinstance(row, FoldRow):
            (self._unfolded.add if opened else self._unfolded.discard)(row.key)
            self._show()

    def _show(self) -> None:
        """Show what is chosen of what was gathered, and stand where one stood."""
        if self._found is None:
            return
        number, focused = self.view.currentIndex().row(), QApplication.focusWidget()
        before = self.model.row(number)
        rows = rows_of(self._found.work, self._choice, self._unfolded)
        self._number, late, soon = how_many(rows)
        self.model.show_rows(rows, self._found.day, can_act=self._session.workspace.writable)
        again = self.model.row_like(before) if before is not None else -1
        self.view.stand_on(again if again >= 0 else number)
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        if not rows:
            self.empty.tell(self._found.work, self._found.figures, self._choice)
        whole = len(self._found.work.lines) if self._choice.shown is Shown.TO_DO else 0
        self.head.titles.tell(self._found.day, self._number, late, soon, whole)
        if focused is not None and self._stack.isAncestorOf(focused):
            self.focus_list()
        self._count()

    def _lines(self) -> list[AttentionLine]:
        """The lines that are shown, folded or not."""
        return self.model.lines_of(range(self.model.rowCount()))

    def _count(self) -> None:
        """Tell how much there is, where it is looked at."""
        if self._found is not None and self.isVisible():
            resting = len(self._found.work.resting)
            also = f" · {resting} vilande" if resting else ""
            self.counted.emit(f"{points(self._number)}{also}")

    def _dress(self) -> None:
        metrics = self._session.look.metrics
        self._column.setContentsMargins(metrics.margin + metrics.tight, metrics.margin, metrics.margin, 0)
        self._column.setSpacing(metrics.section_gap)
        self._arrange()

    def _arrange(self) -> None:
        metrics = self._session.look.metrics
        self.coming.setVisible(self._step is WidthStep.WIDE)
        self.head.set_narrow(narrow=self._step is WidthStep.NARROW)
        for part in (self.figures, self.year):
            part.setVisible(self.height() >= metrics.px(_LEAST_HEIGHT))
        self.goals.setVisible(self.goals.has_goals and self.height() >= metrics.px(_HEIGHT_FOR_GOALS))


def _remembered(memory: Memory) -> Choice:
    """Whose lines were shown last; of all registers, so that nothing is out of sight from another day."""
    return Choice(str(memory.value(_RESPONSIBLE) or ""))
