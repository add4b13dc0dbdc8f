"""Who lacks what a session gives, to be chosen among and signed up: as many as there are seats from the start."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from itadmin.services.sessions.lacking_of import lacking_of
from itadmin.services.training.who_lacks import PERSON_COLUMNS
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (860, 560)


class LackingSheet(SheetDialog):
    """`chosen` gives the people who are to be signed up."""

    chosen = Signal(object)

    def __init__(self, session: Session, session_id: UUID, parent: QWidget | None) -> None:
        super().__init__(session.look, "Anmäl dem som saknar", _SIZE, parent)
        found = lacking_of(session.reading(), session_id)
        self._rows, self._free = found.rows, found.free
        self.told = Label(self.look, ink=Ink.TEXT2, wrap=True)
        self.table = SheetTable(self.look, "De som saknar momentet")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.accept_button = self.add_button("", ButtonKind.PRIMARY, "calendar_person")
        self.accept_button.clicked.connect(self._take)
        self.table.show_rows(PERSON_COLUMNS, found.told)
        self.table.selectionModel().selectionChanged.connect(lambda _now, _before: self._tell())
        self._choose_first()
        self._tell()
        self.table.setFocus()

    def people(self) -> list[UUID]:
        """Who is chosen, each once."""
        places = sorted(
            place
            for index in self.table.selectionModel().selectedRows()
            if (place := self.table.sheet.place_of(index.row())) is not None
        )
        return list(dict.fromkeys(self._rows[place].person for place in places))

    def _choose_first(self) -> None:
        """Choose as many as there are seats for."""
        sheet = self.table.sheet
        number = len(self._rows) if self._free is None else min(self._free, len(self._rows))
        if number:
            first, last = sheet.index(0, 0), sheet.index(number - 1, sheet.columnCount() - 1)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.table.selectionModel().select(QItemSelection(first, last), flags.ClearAndSelect)

    def _tell(self) -> None:
        number = len(self.people())
        self.accept_button.setText(f"Anmäl {number} {'vald' if number == 1 else 'valda'}")
        self.accept_button.setEnabled(bool(number))
        if not self._rows:
            self.told.setText("Ingen saknar det som tillfället ger, eller så är alla redan anmälda.")
            return
        seats = (
            "" if self._free is None else f" Det finns {self._free} {'plats' if self._free == 1 else 'platser'} kvar."
        )
        over = max(number - self._free, 0) if self._free is not None else 0
        waiting = f" {over} blir {'reserv' if over == 1 else 'reserver'}." if over else ""
        self.told.setText(f"Välj vilka som ska anmälas. Ctrl+klick väljer flera.{seats}{waiting}")

    def _take(self) -> None:
        people = self.people()
        self.accept()
        self.chosen.emit(people)
