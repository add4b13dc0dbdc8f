"""Asks for whom review sheets are to be made, by ticks, and in which folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from itadmin.services.reviewing.rounds import NOBODY
from itadmin.services.reviewing.sheets import Reviewer, protected, reviewers
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.reviewing import words
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice

_SIZE = (520, 560)
_INTRODUCTION = (
    "Varje vald får en Excelfil med sina system att rätta och skicka tillbaka. "
    "Skicka filerna som ni brukar, till exempel som bilagor."
)


class SheetsDialog(SheetDialog):
    """`wanted` gives for whom and in which folder. Writes nothing."""

    wanted = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, "Gör granskningsblad", _SIZE, parent)
        self._session = session
        reading = session.reading()
        self._reviewers: Sequence[Reviewer] = reviewers(reading)
        self.notice = Notice(self.look)
        self.list = QListWidget()
        self.list.setAccessibleName("Vem som ska få ett blad")
        set_property(self.list, "checks", "true")
        self.body.addWidget(Label(self.look, _INTRODUCTION, ink=Ink.TEXT2, wrap=True))
        self.body.addWidget(self.notice)
        self.body.addWidget(self.list, 1)
        for text, state in (("Alla", Qt.CheckState.Checked), ("Ingen", Qt.CheckState.Unchecked)):
            every = Button(self.look, text, ButtonKind.QUIET)
            every.clicked.connect(lambda _checked=False, state=state: self._tick(state))
            self.foot.insertWidget(self.foot.count() - 1, every)
        self.add_close("Avbryt")
        self.make = self.add_button("Välj mapp…", ButtonKind.PRIMARY, "folder_open")
        self.make.clicked.connect(self.ask_folder)
        self.list.itemChanged.connect(self._set_buttons)
        self._fill()
        self._tell_protected(protected(reading))
        self.list.setFocus()

    def chosen(self) -> list[Reviewer]:
        """Those who are ticked."""
        return [
            reviewer
            for row, reviewer in enumerate(self._reviewers)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]

    def ask_folder(self) -> None:
        """Ask which folder, and write the sheets there."""
        start = str(self._session.workspace.path.parent)
        folder = QFileDialog.getExistingDirectory(self, "Välj mapp för granskningsbladen", start)
        if folder:
            self.wanted.emit(self.chosen(), Path(folder))
            self.accept()

    def _fill(self) -> None:
        """Everybody is ticked, but not the line of what is nobody's: there is nobody to send it to."""
        for reviewer in self._reviewers:
            item = QListWidgetItem(f"{reviewer.name} – {words.systems(len(reviewer.systems))}")
            item.setSizeHint(QSize(0, self.look.metrics.row_compact))
            is_somebody = reviewer.name != NOBODY
            item.setCheckState(Qt.CheckState.Checked if is_somebody else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._set_buttons()

    def _tell_protected(self, names: Sequence[str]) -> None:
        if names:
            left_out = f"{', '.join(names)} rör säkerhetsskydd och följer inte med i något blad. Granska dem här."
            self.notice.set_messages([Message(Concern.WARNING, (left_out,))])

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _set_buttons(self) -> None:
        self.make.setEnabled(bool(self.chosen()))
