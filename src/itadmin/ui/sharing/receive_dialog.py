"""*Ta emot från granne*: files are looked at, shown field by field, taken in as one step, and taken back as one.

Reading, comparing and writing are done beside the window. Nothing is written before *Genomför*.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.text import clean_line, listed
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.receiving.senders import senders
from itadmin.services.receiving.taking import Taken, confirm, take_in
from itadmin.services.sharing.phrase import as_meant
from itadmin.ui.background import known
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.importing.dropping import DropsOnWindow
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.sharing import receive_words as words
from itadmin.ui.sharing.arrived import Arrived, look_at
from itadmin.ui.sharing.basket import Basket
from itadmin.ui.sharing.dropping import ENDING, dropped_shares
from itadmin.ui.sharing.files_page import FilesPage
from itadmin.ui.sharing.received_page import ReceivedPage
from itadmin.ui.sharing.review_page import ReviewPage
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.notice import Notice
from itadmin.ui.widgets.step_trail import StepTrail
from itadmin.ui.working import Working

FILES, REVIEW, DONE = range(3)

_SIZE = (1060, 660)
_STEPS = ("Välj filer", "Granska", "Klart")
_FOLDER = "receive/folder"
_KINDS = f"Delningsfiler (*{ENDING});;Alla filer (*)"
_NOT_YET = "Inget är skrivet ännu. En säkerhetskopia tas först, och allt kan ångras som ett steg."
_ANSWER = "Inget är skrivet ännu. Svara först på frågan om filen från {}."


class ReceiveDialog(SheetDialog):
    """Takes share files into the open register."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, "Ta emot från granne", _SIZE, parent)
        self._session = session
        self._waiting: list[tuple[Path, str]] = []
        self._working = Working(session.background, session.guide)
        self.basket = Basket()
        self.notice = Notice(self.look)
        self.trail = StepTrail(self.look, _STEPS)
        self.files_page = FilesPage(self.look, self.basket)
        self.review_page = ReviewPage(self.look, self.basket)
        self.received_page = ReceivedPage(self.look)
        self.pages = QStackedWidget()
        for page in (self.files_page, self.review_page, self.received_page):
            self.pages.addWidget(page)
        self.told = ElidedLabel(self.look, "", TextStyle.SECOND, Ink.TEXT2)
        self.close_button = self.add_button("Avbryt")
        self.back = self.add_button("Tillbaka")
        self.forward = self.add_button("Nästa", ButtonKind.PRIMARY)
        self._lay_out()
        self._connect()
        self.files_page.show_senders(senders(session.reading()))
        self._show(FILES)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.look, self.windowTitle(), TextStyle.LIST_TITLE))
        head.addStretch(1)
        head.addWidget(self.trail)
        self.body.addLayout(head)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.pages, 1)
        self.foot.insertWidget(0, self.told, 100)
        self.forward.setDefault(True)

    def _connect(self) -> None:
        DropsOnWindow(self, self, dropped_shares).dropped.connect(self.add_files)
        self.files_page.choose_wanted.connect(self.ask_files)
        self.files_page.opened.connect(lambda path, password: self._look_at([(path, as_meant(password))]))
        self.files_page.removed.connect(self._remove)
        self.files_page.changed.connect(self._set_buttons)
        self.files_page.known.confirmed.connect(self._confirm)
        self.review_page.answered.connect(self._set_buttons)
        self.received_page.undo_wanted.connect(self._undo)
        self.close_button.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._show(FILES))
        self.forward.clicked.connect(self.go_on)
        self._working.began.connect(self._on_began)
        self._working.ended.connect(self._on_ended)
        self._working.late.connect(self._on_late)
        self.finished.connect(self._working.forget)

    # Steps

    def go_on(self) -> None:
        """Do what the filled button says."""
        steps: dict[int, Callable[[], object]] = {FILES: self._review, REVIEW: self._take_in, DONE: self.accept}
        steps[self.pages.currentIndex()]()

    def _show(self, step: int) -> None:
        """Stand on a step."""
        self.pages.setCurrentIndex(step)
        self.trail.show_step(step)
        self.notice.set_messages([])
        self._set_buttons()
        first: dict[int, QWidget] = {FILES: self.files_page.choose, REVIEW: self.review_page.tabs}
        wanted = first.get(step, self.forward)
        (self.forward if step == FILES and self.forward.isEnabled() else wanted).setFocus()

    def _set_buttons(self) -> None:
        step, working = self.pages.currentIndex(), self._working.is_busy
        self.pages.setEnabled(not (working and step != FILES))
        self.back.setVisible(step == REVIEW)
        self.back.setEnabled(not working)
        self.close_button.setVisible(step != DONE)
        self.close_button.setEnabled(not working or step == FILES)
        ready = {FILES: bool(self.basket.to_take), REVIEW: not self.basket.unanswered}
        self.forward.setEnabled(not working and ready.get(step, True))
        self.forward.setDefault(step != FILES or not self.files_page.asks_password)
        self.forward.setText({REVIEW: words.carry_out(len(self.basket.to_take)), DONE: "Stäng"}.get(step, "Granska"))
        if not working:
            self.told.setText(self._standing(step))

    def _standing(self, step: int) -> str:
        if step == FILES:
            return words.overview(self.basket.files, self.basket.to_take)
        unanswered = [arrived.parcel.sender_name for arrived in self.basket.unanswered if arrived.parcel]
        return "" if step == DONE else _ANSWER.format(listed(unanswered)) if unanswered else _NOT_YET

    # Files

    def ask_files(self) -> None:
        """Ask which files."""
        folder = self._session.memory.value(_FOLDER) or str(self._session.workspace.path.parent)
        chosen, _kind = QFileDialog.getOpenFileNames(self, "Välj delningsfiler", str(folder), _KINDS)
        self.add_files([Path(name) for name in chosen])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Look at files, one after the other."""
        if paths and self.pages.currentIndex() != DONE:
            self._session.memory.keep(_FOLDER, str(paths[0].parent))
            self._show(FILES)
            self._look_at([(path, "") for path in paths])

    def _look_at(self, files: Sequence[tuple[Path, str]]) -> None:
        self._waiting += files
        if self._waiting and not self._working.is_busy:
            path, password = self._waiting.pop(0)
            snapshot, now = self._session.workspace.snapshot(), self._session.workspace.around.now()
            self._working.run(
                f"Läser {clean_line(path.name)}",
                lambda _progress: look_at(snapshot, path, now, password),
                self._on_looked_at,
                self._on_failed,
            )

    def _on_looked_at(self, arrived: Arrived) -> None:
        self.basket.put(arrived)
        self.files_page.show_files(arrived.path)
        self._set_buttons()
        if not self.files_page.ask_password_again() and self.forward.isEnabled():
            self.forward.setFocus()
        self._look_at(())

    def _remove(self, path: Path) -> None:
        self.basket.remove(path)
        self.files_page.show_files()
        self._set_buttons()

    def _confirm(self, sender: UUID) -> None:
        """Note that a sender has been rung, and that the fingerprint is the one known here."""
        try:
            confirm(self._session.workspace, sender)
        except KnownError as error:
            show_known_error(self, error, self.notice)
            return
        self.files_page.show_senders(senders(self._session.reading()))

    # Doing it

    def _review(self) -> None:
        self.review_page.show_files(self.basket.to_take)
        for arrived in self.basket.unanswered[:1]:
            self.review_page.show_file(arrived)
        self._show(REVIEW)

    def _take_in(self) -> None:
        files = self.basket.to_take
        work = partial(self._taken, files, self._session.workspace)
        self._working.run("Tar emot", work, lambda taken: self._on_taken(files, taken), self._on_failed)

    def _taken(self, files: Sequence[Arrived], workspace: Any, _progress: Progress) -> Taken:
        """Take in what lies before one; on the worker thread."""
        answers = {arrived.path: self.basket.answers(arrived) for arrived in files}
        parcels = [arrived.parcel for arrived in files if arrived.parcel]
        confirmed = [
            arrived.parcel.manifest.sender.id
            for arrived in files
            if arrived.parcel and (answers[arrived.path].is_confirmed or arrived.has_changed_key)
        ]
        trusted = next((answers[arrived.path].fingerprint for arrived in files if arrived.has_changed_key), "")
        return take_in(workspace, parcels, trusted=trusted, confirmed=confirmed)

    def _on_taken(self, files: list[Arrived], taken: Taken) -> None:
        self._session.workspace.records.announce(taken.changes, self)
        left_out = words.left_out(self.basket.files, files)
        self.received_page.show_done(words.done(files), left_out, taken.backup.name if taken.backup else "")
        self._show(DONE)
        self._session.guide.say(f"{taken.changes.title}.", undoable=True)

    def _undo(self) -> None:
        undo = self._session.workspace.undo
        self._working.run("Ångrar", lambda _progress: undo.take_back(), self._on_undone, self._on_failed)

    def _on_undone(self, undone: ChangeSet) -> None:
        self._session.workspace.records.announce(undone, self)
        self.received_page.show_undone()
        self._session.guide.say(f"{undone.title}.")

    # Work beside the window

    def _on_began(self, name: str) -> None:
        self.notice.set_messages([])
        self.told.setText(f"{name} …")
        self._set_buttons()

    def _on_ended(self) -> None:
        self._set_buttons()

    def _on_failed(self, error: BaseException) -> None:
        trouble = known(error)
        self.basket.open_none()
        self.files_page.show_files()
        if isinstance(trouble, CancelledError):
            self._waiting.clear()
        else:
            show_known_error(self, trouble, self.notice)

    def _on_late(self, error: BaseException | None) -> None:
        """Something came back when the dialog was gone: trouble of the world is still said."""
        if isinstance(error, KnownError):
            self._session.guide.say(error.sentence)
        elif error is not None:
            raise error

    def reject(self) -> None:
        """Stop looking at files; with none in hand, and nothing being written, close."""
        if not self._working.is_busy:
            super().reject()
        elif self.pages.currentIndex() == FILES:
            self._waiting.clear()
            self._working.stop()
