"""Decisions as a table that is edited cell by cell: what cannot be read is kept as it was typed, and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.entry import edit_text, plain_from_text
from itadmin.domain.fields import Choice, Field
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.register.cell_editing import Index

DECISIONS = REGISTERS["steering_decisions"]
NAMED_BY = 0
"""The column that names the kommun, which is not edited here."""

_NAMES = ("municipality", "body", "status", "decided_on", "paragraph", "registry_number", "part")
_SHORT = {"decided_on": "Dag", "paragraph": "§", "registry_number": "Dnr"}
"""Words over columns that are narrower than what their field is called."""

_SHORT_BODIES = frozenset({"KF", "KS", "KLG"})
"""Instanser that everyone knows by their letters, which are their codes."""

_TO_FILL_IN = ("body", "decided_on", "paragraph")
_ROOT = QModelIndex()


class DecisionModel(QAbstractTableModel):
    """One row a decision. `edited` gives its id, a field and the plain value that somebody wants there.

    `faults_changed` says that another cell holds what cannot be read.
    """

    edited = Signal(object, str, object)
    faults_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reads: list[Read] = []
        self._may_change: Callable[[Read], bool] = lambda _read: False
        self._towns: Mapping[UUID, str] = {}
        self._typed: dict[tuple[UUID, str], tuple[str, str]] = {}

    def show_reads(self, reads: Sequence[Read], may_change: Callable[[Read], bool], towns: Mapping[UUID, str]) -> None:
        """Show these; what could not be read stands as it was typed, also when others have been shown between.

        `towns` are what kommuner are called in short, by id.
        """
        is_same = [read.record.id for read in reads] == [read.record.id for read in self._reads]
        if not is_same:
            self.beginResetModel()
        self._reads, self._may_change, self._towns = list(reads), may_change, towns
        if not is_same:
            self.endResetModel()
        elif reads:
            self.dataChanged.emit(self.index(0, 0), self.index(len(reads) - 1, len(_NAMES) - 1))

    def to_fill_in(self, municipality: UUID) -> QModelIndex:
        """The cell where the first decision of a kommun that is not made is filled in; invalid when there is none."""
        for row, read in enumerate(self._reads):
            decision: Any = read.record
            if decision.municipality == municipality and decision.status != MADE:
                name = next((name for name in _TO_FILL_IN if not getattr(decision, name)), "status")
                index = self.index(row, _NAMES.index(name))
                return index if self.flags(index) & Qt.ItemFlag.ItemIsEditable else _ROOT
        return _ROOT

    def read_at(self, row: int) -> Read:
        """The decision of a row."""
        return self._reads[row]

    def faults(self) -> tuple[str, ...]:
        """What is wrong with each cell that cannot be read, in sentences that name it."""
        labels = {read.record.id: field_text(DECISIONS, read, "municipality") for read in self._reads}
        return tuple(
            f"{labels[record_id]}, {DECISIONS.fields[name].label.lower()}: {sentence}"
            for (record_id, name), (_text, sentence) in self._typed.items()
            if record_id in labels
        )

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many there are."""
        return 0 if parent.isValid() else len(self._reads)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else len(_NAMES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let one's own decisions be edited, save whose they are."""
        flags = super().flags(index)
        is_open = index.isValid() and index.column() != NAMED_BY and self._may_change(self._reads[index.row()])
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a field's label, in short where the column is narrow; a tooltip says it in full."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        label = self.field_at(section).label
        if role == Qt.ItemDataRole.DisplayRole:
            return _SHORT.get(_NAMES[section], label)
        return label if role == Qt.ItemDataRole.ToolTipRole else None

    def field_at(self, column: int) -> Field:
        """The field of a column."""
        return DECISIONS.fields[_NAMES[column]]

    def words_at(self, index: Index) -> Mapping[Any, str] | None:
        """The words to choose among in a cell, that of its value too, or None where one types."""
        name, read = _NAMES[index.column()], self._reads[index.row()]
        field = DECISIONS.fields[name]
        return read.words.offered(field.values, getattr(read.record, name)) if isinstance(field, Choice) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, and what is wrong with it."""
        name, read = _NAMES[index.column()], self._reads[index.row()]
        typed = self._typed.get((read.record.id, name))
        if role == Qt.ItemDataRole.EditRole and not typed:
            field = DECISIONS.fields[name]
            return edit_text(field, plain_value(field, getattr(read.record, name)), read.words)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return typed[0] if typed else self._in_short(read, name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return typed[1] if typed else self._in_full(read, name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = typed[0] if typed else field_text(DECISIONS, read, name)
            told = f"{self.field_at(index.column()).label}: {said or 'tomt'}"
            return told if index.column() == NAMED_BY else f"{field_text(DECISIONS, read, 'municipality')}, {told}"
        return None

    def _in_short(self, read: Read, name: str) -> str:
        """A value as it stands in its narrow cell."""
        value = getattr(read.record, name)
        if name == "municipality" and value in self._towns:
            return self._towns[value]
        return value if name == "body" and value in _SHORT_BODIES else field_text(DECISIONS, read, name)

    def _in_full(self, read: Read, name: str) -> str | None:
        """What a cell that is told in short says, and of the kommun what pressing it does."""
        full = field_text(DECISIONS, read, name)
        if name == _NAMES[NAMED_BY]:
            return f"{full}: öppna beslutet"
        return full if full != self._in_short(read, name) else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed or chosen; None empties the cell."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        name, record = _NAMES[index.column()], self._reads[index.row()].record
        key, field = (record.id, name), DECISIONS.fields[name]
        before = self._typed.pop(key, None)
        try:
            plain = value or None if isinstance(field, Choice) else plain_from_text(field, value or "")
        except ValueError as error:
            self._typed[key] = (value, str(error))
        else:
            if plain != plain_value(field, getattr(record, name)):
                self.edited.emit(record.id, name, plain)
        if before != self._typed.get(key):
            self.faults_changed.emit()
        self.dataChanged.emit(index, index)
        return True
