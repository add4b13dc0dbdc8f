"""Files of an import that somebody keeps: asked where they are to lie, and written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from itadmin.services.importing.files import ENDINGS
from itadmin.services.safekeeping import write_file

_KINDS = "Excel (*.xlsx);;CSV (*.csv)"


def keep_file(parent: QWidget, proposal: Path, make: Callable[[str], bytes]) -> Path | None:
    """Write what `make` gives for an ending where the user wants it; None when they do not. Raises KnownError.

    `proposal` is folder and name, without ending.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, "Spara", f"{proposal}{ENDINGS[0]}", _KINDS)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(path.name + ENDINGS["csv" in kind.lower()])
    write_file(path, make(path.suffix.lower()))
    return path
