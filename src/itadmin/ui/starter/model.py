"""The starter list as a table: a line for each area and kind, ticked and written in place. Keeps nothing of its own."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadmin.services.starter import NewPerson, Owner
from itadmin.services.starter_list import Area, SystemKind
from itadmin.ui.starter.ticking import Line, Ticking
from itadmin.ui.widgets.classing import Classing
from itadmin.ui.widgets.roles import Mark, Role

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST_PRODUCTS = 4


class Column(IntEnum):
    """The columns of the page."""

    KIND = 0
    NAME = 1
    OWNER = 2
    CLASSING = 3


_HEADERS = {
    Column.KIND: "Slag av system",
    Column.NAME: "Produkt eller eget namn",
    Column.OWNER: "Systemägare",
    Column.CLASSING: "Vanlig klassning",
}


class StarterModel(QAbstractTableModel):
    """The lines that the filter lets through."""

    def __init__(self, ticking: Ticking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ticking = ticking
        self._lines = ticking.lines()
        self._names = ticking.names()

    def set_filter(self, words: str, *, only_ticked: bool) -> None:
        """Show what has these words in it, or of that only what is ticked."""
        self.ticking.words = words
        self.ticking.only_ticked = only_ticked
        self.read_again()

    def read_again(self) -> None:
        """Show the lines anew."""
        self.beginResetModel()
        self._lines = self.ticking.lines()
        self._names = self.ticking.names()
        self.endResetModel()

    def line(self, row: int) -> Line:
        """What stands in a row."""
        return self._lines[row]

    def row_of(self, line: Line | None) -> int:
        """Where a line stands; -1 when it is not shown."""
        return self._lines.index(line) if line in self._lines else -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many lines are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's word."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADERS[Column(section)]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let be ticked and written in what is not in the register, and an area have an owner."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_open(index):
            ticks = index.column() == Column.KIND
            flags |= Qt.ItemFlag.ItemIsUserCheckable if ticks else Qt.ItemFlag.ItemIsEditable
        return flags

    def is_open(self, index: Index) -> bool:
        """Say whether something can be said in a cell."""
        line = self._lines[index.row()]
        if isinstance(line, Area):
            return index.column() == Column.OWNER
        return index.column() != Column.CLASSING and self.ticking.known(line) is None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows."""
        line, column = self._lines[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(line)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)[0]
        if role == Role.MARK:
            return self._text(line, column)[1]
        if role == Qt.ItemDataRole.EditRole:
            return self._written(line, column)
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.KIND and isinstance(line, SystemKind):
            return Qt.CheckState.Checked if self.ticking.is_ticked(line) else Qt.CheckState.Unchecked
        if role == Role.CLASSING and column is Column.CLASSING and isinstance(line, SystemKind):
            return classing_of(line)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick, what was written, or an owner (whom it is, or a name)."""
        line = self._lines[index.row()]
        if not self.is_open(index):
            return False
        if role == Qt.ItemDataRole.CheckStateRole and isinstance(line, SystemKind):
            self.ticking.tick(line, ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        elif index.column() == Column.NAME and isinstance(line, SystemKind):
            self.ticking.set_text(line, value)
        elif index.column() == Column.OWNER:
            self.ticking.set_owner(line, self.ticking.meant(value) if isinstance(value, str) else value)
        else:
            return False
        self._names = self.ticking.names()
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Column) - 1))
        return True

    def _written(self, line: Line, column: Column) -> str:
        """What stands in a cell when it is opened: only what was written in it."""
        if column is Column.OWNER:
            return self.ticking.owner_name(self.ticking.own_owner(line))
        return self.ticking.text(line) if column is Column.NAME and isinstance(line, SystemKind) else ""

    def _text(self, line: Line, column: Column) -> tuple[str, Mark]:
        if column is Column.KIND:
            return line.name, Mark.PLAIN
        if column is Column.OWNER:
            return self._owner(line)
        if column is Column.NAME and isinstance(line, SystemKind):
            return self._name(line)
        if column is Column.NAME and isinstance(line, Area):
            ticked, of = self.ticking.count(line)
            return f"{ticked} av {of}", Mark.QUIET
        return "", Mark.PLAIN

    def _name(self, kind: SystemKind) -> tuple[str, Mark]:
        """What it is called, or will be; else common products, as a hint."""
        system = self.ticking.known(kind)
        if system is not None:
            return f"Finns: {system.name}", Mark.QUIET
        if self.ticking.text(kind):
            return self._names.get(kind.key, self.ticking.text(kind)), Mark.PLAIN
        products = ", ".join(product.name for product in kind.products[:_MOST_PRODUCTS])
        return (f"t.ex. {products}" if products else ""), Mark.QUIET

    def _owner(self, line: Line) -> tuple[str, Mark]:
        """Who owns it, and whether that is somebody new; else the usual function, as a hint, where it is of use."""
        if isinstance(line, SystemKind) and self.ticking.known(line) is not None:
            return "", Mark.PLAIN
        owner = self.ticking.owner(line)
        if owner is not None:
            return _with_new(self.ticking.owner_name(owner), owner), Mark.PLAIN
        if isinstance(line, Area):
            return f"alla: t.ex. {line.owner}", Mark.QUIET
        return (f"t.ex. {line.owner}" if self.ticking.is_ticked(line) else ""), Mark.QUIET

    def _sentence(self, line: Line) -> str:
        name, owner = (self._text(line, column)[0] for column in (Column.NAME, Column.OWNER))
        if isinstance(line, Area):
            return f"Område {line.name}, {name} finns eller är bockade. {owner}"
        state = "förbockad" if self.ticking.is_ticked(line) else "inte förbockad"
        return ", ".join(part for part in (line.name, state, name, owner, classing_of(line).in_words()) if part)


def classing_of(kind: SystemKind) -> Classing:
    """The typical class of a kind."""
    confidentiality, integrity, availability = (int(level) for level in kind.levels)
    return Classing(confidentiality, integrity, availability)


def _with_new(name: str, owner: Owner) -> str:
    return f"{name} (ny person)" if isinstance(owner, NewPerson) else name
