"""What changes in records that are here already, to be narrowed to one field or to words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itadmin.domain.text import clean_line, fold
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.sharing.grouped_rows import GroupedRow
from itadmin.ui.sharing.grouped_table import GroupedTable
from itadmin.ui.sharing.narrowed import Field, fields_of, narrowed
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import Label

_ALL = "Alla fält"


class ChangesPart(QWidget):
    """Shows `table`, with what it is narrowed by above it where there is something to narrow."""

    def __init__(self, look: Look, table: GroupedTable) -> None:
        super().__init__()
        self.table = table
        self._rows: Sequence[GroupedRow] = ()
        self._fields: Sequence[Field | None] = (None,)
        self.which = ComboBox(look)
        self.which.setAccessibleName("Fält som visas")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Sök post, fält eller värde")
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.nothing = Label(look, ink=Ink.TEXT2, wrap=True)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(look.metrics.gap)
        head.addWidget(self.which)
        head.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.gap)
        column.addWidget(self._head)
        column.addWidget(self.nothing)
        column.addWidget(table, 1)
        column.addStretch(0)
        self.which.currentIndexChanged.connect(self._show)
        self.search.textChanged.connect(self._show)

    def show_rows(self, rows: Sequence[GroupedRow]) -> None:
        """Show the changes of another file, all of them."""
        self._rows = rows
        fields = fields_of(rows)
        self._fields = (None, *fields)
        with QSignalBlocker(self.which), QSignalBlocker(self.search):
            self.which.clear()
            self.which.addItems([_ALL, *fields.values()])
            self.search.clear()
        self._head.setVisible(len(fields) > 1)
        self._show()

    def _show(self) -> None:
        rows = narrowed(self._rows, self._fields[max(self.which.currentIndex(), 0)], fold(self.search.text()))
        self.table.rows.show_rows(rows)
        self.nothing.setText(f"Ingen ändring innehåller ”{clean_line(self.search.text())}”.")
        is_missed = bool(self._rows) and not rows
        self.nothing.setVisible(is_missed)
        self.table.setVisible(not is_missed)
