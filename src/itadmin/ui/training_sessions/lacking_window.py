"""*Vem saknar vad*: who lacks which moment that their utbildningsplaner demand, as figures and person by person.

Stands beside the main window and follows the register. Who is chosen can be signed up for a session.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.exporting.overview import Overview
from itadmin.services.training.lacking import LackRow, Total
from itadmin.services.training.who_lacks import (
    PERSON_COLUMNS,
    TITLE,
    Asked,
    By,
    about_record,
    person_rows,
    told,
    total_columns,
    total_row,
    totals,
    who_lacks_overview,
    whole_row,
    whys,
)
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.side_window import SideWindow
from itadmin.ui.stepping import Stepping
from itadmin.ui.training_sessions.lacking_controls import LackingControls
from itadmin.ui.training_sessions.signing_up import SigningUp
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

_SIZE = (1320, 800)
_UPPER_SHARE = 0.36
_NONE, _HOW = (
    "Ingen utbildning krävs av någon än",
    "Fastställ utbildningsplaner och ange vilka som hör till deras målgrupper. Då står här vem som saknar vad.",
)
_PEOPLE = "Personer som saknar något"
_TOLD_OF = frozenset(
    {
        "training_plans",
        "training_modules",
        "training_sessions",
        "training_participations",
        "audience_members",
        "people",
        "roles",
        "organisations",
        "systems",
        "value_words",
    }
)
"""The registers that the window tells something of."""


class LackingWindow(SideWindow):
    """Shows what is lacked of what it is asked about. Escape closes it."""

    def __init__(self, session: Session, register: str = "", record_id: UUID | None = None) -> None:
        """It begins with the system, plan, moment or kommun that one stands on, if any."""
        super().__init__(session, "surface")
        look = session.look
        self.heading = ElidedLabel(look, TITLE, TextStyle.NAME)
        self.sign_up = Button(look, "Anmäl till tillfälle…", ButtonKind.PRIMARY, icon="calendar_person")
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.save = Button(look, "Spara som fil…", icon="save")
        self.controls = LackingControls(look)
        self.told = Label(look, "", TextStyle.NAME, wrap=True)
        self.figures = SheetTable(look, "Summor")
        self.people_told = Label(look, "", ink=Ink.TEXT2, wrap=True)
        self.people = SheetTable(look, _PEOPLE)
        self.empty = EmptyState(look, "hat_graduation", _NONE, _HOW)
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self._pages, self._splitter = QStackedWidget(), Splitter(look, Qt.Orientation.Vertical)
        self._work, self._stepping = WindowWork(session, self), Stepping(session, self)
        self._signing = SigningUp(session, self, self.said.setText)
        self._output = OverviewOutput(session, self, self._work)
        self._totals: tuple[Total, ...] = ()
        self._build()
        self._begin(register, record_id)
        self._connect()
        self.refresh()
        self.people.setFocus()

    @property
    def chosen(self) -> list[LackRow]:
        """What is lacked in the rows that are chosen."""
        places = {self.people.sheet.place_of(index.row()) for index in self.people.selectionModel().selectedRows()}
        return [self._rows[place] for place in sorted(place for place in places if place is not None)]

    def refresh(self) -> None:
        """Read the register anew, and stay at the part one was at."""
        kept = self._part()
        self._reading = self._session.reading()
        everything = Asked().of(self._reading)
        for by in By:
            self.controls.offer(by, totals(everything, by))
        asked = self.controls.asked
        self._found = everything if asked == Asked() else asked.of(self._reading)
        by = self.controls.grouping
        self._totals = totals(self._found, by)
        rows = [total_row(total) for total in self._totals]
        self.figures.show_rows(total_columns(by), rows, whole_row(self._found))
        self.told.setText(told(self._found))
        self.told.setVisible(bool(self._found.whole.demanded))
        self._pages.setCurrentIndex(0 if self._found.whole.demanded else 1)
        for button in (self.print_out, self.save):
            button.setEnabled(bool(self._found.whole.demanded))
        again = next((place for place, total in enumerate(self._totals) if kept and total[:3] == kept[:3]), None)
        row = len(rows) if again is None else self.figures.sheet.row_of(again)
        self.figures.setCurrentIndex(self.figures.sheet.index(row, 0))
        self._show_people()

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.setWindowTitle(f"{TITLE} – itadmin")
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        for button, keys in ((self.print_out, "Ctrl+P"), (self.save, "Ctrl+S")):
            self.top_items.addWidget(button)
            button.setToolTip(f"{button.text()} ({keys})")
        self.people.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, metrics.gap, 0, 0)
        column.setSpacing(metrics.gap)
        foot = QHBoxLayout()
        foot.addWidget(self.people_told, 1)
        foot.addWidget(self.sign_up)
        column.addLayout(foot)
        column.addWidget(self.people, 1)
        self._splitter.addWidget(self.figures)
        self._splitter.addWidget(lower)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.empty)
        holder = QWidget()
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        whole.setSpacing(metrics.gap)
        whole.addWidget(self.controls)
        whole.addWidget(self.told)
        whole.addWidget(self._pages, 1)
        self.body_items.addWidget(holder)
        self.status_items.addWidget(self.said)
        self.sign_up.setVisible(self._session.workspace.writable)
        open_at_size(self, look, _SIZE)
        height = self.height()
        self._splitter.setSizes([round(height * _UPPER_SHARE), round(height * (1 - _UPPER_SHARE))])

    def _begin(self, register: str, record_id: UUID | None) -> None:
        """Choose what one stands on."""
        reading = self._session.reading()
        begun = about_record(reading, register, record_id) if record_id is not None else None
        if begun is not None:
            by, asked = begun
            self.controls.offer(by, totals(Asked().of(reading), by))
            self.controls.choose(by, asked)
            self.controls.soon.setChecked(by is By.MODULE)  # one asks of a moment when it is to be repeated

    def _connect(self) -> None:
        self.keep_up(self.refresh, _TOLD_OF)
        self.controls.changed.connect(self.refresh)
        self.figures.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_people())
        self.figures.opened.connect(lambda _index: self.people.setFocus())
        self.people.opened.connect(lambda index: self._open(index.row()))
        self.people.selectionModel().selectionChanged.connect(lambda _now, _before: self._tell_chosen())
        for table in (self.figures, self.people):
            table.copied.connect(self.said.setText)
        self.sign_up.clicked.connect(self.sign_up_chosen)
        self.print_out.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self._work.said.connect(self.said.setText)
        self._work.failed.connect(lambda error: self.said.setText(error.sentence))
        self.bind_keys(
            {
                "Ctrl+S": self._save,
                "Ctrl+P": self._print,
                "Ctrl+Z": lambda: self._take_step(self._stepping.undo),
                "Ctrl+Y": lambda: self._take_step(self._stepping.redo),
            }
        )

    def sign_up_chosen(self) -> None:
        """Ask to which session those who are chosen are to be signed up."""
        if self._session.workspace.writable and self.chosen:
            self._signing.ask(self.chosen)

    def _take_step(self, step: Callable[[], None]) -> None:
        """Take back the newest step, or do it again; one of several records is shown first."""
        if self._session.workspace.writable:
            try:
                step()
            except KnownError as error:
                self.said.setText(error.sentence)

    def _part(self) -> Total | None:
        """The part that the keyboard stands on among the figures; None on the whole."""
        place = self.figures.sheet.place_of(self.figures.currentIndex().row())
        return None if place is None or place >= len(self._totals) else self._totals[place]

    def _show_people(self) -> None:
        part = self._part()
        asked = self.controls.asked
        found = self._found if part is None else asked.narrowed(part).of(self._reading)
        with_soon = self.controls.soon.isChecked()
        self._rows = found.rows_of(whys(with_soon=with_soon))
        self._people = person_rows(self._reading, found, with_soon=with_soon)
        self.people.show_rows(PERSON_COLUMNS, self._people)
        self.people.setCurrentIndex(self.people.sheet.index(0, 0))
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        """Say how many rows there are, and how many are chosen."""
        number, part = len(self._rows), self._part()
        ranges = self.people.selectionModel().selection()
        chosen = sum(ranges.at(place).height() for place in range(ranges.size()))
        of = f" för {part.name}" if part is not None and part.name else ""
        rows = "1 rad" if number == 1 else f"{number} rader"
        self.people_told.setText(f"{rows}{of}, {chosen} valda." if number else f"Ingen saknar något{of}.")
        self.sign_up.setEnabled(bool(chosen))

    def _open(self, row: int) -> None:
        place = self.people.sheet.place_of(row)
        if place is not None:
            self._session.guide.open_record("people", self._rows[place].person)

    def _save(self) -> None:
        if self._found.whole.demanded:
            self._output.save(self._overview())

    def _print(self) -> None:
        if self._found.whole.demanded:
            self._output.print_out(self._overview())

    def _overview(self) -> Overview:
        return who_lacks_overview(self._found, self.controls.grouping, self._people, self.controls.about)
