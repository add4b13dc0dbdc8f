"""Files of an import that somebody keeps: asked where they are to lie, and written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.importing.files import ENDINGS
from itadmin.services.safekeeping import write_file
from itadmin.ui.problems import show_known_error
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong


def keep_file(parent: QWidget, proposal: Path, make: Callable[[str], bytes]) -> Path | None:
    """Write what `make` gives for an ending where the user wants it; None when they do not. Raises KnownError.

    `proposal` is folder and name, without ending.
    """
    path = ask_save_place(parent, "Spara", proposal.with_name(proposal.name + ENDINGS[0]), ENDINGS)
    if path is not None:
        write_file(path, make(path.suffix.lower()))
    return path


class Keeping:
    """Keeps files for a dialog, and says in its notice where they lie or why they could not be written."""

    def __init__(self, dialog: QWidget, folder: Path, notice: Notice) -> None:
        self._dialog = dialog
        self._folder = folder
        self._notice = notice

    def keep(self, name: str, make: Callable[[str], bytes]) -> None:
        """Write what `make` gives for an ending, proposed in the folder under `name`."""
        try:
            path = keep_file(self._dialog, self._folder / name, make)
        except KnownError as error:
            show_known_error(self._dialog, error, self._notice)
            return
        if path is not None:
            told = (Strong(f"{path.name} är sparad. "), f"Den ligger i {path.parent}.")
            self._notice.set_messages([Message(Concern.DONE, told)])
