"""*Matcha system*: systems of different kommuner that may be the same, two by two, answered with one key each.

Stands beside the main window and follows the register. Pairs are looked for beside the window; each answer is a step.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.reading import Reading
from itadmin.ui.background import known
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.matching import words
from itadmin.ui.matching.answering import Answering
from itadmin.ui.matching.pair_view import PairView
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.widgets.buttons import Button, ButtonKind, IconButton
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.progress_bar import ProgressBar
from itadmin.ui.widgets.prose import Strong
from itadmin.ui.widgets.status_line import StatusLine
from itadmin.ui.window_size import open_at_size
from itadmin.ui.working import Working

if TYPE_CHECKING:
    from itadmin.services.matching.proposing import Proposals

_PROPOSING = "itadmin.services.matching.proposing"
_SIZE = (1040, 660)
_TOLD_OF = frozenset({"systems", "matches", "organisations", "agreements"})
_HELP_PAGE = "matcha-system"


def _find(reading: Reading, progress: Progress) -> Proposals:
    """Look for pairs; what compares names is loaded by whoever looks first."""
    found: Proposals = import_module(_PROPOSING).proposals(reading, progress)
    return found


class MatchingWindow(SideWindow):
    """Puts one question at a time. Escape closes it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "surface")
        look = session.look
        self.answering = Answering(session, self)
        self._is_stale = False
        self._help = SideHelp(look, _HELP_PAGE)
        self._working = Working(session.background)
        self.heading = ElidedLabel(look, words.TITLE, TextStyle.NAME)
        self.bar = ProgressBar(look)
        self.progress = ElidedLabel(look, "", ink=Ink.TEXT2)
        self.help = IconButton(look, "question_circle", "Hjälp om att matcha system")
        self.question = Label(look, words.ASKED, TextStyle.SIDE_HEADING, wrap=True)
        self.whose = Label(look, "", ink=Ink.TEXT2)
        self.notice = Notice(look)
        self.pair = PairView(look)
        self.same = Button(look, words.SAME, ButtonKind.PRIMARY)
        self.apart = Button(look, words.NOT_THE_SAME)
        self.unknown = Button(look, words.DO_NOT_KNOW)
        self.back = Button(look, words.TAKE_BACK)
        self.looking = Label(look, words.looking(0, 0), TextStyle.SIDE_HEADING, wrap=True)
        self.stop = Button(look, "Avbryt")
        self.none = EmptyState(look, "checkmark_circle", *words.ALL_ANSWERED, plain="Leta igen")
        self.status = StatusLine(look)
        self._pages, self._asked, self._searching = QStackedWidget(), QWidget(), QWidget()
        self._build()
        self._connect()
        self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Look no more, and close the help with it."""
        self._working.forget()
        self._help.close()
        super().closeEvent(event)

    def refresh(self) -> None:
        """Look for pairs anew, beside the window; what is asked now stays meanwhile."""
        if self._working.is_busy:
            self._is_stale = True
            self._working.stop()
            return
        if self.answering.asking is None or self.answering.asking.current is None:
            self._pages.setCurrentWidget(self._searching)
        reading = self._session.reading()
        self._working.run(
            "Letar efter system som kan vara samma",
            lambda progress: _find(reading, progress),
            self._on_found,
            self._on_failed,
        )

    def answer(self, *, same: bool) -> None:
        """Say that the two are the same, or that they are not, and put the next question."""
        asking = self.answering.asking
        question = asking.current if asking is not None else None
        if question is None or self._pages.currentWidget() is not self._asked:
            return
        try:
            title = self.answering.answer(same=same)
        except KnownError as error:
            self.status.say(error.sentence)
            return
        self.status.say(f"{title}.")
        self._put()
        if question.why == "motsagelse" and question.was is not same:
            self.refresh()

    def put_off(self) -> None:
        """Let the question come last."""
        if self._pages.currentWidget() is self._asked:
            self.answering.put_off()
            self.status.say(words.PUT_OFF)
            self._put()

    def take_back(self) -> None:
        """Undo the last answer and put its question again."""
        if not self.answering.may_take_back:
            return
        try:
            is_taken_back = self.answering.take_back()
        except KnownError as error:
            self.status.say(error.sentence)
            return
        self.status.say(words.TAKEN_BACK if is_taken_back else words.NOT_POSSIBLE)
        self._put()

    def _build(self) -> None:
        metrics = self._session.look.metrics
        self.setWindowTitle(f"{words.TITLE} – itadmin")
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        self.top_items.addWidget(self.progress)
        self.top_items.addWidget(self.bar)
        self.top_items.addWidget(self.help)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.pair)
        area.setAccessibleName("De två systemen")
        for part in (area, area.viewport()):
            set_property(part, "ground", "surface")
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap)
        for button in (self.same, self.apart, self.unknown):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.block)
        for part in (self.question, self.whose, self.notice):
            column.addWidget(part)
        column.addWidget(area, 1)
        column.addLayout(buttons)
        column = QVBoxLayout(self._searching)
        column.addStretch(1)
        column.addWidget(self.looking, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        for page in (self._searching, self._asked, self.none):
            self._pages.addWidget(page)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(metrics.section_gap, metrics.block, metrics.section_gap, metrics.block)
        column.addWidget(self._pages)
        self.body_items.addWidget(holder)
        self.status_items.addWidget(self.status)
        open_at_size(self, self._session.look, _SIZE)

    def _connect(self) -> None:
        self.keep_up(self.refresh, _TOLD_OF)
        self.same.clicked.connect(lambda: self.answer(same=True))
        self.apart.clicked.connect(lambda: self.answer(same=False))
        self.unknown.clicked.connect(self.put_off)
        self.back.clicked.connect(self.take_back)
        self.stop.clicked.connect(self._working.stop)
        self.none.plain_chosen.connect(self.refresh)
        self.help.clicked.connect(self._help.open)
        self.pair.open_wanted.connect(lambda system: self._session.guide.open_record("systems", system))
        self._working.moved.connect(lambda done, total: self.looking.setText(words.looking(done, total)))
        self._working.ended.connect(self._on_ended)
        keys: dict[str, Callable[[], object]] = {
            "J": lambda: self.answer(same=True),
            "N": lambda: self.answer(same=False),
            "V": self.put_off,
            "Backspace": self.take_back,
            "Ctrl+Z": self.take_back,
            "F1": self._help.open,
        }
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self, slot).setAutoRepeat(False)

    def _put(self) -> None:
        """Put the question that is next, or say that there is none."""
        put, asking = self.answering.put(), self.answering.asking
        self.back.setEnabled(self.answering.may_take_back)
        self._tell_progress()
        if put is None:
            if asking is not None and self.answering.has_more:
                self.answering.has_more = False
                self.refresh()
            else:
                self._show_none()
            return
        question, one, other = put
        self.pair.show_pair(question, one, other)
        sentence = words.sentence(question, one, other)
        self.question.setAccessibleName(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.question, sentence))  # the focus stays
        self.whose.setText(words.whose_turn(question))
        self.whose.setVisible(not question.own)
        is_contradiction = question.why == "motsagelse"
        told = Message(Concern.WARNING, (Strong(f"{words.CONTRADICTED}. "), words.HOW_TO_MEND))
        self.notice.set_messages([told] if is_contradiction else [])
        if self._pages.currentWidget() is not self._asked:
            self._pages.setCurrentWidget(self._asked)
            self.same.setFocus()

    def _tell_progress(self) -> None:
        asking = self.answering.asking
        if asking is not None:
            least = asking.least()
            told = words.progress(asking.answered, least, len(asking.left()), asking.put_off_count)
            self.progress.setText(told)
            self.bar.set_progress(asking.answered, asking.answered + least, told)

    def _show_none(self) -> None:
        some = self.answering.has_neighbours
        self.none.set_words(*(words.ALL_ANSWERED if some else words.NO_NEIGHBOURS))
        self._pages.setCurrentWidget(self.none)

    def _on_found(self, found: Proposals) -> None:
        self.answering.begin(found)
        self._put()

    def _on_failed(self, error: BaseException) -> None:
        trouble = known(error)
        self.status.say("" if self._is_stale and isinstance(trouble, CancelledError) else trouble.sentence)
        if self._pages.currentWidget() is self._searching and not self._is_stale:
            self.none.set_words(*words.STOPPED)
            self._pages.setCurrentWidget(self.none)

    def _on_ended(self) -> None:
        """Look again, where the register has changed meanwhile."""
        if self._is_stale:
            self._is_stale = False
            self._reading_anew.start()

    def _on_changed(self, changes: ChangeSet, initiator: object) -> None:
        """Follow what others do; of what is answered here one knows."""
        if initiator is not self and not self.answering.is_taking_back:
            super()._on_changed(changes, initiator)
