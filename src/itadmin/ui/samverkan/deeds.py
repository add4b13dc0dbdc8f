"""What is done with the row one stands on: a case, a cost, putting it aside, or going to what it is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.allocations.states import ALLOCATIONS
from itadmin.services.samverkan.beginning import allocation_begun, allocation_known
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.openings import note_opening, opening_of
from itadmin.services.samverkan.region import Kommun
from itadmin.ui.register.naming import added_words
from itadmin.ui.samverkan.cost_sheet import CostSheet
from itadmin.ui.samverkan.level_sheet import LevelSheet
from itadmin.ui.samverkan.sheets import AsideSheet, BeginSheet
from itadmin.ui.session import Session

_WATCHED = "bevakas"
_ALLOCATION_WINDOW = "allocation"
_LEVELS = "cooperation_levels"


class Place(NamedTuple):
    """A row and the matrix that it stands in."""

    matrix: Matrix
    row: Row


class RowDeeds(QObject):
    """Asks over `window`. `standing` gives where one stands, None for nowhere; `said` what came of it."""

    said = Signal(str)

    def __init__(self, session: Session, window: QWidget, standing: Callable[[], Place | None]) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._standing = standing

    def begin(self) -> None:
        """Ask what a case about the row begins with."""
        self._do(lambda place: BeginSheet(self._session, *place, self._window).open())

    def put_aside(self) -> None:
        """Ask until when the row is no opening; one that is put aside is taken back."""
        self._do(self._put_aside)

    def share_cost(self) -> None:
        """Ask for a draft of how the cost is shared, unless there is one, and show it in its window."""
        self._do(self._share_cost)

    def show_case(self) -> None:
        """Go to the case that the row has come to."""
        self._do(self._show_case)

    def show_system(self) -> None:
        """Go to the system that the row goes by."""
        self._do(lambda place: self._session.guide.open_record("systems", place.row.id))

    def match(self) -> None:
        """Open the questions of what is the same."""
        self._session.guide.do_command("matching")

    def set_level(self, kommun: Kommun | None) -> None:
        """Ask for the level of a kommun, the own one or one that has said nothing itself; nothing without a kommun."""
        if kommun is not None and self._session.workspace.writable:
            self._do(partial(self._set_level, kommun))

    def show_level(self, kommun: Kommun) -> None:
        """Go to what counts of the level of a kommun."""
        self._do(partial(self._show_level, kommun))

    def menu(self, parent: QWidget, open_cell: Callable[[], object], kommun: Kommun | None) -> QMenu:
        """All of it as a menu that goes away by itself; `kommun` is that of the column one stands in."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("Öppna systemet", open_cell)
        place = self._standing()
        if place is None:
            return menu
        if kommun is not None:
            self._add_levels(menu, place, kommun)
        opening = opening_of(self._session.reading(), *place)
        has_case = opening.note is not None and opening.note.case is not None
        menu.addSeparator()
        if has_case:
            menu.addAction("Visa ärendet", self.show_case)
        if self._session.workspace.writable:
            if not has_case:
                menu.addAction("Starta samverkansärende…", self.begin)
                is_aside = opening.is_aside(place.matrix.day)
                menu.addAction("Aktuellt igen" if is_aside else "Inte aktuellt till…", self.put_aside)
            menu.addAction("Räkna på kostnaden…", self.share_cost)
            menu.addAction("Matcha system…", self.match)
        return menu

    def _add_levels(self, menu: QMenu, place: Place, kommun: Kommun) -> None:
        cell = place.row.cells.get(kommun.key)
        if cell is not None and cell.word is not None:
            menu.addAction("Visa nivåposten", partial(self.show_level, kommun))
        if self._session.workspace.writable:
            menu.addAction(f"Ange nivå för {kommun.name}…\tF2", partial(self.set_level, kommun))

    def _set_level(self, kommun: Kommun, place: Place) -> None:
        sheet = LevelSheet(self._session, place.row, kommun, self._window)
        sheet.added.connect(lambda _made: self._session.guide.say(added_words(sheet.register), undoable=True))
        sheet.open()

    def _show_level(self, kommun: Kommun, place: Place) -> None:
        cell = place.row.cells.get(kommun.key)
        if cell is not None and cell.word is not None:
            self._session.guide.open_record(_LEVELS, UUID(bytes=cell.word.key))

    def _put_aside(self, place: Place) -> None:
        reading = self._session.reading()
        if opening_of(reading, *place).is_aside(place.matrix.day):
            values = {"status": _WATCHED, "until": None}
            step = note_opening(self._session.workspace.records, reading, *place, values)
            self._session.guide.say(f"{step.title}.", undoable=True)
        else:
            AsideSheet(self._session, *place, self._window).open()

    def _share_cost(self, place: Place) -> None:
        workspace = self._session.workspace
        plan = allocation_begun(workspace.reading(), *place)
        known = allocation_known(workspace.reading(), plan)
        if known is not None:
            self._show_allocation(known)
            return
        sheet = CostSheet(self._session, place.row.name, plan, self._window)
        sheet.made.connect(self._show_allocation)
        sheet.open()

    def _show_allocation(self, allocation: UUID) -> None:
        self._session.guide.open_record(ALLOCATIONS, allocation)
        self._session.guide.do_command(_ALLOCATION_WINDOW)

    def _show_case(self, place: Place) -> None:
        note = opening_of(self._session.reading(), *place).note
        if note is not None and note.case is not None:
            self._session.guide.open_record("cooperation_cases", note.case)

    def _do(self, work: Callable[[Place], object]) -> None:
        """Do something where one stands; what is refused is said."""
        place = self._standing()
        if place is None:
            return
        try:
            work(place)
        except KnownError as error:
            self.said.emit(error.sentence)
