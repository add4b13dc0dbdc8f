"""The window on one utbildningsplan: målgrupper and moment as the table it will be on paper, and how many people.

Every change is a step of its own, saved at once. A plan that is adopted is shown, and a new version begun from it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.training.plans import worth_of_plan
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.training import words
from itadmin.ui.training.acts import begin_next_version
from itadmin.ui.training.adopt_sheet import open_adopting
from itadmin.ui.training.grid_model import TITLE, PlanModel
from itadmin.ui.training.grid_table import PlanTable
from itadmin.ui.training.grid_tools import GridTools
from itadmin.ui.training.heads_model import HeadsModel
from itadmin.ui.training.heads_table import HeadsTable
from itadmin.ui.training.plan_read import DEMANDS, PLANS
from itadmin.ui.training.plan_work import PlanWork
from itadmin.ui.training.ruled_delegate import draw_demand
from itadmin.ui.training.state_signs import state_chip
from itadmin.ui.training.status_line import StatusLine
from itadmin.ui.widgets.buttons import Button, IconButton
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.window_size import open_at_size

_SIZE = (1320, 780)
_HELP_PAGE = "utbildningsplaner"
_PAPER = "training_plan"
_ADD_AUDIENCE, _ADD_MODULE, _NEW_VERSION = "Ny målgrupp", "Nytt moment", "Ny version"


class PlanWindow(SideWindow):
    """Works on one plan. Raises KnownError when it is gone."""

    def __init__(self, session: Session, plan_id: UUID) -> None:
        self._work = PlanWork(session.workspace, plan_id)
        self._plan = self._work.read()
        super().__init__(session, "surface")
        look = session.look
        self._refused = ""
        self._help = SideHelp(look, _HELP_PAGE)
        self.heading = ElidedLabel(look, "", TextStyle.NAME)
        self.state = state_chip(look)
        self.adopt = Button(look, "Fastställ…", icon="checkmark_circle")
        self.next = Button(look, _NEW_VERSION, icon="document_add")
        self.paper = Button(look, "Visa dokumentet…", icon="document_pdf")
        self.help = IconButton(look, "question_circle", "Hjälp om utbildningsplaner")
        self.notice = Notice(look)
        self.legend: Legend[str] = Legend(look, draw_demand)
        self.model, self.heads_model = PlanModel(self), HeadsModel(self)
        self.table = PlanTable(look, self.model)
        self.about = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.tools = GridTools(look)
        self.heads = HeadsTable(look, self.heads_model)
        self.status = StatusLine(look)
        self._area, self._inside = QScrollArea(), QWidget()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._show()
        self.table.stand_on(self.model.modules[0].id if self.model.modules else None, TITLE)
        self.table.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the cell that is open, and listen no more."""
        self._leave()
        self._later.stop()
        self._session.bus.changed.disconnect(self._on_changed)
        self._help.close()
        super().closeEvent(event)

    def refresh(self) -> None:
        """Show the plan as it is now; without it the window closes."""
        try:
            self._plan = self._work.read()
        except KnownError as error:
            self._session.guide.say(error.sentence)
            self.close()
            return
        self._show()

    def undo(self) -> None:
        """Take back the newest step."""
        self._step(self._session.workspace.undo.undo)

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self._step(self._session.workspace.undo.redo)

    def add_module(self) -> None:
        """Begin a moment after the one that one stands on, and write its name."""
        self._leave()
        after = self.table.current_module()
        made: list[UUID] = []
        if self._do(lambda: made.append(self._work.add_module(after.id if after else None)), "Momentet är tillagt."):
            self.table.write(made[0], TITLE)

    def remove_module(self) -> None:
        """Put the moment that one stands on in the bin."""
        module, row = self.table.current_module(), self.table.currentIndex().row()
        if module is not None and self._do(lambda: self._work.remove_module(module.id)):
            self.table.setCurrentIndex(self.model.index(min(row, len(self.model.modules)), 1))

    def add_audience(self, audience: str) -> None:
        """Let one more målgrupp be the plan's, and stand on its level."""
        if self._do(lambda: self._work.add_audience(audience)):
            self.table.stand_on(None, audience)
            self.table.setFocus()

    def remove_audience(self) -> None:
        """Take away the målgrupp that one stands on."""
        audience, module = self.table.current_audience(), self.table.current_module()
        if audience and self._do(lambda: self._work.remove_audience(audience)):
            self.table.stand_on(module.id if module else None, TITLE)

    def begin_kommun(self, code: str) -> None:
        """Show one more kommun among the numbers, and write the first."""
        self.heads_model.begin(code)
        self._show_tools()
        self.heads.setFocus()
        index = self.heads_model.index(self.heads_model.codes.index(code), 1)
        self.heads.setCurrentIndex(index)
        self.heads.edit(index)

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading)
        self.top_items.addWidget(self.state)
        self.top_items.addStretch(1)
        for part in (self.adopt, self.next, self.paper, self.help):
            self.top_items.addWidget(part)
        self.legend.show_entries([(demand, words.DEMAND_WORDS[demand]) for demand in DEMANDS])
        tables = QVBoxLayout(self._inside)
        tables.setContentsMargins(0, 0, 0, 0)
        tables.setSpacing(metrics.section_gap)
        tables.addWidget(self.table, 1)
        tables.addWidget(self.heads)
        tables.addStretch(0)
        set_property(self._inside, "ground", "surface")
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_property(self._area.viewport(), "ground", "surface")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        column.setSpacing(metrics.gap)
        column.addWidget(self.notice)
        column.addWidget(self.tools)
        column.addWidget(self._area, 1)
        column.addWidget(self.legend)
        column.addWidget(self.about)
        self.body_items.addWidget(holder)
        self.status_items.addWidget(self.status)
        open_at_size(self, look, _SIZE)

    def _connect(self) -> None:
        work = self._work
        self._session.bus.changed.connect(self._on_changed)
        self._later.timeout.connect(self.refresh)
        self.model.module_edited.connect(lambda key, name, plain: self._do(lambda: work.set_module(key, {name: plain})))
        self.model.level_edited.connect(lambda audience, level: self._do(lambda: work.set_level(audience, level)))
        self.model.faults_changed.connect(self._show_messages)
        self.table.demand_wanted.connect(
            lambda key, audience, demand: self._do(lambda: work.set_demand(key, audience, demand))
        )
        self.table.before_wanted.connect(
            lambda key, before: self._do(lambda: work.set_module(key, {"prerequisites": before}))
        )
        self.table.moved.connect(self._move)
        self.table.added.connect(self.add_module)
        self.table.removed.connect(self.remove_module)
        self.table.stood.connect(self._on_stood)
        self.heads_model.edited.connect(
            lambda audience, code, people: self._do(lambda: work.set_people(audience, code, people))
        )
        self.heads_model.refused.connect(self.status.say)
        self.tools.module_wanted.connect(self.add_module)
        self.tools.module_unwanted.connect(self.remove_module)
        self.tools.audience_wanted.connect(self.add_audience)
        self.tools.audience_unwanted.connect(self.remove_audience)
        self.tools.kommun_wanted.connect(self.begin_kommun)
        self.tools.moved.connect(self._move)
        self.notice.acted.connect(self._on_notice)
        self.status.undo_wanted.connect(self.undo)
        self.adopt.clicked.connect(self._adopt)
        self.next.clicked.connect(self._begin_next)
        self.paper.clicked.connect(self._open_paper)
        self.help.clicked.connect(self._help.open)
        keys: dict[str, Callable[[], object]] = {"Ctrl+Z": self.undo, "Ctrl+Y": self.redo, "Ctrl+Shift+Z": self.redo}
        keys |= {"Ctrl+N": self.add_module, "Ctrl+P": self._open_paper, "F1": self._help.open, "Ctrl+S": self._leave}
        self.bind_keys(keys)

    def _show(self) -> None:
        plan, read = self._plan.plan, self._plan
        stood = (self.table.current_module(), self.model.key_at(self.table.currentIndex().column()))
        self.setWindowTitle(f"{read.read.label} – itadmin")
        self.heading.setText(f"{read.read.label} {plan.version}".strip())
        self.state.show_state(self._session.reading(), plan.id)
        self.model.show_plan(read)
        self.heads_model.show_plan(read)
        if not self.table.currentIndex().isValid():
            self.table.stand_on(stood[0].id if stood[0] else None, stood[1])
        is_own = self._session.may_change(read.read)
        self.adopt.setVisible(read.writable)
        self.next.setVisible(bool(read.lock) and is_own and plan.status != "ersatt")
        self.heads.setVisible(bool(read.audiences) and bool(read.counted or read.writable))
        self.tools.setVisible(read.writable)
        self.heads.fit()
        self._show_tools()
        self._show_messages()
        self._on_stood()

    def _show_tools(self) -> None:
        offered = self._plan.words.offered("malgrupp")
        shown = set(self._plan.audiences)
        self.tools.offer_audiences([(code, word) for code, word in offered.items() if code not in shown])
        codes = set(self.heads_model.codes)
        self.tools.offer_kommuner([(code, town) for code, town in self._plan.towns.items() if code not in codes])

    def _show_messages(self) -> None:
        """What stands above the table: refusals, the lock, what is missing and what does not go together."""
        messages = [Message(Concern.PROBLEM, self._refused)] if self._refused else []
        if self._plan.lock:
            reason = worth_of_plan(self._session.reading(), self._plan.plan.id).reason
            messages.append(Message(Concern.INFORMATION, words.locked(reason)))
        elif not self._plan.writable:
            messages.append(Message(Concern.READ_ONLY, words.ANOTHERS))
        messages += [Message(Concern.WARNING, fault, words.SHOW) for fault in self.model.faults()]
        if self._plan.writable and not self._plan.audiences:
            messages.append(Message(Concern.MISSING, words.NO_AUDIENCES))
        if self._plan.writable and not self._plan.modules:
            messages.append(Message(Concern.MISSING, words.NO_MODULES))
        self.notice.set_messages(messages)

    def _on_stood(self) -> None:
        """Say where one stands, so that a narrow cell is read in full, and offer what can be done there."""
        index = self.table.currentIndex()
        told = self.model.told(index) if index.isValid() else ""
        self.about.setText(f"{told}\n{words.KEYS if self._plan.writable else words.READING}".strip())
        if index.isValid() and self.table.hasFocus():
            place = self.table.visualRect(index).center() + QPoint(0, self.table.heads.height())
            seen = self.table.mapTo(self._inside, place)
            self._area.ensureVisible(0, seen.y(), 0, self.table.rowHeight(0))
        module, audience = self.table.current_module(), self.table.current_audience()
        self.tools.enable(module.title if module else "", self._plan.audience_word(audience) if audience else "")

    def _on_notice(self, _message: object) -> None:
        index = self.model.next_fault(self.table.currentIndex())
        if index.isValid():
            self.table.setFocus()
            self.table.setCurrentIndex(index)

    def _move(self, rows: int, columns: int) -> None:
        module, audience = self.table.current_module(), self.table.current_audience()
        if not self._plan.writable:
            return
        key = self.model.key_at(self.table.currentIndex().column())
        if rows and module is not None:
            self._do(lambda: self._work.move_module(module.id, rows))
        elif columns and audience:
            self._do(lambda: self._work.move_audience(audience, columns))
        self.table.stand_on(module.id if module else None, key)

    def _adopt(self) -> None:
        self._leave()
        self._session.guide.attempt(lambda: open_adopting(self._session, self._work.plan_id, self))

    def _begin_next(self) -> None:
        """Begin the next version, and work on that here."""
        made: list[UUID] = []
        if self._do(lambda: made.append(begin_next_version(self._session, self._work.plan_id))):
            self._work = PlanWork(self._session.workspace, made[0])
            self.refresh()
            self.status.say("En ny version är påbörjad.", undoable=True)

    def _open_paper(self) -> None:
        self._leave()
        self._session.guide.open_paper(_PAPER, self._work.plan_id)

    def _leave(self) -> None:
        """Let a cell that is open give its value."""
        self.table.close_cell()
        self.heads.close_cell()

    def _do(self, step: Callable[[], Any], told: str = "") -> bool:
        """Do a step, show what came of it and offer to undo it; what is refused is told above the table."""
        self._refused = ""
        try:
            done = step()
        except KnownError as error:
            self._refused = error.sentence
            self._show_messages()
            return False
        self.refresh()
        self._later.stop()
        title = done.title if isinstance(done, ChangeSet) else ""
        if told or title:
            self.status.say(told or f"{title}.", undoable=True)
        return True

    def _step(self, step: Callable[[], ChangeSet]) -> None:
        if not self._session.workspace.writable:
            return
        self._leave()
        try:
            self.status.say(step().title)
        except KnownError as error:
            self.status.say(error.sentence)

    def _on_changed(self, changes: ChangeSet, _initiator: object) -> None:
        self.status.forget_undo()
        if changes.registers & {PLANS, "training_modules", "systems", "organisations", "value_words"}:
            self._later.start()
