"""Files that were just written here, shown by the system's own programs; nothing else is ever opened."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from itadmin.ui import texts_document as texts

_PRINTING = "itadmin.ui.document.printing"


def shown_by_system(path: Path) -> bool:
    """Ask the system to show a file or a folder; whether it has a program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def hand_over_to_print(path: Path, parent: QWidget) -> str:
    """Let the system's viewer print a PDF; without one its pages are printed as pictures. Says what was done."""
    if shown_by_system(path):
        return texts.printed_by_viewer(path.name)
    sentence: str = import_module(_PRINTING).print_pages(path, parent)
    return sentence
