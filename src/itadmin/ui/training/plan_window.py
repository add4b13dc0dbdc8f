"""The window on one utbildningsplan: its table, what it is worth, and how it is adopted and begun anew.

Every change is a step of its own, saved at once. A plan that is adopted is shown, and a new version begun from it.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent

from itadmin.domain.problems import KnownError
from itadmin.services.training.plans import worth_of_plan
from itadmin.ui.changing_window import ChangingWindow
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.session import Session
from itadmin.ui.training import words
from itadmin.ui.training.acts import begin_next_version
from itadmin.ui.training.adopt_sheet import open_adopting
from itadmin.ui.training.plan_pane import PlanPane
from itadmin.ui.training.plan_read import PLANS
from itadmin.ui.training.plan_work import PlanWork
from itadmin.ui.training.state_signs import state_chip
from itadmin.ui.widgets.buttons import Button, IconButton
from itadmin.ui.widgets.labels import ElidedLabel
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.window_size import open_at_size

_SIZE = (1320, 780)
_HELP_PAGE = "utbildningsplaner"
_PAPER = "training_plan"
_TOLD_OF = frozenset({PLANS, "training_modules", "systems", "organisations", "value_words"})


class PlanWindow(ChangingWindow):
    """Works on one plan. Raises KnownError when it is gone."""

    def __init__(self, session: Session, plan_id: UUID) -> None:
        work = PlanWork(session.workspace, plan_id)
        self._plan = work.read()
        super().__init__(session, "surface")
        look = session.look
        self._help = SideHelp(look, _HELP_PAGE)
        self.heading = ElidedLabel(look, "", TextStyle.NAME)
        self.state = state_chip(look)
        self.adopt = Button(look, "Fastställ…", icon="checkmark_circle")
        self.next = Button(look, "Ny version", icon="document_add")
        self.paper = Button(look, "Visa dokumentet…", icon="document_pdf")
        self.help = IconButton(look, "question_circle", "Hjälp om utbildningsplaner")
        self.pane = PlanPane(look, work, self._plan)
        self._told_unread: tuple[str, ...] = ()
        self._build()
        self._connect()
        self._show()
        self.pane.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close, when it has been told what that throws away."""
        unread = self.pane.model.unread()
        if event.key() == Qt.Key.Key_Escape and unread and unread != self._told_unread:
            self._told_unread = unread
            self.status.say(words.UNSAVED)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the cell that is open, and close the help with it."""
        self.pane.leave()
        self._help.close()
        super().closeEvent(event)

    def refresh(self) -> None:
        """Show the plan as it is now; without it the window closes."""
        try:
            self._plan = self.pane.work.read()
        except KnownError as error:
            self._session.guide.say(error.sentence)
            self.close()
            return
        self._show()

    def leave_edited(self) -> None:
        """Save the cell that is open."""
        self.pane.leave()

    def _build(self) -> None:
        self.top_items.setSpacing(self._session.look.metrics.gap)
        self.top_items.addWidget(self.heading)
        self.top_items.addWidget(self.state)
        self.top_items.addStretch(1)
        for part in (self.adopt, self.next, self.paper, self.help):
            self.top_items.addWidget(part)
        self.body_items.addWidget(self.pane)
        open_at_size(self, self._session.look, _SIZE)

    def _connect(self) -> None:
        self.keep_up(self.refresh, _TOLD_OF)
        self.pane.done.connect(self._on_done)
        self.pane.said.connect(self.status.say)
        self.adopt.clicked.connect(self._adopt)
        self.next.clicked.connect(self._begin_next)
        self.paper.clicked.connect(self._open_paper)
        self.help.clicked.connect(self._help.open)
        keys = {"Ctrl+N": self.pane.add_module, "Ctrl+S": self.pane.leave}
        self.bind_keys({**keys, "Ctrl+P": self._open_paper, "F1": self._help.open})

    def _show(self) -> None:
        plan, read = self._plan.plan, self._plan
        self.setWindowTitle(f"{read.read.label} – itadmin")
        self.heading.setText(f"{read.read.label} {plan.version}".strip())
        self.state.show_state(self._session.reading(), plan.id)
        is_own = self._session.may_change(read.read)
        self.adopt.setVisible(read.writable)
        self.next.setVisible(bool(read.lock) and is_own and plan.status != "ersatt")
        self.pane.show_plan(read, self._standing())

    def _standing(self) -> Message | None:
        """Why the plan cannot be changed; nothing when it can."""
        if self._plan.lock:
            reason = worth_of_plan(self._session.reading(), self._plan.plan.id).reason
            return Message(Concern.INFORMATION, words.locked(reason))
        return None if self._plan.writable else Message(Concern.READ_ONLY, words.ANOTHERS)

    def _adopt(self) -> None:
        """Ask when and by whom; what the plan lacks is told above the table."""
        self.pane.leave()
        try:
            sheet = open_adopting(self._session, self.pane.work.plan_id, self)
        except KnownError as error:
            self.pane.refuse(error.sentence)
            return
        sheet.accepted.connect(lambda: self.status.say(words.ADOPTED, undoable=True))

    def _begin_next(self) -> None:
        """Begin the next version, and work on that here."""
        try:
            new_id = begin_next_version(self._session, self.pane.work.plan_id)
        except KnownError as error:
            self.pane.refuse(error.sentence)
            return
        self.pane.work = PlanWork(self._session.workspace, new_id)
        self.refresh()
        self.status.say(words.BEGUN, undoable=True)

    def _open_paper(self) -> None:
        self.pane.leave()
        self._session.guide.open_paper(_PAPER, self.pane.work.plan_id)

    def _on_done(self, told: str) -> None:
        """Show what came of a step, and offer to undo it."""
        self.refresh()
        self.read_no_more()
        if told:
            self.status.say(told, undoable=True)
