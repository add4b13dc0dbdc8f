"""*Ta emot från granne*: files are looked at, shown field by field, taken in as one step, and taken back as one.

Reading, comparing and writing are done beside the window. Nothing is written before *Genomför*.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.domain.sharing import ENDING
from itadmin.domain.text import clean_line, listed
from itadmin.services.progress import CancelledError, Progress
from itadmin.services.receiving.senders import senders
from itadmin.services.receiving.taking import Taken, confirm, take_in
from itadmin.services.sharing.phrase import as_meant
from itadmin.ui.dialogs.steps import StepsDialog
from itadmin.ui.importing.dropping import DropsOnWindow
from itadmin.ui.problems import show_known_error
from itadmin.ui.session import Session
from itadmin.ui.sharing import receive_words as words
from itadmin.ui.sharing.arrived import Arrived, look_at
from itadmin.ui.sharing.basket import Basket
from itadmin.ui.sharing.dropping import dropped_shares
from itadmin.ui.sharing.files_page import FilesPage
from itadmin.ui.sharing.received_page import ReceivedPage
from itadmin.ui.sharing.review_page import ReviewPage

FILES, REVIEW, DONE = range(3)

_SIZE = (1060, 660)
_STEPS = ("Välj filer", "Granska", "Klart")
_FOLDER = "receive/folder"
_KINDS = f"Delningsfiler (*{ENDING});;Alla filer (*)"
_NOT_YET = "Inget är skrivet ännu. En säkerhetskopia tas först, och allt kan ångras som ett steg."
_ANSWER = "Inget är skrivet ännu. Svara först på frågan om filen från {}."


class ReceiveDialog(StepsDialog):
    """Takes share files into the open register."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session, "Ta emot från granne", _SIZE, _STEPS, parent)
        self._waiting: list[tuple[Path, str]] = []
        self.basket = Basket()
        self.files_page = FilesPage(self.look, self.basket)
        self.review_page = ReviewPage(self.look, self.basket)
        self.received_page = ReceivedPage(self.look)
        for page in (self.files_page, self.review_page, self.received_page):
            self.pages.addWidget(page)
        self._connect()
        self.files_page.show_senders(senders(session.reading()))
        self.stand_on(FILES)

    def _connect(self) -> None:
        DropsOnWindow(self, self, dropped_shares).dropped.connect(self.add_files)
        self.files_page.choose_wanted.connect(self.ask_files)
        self.files_page.opened.connect(lambda path, password: self._look_at([(path, as_meant(password))]))
        self.files_page.removed.connect(self._remove)
        self.files_page.changed.connect(self.set_buttons)
        self.files_page.known.confirmed.connect(self._confirm)
        self.review_page.answered.connect(self.set_buttons)
        self.received_page.undo_wanted.connect(self._undo)

    # Steps

    def deeds(self) -> Sequence[Callable[[], object]]:
        """Show what is in the files, take them in, and close."""
        return self._review, self._take_in, self.accept

    def first_focus(self) -> QWidget:
        """The choice of files until there is one to go on with, and then what is in them."""
        if self.step == FILES and not self.forward.isEnabled():
            return self.files_page.choose
        return self.review_page.tabs if self.step == REVIEW else self.forward

    def set_buttons(self) -> None:
        """Let one go on with files that can be taken in, when what they ask is answered."""
        step, working = self.step, self._working.is_busy
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
        if paths and self.step != DONE:
            self._session.memory.keep(_FOLDER, str(paths[0].parent))
            self.stand_on(FILES)
            self._look_at([(path, "") for path in paths])

    def _look_at(self, files: Sequence[tuple[Path, str]]) -> None:
        self._waiting += files
        if self._waiting and not self._working.is_busy:
            path, password = self._waiting.pop(0)
            snapshot, now = self._session.workspace.snapshot(), self._session.workspace.around.now()
            self.run(
                f"Läser {clean_line(path.name)}",
                lambda _progress: look_at(snapshot, path, now, password),
                self._on_looked_at,
            )

    def _on_looked_at(self, arrived: Arrived) -> None:
        self.basket.put(arrived)
        self.files_page.show_files(arrived.path)
        self.set_buttons()
        if not self.files_page.ask_password_again() and self.forward.isEnabled():
            self.forward.setFocus()
        self._look_at(())

    def _remove(self, path: Path) -> None:
        self.basket.remove(path)
        self.files_page.show_files()
        self.set_buttons()

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
        self.stand_on(REVIEW)

    def _take_in(self) -> None:
        files = self.basket.to_take
        work = partial(self._taken, files, self._session.workspace)
        self.run("Tar emot", work, lambda taken: self._on_taken(files, taken))

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
        self.stand_on(DONE)
        self._session.guide.say(f"{taken.changes.title}.", undoable=True)

    def _undo(self) -> None:
        undo = self._session.workspace.undo
        self.run("Ångrar", lambda _progress: undo.take_back(), self._on_undone)

    def _on_undone(self, undone: ChangeSet) -> None:
        self._session.workspace.records.announce(undone, self)
        self.received_page.show_undone()
        self._session.guide.say(f"{undone.title}.")

    # Work beside the window

    def on_failed(self, error: BaseException) -> None:
        """Tell what went wrong; what was to be looked at next is let be when one stopped it."""
        self.basket.open_none()
        self.files_page.show_files()
        if isinstance(error, CancelledError):
            self._waiting.clear()
        super().on_failed(error)

    def reject(self) -> None:
        """Stop looking at files; with none in hand, and nothing being written, close."""
        if not self._working.is_busy:
            super().reject()
        elif self.step == FILES:
            self._waiting.clear()
            self._working.stop()
