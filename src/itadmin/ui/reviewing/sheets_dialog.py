"""Making review sheets: for whom is ticked, the folder is asked for, and no file that lies there is written over."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.reading import Reading
from itadmin.services.reviewing.rounds import NOBODY
from itadmin.services.reviewing.sheets import Reviewer, protected, review_sheets, reviewers
from itadmin.services.safekeeping import write_file
from itadmin.ui.background import known
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
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
    """`written` gives a sentence about what was made."""

    written = Signal(str)

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
            self._write(Path(folder))

    def _write(self, folder: Path) -> None:
        reading, chosen = self._session.workspace.snapshot(), self.chosen()
        self.setEnabled(False)
        self._session.background.run(
            "Granskningsbladen görs",
            lambda: _write_sheets(reading, chosen, folder),
            lambda number: self._on_written(number, folder),
            self._on_failed,
        )

    def _on_written(self, number: int, folder: Path) -> None:
        self.written.emit(words.written(number, str(folder)))
        self.accept()

    def _on_failed(self, error: BaseException) -> None:
        self.setEnabled(True)
        show_known_error(self, known(error), self.notice)

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


def _write_sheets(reading: Reading, chosen: Sequence[Reviewer], folder: Path) -> int:
    """Write the sheets and close the reading; gives how many. Raises KnownError."""
    with closing(reading):
        number = 0
        for sheet in review_sheets(reading, chosen, _files_in(folder)):
            write_file(folder / sheet.file_name, sheet.written.content)
            number += 1
        return number


def _files_in(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError as error:
        raise KnownError(f"Mappen {folder} går inte att läsa. Välj en annan.", details=str(error)) from error
