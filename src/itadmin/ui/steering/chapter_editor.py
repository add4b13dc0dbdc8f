"""The window where the chapters of a styrande dokument are written: chapters, the one being written, and the pages.

What is written is saved as one step when the chapter is left. The pages show it before that, as it will print.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent

from itadmin.documents.steering_document_facts import own_municipality
from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.drafted import DraftedReading
from itadmin.services.reading import Reading
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.steering import words
from itadmin.ui.steering.chapter_deeds import BACK, NEW, OUT, Deed, leaving_deed, moving_deed, taking_back_deed
from itadmin.ui.steering.chapter_lines import chapter_lines
from itadmin.ui.steering.chapter_list import ChapterList
from itadmin.ui.steering.chapter_pane import ChapterPane
from itadmin.ui.steering.chapter_standing import lock_of, messages_of
from itadmin.ui.steering.chapter_tools import KEYS
from itadmin.ui.steering.chapter_values import ChapterValues
from itadmin.ui.steering.chapter_work import REGISTER, ChapterWork
from itadmin.ui.steering.chapters_read import AS_BELOW, Level, Standing
from itadmin.ui.steering.editor_top import EditorTop
from itadmin.ui.steering.live_pages import LivePages
from itadmin.ui.steering.paper_types import paper_type
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.one_or_both import OneOrBoth
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.window_size import open_at_size

_SIZE = (1480, 900)
_SHARES = (250, 600, 560)
_LEAST_LIST, _LEAST_TEXT = 210, 360
_PAUSE = 250  # milliseconds without a key before the values of the text are told
_HELP_PAGE = "styrande-dokument"


class ChapterEditor(SideWindow):
    """Works on the chapters of one document. Raises KnownError when its text is not written in the program."""

    def __init__(self, session: Session, document_id: UUID) -> None:
        self._work = ChapterWork(session.workspace, document_id)
        self._read = self._work.read()
        document = self._read.document
        self._type = paper_type(document.template)
        if not self._type:
            raise KnownError(words.NO_TEXT)
        super().__init__(session, "surface")
        self._own = own_municipality(session.reading())
        self._values = ChapterValues(session.workspace, document.template)
        self._level: Level = None
        self._key = ""
        self._is_refused = False
        self._help = SideHelp(session.look, _HELP_PAGE)
        look = session.look
        title = words.told_apart(document.title, document.version)
        self.top = EditorTop(look, title, has_levels=self._own is not None)
        self.chapters = ChapterList(look)
        self.pane = ChapterPane(session)
        self.live = LivePages(session, self._type, document_id, self._snapshot)
        self._splitter = Splitter(look)
        self._room = OneOrBoth(look, (self.pane, self.live), self.top.turn, (words.SHOW_TEXT, words.SHOW_PAGES))
        self._values_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build(document.title)
        self._connect()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the pages when the window has its size."""
        super().showEvent(event)
        if not self.live.is_drawn:
            self.live.draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show either the text or the pages where there is no room for both."""
        super().resizeEvent(event)
        self._room.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is written; when that is refused, close only when asked again."""
        if not self.leave() and not self._is_refused:
            self._is_refused = True
            event.ignore()
            return
        self._values_soon.stop()
        self.live.stop()
        self._help.close()
        super().closeEvent(event)

    def leave(self) -> bool:
        """Save what is written as one step; says whether nothing is left unsaved."""
        self.pane.values.leave()
        if not self.pane.is_changed:
            return True
        if not self.pane.heading.text().strip():
            self.pane.put_back_heading()
        try:
            written = self._work.save(self.pane.draft(), self._level)
        except KnownError as error:
            self._tell(Message(Concern.PROBLEM, words.not_saved(error.sentence)))
            return False
        self._read = self._work.read()
        self.pane.keep()
        self.live.status.say(words.SAVED if written else words.AS_BEFORE, undoable=written)
        return True

    def refresh(self) -> None:
        """Show the chapters as they are now; what is being written stays. Without its document the window closes."""
        try:
            self._read = self._work.read()
        except KnownError as error:
            self.pane.keep()
            self._session.guide.say(error.sentence)
            self.close()
            return
        lines = chapter_lines(self._read, self._level)
        keys = [line.key for line in lines]
        if self._key not in keys and not self.pane.is_changed:
            self._key = keys[min(max(self.chapters.table.currentIndex().row(), 0), len(keys) - 1)] if keys else ""
        lock = lock_of(self._session, self._work.document_id, self._level)
        self.chapters.show_lines(lines, self._key, writable=not lock)
        self.chapters.set_written(written=self.pane.is_changed)
        if not self.pane.is_changed:
            self.pane.show_standing(self._read.stands(self._key, self._level), writable=not lock)
        self.pane.notice.set_messages(messages_of(self._read.chapter(self._key, self._level), lock))
        self._show_values()
        self.pane.tools.offer(self._values.offered())

    def choose(self, key: str) -> None:
        """Leave the chapter that is written for another one."""
        if key == self._key:
            return
        if not self.leave():
            self.chapters.stand_on(self._key)
            return
        self._key = key
        self.refresh()
        self._go_to_page()

    def set_level(self, level: Level) -> None:
        """Write the common text (None), or what only a kommun has."""
        if level != self._level and self.leave():
            self._level = level
            self.refresh()
        self.top.mark_level(is_own=self._level is not None)

    def set_manner(self, manner: str) -> None:
        """Let the chapter stand in another way in a kommun's own document, and write what it then says."""
        if not self.leave():
            return
        if manner == AS_BELOW:
            self._do(taking_back_deed(self._work, self._read, self._key, self._level))
            return
        draft = self._read.draft(self._key, self._level, manner)
        self.pane.show_standing(Standing(draft, has_manner=True), writable=True)
        self.pane.text.setFocus()
        self._show_values()

    def undo(self) -> None:
        """Take back the newest step."""
        self._step(self._session.workspace.undo.undo)

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self._step(self._session.workspace.undo.redo)

    def save(self) -> None:
        """Save what is written, and stay."""
        if self.leave():
            self.refresh()

    def open_paper(self) -> None:
        """Open the document window."""
        if self.leave():
            self._session.guide.open_paper(self._type, self._work.document_id)

    def show_help(self) -> None:
        """Open help about styrande dokument."""
        self._help.open()

    def _build(self, title: str) -> None:
        look = self._session.look
        self.top_items.addWidget(self.top)
        for pane, stretch in ((self.chapters, 0), (self.pane, 1), (self.live, 1)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self.chapters.setMinimumWidth(look.metrics.px(_LEAST_LIST))
        self.pane.setMinimumWidth(look.metrics.px(_LEAST_TEXT))
        self.body_items.addWidget(self._splitter)
        self.status_items.addWidget(self.live.status)
        self.setWindowTitle(f"Kapitel i {title} – itadmin")
        open_at_size(self, look, _SIZE)
        self._splitter.setSizes([look.metrics.px(share) for share in _SHARES])
        self.pane.text.setFocus()

    def _connect(self) -> None:
        self.keep_up(self.refresh)
        self._values_soon.timeout.connect(self._show_values)
        self.live.status.undo_wanted.connect(self.undo)
        self.live.failed.connect(lambda sentence: self._tell(Message(Concern.PROBLEM, words.refused(sentence))))
        self.chapters.chosen.connect(self.choose)
        self.chapters.opened.connect(self.pane.text.setFocus)
        self.chapters.moved.connect(self._move)
        self.chapters.wanted.connect(self._on_wanted)
        self.pane.changed.connect(self._on_written)
        self.pane.manner_wanted.connect(self.set_manner)
        self.top.levels.currentChanged.connect(lambda place: self.set_level(self._own if place else None))
        self.top.paper.clicked.connect(self.open_paper)
        self.top.help.clicked.connect(self.show_help)
        keys: dict[str, Callable[[], object]] = {key: partial(self.pane.text.work, work) for key, work in KEYS.items()}
        keys |= {"Ctrl+S": self.save, "Ctrl+P": self.open_paper, "Ctrl+Z": self.undo, "Ctrl+Y": self.redo}
        keys |= {"Ctrl+Shift+Z": self.redo, "Ctrl+N": partial(self._on_wanted, NEW), "F1": self.show_help}
        self.bind_keys(keys)

    def _show_values(self) -> None:
        groups = self._values.groups(self.pane.text.toPlainText(), self._level)
        self.pane.show_values(groups)
        self.pane.text.marks.set_known(self._values.known)

    def _tell(self, message: Message) -> None:
        self.pane.notice.set_messages([message])

    def _snapshot(self) -> Reading:
        """The register with the chapter as it is written now."""
        reading = self._session.workspace.snapshot()
        if not self.pane.is_changed:
            return reading
        return DraftedReading(reading, REGISTER, "document", self._read.drafted(self.pane.draft(), self._level))

    def _on_written(self) -> None:
        self._is_refused = False
        self.live.status.say(words.UNSAVED if self.pane.is_changed else "")
        self.chapters.set_written(written=self.pane.is_changed)
        self._values_soon.start()
        self.live.draw_soon()

    def _on_changed(self, changes: ChangeSet, initiator: object) -> None:
        self.live.status.undo.hide()  # another step is the newest now
        super()._on_changed(changes, initiator)
        self.live.draw_soon()

    def _on_wanted(self, what: str) -> None:
        if not self.leave():
            return
        place = (self._work, self._read, self._key, self._level)
        if what == NEW:
            self._do(Deed(self._add, words.ADDED_LAST if self._level else words.ADDED_CHAPTER))
        elif what in (BACK, OUT):
            self._do((taking_back_deed if what == BACK else leaving_deed)(*place))

    def _add(self) -> None:
        self._key = self._work.add(words.NEW_HEADING, self._key, self._level)
        self.refresh()
        self.pane.heading.setFocus()
        self.pane.heading.selectAll()

    def _move(self, by: int) -> None:
        if self.leave():
            self._do(moving_deed(self._work, self._key, by, self._level))

    def _do(self, deed: Deed) -> None:
        """Do a step, show what came of it, and offer to undo it; nothing is said where there was nothing to do."""
        try:
            is_done = deed.work() is not False
        except KnownError as error:
            self._tell(Message(Concern.PROBLEM, words.refused(error.sentence)))
            return
        self.refresh()
        if is_done:
            self.live.status.say(deed.told, undoable=True)

    def _step(self, step: Callable[[], ChangeSet]) -> None:
        self.pane.values.leave()
        try:
            changes = step()
        except KnownError as error:
            self.live.status.say(error.sentence)
            return
        self.live.status.say(changes.title)
        touched = self._work.read().touched_by(changes, self._level)
        if touched and not self.pane.is_changed:
            self._key = touched

    def _go_to_page(self) -> None:
        chapter = self._read.chapter(self._key, self._level)
        if chapter is not None and not chapter.left_out:
            self.live.go_to(chapter.heading)
