"""Editing in the cells of a table: a line where one types, a list where one chooses. Knows no record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from itadmin.domain.fields import Field
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.combo_box import ComboBox

Index = QModelIndex | QPersistentModelIndex


class Cells(Protocol):
    """What a table says of its cells to who edits them."""

    def field_at(self, column: int) -> Field:
        """The field of a column."""

    def words_at(self, index: Index) -> Mapping[Any, str] | None:
        """The words to choose among in a cell, or None where one types."""


class CellDelegate(QStyledItemDelegate):
    """Opens a line or a choice in a cell."""

    def __init__(self, look: Look, cells: Cells, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cells = cells

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        field = self._cells.field_at(index.column())
        words = self._cells.words_at(index)
        if words is None:
            line = QLineEdit(parent)
            line.setAccessibleName(field.label)
            return line
        combo = ComboBox(self._look, parent)
        combo.addItem("–", None)
        for value, word in words.items():
            combo.addItem(word, value)
        combo.setAccessibleName(field.label)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value in its editor."""
        if isinstance(editor, ComboBox):
            editor.setCurrentIndex(max(editor.findText(index.data(Qt.ItemDataRole.EditRole)), 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the model what the editor holds."""
        if isinstance(editor, ComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
