"""Saving and printing an overview that a window shows: the file is made beside the window from a private copy."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.text import file_name
from itadmin.paths import print_folder
from itadmin.services.exporting.overview import ENDINGS, Overview, overview_file
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.ui.background import known
from itadmin.ui.document.viewer import hand_over_to_print
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session

_PAPER = ".pdf"
_MAKING = "itadmin.documents.making"
_KINDS = (*ENDINGS, _PAPER)


class OverviewOutput(QObject):
    """Works for `window`. `said` is a sentence about what was done, `failed` what the world refused."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def save(self, overview: Overview) -> None:
        """Ask where the file is to lie, and which kind it is, and write it."""
        proposal = self._session.workspace.path.parent / self._name(overview, ENDINGS[0])
        path = ask_save_place(self._window, "Spara som fil", proposal, _KINDS)
        if path is not None:
            self._make(overview, path, lambda: self.said.emit(f"Sparat som {path.name}."))

    def print_out(self, overview: Overview) -> None:
        """Make a paper of it and hand it over to be printed."""
        path = print_folder() / self._name(overview, _PAPER)
        self._make(overview, path, lambda: self.said.emit(hand_over_to_print(path, self._window)))

    def _make(self, overview: Overview, path: Path, then: Callable[[], None]) -> None:
        reading = self._session.workspace.snapshot()

        def work() -> None:
            with closing(reading):
                write_file(path, _content(reading, overview, path.suffix.lower()))

        self._session.background.run("Sammanställningen görs", work, lambda _nothing: then(), self._on_failed)

    def _name(self, overview: Overview, ending: str) -> str:
        return file_name(f"{overview.title}_{self._session.reading().day.isoformat()}{ending}")

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(known(error))


def _content(reading: Reading, overview: Overview, ending: str) -> bytes:
    """The overview as the bytes of a file. Raises KnownError."""
    if ending == _PAPER:
        made: bytes = import_module(_MAKING).make_overview(reading, overview)
        return made
    return overview_file(reading, overview, ending).content
