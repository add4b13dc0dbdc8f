"""What the window does with the list of a page: exports it, prints it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from itadmin.paths import print_folder
from itadmin.services.progress import Progress
from itadmin.services.safekeeping import write_file
from itadmin.ui.background import known
from itadmin.ui.document.viewer import hand_over_to_print
from itadmin.ui.exporting.dialog import ExportDialog
from itadmin.ui.exporting.work import PAPER, Listed, Wish, make
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session


class ListCommands(QObject):
    """Works on whichever page it is handed; `window` is what dialogs stand over."""

    def __init__(self, session: Session, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._window = window

    def export(self, page: RegisterPage) -> None:
        """Open the dialog of export for what the page's list shows."""
        page.record.leave()
        ExportDialog(self._session, listed_on(page), self._window).open()

    def print_list(self, page: RegisterPage) -> None:
        """Make a paper of the list, the chosen rows when several are chosen, and hand it over to be printed."""
        page.record.leave()
        listed = listed_on(page)
        wish = Wish(PAPER, only_selected=len(listed.selected) > 1)
        path = print_folder() / listed.file_name(PAPER, self._session.reading().day.isoformat())
        reading = self._session.workspace.snapshot()

        def work() -> None:
            write_file(path, make(reading, listed, wish, Progress()).content)

        self._session.background.run("Listan skrivs ut", work, lambda _nothing: self._hand_over(path), self._on_failed)

    def _hand_over(self, path: Path) -> None:
        self._session.guide.say(hand_over_to_print(path, self._window))

    def _on_failed(self, error: BaseException) -> None:
        self._session.guide.say(known(error).sentence)


def listed_on(page: RegisterPage) -> Listed:
    """What a page's list shows: the columns that are chosen, also those there is no room for beside the record."""
    shown, register = page.shown_list(), page.register
    sentence = shown.sentence.strip(" ·")
    return Listed(
        register,
        shown.query,
        tuple(page.state.columns),
        shown.selected,
        "" if sentence == register.plural else sentence,
        page.model.rowCount(),
    )
