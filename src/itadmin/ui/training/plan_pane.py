"""The pane where a utbildningsplan is worked with: what is wrong, buttons, the table, and how many people there are.

Each change is a step of its own; whoever shows the pane says what was done. Knows no window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.training import words
from itadmin.ui.training.grid_model import PlanModel
from itadmin.ui.training.grid_table import PlanTable
from itadmin.ui.training.grid_texts import TITLE
from itadmin.ui.training.grid_tools import GridTools
from itadmin.ui.training.heads_model import HeadsModel
from itadmin.ui.training.heads_table import HeadsTable
from itadmin.ui.training.plan_read import DEMANDS, PlanRead
from itadmin.ui.training.plan_work import PlanWork
from itadmin.ui.training.ruled_delegate import draw_demand
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.widgets.notice import Concern, Message, Notice


class PlanPane(QWidget):
    """Works on what `work` is about. `done` says that a step is written, and what it was; `said` is said of no step."""

    done = Signal(str)
    said = Signal(str)

    def __init__(self, look: Look, work: PlanWork, plan: PlanRead) -> None:
        super().__init__()
        self._look = look
        self.work = work
        self._plan = plan
        self._standing: list[Message] = []
        self._refused = ""
        self.notice = Notice(look)
        self.legend: Legend[str] = Legend(look, draw_demand)
        self.model, self.heads_model = PlanModel(self), HeadsModel(self)
        self.table = PlanTable(look, self.model)
        self.about = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.tools = GridTools(look)
        self.heads = HeadsTable(look, self.heads_model)
        self._area, self._inside = QScrollArea(), QWidget()
        self._build()
        self._connect()

    def show_plan(self, plan: PlanRead, standing: Message | None) -> None:
        """Show the plan as it is now; one stands where one stood. `standing` says why it cannot be changed."""
        stood = (self.table.current_module(), self.model.key_at(self.table.currentIndex().column()))
        self._plan = plan
        self._standing = [standing] if standing else []
        self.model.show_plan(plan)
        self.heads_model.show_plan(plan)
        if not self.table.currentIndex().isValid():
            self.table.stand_on(stood[0].id if stood[0] else None, stood[1])
        self.heads.setVisible(bool(plan.audiences) and bool(plan.counted or plan.writable))
        self.tools.setVisible(plan.writable)
        self.heads.fit()
        self._show_tools()
        self._show_messages()
        self._on_stood()

    def begin(self) -> None:
        """Stand on the first moment."""
        modules = self.model.modules
        self.table.stand_on(modules[0].id if modules else None, TITLE)
        self.table.setFocus()

    def leave(self) -> None:
        """Let a cell that is open give its value."""
        self.table.close_cell()
        self.heads.close_cell()

    def refuse(self, sentence: str) -> None:
        """Tell what was refused, until the next step is done."""
        self._refused = sentence
        self._show_messages()

    def do(self, step: Callable[[], Any], told: str = "") -> bool:
        """Do a step and say so; what is refused is told above the table. Says whether it was done."""
        self._refused = ""
        try:
            came = step()
        except KnownError as error:
            self.refuse(error.sentence)
            return False
        self.done.emit(told or (f"{came.title}." if isinstance(came, ChangeSet) else ""))
        return True

    def add_module(self) -> None:
        """Begin a moment after the one that one stands on, and write its name."""
        self.leave()
        after = self.table.current_module()
        made: list[UUID] = []
        if self.do(lambda: made.append(self.work.add_module(after.id if after else None)), "Momentet är tillagt."):
            self.table.write(made[0], TITLE)

    def remove_module(self) -> None:
        """Put the moment that one stands on in the bin."""
        module, row = self.table.current_module(), self.table.currentIndex().row()
        if module is not None and self.do(lambda: self.work.remove_module(module.id)):
            self.table.setCurrentIndex(self.model.index(min(row, len(self.model.modules)), 1))

    def add_audience(self, audience: str) -> None:
        """Let one more målgrupp be the plan's, and stand on its level."""
        if self.do(lambda: self.work.add_audience(audience)):
            self.table.stand_on(None, audience)
            self.table.setFocus()

    def remove_audience(self) -> None:
        """Take away the målgrupp that one stands on."""
        audience, module = self.table.current_audience(), self.table.current_module()
        if audience and self.do(lambda: self.work.remove_audience(audience)):
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
        metrics = self._look.metrics
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
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        column.setSpacing(metrics.gap)
        column.addWidget(self.notice)
        column.addWidget(self.tools)
        column.addWidget(self._area, 1)
        column.addWidget(self.legend)
        column.addWidget(self.about)

    def _connect(self) -> None:
        self.model.module_edited.connect(
            lambda key, name, plain: self.do(lambda: self.work.set_module(key, {name: plain}))
        )
        self.model.level_edited.connect(lambda audience, level: self.do(lambda: self.work.set_level(audience, level)))
        self.model.faults_changed.connect(self._show_messages)
        self.table.demand_wanted.connect(
            lambda key, audience, demand: self.do(lambda: self.work.set_demand(key, audience, demand))
        )
        self.table.before_wanted.connect(
            lambda key, before: self.do(lambda: self.work.set_module(key, {"prerequisites": before}))
        )
        self.table.moved.connect(self._move)
        self.table.added.connect(self.add_module)
        self.table.removed.connect(self.remove_module)
        self.table.stood.connect(self._on_stood)
        self.heads.stood.connect(self._tell_heads)
        self.heads_model.edited.connect(
            lambda audience, code, people: self.do(lambda: self.work.set_people(audience, code, people))
        )
        self.heads_model.refused.connect(self.said)
        self.tools.module_wanted.connect(self.add_module)
        self.tools.module_unwanted.connect(self.remove_module)
        self.tools.audience_wanted.connect(self.add_audience)
        self.tools.audience_unwanted.connect(self.remove_audience)
        self.tools.kommun_wanted.connect(self.begin_kommun)
        self.tools.moved.connect(self._move)
        self.notice.acted.connect(self._on_notice)

    def _show_tools(self) -> None:
        offered = self._plan.words.offered("malgrupp")
        shown = set(self._plan.audiences)
        self.tools.offer_audiences([(code, word) for code, word in offered.items() if code not in shown])
        codes = set(self.heads_model.codes)
        self.tools.offer_kommuner([(code, town) for code, town in self._plan.towns.items() if code not in codes])

    def _show_messages(self) -> None:
        """What stands above the table: refusals, the lock, what is missing and what does not go together."""
        plan = self._plan
        messages = [Message(Concern.PROBLEM, self._refused)] if self._refused else []
        messages += self._standing
        messages += [Message(Concern.WARNING, fault, words.SHOW) for fault in self.model.faults()]
        if plan.writable and not plan.audiences:
            messages.append(Message(Concern.MISSING, words.NO_AUDIENCES))
        if plan.writable and not plan.modules:
            messages.append(Message(Concern.MISSING, words.NO_MODULES))
        self.notice.set_messages(messages)

    def _on_stood(self) -> None:
        """Say where one stands, so that a narrow cell is read in full, and offer what can be done there."""
        index = self.table.currentIndex()
        if not self.heads.hasFocus():
            self._tell(self.model.told(index) if index.isValid() else "", words.KEYS)
        if index.isValid() and self.table.hasFocus():
            place = self.table.visualRect(index).center() + QPoint(0, self.table.heads.height())
            seen = self.table.mapTo(self._inside, place)
            self._area.ensureVisible(0, seen.y(), 0, self.table.rowHeight(0))
        module, audience = self.table.current_module(), self.table.current_audience()
        self.tools.enable(module.title if module else "", self._plan.audience_word(audience) if audience else "")

    def _tell_heads(self) -> None:
        """Say where one stands among the numbers."""
        if self.heads.hasFocus():
            self._tell(self.heads.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "", words.HEADS_KEYS)

    def _tell(self, told: str, keys: str) -> None:
        self.about.setText(f"{told}\n{keys if self._plan.writable else words.READING}".strip())

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
            self.do(lambda: self.work.move_module(module.id, rows))
        elif columns and audience:
            self.do(lambda: self.work.move_audience(audience, columns))
        self.table.stand_on(module.id if module else None, key)
