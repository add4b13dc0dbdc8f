"""The numbers, amounts and days of those who share a cost: a row for each kommun by name, saved as one step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.record import described_fields, to_plain
from itadmin.domain.registers.allocation_rows import ParticipantRow
from itadmin.domain.registers.allocations import REGISTER, Allocation
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.cell_editing import CellDelegate
from itadmin.ui.register.rows_model import RowsModel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

_SIZE = (860, 0)
_WHO = "municipality"
_NUMBERS = {name: field for name, field in described_fields(ParticipantRow).items() if name != _WHO}
_OF_MODELS: Mapping[str, str] = {
    "ANVANDARE": "users",
    "ENHETER": "units",
    "HISTORISK": "earlier",
    "FAST_BELOPP": "fixed_amount",
    "DIREKT": "fixed_amount",
}
"""The number that a model needs of those who take part."""
_LEAST_COLUMN = 104
_TOLD = (
    "Antal användare och enheter, tidigare del och fast belopp behövs bara för de modeller som räknar med dem. "
    "Dagar skrivs för den som deltar en del av perioden."
)


class _Numbers(RowsModel):
    """Rows whose headings are the names of kommuner."""

    def __init__(self, names: Mapping[str, str], parent: QObject) -> None:
        super().__init__(_NUMBERS, parent)
        self._names = names

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a field's label, or the name of a kommun."""
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return self.name_at(section)
        return super().headerData(section, orientation, role)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows; it is told with the kommun."""
        told = super().data(index, role)
        return f"{self.name_at(index.row())}, {told}" if role == Qt.ItemDataRole.AccessibleTextRole else told

    def rows(self) -> list[dict[str, Any]]:
        """The rows of all. Raises ValueError when a cell cannot be read."""
        rows, typed = self.kept()
        for (row, name), (_text, sentence) in typed.items():
            raise ValueError(f"{self.name_at(row)}, {_NUMBERS[name].label}: {sentence}")
        return rows

    def name_at(self, row: int) -> str:
        """The name of the kommun of a row."""
        code = self.kept()[0][row][_WHO]
        return self._names.get(code, code)


class NumbersSheet(SheetDialog):
    """Edits the numbers; what cannot be accepted is told, and the sheet stays open."""

    def __init__(
        self, session: Session, allocation_id: UUID, allocation: Allocation, names: Mapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(session.look, "Antal, belopp och dagar", _SIZE, parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._session, self._allocation_id = session, allocation_id
        self.title = ""
        """What was done; "" for nothing."""
        self.model = _Numbers(names, self)
        self.model.set_rows(to_plain(allocation)["participants"])
        self.table = self._made_table()
        self.fault = Label(self.look, "", ink=Ink.RED, wrap=True)
        self.fault.hide()
        self.body.addWidget(Label(self.look, _TOLD, TextStyle.SECOND, Ink.TEXT2, wrap=True))
        self.body.addWidget(self.table)
        self.body.addWidget(self.fault)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.act = self.add_button("Spara", ButtonKind.PRIMARY, "checkmark")
        self.act.setDefault(True)
        self.act.clicked.connect(self.carry_out)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def _made_table(self) -> QTableView:
        """A table as high as its rows, whose columns share its width."""
        table, metrics = QTableView(), self.look.metrics
        table.setModel(self.model)
        table.setItemDelegate(CellDelegate(self.look, self.model, table))
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        table.clicked.connect(table.edit)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAccessibleName("Kommunernas antal, belopp och dagar")
        table.verticalHeader().setDefaultSectionSize(metrics.row_compact)
        columns = table.horizontalHeader()
        columns.setMinimumSectionSize(metrics.px(_LEAST_COLUMN))
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for header in (columns, table.verticalHeader()):
            header.setHighlightSections(False)
        rows = self.model.rowCount() * metrics.row_compact
        bar = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(rows + columns.sizeHint().height() + 2 * table.frameWidth() + bar)
        return table

    def stand_on(self, model: str) -> None:
        """Stand where a kommun has no number that a model needs; nowhere else for one that needs none."""
        field = _OF_MODELS.get(model)
        if field is not None:
            rows = self.model.kept()[0]
            empty = next((place for place, row in enumerate(rows) if row[field] is None), 0)
            self.table.setCurrentIndex(self.model.index(empty, list(_NUMBERS).index(field)))

    def carry_out(self) -> None:
        """Save, and close."""
        self.table.setCurrentIndex(QModelIndex())  # what is being typed is taken
        try:
            values = {"participants": self.model.rows()}
            step = self._session.workspace.records.save(REGISTER.name, self._allocation_id, values)
        except (ValueError, KnownError) as error:
            self.fault.setText(error.sentence if isinstance(error, KnownError) else str(error))
            self.fault.show()
            self.fit_height()
            return
        self.title = step.title if step.changes else ""
        self.accept()
