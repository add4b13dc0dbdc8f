"""Editing in the cells of a table: a line where one types, a list where one chooses. Knows no record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QLineF, QMargins, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from itadmin.domain.fields import Field
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.painting import pen

Index = QModelIndex | QPersistentModelIndex

_OWN_MARGIN = 3
"""What the style itself leaves beside the words of a cell."""


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


class ChoosingDelegate(CellDelegate):
    """Opens the list of a choice at once, and is done with it when one has chosen; between the rows runs a hairline."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, its words under those of the heading."""
        metrics = self._look.metrics
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        ground.widget.style().drawPrimitive(panel, ground, painter, ground.widget)
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(metrics.cell_left - _OWN_MARGIN, 0, 0, -metrics.hairline)
        super().paint(painter, inside, index)
        painter.setPen(pen(self._look.tokens.line))
        bottom = option.rect.bottom() + 0.5
        painter.drawLine(QLineF(option.rect.left(), bottom, option.rect.right() + 1, bottom))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Want room for the words and what is beside them."""
        wanted = super().sizeHint(option, index)
        return wanted.grownBy(QMargins(self._look.metrics.cell_left - _OWN_MARGIN, 0, 0, 0))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, ComboBox):
            editor.view().setMinimumWidth(editor.view().sizeHintForColumn(0) + self._look.metrics.block)
            editor.activated.connect(lambda _place: self._finish(editor))
            QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
