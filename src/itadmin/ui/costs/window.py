"""*Kostnader*: what a year costs, summed as one likes with the year before beside, and what each sum is made of.

Stands beside the main window and follows the register.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.calculations.cost_table import CostSum, Grouping
from itadmin.domain.problems import KnownError
from itadmin.services.costs import CostYear, Names, copy_as_budget, costs_of, year_of, years_of
from itadmin.services.costs.tables import SUM, columns, cost_overview, offered, ordered, row
from itadmin.services.costs.telling import told_year
from itadmin.services.exporting.overview import Overview
from itadmin.ui.changing_window import ChangingWindow
from itadmin.ui.costs.controls import Controls
from itadmin.ui.costs.pieces import PiecesPane
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

TITLE = "Kostnader"
_SIZE = (1320, 780)
_UPPER_SHARE = 0.58
_NONE = "Inga kostnader är kända"
_NONE_OF_IT, _CHOOSE_ELSE = "Inga kostnader för {about} {year}", "Välj ett annat år, eller Alla."
_HOW = "Ange pris per år på avtalen, eller skriv kostnadsrader för system och avtal."
_TOLD_OF = frozenset({"cost_lines", "agreements", "systems", "system_uses", "organisations", "value_words"})
"""The registers that the window tells something of."""
_GROUP_REGISTERS = {Grouping.SYSTEM: "systems", Grouping.BEARER: "organisations", Grouping.SUPPLIER: "organisations"}


class CostsWindow(ChangingWindow):
    """Shows the costs of one year. Escape closes it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "surface")
        look, year = session.look, session.reading().day.year
        self.heading = ElidedLabel(look, TITLE, TextStyle.NAME)
        self.copy_budget = Button(look, "", icon="copy")
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.save = Button(look, "Spara som fil…", icon="save")
        self.controls = Controls(look, year)
        self.told = Label(look, "", ink=Ink.TEXT2, wrap=True)
        self.table = SheetTable(look, TITLE)
        self.pieces = PiecesPane(session)
        self.empty = EmptyState(look, "calculator", _NONE, _HOW)
        self._pages, self._splitter = QStackedWidget(), Splitter(look, Qt.Orientation.Vertical)
        self._work = WindowWork(session, self)
        self._output = OverviewOutput(session, self, self._work)
        self._sums: list[CostSum] = []
        self._read()
        self._build()
        self._connect()
        self._show()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the register anew, and stay at the group one was at."""
        self._read()
        self._show()

    def copy_last_year(self) -> None:
        """Give the year the lines of the one before as its budget, in one step."""
        workspace, year = self._session.workspace, self.controls.year
        try:
            step = copy_as_budget(workspace.reading(), workspace.records, year)
            if step is None:
                self.status.say(f"Alla kostnadsrader från {year - 1} finns redan för {year}.")
                return
            workspace.records.apply(step)
        except KnownError as error:
            self.status.say(error.sentence)
            return
        self.status.say(f"{step.title}.", undoable=True)

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.setWindowTitle(f"{TITLE} – itadmin")
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        for button, keys in ((self.copy_budget, ""), (self.print_out, "Ctrl+P"), (self.save, "Ctrl+S")):
            self.top_items.addWidget(button)
            if keys:
                button.setToolTip(f"{button.text()} ({keys})")
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.pieces)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.empty)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        column.setSpacing(metrics.gap)
        column.addWidget(self.controls)
        column.addWidget(self.told)
        column.addWidget(self._pages, 1)
        self.body_items.addWidget(holder)
        open_at_size(self, look, _SIZE)
        height = self.height()
        self._splitter.setSizes([round(height * _UPPER_SHARE), round(height * (1 - _UPPER_SHARE))])

    def _connect(self) -> None:
        self.keep_up(self.refresh, _TOLD_OF)
        self.controls.changed.connect(self._on_choice)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_pieces())
        self.table.opened.connect(self._open)
        for table in (self.table, self.pieces.table):
            table.copied.connect(self.status.say)
        self.copy_budget.clicked.connect(self.copy_last_year)
        self.print_out.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self._work.said.connect(self.status.say)
        self._work.failed.connect(lambda error: self.status.say(error.sentence))
        self.bind_keys(
            {
                "Ctrl+S": self._save,
                "Ctrl+P": self._print,
            }
        )

    def _read(self) -> None:
        """Read what costs are worked out from; the years of both are at hand then."""
        self._reading = self._session.reading()
        self._costs = costs_of(self._reading)
        self.controls.set_years(years_of(self._costs), self.controls.year)
        self._reckon()

    def _reckon(self) -> None:
        whole = year_of(self._reading, self._costs, self.controls.year)
        self._names = Names(self._reading, self._costs.sources, (*whole.costs, *whole.costs_before))
        for grouping in self.controls.narrowing:
            self.controls.offer(grouping, offered(whole, self._names, grouping))
        self._year: CostYear = whole.within(self.controls.chosen)

    def _on_choice(self) -> None:
        self._reckon()
        self._show()

    def _show(self) -> None:
        year, grouping, about = self._year, self.controls.grouping, self.controls.about
        kept = self._chosen()
        self._sums = ordered(year, self._names, grouping)
        rows = [row(year, grouping, self._names.group(grouping, each.group), each) for each in self._sums]
        self.table.show_rows(columns(year, grouping), rows, row(year, grouping, SUM, year.total))
        again = next((place for place, each in enumerate(self._sums) if kept and each.group == kept.group), 0)
        self.table.setCurrentIndex(self.table.sheet.index(self.table.sheet.row_of(again), 0))
        self._show_pieces()
        self.told.setText(told_year(year, self._costs, about))
        self.told.setVisible(bool(self._sums))
        if about:
            self.empty.set_words(_NONE_OF_IT.format(about=about, year=year.year), _CHOOSE_ELSE)
        else:
            self.empty.set_words(_NONE, _HOW)
        self._pages.setCurrentIndex(0 if self._sums else 1)
        self.copy_budget.setText(f"Kopiera {year.year - 1} som budget")
        self.copy_budget.setToolTip(f"Kopiera förra årets kostnadsrader som budget för {year.year}")
        self.copy_budget.setVisible(self._session.workspace.writable and not about)
        self.copy_budget.setEnabled(year.year - 1 in self._costs.sources.lines)
        for button in (self.print_out, self.save):
            button.setEnabled(bool(self._sums))

    def _chosen(self) -> CostSum | None:
        """The group that the keyboard stands on; None on the sums, and where there is nothing."""
        place = self.table.sheet.place_of(self.table.currentIndex().row())
        return None if place is None or place >= len(self._sums) else self._sums[place]

    def _show_pieces(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self.pieces.show_sum(self._year, self._names, SUM, self._year.total)
        else:
            name = self._names.group(self.controls.grouping, chosen.group)
            self.pieces.show_sum(self._year, self._names, name, chosen)

    def _open(self, _index: QModelIndex) -> None:
        """Open what the group is, or go to what the sum is made of."""
        chosen, register = self._chosen(), _GROUP_REGISTERS.get(self.controls.grouping)
        if register is not None and chosen is not None and isinstance(chosen.group, bytes):
            self._session.guide.open_record(register, UUID(bytes=chosen.group))
        else:
            self.pieces.table.setFocus()

    def _save(self) -> None:
        if self._sums:
            self._output.save(self._overview(with_pieces=True))

    def _print(self) -> None:
        if self._sums:
            self._output.print_out(self._overview(with_pieces=False))

    def _overview(self, *, with_pieces: bool) -> Overview:
        about = self.controls.about
        told = told_year(self._year, self._costs, about)
        return cost_overview(self._year, self._names, self.controls.grouping, told, about, with_pieces=with_pieces)
