"""Changed records to look through: a list of them, and under it the one that the arrow keys stand on, in full."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QScrollArea, QVBoxLayout, QWidget

from itadmin.services.change_words import Deed
from itadmin.services.changes_between import Line
from itadmin.ui.history.change_detail import ChangeDetail
from itadmin.ui.history.lines_model import CHANGES, DEED, LAST, NAME, REGISTER, WHO, Lines, LinesModel
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.name_width import NameWidth
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.sign_delegates import ChipDelegate
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.widgets.ticks import TickNameDelegate, TickTable

_NAME_WIDTH = 190
_WIDTHS = {REGISTER: 110, DEED: 118, LAST: 150, WHO: 110}
_SHARES = (600, 400)


class ChangeBrowser(QWidget):
    """Shows changes. `opened` gives register and id of a record that was opened with Enter or a double click.

    With `ticks` each can be left out.
    """

    opened = Signal(str, object)

    def __init__(
        self, look: Look, words: Mapping[Deed, tuple[ChipKind, str]], *, dated: bool = False, ticks: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._words = words
        self.model = LinesModel(words, dated=dated, ticks=ticks, parent=self)
        self._name_kind = TickNameDelegate if ticks else NameDelegate
        self.table = TickTable(look) if ticks else RowTable(look)
        self.area = QScrollArea()
        self._dress_table()
        self._split = Splitter(look, Qt.Orientation.Vertical)
        self._split.addWidget(self.table)
        self._split.addWidget(self.area)
        for place, share in enumerate(_SHARES):
            self._split.setStretchFactor(place, share)
        self._split.setSizes(_SHARES)
        self.area.setWidgetResizable(True)
        set_property(self.area, "ring", "true")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("Ändringen i sin helhet")
        set_property(self.area, "ground", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)

    def _dress_table(self) -> None:
        table, look = self.table, self._look
        table.setModel(self.model)
        table.setAccessibleName("Ändrade poster")
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column in range(self.model.columnCount()):
            kinds = {NAME: self._name_kind, DEED: ChipDelegate}
            table.setItemDelegateForColumn(column, kinds.get(column, TextDelegate)(look, table))
            table.setColumnWidth(column, look.metrics.px(_WIDTHS.get(column, 0)))
        NameWidth(look, table, NAME, _NAME_WIDTH)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(CHANGES, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(lambda new, _old: self._show(new.row()))
        table.opened.connect(self._open)

    def show_lines(self, lines: Lines) -> None:
        """Show other changes and stand on the first."""
        self.model.show_lines(lines)
        several = len(lines) > 1
        self.table.setVisible(several)
        if len(lines):
            self.table.setCurrentIndex(self.model.index(0, 0))
        if not several:
            self._show(0)

    def current(self) -> Line | None:
        """The change that the list stands on."""
        return self.model.line(max(self.table.currentIndex().row(), 0))

    def _open(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.opened.emit(line.told.register.name, line.told.record_id)

    def _show(self, row: int) -> None:
        line = self.model.line(row)
        holder = QWidget()
        set_property(holder, "ground", "surface")
        column = QVBoxLayout(holder)
        metrics = self._look.metrics
        column.setContentsMargins(0, metrics.gap, metrics.gap, metrics.gap)
        column.setSpacing(metrics.gap)
        if line is not None:
            column.addLayout(self._head(line))
            column.addWidget(ChangeDetail(self._look, line.told.fields, is_new=line.told.is_new))
        column.addStretch(1)
        self.area.setWidget(holder)

    def _head(self, line: Line) -> QHBoxLayout:
        kind, word = self._words[line.told.deed]
        row = QHBoxLayout()
        row.setSpacing(self._look.metrics.gap)
        what = f"{line.told.register.singular.capitalize()} · {line.told.label}"
        row.addWidget(ElidedLabel(self._look, what, TextStyle.NAME))
        row.addWidget(Chip(self._look, kind, word))
        if line.times > 1:
            row.addWidget(Label(self._look, f"{line.times} ändringar sammanlagda", TextStyle.SECOND, Ink.TEXT3))
        row.addStretch(1)
        return row
