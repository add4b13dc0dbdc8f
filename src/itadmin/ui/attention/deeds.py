"""What is done with the rows one stands on: the button, resting, handled, a note, and the menu of a row.

Ties the list to what does it; writes and shows nothing by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from itadmin.domain.calculations.attention import AttentionLine
from itadmin.services.acting import Deed
from itadmin.ui.acts.words import ASKING
from itadmin.ui.attention import words
from itadmin.ui.attention.doing import Doing
from itadmin.ui.attention.mark_dialog import MarkDialog
from itadmin.ui.attention.marking import Marking, about, last_day, resting_days
from itadmin.ui.attention.model import WorkModel
from itadmin.ui.attention.row_places import Part
from itadmin.ui.attention.rows import FoldRow, LineRow
from itadmin.ui.attention.titles import points
from itadmin.ui.attention.view import WorkView
from itadmin.ui.attention.ways import way_for_all
from itadmin.ui.session import Session

_NEXT_DAY = 1
_CHOSEN_DAY = "Välj dag…"


class Deeds(QObject):
    """Does what is wanted in `view`. `unfolded` asks for the fold one stands on to be open or shut."""

    unfolded = Signal(bool)

    def __init__(self, session: Session, view: WorkView, model: WorkModel) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._model = model
        self.marking = Marking(session, self)
        self.doing = Doing(session, view)
        view.wanted.connect(self._on_wanted)
        view.open_wanted.connect(self.open_record)
        view.note_wanted.connect(self.ask_note)
        view.menu_wanted.connect(self.show_menu)

    def press(self) -> None:
        """Press the button of the row one stands on."""
        row = self._row()
        if isinstance(row, FoldRow):
            self._mend_all(row)
        elif row is not None and not self._model.can_act:
            self.doing.open(row.line)
        elif row is not None and row.mark is not None:
            self.marking.take_back(row.line, row.mark)
        elif row is not None:
            line = row.line
            self._session.guide.attempt(lambda: self.doing.act(line))

    def open_record(self) -> None:
        """Open the record of the row one stands on; a fold is opened itself."""
        row = self._row()
        if isinstance(row, LineRow):
            self.doing.open(row.line)
        elif row is not None:
            self.unfolded.emit(not row.is_open)

    def handle(self, note: str = "") -> None:
        """Mark the chosen lines as handled; of many it is asked first where one of them still has its day to come."""
        lines = self._lines()
        if len(lines) > 1 and not note and last_day(lines, self._model.today):
            self.ask_note()
        elif lines:
            self.marking.handled(lines, note)

    def ask_note(self) -> None:
        """Ask for a note, and mark the chosen lines as handled with it."""
        lines = self._lines()
        if lines:
            told = f"{about(lines)} visas inte mer, förrän det gäller ett nytt tillfälle.{self._ahead(lines)}"
            dialog = self._dialog("Markera som hanterad", told, None)
            dialog.accepted.connect(lambda: self.marking.handled(lines, dialog.note))
            dialog.open()

    def _ahead(self, lines: Sequence[AttentionLine]) -> str:
        """How many of several lines have their day still to come, and which the first of those is."""
        ahead = [line for line in lines if line.day is not None and line.day >= self._model.today]
        if len(lines) == 1 or not ahead:
            return ""
        first = min(ahead, key=lambda line: line.day or date.max)
        return f" {points(len(ahead))} har sin sista dag kvar, den första {first.day}: {first.record}."

    def ask_day(self) -> None:
        """Ask for a day, and let the chosen lines rest till then."""
        lines = self._lines()
        days = resting_days(lines, self._model.today)
        if lines and self._may_rest(lines):
            first = days[min(_NEXT_DAY, len(days) - 1)][1]
            dialog = self._dialog("Låt vila", f"{about(lines)} visas inte här före dagen.", first)
            dialog.accepted.connect(lambda: self.marking.resting(lines, dialog.day or first, dialog.note))
            dialog.open()

    def show_resting(self) -> None:
        """Show the days that the chosen lines may rest to."""
        lines = self._lines()
        if lines and self._may_rest(lines):
            menu = self._menu()
            self._fill_resting(menu)
            menu.popup(self._view.menu_place())

    def show_menu(self, place: QPoint) -> None:
        """Show what can be done with the row one stands on."""
        row = self._row()
        if row is None:
            return
        menu = self._menu()
        button = self._model.button(row)
        _add(menu, button, "Enter", self.press)
        if isinstance(row, FoldRow):
            word = words.HIDE_ALL if row.is_open else words.SHOW_ALL
            _add(menu, word, "Left" if row.is_open else "Right", partial(self.unfolded.emit, not row.is_open))
        elif self._model.can_act:
            _add(menu, f"Öppna {row.line.record}".replace("&", "&&"), "Ctrl+Enter", self.open_record)
            self._add_deeds(menu, row)
        if self._lines():
            menu.addSeparator()
            self._fill_resting(menu.addMenu("Låt &vila till"))
            _add(menu, "Markera som &hanterad", "H", self.handle)
            _add(menu, "Hanterad med &anteckning…", "Shift+H", self.ask_note)
        menu.popup(place)

    def _add_deeds(self, menu: QMenu, row: LineRow) -> None:
        """Let what can be done with an agreement be begun at once."""
        deeds = self.doing.deeds_of(row.line) if row.mark is None else ()
        for number, deed in enumerate(deeds):
            if not number:
                menu.addSeparator()
            menu.addAction(f"{ASKING[deed].name}…", partial(self._decide, row.line, deed))

    def _decide(self, line: AttentionLine, deed: Deed) -> None:
        self._session.guide.attempt(lambda: self.doing.decide(line, deed))

    def _on_wanted(self, part: Part) -> None:
        {Part.BUTTON: self.press, Part.REST: self.show_resting, Part.HANDLED: self.handle}[part]()

    def _mend_all(self, row: FoldRow) -> None:
        if self._model.can_act and way_for_all(row.lines[0]) is not None:
            self.doing.act_on_all(row.lines[0])
        else:
            self.unfolded.emit(not row.is_open)

    def _row(self) -> LineRow | FoldRow | None:
        row = self._model.row(self._view.currentIndex().row())
        return row if isinstance(row, (LineRow, FoldRow)) else None

    def _lines(self) -> list[AttentionLine]:
        """The lines of the chosen rows, where they can be marked and are not marked already."""
        rows = [
            row for row in map(self._model.row, self._view.chosen()) if not isinstance(row, LineRow) or not row.mark
        ]
        return self._model.lines_of(self._view.chosen()) if rows and self._model.can_act else []

    def _dialog(self, title: str, told: str, day: date | None) -> MarkDialog:
        last = last_day(self._lines(), self._model.today)
        return MarkDialog(self._session.look, title, told, self._model.today, day, self._view.window(), last)

    def _menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _may_rest(self, lines: Sequence[AttentionLine]) -> bool:
        """Whether there is a day to rest to; else says that there is none."""
        if resting_days(lines, self._model.today):
            return True
        self._session.guide.say(f"{about(lines)} ska göras i dag och kan inte vila. Tryck H om det är avgjort.")
        return False

    def _fill_resting(self, menu: QMenu) -> None:
        lines = self._lines()
        for word, day in resting_days(lines, self._model.today):
            menu.addAction(word, partial(self.marking.resting, lines, day))
        menu.addAction(_CHOSEN_DAY, self.ask_day)


def _add(menu: QMenu, word: str, keys: str, slot: object) -> None:
    """Add an action that tells its keys; the list itself takes them."""
    action = QAction(word, menu)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(slot)
    menu.addAction(action)
