"""*Vad har ändrats*: the whole register's changes in a period, record by record, with the way to each.

Stands beside the main window and follows the register. What is shown can be saved as a file.
"""

from __future__ import annotations

from contextlib import closing
from importlib import import_module
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from itadmin.services.changes_between import Between, ChangesBetween
from itadmin.services.changes_file import ENDINGS, changes_file
from itadmin.services.periods import PERIODS
from itadmin.services.progress import Progress
from itadmin.services.reading import Reading
from itadmin.services.safekeeping import write_file
from itadmin.ui.background import known
from itadmin.ui.dialogs.following import follow_until_closed
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.history.browser import ChangeBrowser
from itadmin.ui.history.period_row import PeriodRow
from itadmin.ui.history.words import DONE
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.problems import show_known_error
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import Label

_SIZE = (1040, 680)
_FIRST_PERIOD = "Senaste veckan"
_MOST_STEPS = 50
_PAPER = ".pdf"
_MAKING = "itadmin.documents.making"
_KINDS = (*ENDINGS, _PAPER)


class OverviewDialog(SheetDialog):
    """What has changed between two days. Not modal: records open in the main window beside it."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(session.look, "Vad har ändrats", _SIZE, parent)
        self._session = session
        self._changes: ChangesBetween | None = None
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setModal(False)
        self.row = PeriodRow(self.look)
        self.heading = Label(self.look, "", TextStyle.SIDE_HEADING, wrap=True)
        self.browser = ChangeBrowser(self.look, DONE, dated=True)
        self._empty = EmptyState(
            self.look, "history", "Inget har ändrats", "Välj en längre tid eller fler register för att se mer."
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.browser)
        self._pages.addWidget(self._empty)
        self.body.addWidget(self.row)
        self.body.addWidget(self.heading)
        self.body.addWidget(self._pages, 1)
        self.said = Label(self.look, "", TextStyle.SECOND, Ink.TEXT2)
        self.foot.insertWidget(0, self.said)
        self.save = self.add_button("Spara som fil…", icon="save")
        self.go = self.add_button("Gå till posten", icon="arrow_right")
        self.add_close()
        self._connect()
        self._choose(_FIRST_PERIOD)
        self.browser.table.setFocus()

    def _connect(self) -> None:
        self.row.changed.connect(self.refresh)
        self.row.period_wanted.connect(self._choose)
        self.browser.opened.connect(self._session.guide.open_record)
        self.go.clicked.connect(self._go)
        self.save.clicked.connect(self._save)
        follow_until_closed(self, self._session.bus, self.refresh)

    def _choose(self, period: str) -> None:
        self.row.period.setCurrentText(period)
        self.row.show_period(PERIODS[period](self._session.reading()))
        self.refresh()

    def refresh(self) -> None:
        """Read what is meant anew."""
        between = self.row.between()
        if between is None:
            self.heading.setText("Skriv dagarna som åååå-mm-dd.")
            return
        reading = self._session.reading()
        self._offer(reading, between)
        self._changes = ChangesBetween(reading, between)
        number = len(self._changes)
        self.heading.setText("1 post har ändrats" if number == 1 else f"{number} poster har ändrats")
        self.browser.show_lines(self._changes)
        self._pages.setCurrentIndex(0 if number else 1)
        for button in (self.go, self.save):
            button.setEnabled(bool(number))

    def _offer(self, reading: Reading, between: Between) -> None:
        """Offer the people there are, and the large steps of the time that is meant."""
        journal = reading.journal()
        self.row.set_people(journal.who_made())
        made = Between(between.first, between.last).made()
        steps = journal.largest_steps(made, _MOST_STEPS)
        self.row.set_steps((f"{step.title} ({step.at_here})", step.number) for step, _records in steps)

    def _go(self) -> None:
        line = self.browser.current()
        if line is not None:
            self._open(line.told.register.name, line.told.record_id)

    def _open(self, register: str, record_id: UUID) -> None:
        self._session.guide.open_record(register, record_id)

    def _save(self) -> None:
        """Ask where the file is to lie, and write it beside the window's work."""
        folder = self._session.workspace.path.parent
        path, between = ask_save_place(self, "Spara ändringarna", folder / "Ändringar.xlsx", _KINDS), self.row.between()
        if path is None or between is None:
            return
        snapshot = self._session.workspace.snapshot()

        def work() -> None:
            with closing(snapshot):
                write_file(path, _content(snapshot, between, path.suffix.lower()))

        self._session.background.run(
            "Sparar ändringarna", work, lambda _done: self._say(f"Sparat som {path.name}."), self._fail
        )

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)

    def _fail(self, error: BaseException) -> None:
        show_known_error(self, known(error))


def _content(reading: Reading, between: Between, ending: str) -> bytes:
    """What has changed, as the bytes of a file. Raises KnownError."""
    changes = ChangesBetween(reading, between)
    if ending == _PAPER:
        made: bytes = import_module(_MAKING).make_changes(reading, changes, between.first, between.last)
        return made
    title = f"Ändringar {between.first or 'från början'} – {between.last or reading.day}"
    return changes_file(reading, changes, ending, title, Progress()).content
