"""Papers of many records: asks what is wanted and where to, makes them beside the window, tells what came of it.

They are made from a private copy and can be stopped; what is whole then stays, and no file is left half-written.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from itadmin.documents.catalogue import TYPES
from itadmin.domain.text import file_name
from itadmin.services.progress import Progress
from itadmin.ui.background import known
from itadmin.ui.batch import words
from itadmin.ui.batch.choices import BatchChoices
from itadmin.ui.batch.result import BatchResult
from itadmin.ui.batch.work import Asked, Result, carry_out
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.document.viewer import shown_by_system
from itadmin.ui.exporting.work import PAPER, Listed
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Notice
from itadmin.ui.widgets.progress_bar import ProgressBar
from itadmin.ui.widgets.prose import plain_text

_SIZE = (760, 0)
_EVERY = 30
"""Milliseconds between looks at the work, in which a paper or two are made."""


class BatchDialog(SheetDialog):
    """Works on what a list shows. Closed while it works, it stops, and what came of it is said in the window."""

    def __init__(self, session: Session, listed: Listed, parent: QWidget | None) -> None:
        super().__init__(session.look, "Skapa handlingar för flera", _SIZE, parent)
        self._session = session
        self._listed = listed
        self._progress: Progress | None = None
        self._open = True
        self._place = Path()
        self.choices = BatchChoices(self.look, listed)
        self.notice = Notice(self.look)
        self.bar = ProgressBar(self.look)
        self.told = Label(self.look, ink=Ink.TEXT2)
        self.came_of = BatchResult(self.look)
        self._look_in = QTimer(self, interval=_EVERY)
        self._build()
        self.make.clicked.connect(self._ask_where)
        self.came_of.open_wanted.connect(self._show)
        self._look_in.timeout.connect(self._tell_progress)
        self.finished.connect(self._on_finished)

    def reject(self) -> None:
        """Stop the work and tell what came of it; close when there is none, or when it is asked for again."""
        if self._progress is not None and not self._progress.is_cancelled:
            self._progress.cancel()
            self.told.setText(words.STOPPING)
        else:
            super().reject()

    def _build(self) -> None:
        work = QHBoxLayout()
        work.setSpacing(self.look.metrics.gap)
        work.addWidget(self.bar, 1)
        work.addWidget(self.told)
        self.body.addWidget(self.choices)
        self.body.addWidget(self.notice)
        self.body.addLayout(work)
        self.body.addWidget(self.came_of, 1)
        for part in (self.bar, self.told, self.came_of):
            part.hide()
        self.close_button = self.add_close("Avbryt")
        self.make = self.add_button("Skapa…", ButtonKind.PRIMARY)
        self.make.setDefault(True)
        self.choices.focus_first()

    def _ask_where(self) -> None:
        asked = self.choices.asked()
        home = self._session.workspace.path.parent
        if asked.one_file:
            name = file_name(f"{TYPES[asked.type_name].name}_{self._session.reading().day.isoformat()}{PAPER}")
            place = ask_save_place(self, "Spara handlingarna i en PDF", home / name, (PAPER,))
        else:
            chosen = QFileDialog.getExistingDirectory(self, "Välj mapp för handlingarna", str(home))
            place = Path(chosen) if chosen else None
        if place is not None:
            self._begin(asked, place)

    def _begin(self, asked: Asked, place: Path) -> None:
        progress, reading, listed = Progress(), self._session.workspace.snapshot(), self._listed
        self._progress = progress
        self._place = place
        self._set_working(working=True)
        self._session.background.run(
            "Handlingarna görs",
            lambda: carry_out(reading, listed, asked, place, progress),
            lambda result: self._on_made(result, asked),
            self._on_failed,
        )

    def _set_working(self, *, working: bool) -> None:
        self.choices.setEnabled(not working)
        self.make.setEnabled(not working)
        self.notice.set_messages([])
        for part in (self.bar, self.told):
            part.setVisible(working)
        if working:
            self._tell_progress()
            self._look_in.start()
            self.close_button.setFocus()
        else:
            self._look_in.stop()
            self._progress = None
        self.fit_height()

    def _tell_progress(self) -> None:
        if self._progress is not None and not self._progress.is_cancelled:
            done, total = self._progress.done, self._progress.total
            told = words.working(done, total)
            self.told.setText(told)
            self.bar.set_progress(done, total, told)

    def _on_made(self, result: Result, asked: Asked) -> None:
        place = self._place.name if asked.one_file else str(self._place)
        if not self._open:
            self._session.guide.say(plain_text(words.came_of(result, place, one_file=asked.one_file)))
            return
        self._set_working(working=False)
        self.choices.hide()
        self.make.hide()
        self.came_of.show_result(result, place, one_file=asked.one_file)
        self.came_of.show()
        self.close_button.setText("Stäng")
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.fit_height()

    def _on_failed(self, error: BaseException) -> None:
        trouble = known(error)
        if not self._open:
            self._session.guide.say(trouble.sentence)
            return
        self._set_working(working=False)
        show_known_error(self, trouble, self.notice)
        self.fit_height()

    def _show(self) -> None:
        if not shown_by_system(self._place):
            self._session.guide.say(f"Datorn har inget program som visar {self._place}.")

    def _on_finished(self) -> None:
        self._open = False
        self._look_in.stop()
        if self._progress is not None:
            self._progress.cancel()
