"""To which session some people are signed up: those to come that give what they lack, or a new one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.exporting.sheet import Column
from itadmin.services.sessions import REGISTER, Occasion, seats_in_words, time_in_words
from itadmin.services.sessions.lacking_of import sessions_that_give
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (760, 420)
_COLUMNS = (Column("Tillfälle"), Column("Dag", "day"), Column("Tid"), Column("Platser"), Column("Lokal"))
_NONE = "Inget kommande tillfälle ger momentet. Skapa ett nytt, så anmäls de valda till det."


class SessionSheet(SheetDialog):
    """`chosen` gives the session to sign people up to; one that is new is made first, in a step of its own."""

    chosen = Signal(object)

    def __init__(
        self, session: Session, people: int, modules: Collection[UUID], versions: Sequence[UUID], parent: QWidget | None
    ) -> None:
        """`modules` are what is lacked, by first version; `versions` the same as they stand in plans of today."""
        super().__init__(session.look, "Anmäl till tillfälle", _SIZE, parent)
        self._session = session
        self._versions = versions
        self._found: list[Occasion] = sessions_that_give(session.reading(), modules)
        number = "1 person" if people == 1 else f"{people} personer"
        self.told = Label(self.look, f"{number} anmäls. Den som inte får plats blir reserv.", ink=Ink.TEXT2, wrap=True)
        self.table = SheetTable(self.look, "Tillfällen som ger momentet")
        self.none = Label(self.look, _NONE, wrap=True)
        for part in (self.told, self.none):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.new_button = self.add_button("Nytt tillfälle…", icon="add", first=True)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.accept_button = self.add_button(f"Anmäl {number}", ButtonKind.PRIMARY, "calendar_person")
        self._show()
        self.new_button.clicked.connect(self._make)
        self.accept_button.clicked.connect(self._take)
        self.table.opened.connect(lambda _index: self._take())

    def _show(self) -> None:
        rows = [
            (each.title, each.first, time_in_words(each), seats_in_words(each), each.venue or each.link)
            for each in self._found
        ]
        self.table.show_rows(_COLUMNS, rows)
        with_room = (place for place, each in enumerate(self._found) if each.left is None or each.left > 0)
        self.table.setCurrentIndex(self.table.sheet.index(next(with_room, 0), 0))
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.accept_button.setEnabled(bool(rows))
        (self.table if rows else self.new_button).setFocus()

    def _take(self) -> None:
        place = self.table.sheet.place_of(self.table.currentIndex().row())
        if place is not None:
            session_id = self._found[place].id
            self.accept()
            self.chosen.emit(session_id)

    def _make(self) -> None:
        """Ask for a new session that gives what is lacked."""
        register = REGISTERS[REGISTER]
        titles = self._session.reading().labels("training_modules", self._versions)
        begun = {"title": " och ".join(titles.values())[:200], "modules": tuple(titles), "status": "planerat"}
        sheet = NewRecordDialog(self._session, register, {}, self, begun=begun)
        sheet.added.connect(self._on_made)
        sheet.open()

    def _on_made(self, session_id: UUID) -> None:
        self.accept()
        self.chosen.emit(session_id)
