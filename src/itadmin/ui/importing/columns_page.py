"""The second step: which column is which field, with what stands in the first rows to judge by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.register import Register
from itadmin.services.importing.headings import ID, Columns, Headed, importable, rows_of
from itadmin.services.tables.table import cell_text
from itadmin.ui import texts_import as texts
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import ElidedLabel, Label

_NOT_TAKEN = "Tas inte med"
_USUAL = "Vanliga"
_OTHERS = "Övrigt"
_ID_LABEL = "Postens id"
_EXAMPLES = 3
_HEADERS = ("Kolumn", "De första värdena", "Läses in som")
_FIELD_ROLE = Qt.ItemDataRole.UserRole


class ColumnsPage(QWidget):
    """Shows the columns of a table. `changed` when one is to be another field."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fields = QStandardItemModel(self)
        self._names: list[str] = []
        self.combos: dict[int, ComboBox] = {}
        self.told = Label(look, ink=Ink.TEXT2, wrap=True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName("Kolumner")
        set_property(self.area, "ground", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.gap)
        column.addWidget(self.told)
        column.addWidget(self.area, 1)

    def show_columns(self, register: Register, table: Headed, columns: Columns) -> None:
        """Show a table's columns as they are proposed."""
        self._offer(register, columns)
        self.combos.clear()
        holder = QWidget()
        set_property(holder, "ground", "surface")
        grid = QGridLayout(holder)
        metrics = self._look.metrics
        grid.setContentsMargins(0, 0, metrics.gap, 0)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.tight)
        for place, (header, share) in enumerate(zip(_HEADERS, (2, 4, 3), strict=True)):
            grid.addWidget(Label(self._look, header, TextStyle.CHIP, Ink.TEXT3), 0, place)
            grid.setColumnStretch(place, share)
        for line, column in enumerate(_filled(table), start=1):
            heading = table.headings[column].strip() if column < len(table.headings) else ""
            name = heading or f"Kolumn {column + 1}"
            grid.addWidget(ElidedLabel(self._look, name, TextStyle.NAME), line, 0)
            grid.addWidget(ElidedLabel(self._look, _examples(table, column), ink=Ink.TEXT2), line, 1)
            combo = self._combo(name, columns.get(column, ""))
            combo.currentIndexChanged.connect(partial(self._on_chosen, column))
            self.combos[column] = combo
            grid.addWidget(combo, line, 2)
        grid.setRowStretch(len(self.combos) + 1, 1)
        self.area.setWidget(holder)
        self._tell()

    def columns(self) -> dict[int, str]:
        """Which column is which field, as chosen now."""
        found = {column: self._names[combo.currentIndex()] for column, combo in self.combos.items()}
        return {column: name for column, name in found.items() if name}

    def _offer(self, register: Register, columns: Columns) -> None:
        """What every column may be: nothing, a field, or the record's id; headings, which cannot be chosen, between.

        Rows are offered only where a column is recognised as them, since nobody writes those by hand.
        """
        self._names = []
        self._fields = QStandardItemModel(self)
        self._add("", _NOT_TAKEN)
        for title, names in _grouped(register, columns):
            self._add("", title).setFlags(Qt.ItemFlag.NoItemFlags)
            for name in names:
                self._add(name, _ID_LABEL if name == ID else register.fields[name].label)

    def _add(self, name: str, label: str) -> QStandardItem:
        item = QStandardItem(label)
        item.setData(name, _FIELD_ROLE)
        self._names.append(name)
        self._fields.appendRow(item)
        return item

    def _combo(self, heading: str, field: str) -> ComboBox:
        combo = ComboBox(self._look)
        combo.setModel(self._fields)
        combo.setCurrentIndex(self._names.index(field) if field in self._names else 0)
        combo.setAccessibleName(f"{heading} läses in som")
        combo.setMinimumContentsLength(12)
        combo.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return combo

    def _on_chosen(self, column: int, chosen: int) -> None:
        """A field is taken from one column only: the one that had it is not taken in any more."""
        for other, combo in self.combos.items():
            if chosen and other != column and combo.currentIndex() == chosen:
                with QSignalBlocker(combo):
                    combo.setCurrentIndex(0)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        self.told.setText(texts.recognised(len(self.columns()), len(self.combos)))


def _grouped(register: Register, columns: Columns) -> Iterator[tuple[str, list[str]]]:
    """The fields under headings: those that its list shows first, then the rest as on the record's page."""
    fields = (*importable(register), *(name for name in rows_of(register) if name in columns.values()))
    usual = [name for name in register.columns if name in fields]
    yield _USUAL, usual
    told = set(usual)
    for section in register.sections:
        names = [name for name in section.fields if name in fields and name not in told]
        told.update(names)
        if names:
            yield section.title, names
    yield _OTHERS, [*(name for name in fields if name not in told), ID]


def _filled(table: Headed) -> list[int]:
    """The columns that have a heading or anything under it."""
    width = max((len(row.cells) for row in table.rows), default=0)
    return [
        column
        for column in range(max(width, len(table.headings)))
        if (column < len(table.headings) and table.headings[column].strip())
        or any(row.cell(column) is not None for row in table.rows)
    ]


def _examples(table: Headed, column: int) -> str:
    """The first different values of a column."""
    found: dict[str, None] = {}
    for row in table.rows:
        text = " ".join(cell_text(row.cell(column)).split())
        if text:
            found[text] = None
        if len(found) == _EXAMPLES:
            break
    return " · ".join(found)
