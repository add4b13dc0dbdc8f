"""Saving and printing an overview that a window shows: the file is made beside the window from a private copy."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadmin.domain.text import file_name
from itadmin.paths import print_folder
from itadmin.services.exporting.overview import ENDINGS, Overview, overview_file
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.ui.document.viewer import hand_over_to_print
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.window_work import WindowWork

_PAPER = ".pdf"
_MAKING = "itadmin.documents.making"
_KINDS = (*ENDINGS, _PAPER)


class OverviewOutput:
    """Asks over `window`; `work` does what is asked for and says what came of it."""

    def __init__(self, session: Session, window: QWidget, work: WindowWork) -> None:
        self._session = session
        self._window = window
        self._work = work

    def save(self, overview: Overview) -> None:
        """Ask where the file is to lie, and which kind it is, and write it."""
        proposal = self._session.workspace.path.parent / self._name(overview, ENDINGS[0])
        path = ask_save_place(self._window, "Spara som fil", proposal, _KINDS)
        if path is not None:
            self._make(overview, path, lambda: f"Sparat som {path.name}.")

    def print_out(self, overview: Overview) -> None:
        """Make a paper of it and hand it over to be printed."""
        path = print_folder() / self._name(overview, _PAPER)
        over = self._window.parentWidget() or self._window
        self._make(overview, path, lambda: hand_over_to_print(path, over))

    def _make(self, overview: Overview, path: Path, told: Callable[[], str]) -> None:
        reading = self._session.workspace.snapshot()

        def work() -> None:
            with closing(reading):
                write_file(path, _content(reading, overview, path.suffix.lower()))

        self._work.run("Sammanställningen görs", work, lambda _nothing: told())

    def _name(self, overview: Overview, ending: str) -> str:
        return file_name(f"{overview.title}_{self._session.reading().day.isoformat()}{ending}")


def _content(reading: Reading, overview: Overview, ending: str) -> bytes:
    """The overview as the bytes of a file. Raises KnownError."""
    if ending == _PAPER:
        made: bytes = import_module(_MAKING).make_overview(reading, overview)
        return made
    return overview_file(reading, overview, ending).content
