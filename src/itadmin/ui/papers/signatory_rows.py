"""The lines of who has signed: befattning, part and name of each. Reads what is written; knows no handling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from itadmin.domain.fields import Text
from itadmin.domain.record import described_fields
from itadmin.domain.registers.papers import PaperSignatory
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label

_FIELDS = ("title", "party", "name")
_STRETCH = (3, 4, 4)
_DESCRIBED = described_fields(PaperSignatory)
_MOST = 12


class SignatoryRows(QWidget):
    """Lines to fill in, with one more when it is asked for. `grown` when there is another number of them."""

    grown = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: list[dict[str, QLineEdit]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.metrics.gap)
        self._grid.setVerticalSpacing(look.metrics.tight)
        self.more = LinkButton(look, "Lägg till en underskrift", TextStyle.SECOND)
        self.more.clicked.connect(self._add_empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.tight)
        column.addLayout(self._grid)
        column.addWidget(self.more)
        for place, name in enumerate(_FIELDS):
            self._grid.addWidget(Label(look, _DESCRIBED[name].label, TextStyle.SECOND, Ink.TEXT2), 0, place)
            self._grid.setColumnStretch(place, _STRETCH[place])

    def show_rows(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Show these instead of what stands there; an empty line when there are none."""
        for line in self._lines:
            for field in line.values():
                field.hide()
                field.deleteLater()
        self._lines = []
        for row in list(rows)[:_MOST] or [{}]:
            self._add(row)
        self.grown.emit()

    def rows(self) -> list[dict[str, str]]:
        """What is written, as plain rows; lines with nothing in them left out."""
        found = ({name: field.text().strip() for name, field in line.items()} for line in self._lines)
        return [row for row in found if any(row.values())]

    def line(self, row: int, name: str) -> QLineEdit:
        """The field of a value in a row, counted from 0."""
        return self._lines[row][name]

    def _add_empty(self) -> None:
        self._add({})
        self._lines[-1][_FIELDS[0]].setFocus()
        self.grown.emit()

    def _add(self, row: Mapping[str, Any]) -> None:
        line: dict[str, QLineEdit] = {}
        for place, name in enumerate(_FIELDS):
            described = _DESCRIBED[name]
            field = QLineEdit(str(row.get(name) or ""))
            field.setAcceptDrops(False)
            if isinstance(described, Text):
                field.setMaxLength(described.max_length)
            field.setCursorPosition(0)
            field.setAccessibleName(f"{described.label}, underskrift {len(self._lines) + 1}")
            self._grid.addWidget(field, len(self._lines) + 1, place)
            field.show()
            line[name] = field
        self._lines.append(line)
        self.more.setVisible(len(self._lines) < _MOST)
