"""Styrande dokument: where their chapters are written. `open_chapter_editor` is the way in."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from itadmin.ui.session import Session
from itadmin.ui.steering.chapter_editor import ChapterEditor

__all__ = ["ChapterEditor", "open_chapter_editor"]


def open_chapter_editor(session: Session, document_id: UUID, parent: QWidget) -> ChapterEditor:
    """Show the chapters of a document in a window that closes with `parent`.

    Raises KnownError when the document's text is not written in the program, or it is gone.
    """
    editor = ChapterEditor(session, document_id)
    editor.setParent(parent, Qt.WindowType.Window)
    editor.show()
    return editor
