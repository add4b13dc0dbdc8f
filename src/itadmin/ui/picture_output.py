"""What is done with a picture that is also a paper: saved as either, printed, copied. Knows no picture."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from itadmin.domain.text import file_name
from itadmin.paths import print_folder
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.ui.document.viewer import hand_over_to_print
from itadmin.ui.picture_files import PNG, SVG, Drawing, image_of, save
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.window_work import WindowWork

PDF = ".pdf"


@dataclass(frozen=True)
class Output:
    """A picture called `name`: `drawing` draws it, `paper` makes its PDF from a private copy beside the window.

    Both may raise KnownError.
    """

    name: str
    drawing: Callable[[], Drawing]
    paper: Callable[[Reading], bytes]


class PictureOutput:
    """Asks over `window`; `work` makes papers and says what came of it."""

    def __init__(self, session: Session, window: QWidget, work: WindowWork) -> None:
        self._session = session
        self._window = window
        self._work = work

    def save(self, output: Output) -> str:
        """Ask where and as what it is to lie, and write it; what was done at once is said. Raises KnownError."""
        proposal = self._session.workspace.path.parent / file_name(f"{output.name}{PDF}")
        path = ask_save_place(self._window, "Spara bilden", proposal, (PDF, PNG, SVG))
        if path is None:
            return ""
        told = f"Sparat som {path.name}."
        if path.suffix.lower() == PDF:
            self._make(output, path, lambda: told)
            return ""
        save(output.drawing(), path)
        return told

    def copy(self, output: Output) -> str:
        """Put the picture on the clipboard. Raises KnownError."""
        QGuiApplication.clipboard().setImage(image_of(output.drawing()))
        return "Bilden är kopierad."

    def print_out(self, output: Output) -> None:
        """Make a paper of it and hand it over to be printed."""
        path = print_folder() / file_name(f"{output.name}{PDF}")
        self._make(output, path, lambda: hand_over_to_print(path, self._window))

    def _make(self, output: Output, path: Path, told: Callable[[], str]) -> None:
        reading = self._session.workspace.snapshot()

        def work() -> None:
            with closing(reading):
                write_file(path, output.paper(reading))

        self._work.run("Bilden görs", work, lambda _nothing: told())
