"""The third step: what would change, in four lists under tabs – new, changed, unchanged, problems."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from itadmin.services.importing.plan import ImportPlan
from itadmin.ui import texts_import as texts
from itadmin.ui.importing.lines import CHANGED, HEADERS, NEW, PROBLEMS, UNCHANGED, Preview
from itadmin.ui.importing.preview_model import PreviewModel
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.name_width import NameWidth
from itadmin.ui.widgets.row_table import RowTable
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate

_WORDS: Mapping[str, tuple[str, str]] = {
    NEW: ("Nya", "add"),
    CHANGED: ("Ändrade", "edit"),
    UNCHANGED: ("Oförändrade", "checkmark_circle"),
    PROBLEMS: ("Problem", "error_circle"),
}
_WIDTHS: Mapping[str, tuple[int, ...]] = {
    NEW: (56, 210, 0, 300),
    CHANGED: (56, 190, 170, 180, 200, 0),
    UNCHANGED: (56, 0),
    PROBLEMS: (56, 180, 150, 150, 100, 0),
}
"""Widths by tab and column; 0 takes what is left."""

_NAME = 1
_WEIGHTY = ("Post", "Blir")


class PreviewPage(QWidget):
    """Shows a plan. `save_wanted` when the rows that do not go in are to be saved as a file."""

    save_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Vad som skulle ändras")
        self.models = {state: PreviewModel(headers, self) for state, headers in HEADERS.items()}
        self.tables = {state: self._table(state) for state in HEADERS}
        self.save = Button(look, "Spara raderna med problem…", ButtonKind.QUIET, "save")
        self.told = Label(look, ink=Ink.TEXT2, wrap=True)
        self.detail = Label(look, wrap=True, selectable=True)
        self._pages = QStackedWidget()
        for state, table in self.tables.items():
            self.tabs.addTab(_WORDS[state][0])
            self._pages.addWidget(table)
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab)
        self.save.clicked.connect(self.save_wanted)
        look.changed.connect(self._dress)
        self._dress()

    def show_plan(self, plan: ImportPlan, preview: Preview) -> None:
        """Show what a plan would do, on the tab where something happens."""
        for place, (state, lines) in enumerate(preview.items()):
            self.models[state].show_lines(lines)
            number = len(plan.problems) if state == PROBLEMS else sum(row.state == state for row in plan.rows)
            self.tabs.setTabText(place, f"{_WORDS[state][0]}  {number:,}".replace(",", " "))
        told = [*plan.remarks, *([texts.also_made(plan.made)] if plan.made else [])]
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))
        wanted = next((state for state in (PROBLEMS, CHANGED, NEW, UNCHANGED) if preview[state]), NEW)
        self.tabs.setCurrentIndex(list(preview).index(wanted))
        self._on_tab()

    def shown(self) -> str:
        """The tab that is shown."""
        return list(HEADERS)[self.tabs.currentIndex()]

    def _table(self, state: str) -> RowTable:
        table = RowTable(self._look)
        table.setModel(self.models[state])
        table.setAccessibleName(_WORDS[state][0])
        header = table.horizontalHeader()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS[state]):
            kind = NameDelegate if HEADERS[state][column] in _WEIGHTY else TextDelegate
            table.setItemDelegateForColumn(column, kind(self._look, table))
            if not width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if _WIDTHS[state][_NAME]:
            NameWidth(self._look, table, _NAME, _WIDTHS[state][_NAME])
        table.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell_line())
        return table

    def _lay_out(self) -> None:
        metrics = self._look.metrics
        below = QHBoxLayout()
        below.setSpacing(metrics.block)
        below.addWidget(self.detail, 1)
        below.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap)
        column.addWidget(self.tabs)
        column.addWidget(self.told)
        column.addWidget(self._pages, 1)
        column.addLayout(below)

    def _on_tab(self) -> None:
        state = self.shown()
        self._pages.setCurrentWidget(self.tables[state])
        self.save.setVisible(bool(self.models[PROBLEMS].rowCount()))
        table = self.tables[state]
        if self.models[state].rowCount() and not table.currentIndex().isValid():
            table.setCurrentIndex(self.models[state].index(0, 0))
        self._tell_line()

    def _tell_line(self) -> None:
        """Show in full what the line that one stands on says last, for there is seldom room for it in the list."""
        state = self.shown()
        row = self.tables[state].currentIndex().row()
        self.detail.setText(self.models[state].told(row) if state != UNCHANGED else "")

    def _dress(self) -> None:
        look = self._look
        for place, state in enumerate(HEADERS):
            self.tabs.setTabIcon(place, look.icons.icon(_WORDS[state][1], 16))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for state, table in self.tables.items():
            for column, width in enumerate(_WIDTHS[state]):
                if width and column != _NAME:
                    table.setColumnWidth(column, look.metrics.px(width))
