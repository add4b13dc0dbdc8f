"""Styrande dokument: the window where their chapters are written."""

from itadmin.ui.steering.chapter_editor import ChapterEditor

__all__ = ["ChapterEditor"]
