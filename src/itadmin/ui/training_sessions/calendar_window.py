"""*Utbildningskalender*: a month of utbildningstillfällen, the same as a list beside it, and the choices above.

It follows the register, and leads to the sessions it shows.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.calendar import Interval
from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Reading
from itadmin.services.sessions import REGISTER, Asked, Occasion, occasions
from itadmin.services.sessions.choices import municipalities_of_sessions, systems_of_sessions
from itadmin.services.sessions.entries import as_calendar
from itadmin.services.sessions.month import HEADINGS, NAMES, month_overview, month_picture
from itadmin.ui.picture_output import Output
from itadmin.ui.picture_window import PictureWindow
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.told_rows import ToldRows
from itadmin.ui.training_sessions.controls import MonthControls
from itadmin.ui.training_sessions.month_view import MonthView
from itadmin.ui.training_sessions.painting import COLLIDES, STATES, draw_state, printed
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.window_size import open_at_size

_MAKING = "itadmin.documents.making"
_SIZE = (1480, 860)
_SHARES = (0.4, 0.34)
_UPRIGHT = 1.25
_WIDTHS = (96, 92, 168, 90, 120, 120, 130)
_WHOLE = (0, 1, 3)
"""Columns of the list that are never cut: day, time and how full it is."""
_TOWN, _SYSTEM = "Kommun", "System"
_ALL_TOWNS, _ALL_SYSTEMS = "Alla kommuner", "Alla system"


class TrainingCalendarWindow(PictureWindow):
    """Shows a month. Escape closes it."""

    def __init__(self, session: Session) -> None:
        self.model = ToldRows()
        super().__init__(session, self.model, NAMES, _SHARES)
        look, reading = session.look, session.reading()
        self.add = Button(look, "Nytt tillfälle…", icon="add")
        self.controls = MonthControls(
            look,
            reading.day,
            {
                _TOWN: (_ALL_TOWNS, municipalities_of_sessions(reading)),
                _SYSTEM: (_ALL_SYSTEMS, systems_of_sessions(reading)),
            },
        )
        self.month = MonthView(look)
        self.legend = Legend(look, draw_state)
        self._occasions: list[Occasion] = []
        self._arrange()
        self._listen()
        self._show(reading.day)
        self.set_widths(_WIDTHS)
        self._widen_list()

    @property
    def shown(self) -> list[Occasion]:
        """What is shown, in the order of the list."""
        return self._occasions

    def refresh(self) -> None:
        """Read the register anew, and stay at the day and session one was at."""
        kept = self._chosen()
        self._show(self._day(), None if kept is None else kept.id)

    def output(self) -> Output:
        """The month that is shown, as what is saved and printed: a picture, and a list on paper."""
        picture = self._picture
        return Output(
            picture.title,
            lambda: printed(picture, self._session.look.theme, self._entries()),
            lambda reading: bytes(import_module(_MAKING).make_overview(reading, month_overview(picture))),
        )

    def go_to(self, row: int) -> None:
        """Stand on a session of the month."""
        self.month.go_to(row)

    def open_row(self, row: int) -> None:
        """Open a session in the main window."""
        self._session.guide.open_record(REGISTER, self._occasions[row].id)

    def has_room_beside(self) -> bool:
        """Whether the window is much broader than it is high."""
        return self.width() >= self.height() * _UPRIGHT

    def go_to_today(self) -> None:
        """Show the month of today, and stand on the day."""
        self._on_other_month(self._session.reading().day)

    def add_on(self, day: date) -> None:
        """Ask for a new session on a day."""
        if not self._session.workspace.writable:
            return
        register = REGISTERS[REGISTER]
        sheet = NewRecordDialog(self._session, register, {}, self, begun={"starts_on": day, "status": "planerat"})
        sheet.added.connect(lambda _made: self._session.guide.say(added_words(register), undoable=True))
        sheet.open()

    def save_shown(self) -> None:
        """Write the sessions that are shown as a calendar."""
        asked = self._asked()
        self._save(self._picture.title, asked)

    def save_coming(self) -> None:
        """Write all sessions from today on as a calendar."""
        self._save("Utbildningstillfällen", Asked(Interval(self._session.reading().day, date.max)))

    def _save(self, name: str, asked: Asked) -> None:
        def make(reading: Reading) -> tuple[int, bytes]:
            found = occasions(reading, asked)
            return len(found), as_calendar(name, found, reading)

        self.days.save_made(name, make, ("1 tillfälle sparat", "{} tillfällen sparade"))

    def _arrange(self) -> None:
        self.offer_days((("Tillfällena som visas…", self.save_shown), ("Alla kommande tillfällen…", self.save_coming)))
        self.table.setAccessibleName("Månadens tillfällen som lista")
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.add)
        row.addStretch(1)
        acts.setVisible(self._session.workspace.writable)
        both = self.put_together(self.column(self.month, self.legend), self.column(self.table, acts))
        self.body_items.addWidget(self.column(both, above=(self.controls, self.told)))
        open_at_size(self, self._session.look, _SIZE)
        self.share_room()
        self.month.setFocus()

    def _listen(self) -> None:
        self.controls.changed.connect(self.refresh)
        self.month.stood_on.connect(self._on_month)
        self.month.opened.connect(self.open_row)
        self.month.wanted.connect(self.add_on)
        self.month.day_wanted.connect(self._on_other_month)
        self.month.month_wanted.connect(self.controls.step)
        self.controls.back.clicked.connect(self.go_to_today)
        self.add.clicked.connect(lambda: self.add_on(self._day()))
        self.bind_keys(
            {
                "Alt+Left": lambda: self.controls.step(-1),
                "Alt+Right": lambda: self.controls.step(1),
                "Alt+Home": self.go_to_today,
                "Ctrl+N": lambda: self.add_on(self._day()),
            }
        )

    def _asked(self) -> Asked:
        return self.controls.asked(_TOWN, _SYSTEM)

    def _show(self, day: date, kept: UUID | None = None) -> None:
        reading = self._session.reading()
        asked = self._asked()
        self._occasions = occasions(reading, asked)
        self._picture = month_picture(*self.controls.month, self._occasions, reading.words, reading.day)
        self._words = reading.words
        picture = self._picture
        self.tell(picture.title, picture.sentence, lambda: self.model.show_rows(HEADINGS, picture.sessions))
        self._widen_list()
        self._begin_list()
        self.legend.show_entries(self._entries())
        number = next((place for place, each in enumerate(self._occasions) if each.id == kept), -1)
        self.month.show_picture(picture, day if asked.within.contains(day) else date(*self.controls.month, 1), number)

    def _widen_list(self) -> None:
        """Give what is never cut the room it needs; what has been given more keeps it."""
        for column in _WHOLE:
            self.table.setColumnWidth(column, max(self.table.columnWidth(column), self.table.sizeHintForColumn(column)))

    def _begin_list(self) -> None:
        """Let the keyboard begin with the first session of the list, without going there; an empty list has nothing."""
        self.table.setEnabled(bool(self._occasions))
        chosen = self.table.selectionModel()
        if not chosen.currentIndex().isValid():
            with QSignalBlocker(chosen):
                chosen.setCurrentIndex(self.model.index(0, NAMES), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _entries(self) -> list[tuple[str, str]]:
        """What the grounds and signs mean that are seen."""
        seen = {occasion.status for occasion in self._occasions}
        entries = [(code, self._words.label_of("tillfalleslage", code)) for code in STATES if code in seen]
        colliding = any(occasion.collides for occasion in self._occasions)
        return [*entries, (COLLIDES, "Krockar med ett annat")] if colliding else entries

    def _day(self) -> date:
        """The day one stands on, in the month that is shown."""
        year, month = self.controls.month
        day = self.month.day
        return day if day is not None and (day.year, day.month) == (year, month) else _first(year, month, day)

    def _chosen(self) -> Occasion | None:
        number = self.month.number
        return self._occasions[number] if 0 <= number < len(self._occasions) else None

    def _on_month(self, number: int) -> None:
        if number >= 0:
            self.follow(number)
        else:
            self.table.clearSelection()
        self.said.setText(self.month.accessibleDescription())

    def _on_other_month(self, day: date) -> None:
        """Go to the month of a day, and stand on it."""
        self.controls.go((day.year, day.month))
        self.month.go_to_day(day)


def _first(year: int, month: int, day: date | None) -> date:
    """The day of the month with the number of another day, or its first."""
    try:
        return date(year, month, day.day if day is not None else 1)
    except ValueError:
        return date(year, month, 1)
