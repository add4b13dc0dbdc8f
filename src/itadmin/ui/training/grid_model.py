"""The table of målgrupper and moment as a model: rows are moment, columns what they are and what they demand of whom.

The first row tells how well each målgrupp must know the system, the last how long what is demanded takes. What cannot
be read is kept as it was typed, and told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from itadmin.domain.durations import duration_text
from itadmin.domain.entry import edit_text
from itadmin.domain.fields import Choice, Field
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.training_modules import TrainingModule
from itadmin.domain.registers.training_plans import AudienceRow
from itadmin.ui.register.cell_editing import Index
from itadmin.ui.training.grid_texts import (
    BEFORE,
    CODE,
    FORM,
    MINUTES,
    TITLE,
    VALID,
    hours_text,
    plain_of,
    shown_text,
)
from itadmin.ui.training.plan_faults import faults_of
from itadmin.ui.training.plan_read import MODULES, PlanRead, demand_of
from itadmin.ui.training.ruled_cell import Cell
from itadmin.ui.training.words import DEMAND_WORDS, KNOW, REQUIRED_TIME, people_words

_FIRST, _LAST = (CODE, TITLE, FORM, MINUTES), (BEFORE, VALID)
_FIGURES = frozenset({MINUTES, VALID})
_SHORT = {BEFORE: "Förkunskaper", VALID: "Giltigt"}
_MISSING_MATTERS = frozenset({FORM, MINUTES})
_FIELDS = REGISTERS[MODULES].fields
_LEVEL: Field = described_fields(AudienceRow)["level"]
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PlanModel(QAbstractTableModel):
    """Shows one plan. `module_edited` gives a moment, a field and the plain value that somebody wants there.

    `level_edited` gives a målgrupp and the code of its level, "" for none. `faults_changed` says that another cell
    holds what cannot be read.
    """

    module_edited = Signal(object, str, object)
    level_edited = Signal(str, str)
    faults_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: PlanRead | None = None
        self._keys: tuple[str, ...] = ()
        self._faults: dict[tuple[UUID | None, str], str] = {}
        self._typed: dict[tuple[UUID, str], tuple[str, str]] = {}

    @property
    def modules(self) -> tuple[TrainingModule, ...]:
        """The moment, from the top."""
        return self._read.modules if self._read else ()

    @property
    def is_writable(self) -> bool:
        """Whether anything can be changed."""
        return self._read is not None and self._read.writable

    def show_plan(self, read: PlanRead) -> None:
        """Show the plan as it is now; the same cells stay the same places."""
        keys = (*_FIRST, *read.audiences, *_LAST)
        ids = [module.id for module in read.modules]
        is_same = keys == self._keys and ids == [module.id for module in self.modules]
        if not is_same:
            self.beginResetModel()
        self._read, self._keys, self._faults = read, keys, faults_of(read)
        if not is_same:
            self.endResetModel()
            return
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def unread(self) -> tuple[str, ...]:
        """What has been typed that cannot be read, and so is not saved."""
        return tuple(text for text, _sentence in self._typed.values())

    def faults(self) -> list[str]:
        """What is wrong in sentences: first what cannot be read, then what does not go together."""
        typed = [f"{self._named(key)}: {sentence}" for (key, _name), (_text, sentence) in self._typed.items()]
        told = [
            f"{self._named(key) if key else self.audience_word(name)}: {sentence}"
            for (key, name), sentence in self._faults.items()
        ]
        return [*(each for each in typed if not each.startswith(":")), *told]

    def next_fault(self, after: Index) -> QModelIndex:
        """The next cell that something is wrong with, from the top again after the last; none when all is well."""
        places = [(row, column) for row in range(self.rowCount()) for column in range(self.columnCount())]
        wrong = [place for place in places if self.cell(self.index(*place)).fault]
        later = [place for place in wrong if place > (after.row(), after.column())]
        return self.index(*(later or wrong)[0]) if wrong else _ROOT

    def module_at(self, row: int) -> TrainingModule | None:
        """The moment of a row; None in the first and the last."""
        return self.modules[row - 1] if 0 < row <= len(self.modules) else None

    def row_of(self, module_id: UUID | None) -> int:
        """The row of a moment; -1 when it is not shown."""
        ids = [module.id for module in self.modules]
        return ids.index(module_id) + 1 if module_id in ids else -1

    def key_at(self, column: int) -> str:
        """The field of a column, or the code of its målgrupp."""
        return self._keys[column] if 0 <= column < len(self._keys) else ""

    def column_of(self, key: str) -> int:
        """The column of a field or a målgrupp; -1 when it is not shown."""
        return self._keys.index(key) if key in self._keys else -1

    def audience_at(self, column: int) -> str:
        """The målgrupp of a column; "" for one that is of the moment themselves."""
        key = self.key_at(column)
        return "" if key in _FIELDS else key

    def audience_word(self, audience: str) -> str:
        """What a målgrupp is called."""
        return self._read.audience_word(audience) if self._read else audience

    def name_of(self, module_id: UUID) -> str:
        """What a moment is called in short, also one of another plan; "" when it is not to be found."""
        return self._read.name_of(module_id) if self._read else ""

    def demand_at(self, index: Index) -> str | None:
        """The demand of a cell; None where there can be none."""
        module, audience = self.module_at(index.row()), self.audience_at(index.column())
        return demand_of(module, audience) if module is not None and audience else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many moment there are, with the rows of levels and of time."""
        return 0 if parent.isValid() or self._read is None else len(self.modules) + 1 + bool(self.modules)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how much is told of each."""
        return 0 if parent.isValid() else len(self._keys)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the word of a column; a målgrupp has how many they are under it."""
        if orientation is not Qt.Orientation.Horizontal or self._read is None or not 0 <= section < len(self._keys):
            return None
        key = self._keys[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if key in _FIGURES else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if key in _FIELDS:
            return _SHORT.get(key, _FIELDS[key].label)
        told = people_words(self._read.heads(key))
        return f"{self._read.audience_word(key)}\n{told}" if told else self._read.audience_word(key)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let be written in what is a field of a moment, and chosen how well a målgrupp must know it."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._is_open(index) else flags

    def field_at(self, column: int) -> Field:
        """The field of a column; of a målgrupp that of its level."""
        return _FIELDS.get(self.key_at(column), _LEVEL)

    def words_at(self, index: Index) -> Mapping[Any, str] | None:
        """The words to choose among in a cell, that of its value too, or None where one types."""
        field, module = self.field_at(index.column()), self.module_at(index.row())
        if not isinstance(field, Choice) or self._read is None:
            return None
        now = module.form if module is not None else self._read.level(self.audience_at(index.column()))
        return self._read.words.offered(field.values, now)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows, what is wrong with it, and what it says to who cannot see the table."""
        if not index.isValid() or self._read is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role == Qt.ItemDataRole.EditRole:
            return self._written(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cell(index).fault or None
        return self.told(index) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed or chosen; None empties the cell."""
        if role != Qt.ItemDataRole.EditRole or not self._is_open(index):
            return False
        module, key = self.module_at(index.row()), self.key_at(index.column())
        if module is None:
            self.level_edited.emit(key, value or "")
            return True
        before = self._typed.pop((module.id, key), None)
        field = _FIELDS[key]
        try:
            plain = plain_of(key, field, value)
        except ValueError as error:
            self._typed[module.id, key] = (str(value), str(error))
        else:
            if plain != plain_value(field, getattr(module, key)):
                self.module_edited.emit(module.id, key, plain)
        if before != self._typed.get((module.id, key)):
            self.faults_changed.emit()
        self.dataChanged.emit(index, index)
        return True

    def told(self, index: Index) -> str:
        """A cell in words, with its moment and its column."""
        if self._read is None:
            return ""
        cell, key, module = self.cell(index), self.key_at(index.column()), self.module_at(index.row())
        named = self._named(module.id) if module else (KNOW if not index.row() else REQUIRED_TIME)
        column = self.audience_word(key) if key not in _FIELDS else _FIELDS[key].label
        said = "saknas" if cell.is_missing else cell.text or ("" if module is None else "tomt")
        if self.demand_at(index) is not None:
            said = DEMAND_WORDS.get(cell.demand, cell.demand)
        return f"{named}, {column}: {said}" + (f". {cell.fault}" if cell.fault else "")

    def cell(self, index: Index) -> Cell:
        """A cell as it is drawn."""
        read, module, key = self._read, self.module_at(index.row()), self.key_at(index.column())
        if read is None or not key:
            return Cell("")
        if module is None:
            return self._head_cell(read, index.row(), key)
        typed = self._typed.get((module.id, key))
        fault = typed[1] if typed else self._faults.get((module.id, key), "")
        if key not in _FIELDS:
            demand = demand_of(module, key)
            return Cell(DEMAND_WORDS.get(demand, demand) if demand else "", demand, fault)
        text = typed[0] if typed else shown_text(read, module, key)
        is_missing = not text and key in _MISSING_MATTERS
        return Cell(text, "", fault, is_missing=is_missing, is_figure=key in _FIGURES, is_name=key == TITLE)

    def _head_cell(self, read: PlanRead, row: int, key: str) -> Cell:
        """A cell of the row of levels, or of that of the time."""
        if row:
            words = REQUIRED_TIME if key == TITLE else ""
            text = words if key in _FIELDS else hours_text(read.demanded_minutes(key))
            return Cell(text, is_name=bool(text), is_head=True)
        if key in _FIELDS:
            return Cell(KNOW if key == TITLE else "", is_name=key == TITLE, is_head=True)
        level = read.level(key)
        text = read.words.label_of("kompetensniva", level) if level else ""
        return Cell(text, fault=self._faults.get((None, key), ""), is_missing=not level, is_head=True)

    def _is_open(self, index: Index) -> bool:
        if not self.is_writable or not index.isValid():
            return False
        key, is_audience = self.key_at(index.column()), bool(self.audience_at(index.column()))
        if self.module_at(index.row()) is None:
            return is_audience and not index.row()
        return not is_audience and key != BEFORE

    def _written(self, index: Index) -> str:
        """What stands in a cell when it is opened."""
        module, key, read = self.module_at(index.row()), self.key_at(index.column()), self._read
        if read is None or module is None or key not in _FIELDS:
            return self.cell(index).text
        typed = self._typed.get((module.id, key))
        if typed:
            return typed[0]
        if key == MINUTES:
            return duration_text(module.minutes)
        return edit_text(_FIELDS[key], plain_value(_FIELDS[key], getattr(module, key)), read.words)

    def _named(self, module_id: UUID | None) -> str:
        module = self._read.module(module_id) if self._read and module_id else None
        return f"{module.code} {module.title}".strip() if module else ""
