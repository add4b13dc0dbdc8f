"""What the window says of the open file around its pages: name, whether it is saved, whose, which day, what undo takes.

Knows no page.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from itadmin.domain.changes import ChangeSet
from itadmin.ui.main_window import MainWindow
from itadmin.ui.session import Session
from itadmin.ui.widgets.notice import Concern, Message
from itadmin.ui.widgets.prose import Strong


class FileWords(QObject):
    """Keeps status row, title, banner and the words of undo as the file is."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._workspace = session.workspace
        self._saved = ""
        session.bus.changed.connect(self._on_changed)
        self._tell_file()
        self._tell_day()

    def close(self) -> None:
        """Say nothing more."""
        self._session.bus.changed.disconnect(self._on_changed)
        self._window.banner.set_messages([])
        self._window.status.say("", undoable=False)
        self.deleteLater()

    def tell_undo(self) -> None:
        """Say what undo and redo would do, where they may do anything."""
        if not self._workspace.writable:
            return
        state = self._workspace.undo.state()
        for key, word, title in (("undo", "Ångra", state.undo), ("redo", "Gör om", state.redo)):
            action = self._window.commands[key]
            action.setEnabled(bool(title))
            action.setText(f"{word}: {title}" if title else word)

    def _tell_file(self) -> None:
        name = self._workspace.path.name
        saved = f" · sparad {self._saved}" if self._saved else ""
        mark = " · övningsdata" if self._workspace.file.info.sample else ""
        self._window.status.set_file(f"{name}{saved}{mark}")
        owner = self._session.reading().organisation().label
        day = "" if self._workspace.writable else f" {self._workspace.around.today()}"
        self._window.frame.setWindowTitle(f"{owner}{day} – itadmin")

    def _tell_day(self) -> None:
        """Say over the pages that the register is shown as it was, if it is."""
        if not self._workspace.writable:
            prose = (Strong(f"Så såg registret ut {self._workspace.around.today()}"), " · skrivskyddat")
            self._window.banner.set_messages([Message(Concern.READ_ONLY, prose, "Tillbaka till i dag")])

    def _on_changed(self, _changes: ChangeSet, _initiator: object) -> None:
        self._window.status.say("", undoable=False)  # it was about an earlier change, and so was its Ångra
        self._saved = self._workspace.around.now().astimezone().strftime("%H.%M")
        self._tell_file()
        self.tell_undo()
