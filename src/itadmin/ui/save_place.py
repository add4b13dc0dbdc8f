"""Asking where a file is to be saved, with an ending that says what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_KINDS = {
    ".xlsx": "Excel (*.xlsx)",
    ".csv": "CSV (*.csv)",
    ".pdf": "PDF (*.pdf)",
    ".png": "PNG-bild (*.png)",
    ".svg": "SVG-bild (*.svg)",
    ".ics": "Kalender (*.ics)",
    ".zip": "Zip-fil (*.zip)",
    ".itdelning": "Delningsfil (*.itdelning)",
}


def ask_save_place(parent: QWidget | None, title: str, proposal: Path, endings: tuple[str, ...]) -> Path | None:
    """Where the user wants a file; None when they do not. `endings` (".xlsx") are the kinds it may be of.

    A name that is typed with one of the endings keeps it; any other gets that of the kind that was chosen.
    """
    kinds = {_KINDS[ending]: ending for ending in endings}
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(proposal), ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in endings else path.with_name(path.name + kinds.get(kind, endings[0]))
