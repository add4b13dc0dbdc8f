"""What can be done with a handling on the screen, wherever it is shown: opened, saved, checked, sent, registered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from itadmin.domain.addresses import Target
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.paths import print_folder
from itadmin.services.papers import (
    UNSIGNED,
    Scan,
    StoredFile,
    file_of,
    likely_recipient,
    signed_file_of,
    verify,
    withdraw,
)
from itadmin.services.safekeeping import write_file
from itadmin.ui.attachments.opening import AskToOpen
from itadmin.ui.papers.mail import addresses_in, begin_letter
from itadmin.ui.papers.returned_dialog import ReturnedDialog
from itadmin.ui.papers.send_dialog import SendDialog
from itadmin.ui.papers.words import name_of
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.signing.dialog import SigningDialog

_ATTACH, _PASS_ON = "Bifoga bara filen", "Spara för fler underskrifter…"
_NO_VIEWER = "Det finns inget program på datorn som öppnar PDF-filer."


class PaperDesk:
    """Does things with handlingar from one window. What is done or refused is said in the status row of the main one.

    `also` is told it too, for a window of its own.
    """

    def __init__(self, session: Session, window: QWidget, also: Callable[[str], object] | None = None) -> None:
        self._session = session
        self._window = window
        self._also = also

    def open(self, paper: IssuedPaper) -> None:
        """Show the paper as it was made in the system's own viewer."""
        self._attempt(lambda: self._show(file_of(self._session.workspace.attachments, paper)))

    def open_signed(self, paper: IssuedPaper) -> None:
        """Show the signed copy, which came from outside, after asking."""
        self._attempt(lambda: self._ask_to_show(signed_file_of(self._session.workspace.attachments, paper)))

    def save(self, paper: IssuedPaper) -> None:
        """Save a copy of the paper as it was made where the user says."""
        self._attempt(lambda: self._save_stored(file_of(self._session.workspace.attachments, paper)))

    def check(self, paper: IssuedPaper) -> None:
        """Say whether its files are what they were."""
        self._attempt(
            lambda: self._say(" ".join(told.sentence for told in verify(self._session.workspace.attachments, paper)))
        )

    def send(self, paper: IssuedPaper, to: str = "") -> None:
        """Ask to whom it is sent; `to` is who that is likely to be, else whom the record it is about names."""
        likely = to or likely_recipient(self._session.reading(), paper)
        dialog = SendDialog(
            self._session, paper, likely, self._window.window(), lambda written: self._begin_letter(paper, written)
        )
        dialog.done_with.connect(self._say_done)
        dialog.open()

    def write_letter(self, paper: IssuedPaper, to: str) -> None:
        """Begin a letter with the paper in the system's mail program."""
        self._attempt(lambda: self._say(self._begin_letter(paper, to)))

    def register_returned(
        self, paper: IssuedPaper | None, path: Path | None = None, attach: Callable[[Scan], object] | None = None
    ) -> None:
        """Ask about what has come back signed; `attach` takes a file that is only to be attached."""
        dialog = self._returned(paper, _ATTACH if attach is not None else "")
        if dialog is None:
            return
        if attach is not None:
            dialog.set_aside.connect(attach)
        if path is not None:
            dialog.take_file(path)
        dialog.open()

    def sign(self, paper: IssuedPaper) -> None:
        """Ask for a certificate file and sign the paper with it."""
        self._attempt(lambda: self._ask_to_sign(paper, file_of(self._session.workspace.attachments, paper)))

    def _returned(self, paper: IssuedPaper | None, other: str) -> ReturnedDialog | None:
        """The dialog about what has come back; None, and told, when nothing is out."""
        try:
            dialog = ReturnedDialog(self._session, self._window.window(), paper, other)
        except KnownError as error:
            self._say(error.sentence)
            return None
        dialog.done_with.connect(self._say_done)
        return dialog

    def withdraw(self, paper: IssuedPaper) -> None:
        """Note that it is not to be signed after all."""
        if self._attempt(lambda: withdraw(self._session.workspace, paper.id)):
            self._say_done(f"Handling {paper.number} är makulerad.")

    def _say(self, sentence: str) -> None:
        self._tell(sentence, undoable=False)

    def _say_done(self, sentence: str) -> None:
        self._tell(sentence, undoable=True)

    def _tell(self, sentence: str, *, undoable: bool) -> None:
        self._session.guide.say(sentence, undoable=undoable)
        if self._also is not None:
            self._also(sentence)

    def _show(self, stored: StoredFile) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._copy(stored)))):
            raise KnownError(_NO_VIEWER)

    def _ask_to_show(self, stored: StoredFile) -> None:
        target = Target("fil", str(self._copy(stored)), "")
        sheet = AskToOpen(self._session.look, target, self._window.window(), name=stored.name)
        sheet.failed.connect(self._say)
        sheet.open()

    def _save_stored(self, stored: StoredFile) -> None:
        self._save(stored.name, stored.content)

    def _save(self, name: str, content: bytes) -> None:
        proposal = self._session.workspace.path.parent / name
        path = ask_save_place(self._window, "Spara en kopia av handlingen", proposal, (".pdf",))
        if path is not None:
            write_file(path, content)
            self._say(f"Handlingen är sparad som {path.name}.")

    def _ask_to_sign(self, paper: IssuedPaper, stored: StoredFile) -> None:
        dialog = SigningDialog(self._session, stored.content, name_of(paper), self._window.window())
        dialog.signed.connect(lambda content: self._on_signed(paper, Scan(stored.name, content)))
        dialog.open()

    def _on_signed(self, paper: IssuedPaper, signed: Scan) -> None:
        """Go on with a paper that has been signed here: registered, or saved for others to sign."""
        dialog = self._returned(paper, _PASS_ON)
        if dialog is not None:
            dialog.set_aside.connect(lambda scan: self._attempt(lambda: self._save(scan.name, scan.content)))
            dialog.take_scan(signed)
            dialog.open()

    def _begin_letter(self, paper: IssuedPaper, to: str) -> str:
        """Begin a letter with the paper and say what was done. Raises KnownError."""
        stored = file_of(self._session.workspace.attachments, paper)
        purpose = "För underskrift: " if paper.status in UNSIGNED else ""
        subject = f"{purpose}{paper.title or 'Handling'} ({paper.number})"
        return begin_letter(self._copy(stored), subject, addresses_in(to))

    def _copy(self, stored: StoredFile) -> Path:
        """A copy for other programs to read, which stays as long as they may need it."""
        return self._session.workspace.attachments.opened_copy(stored.digest, stored.name, print_folder())

    def _attempt(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except KnownError as error:
            self._say(error.sentence)
            return False
        return True
