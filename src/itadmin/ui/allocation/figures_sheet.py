"""The inhabitants that are known of those who share a cost, the file's own beside those that ship; and one more."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.registers.populations import REGISTER as POPULATIONS
from itadmin.services.allocations.counting import Wanted
from itadmin.services.exporting.sheet import Column, Row
from itadmin.services.populations import Figure
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (820, 560)
_COLUMNS = (Column("Kommun"), Column("Per"), Column("Invånare", "whole"), Column("Vems"), Column("Källa"))
_OWN, _SHIPS = "Eget", "Följer med"
_TOLD = "Egna tal går före dem som följer med programmet. En dag räknas när alla som deltar har tal för den."


class FiguresSheet(SheetDialog):
    """Shows figures by kommun, the newest first. `new_wanted` when one more is to be written."""

    new_wanted = Signal()

    def __init__(self, session: Session, figures: list[Figure], names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(session.look, "Folkmängder", _SIZE, parent)
        self.table = SheetTable(self.look, "Folkmängder")
        self.table.show_rows(_COLUMNS, [_row(figure, names) for figure in figures])
        self.body.addWidget(Label(self.look, _TOLD, ink=Ink.TEXT2, wrap=True))
        self.body.addWidget(self.table, 1)
        self.new = self.add_button("Nytt befolkningstal …", icon="add", first=True)
        self.new.clicked.connect(self._write)
        close = self.add_button("Stäng", ButtonKind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.reject)
        self.table.setFocus()

    def _write(self) -> None:
        self.accept()
        self.new_wanted.emit()


def ask_figure(session: Session, wanted: Wanted, parent: QWidget) -> NewRecordDialog:
    """Ask for the first of the figures that are wanted, with kommun and day written already."""
    begun = {"municipality_code": next(iter(wanted.codes), ""), "counted_on": wanted.day}
    sheet = NewRecordDialog(session, POPULATIONS, {}, parent, begun=begun)
    sheet.open()
    number = sheet.editors["number"]
    QTimer.singleShot(0, number, number.setFocus)
    return sheet


def _row(figure: Figure, names: Mapping[str, str]) -> Row:
    name = names.get(figure.code, figure.code)
    return name, figure.day.isoformat(), figure.number, _OWN if figure.is_own else _SHIPS, figure.source
