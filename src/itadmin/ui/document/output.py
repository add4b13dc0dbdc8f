"""What is done with a finished paper: its file is saved, opened, shown in its folder, or handed over to be printed.

Only files that were just written here are ever opened.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.problems import KnownError
from itadmin.paths import print_folder
from itadmin.services.papers import Issued, StoredFile
from itadmin.services.safekeeping import write_file
from itadmin.ui.background import known
from itadmin.ui.document.preview import press
from itadmin.ui.document.viewer import hand_over_to_print, shown_by_system
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session

_ENDING = ".pdf"


class PaperOutput(QObject):
    """Writes one paper's file. `saved` gives it, `said` a sentence to show, `failed` why something went wrong.

    `issued` gives the handling that the finished paper was registered as, its number and its file.
    """

    saved = Signal(Path)
    issued = Signal(UUID, str, Path)
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, document_type: str, record_id: UUID | None, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._type = document_type
        self._record_id = record_id
        self._window = window
        self._folder = session.workspace.path.parent
        self._stopped = False

    def stop(self) -> None:
        """Say nothing more; what is being written is written."""
        self._stopped = True

    def save(self, file_name: str, *, draft: bool) -> None:
        """Ask where the paper is to lie, and write it."""
        title = "Spara utkast som PDF" if draft else "Spara dokumentet som PDF"
        path = ask_save_place(self._window, title, self._folder / file_name, (_ENDING,))
        if path is None:
            return
        self._folder = path.parent
        self._write(path, draft=draft, then=lambda: self.saved.emit(path))

    def save_copy(self, file_name: str, content: bytes) -> None:
        """Ask where what is shown is to lie, and write it as it is."""
        path = ask_save_place(self._window, "Spara en kopia", self._folder / file_name, (_ENDING,))
        if path is not None:
            self._folder = path.parent
            self._put(path, lambda: content, then=lambda: self.saved.emit(path))

    def issue(self, file_name: str) -> None:
        """Ask where the finished paper is to lie, register it under a number, and write it."""
        path = ask_save_place(self._window, "Skapa handlingen som PDF", self._folder / file_name, (_ENDING,))
        if path is None:
            return
        self._folder = path.parent
        workspace, reading = self._session.workspace, self._session.workspace.snapshot()

        def work() -> Issued:
            issued: Issued = press().issue_file(workspace, reading, self._type, self._record_id, path)
            return issued

        self._session.background.run(
            "Handlingen skapas", work, lambda issued: self._on_issued(issued, path), self._on_failed
        )

    def print_stored(self, stored: StoredFile) -> None:
        """Hand a handling to be printed as it lies in the store."""
        try:
            path = self._session.workspace.attachments.opened_copy(stored.digest, stored.name, print_folder())
        except KnownError as error:
            self.failed.emit(error.sentence)
            return
        self._show_to_print(path)

    def print_out(self, file_name: str, *, draft: bool) -> None:
        """Hand the paper to the system's viewer to be printed; without one its pages are printed as pictures."""
        path = print_folder() / file_name
        self._write(path, draft=draft, then=lambda: self._show_to_print(path))

    def print_copy(self, file_name: str, content: bytes) -> None:
        """Hand what is shown to be printed as it is."""
        path = print_folder() / file_name
        self._put(path, lambda: content, then=lambda: self._show_to_print(path))

    def open(self, path: Path) -> None:
        """Open a file that was saved here in the system's viewer."""
        if not shown_by_system(path):
            self.failed.emit("Det finns inget program på datorn som öppnar PDF-filer.")

    def open_folder(self, path: Path) -> None:
        """Show the folder of a file that was saved here."""
        if not shown_by_system(path.parent):
            self.failed.emit(f"Mappen kan inte visas. Filen ligger i {path.parent}.")

    def _show_to_print(self, path: Path) -> None:
        self.said.emit(hand_over_to_print(path, self._window))

    def _write(self, path: Path, *, draft: bool, then: Callable[[], None]) -> None:
        reading = self._session.workspace.snapshot()

        def make() -> bytes:
            content: bytes = press().make_file(reading, self._type, self._record_id, draft=draft)
            return content

        self._put(path, make, then)

    def _put(self, path: Path, make: Callable[[], bytes], then: Callable[[], None]) -> None:
        self._session.background.run(
            "Dokumentet skapas",
            lambda: write_file(path, make()),
            lambda _nothing: self._go_on(then),
            self._on_failed,
        )

    def _on_issued(self, issued: Issued, path: Path) -> None:
        """Tell of the step, which is done also when the window is gone."""
        self._session.workspace.records.announce(issued.changes)
        self._go_on(lambda: self.issued.emit(issued.paper_id, issued.number, path))

    def _go_on(self, then: Callable[[], None]) -> None:
        if not self._stopped:
            then()

    def _on_failed(self, error: BaseException) -> None:
        trouble = known(error)
        if not self._stopped:
            self.failed.emit(trouble.sentence)
