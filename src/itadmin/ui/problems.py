"""Showing what the world refuses: in the page where there is a notice for it, in a dialog only where there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from itadmin.domain.problems import KnownError
from itadmin.ui.dialogs.problem import ProblemDialog
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong


def show_known_error(parent: QWidget | None, error: KnownError, notice: Notice | None = None) -> None:
    """Show a known error in `notice`, or over `parent` when there is no notice to show it in."""
    if notice is not None:
        notice.set_messages([Message(Concern.PROBLEM, (Strong("Det gick inte. "), error.sentence))])
    else:
        open_problem(error.sentence, error.details, parent)


def open_problem(sentence: str, details: str, parent: QWidget | None) -> None:
    """Open the dialog of a trouble; it lives until it is closed, also over no window."""
    dialog = ProblemDialog(sentence, details, parent)
    dialog.finished.connect(lambda _result: dialog.deleteLater())  # what is connected keeps the dialog alive
    dialog.open()
