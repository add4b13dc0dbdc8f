"""*Kostnadsfördelning*: what each kommun carries, beside another model, with all that can be done with it.

Stands beside the main window and follows the register. What is chosen is saved at once, as one step that can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.documents.cost_allocation import TYPE as PAPER
from itadmin.domain.problems import InvalidRecordError, KnownError, NotFoundError
from itadmin.domain.registers.allocations import REGISTER, Allocation
from itadmin.services.acting import step_of
from itadmin.services.allocations import municipality_names, outcome_of, simulation_of, told
from itadmin.services.allocations.adopting import renewed
from itadmin.services.allocations.counting import figures_known, wanted_newer
from itadmin.services.allocations.region import codes_to_choose
from itadmin.services.allocations.tables import allocation_overview, columns, rows, total, year_columns, year_rows
from itadmin.services.allocations.words import phased_words
from itadmin.services.reading import Read
from itadmin.ui.allocation.adopt_sheet import AdoptSheet
from itadmin.ui.allocation.bars import bars_of
from itadmin.ui.allocation.controls import Controls
from itadmin.ui.allocation.figures_sheet import FiguresSheet, ask_figure
from itadmin.ui.allocation.laying import fit_rows, scrolled
from itadmin.ui.allocation.messages import POPULATIONS, TO_PAGE, comparison_messages, messages
from itadmin.ui.allocation.numbers_sheet import NumbersSheet
from itadmin.ui.changing_window import ChangingWindow
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.value_signs import value_sign
from itadmin.ui.session import Session
from itadmin.ui.sheet_table import SheetTable
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.notice import Message, Notice
from itadmin.ui.widgets.split_bars import SplitBars
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

TITLE = "Kostnadsfördelning"
_SIZE = (1280, 780)
_SIDE = 344
_TOLD_OF = frozenset(
    {"allocations", "populations", "organisations", "regions", "value_words", "cooperation_cases", "agreements"}
)


class AllocationWindow(ChangingWindow):
    """Shows one kostnadsfördelning. Escape closes it."""

    def __init__(self, session: Session, allocation_id: UUID) -> None:
        super().__init__(session, "surface")
        look = session.look
        self._allocation_id = allocation_id
        self._read: Read | None = None
        self._names: Mapping[str, str] = {}
        self.heading = ElidedLabel(look, TITLE, TextStyle.NAME)
        self._sign = QWidget()
        self.save, self.print_out = Button(look, "Spara som fil…", icon="save"), Button(look, "Skriv ut", icon="print")
        self.paper = Button(look, "Till bilaga…", icon="document_pdf")
        self.renew = Button(look, "Ny för nästa period", icon="copy")
        self.adopt = Button(look, "Fastställ…", ButtonKind.PRIMARY, "checkmark_circle")
        self.notice, self.lacking = Notice(look), Notice(look)
        self.bars = SplitBars(look)
        self.table, self.years = SheetTable(look, "Kommunernas delar"), SheetTable(look, "Infasning")
        self.years_heading = Label(look, "Infasning år för år", TextStyle.SECTION)
        self.years_told = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.told = CalculationBox(look)
        self.controls = Controls(look)
        self._side = QWidget()
        self._work = WindowWork(session, self)
        self._output = OverviewOutput(session, self, self._work)
        self._build()
        self._connect()
        self.refresh()
        self.table.setFocus()

    @property
    def read(self) -> Read | None:
        """What is shown; None when it is gone."""
        return self._read

    def refresh(self) -> None:
        """Read the register anew."""
        reading = self._session.reading()
        try:
            self._read = reading.one(REGISTER.name, self._allocation_id)
        except NotFoundError:
            self.close()
            return
        allocation = self._allocation()
        may_change = REGISTER.fields.keys() <= self._session.open_fields(REGISTER, self._read)
        self._outcome = outcome_of(reading, allocation)
        self._simulation = simulation_of(reading, allocation, self._outcome)
        self._words, self._today = reading.words, reading.day
        self.heading.setText(self._read.label)
        self.setWindowTitle(f"{self._read.label} – itadmin")
        self._show_sign(allocation)
        self.notice.set_messages([*messages(self._outcome, allocation, reading.day)])
        self.lacking.set_messages([*comparison_messages(self._simulation, allocation, self._words)])
        self._show_tables(allocation)
        self._side_area.setVisible(may_change)
        if may_change:
            codes = {*self._names, *codes_to_choose(reading, allocation)}  # who has been unticked stays
            self._names = municipality_names(reading, sorted(codes))
            counts = self._outcome.counting.day
            self.controls.show_allocation(allocation, self._names, reading.words, reading.day, counts)
        has_parts = bool(self._outcome.parts)
        self.adopt.setVisible(may_change)
        self.adopt.setEnabled(has_parts)
        self.renew.setVisible(self._outcome.is_locked and self._session.may_change(self._read))
        for button in (self.save, self.print_out):
            button.setEnabled(has_parts)

    def leave_edited(self) -> None:
        """Save what is being written."""
        self.controls.leave()

    def _allocation(self) -> Allocation:
        record: Any = self._read.record if self._read else Allocation()
        return record if isinstance(record, Allocation) else Allocation()

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading)
        self.top_items.addWidget(self._sign)
        self.top_items.addStretch(1)
        for button in (self.print_out, self.save, self.paper, self.renew, self.adopt):
            self.top_items.addWidget(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        column.setSpacing(metrics.block)
        years = (self.years_heading, self.years_told, self.years)
        for part in (self.notice, self.lacking, self.bars, self.table, self.told, *years):
            column.addWidget(part)
        column.addStretch(1)
        inside = QVBoxLayout(self._side)
        inside.setContentsMargins(metrics.section_gap, metrics.gap, metrics.section_gap, metrics.gap)
        inside.addWidget(self.controls)
        self._side_area = scrolled(self._side, "sunken")
        self._side_area.setFixedWidth(metrics.px(_SIDE))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scrolled(left, "surface"), 1)
        row.addWidget(self._side_area)
        self.body_items.addWidget(holder)
        open_at_size(self, look, _SIZE)

    def _connect(self) -> None:
        self.keep_up(self.refresh, _TOLD_OF)
        self.controls.chosen.connect(self._save_values)
        self.controls.more.connect(lambda: self._ask_numbers(self._allocation().model))
        self.controls.figures.connect(self._show_figures)
        self.notice.acted.connect(lambda message: self._on_notice(message, self._allocation().model))
        self.lacking.acted.connect(lambda message: self._on_notice(message, self._allocation().compared_model))
        self.adopt.clicked.connect(self._adopt)
        self.renew.clicked.connect(self._renew)
        self.paper.clicked.connect(lambda: self._session.guide.open_paper(PAPER, self._allocation_id))
        self.save.clicked.connect(lambda: self._output.save(self._overview()))
        self.print_out.clicked.connect(lambda: self._output.print_out(self._overview()))
        for table in (self.table, self.years):
            table.copied.connect(self.status.say)
        self._work.said.connect(self.status.say)
        self._work.failed.connect(lambda error: self.status.say(error.sentence))

    def _show_sign(self, allocation: Allocation) -> None:
        word = self._words.label_of("fordelningslage", allocation.status)
        sign = value_sign(self._session.look, REGISTER.fields["status"], allocation.status, word) or Label(
            self._session.look, word, TextStyle.SECOND, Ink.TEXT2
        )
        self.top_items.replaceWidget(self._sign, sign)
        self._sign.hide()
        self._sign.deleteLater()
        self._sign = sign

    def _show_tables(self, allocation: Allocation) -> None:
        outcome, simulation = self._outcome, self._simulation
        self.bars.show_bars(tuple(bars_of(allocation, outcome, simulation, self._words)))
        self.table.setVisible(bool(outcome.parts))
        self.told.setVisible(bool(outcome.parts))
        if outcome.parts:
            self.table.show_rows(columns(outcome, simulation), rows(outcome, simulation), total(outcome, simulation))
            fit_rows(self.table)
            self.told.set_prose((told(outcome, allocation, self._words),))
        has_years = simulation is not None and bool(simulation.years)
        self.years.setVisible(has_years)
        for part in (self.years_heading, self.years_told):
            part.setVisible(has_years)
        if simulation is not None and has_years:
            self.years.show_rows(year_columns(allocation, simulation), *year_rows(outcome, simulation))
            self.years_told.setText(phased_words(outcome, simulation))
            fit_rows(self.years)

    def _overview(self) -> Any:
        title = self._read.label if self._read else TITLE
        return allocation_overview(title, self._allocation(), self._outcome, self._simulation, self._words)

    def _save_values(self, values: dict[str, Any]) -> None:
        """Save what has been chosen; what is wrong with what was written is told where it stands."""
        try:
            step = self._session.workspace.records.save(REGISTER.name, self._allocation_id, values)
        except InvalidRecordError as error:
            self.controls.show_fault({problem.field: problem.text for problem in error.problems})
            self.status.say(error.sentence)
        except KnownError as error:
            self.status.say(error.sentence)
            self.refresh()
        else:
            self._tell_step(step.title)

    def _tell_step(self, title: str) -> None:
        self.status.say(f"{title}." if title else "", undoable=bool(title))

    def _ask_numbers(self, model: str = "") -> None:
        sheet = NumbersSheet(self._session, self._allocation_id, self._allocation(), self._names, self)
        sheet.stand_on(model)
        sheet.accepted.connect(lambda: self._tell_step(sheet.title))
        sheet.open()

    def _show_figures(self) -> None:
        figures = figures_known(self._session.reading(), self._allocation())
        sheet = FiguresSheet(self._session, figures, self._names, self)
        sheet.new_wanted.connect(self._ask_figure)
        sheet.open()

    def _ask_figure(self) -> None:
        """Ask for the inhabitants that are lacking, of the model or of the one it is compared with."""
        others = self._simulation.now.wanted if self._simulation else None
        newer = wanted_newer(self._outcome.counting, self._allocation(), self._today)
        sheet = ask_figure(self._session, self._outcome.wanted or others or newer, self)
        sheet.added.connect(lambda _key: self._tell_step("La till ett befolkningstal"))

    def _adopt(self) -> None:
        read = self._read
        if read is None:
            return

        def work() -> None:
            sheet = AdoptSheet(self._session, read, self)
            sheet.adopted.connect(self._tell_step)
            sheet.open()

        self._attempt(work)

    def _renew(self) -> None:
        def work() -> None:
            plan = renewed(self._session.reading(), self._allocation_id)
            step = step_of(self._session.workspace.records, plan)
            self._session.workspace.records.apply(step)
            self._session.guide.open_record(REGISTER.name, step.changes[0].record_id)
            self.status.say(f"{step.title}. Den visas i huvudfönstret.")

        self._attempt(work)

    def _attempt(self, work: Any) -> None:
        try:
            work()
        except KnownError as error:
            self.status.say(error.sentence)
            self.refresh()

    def _on_notice(self, message: Message, model: str) -> None:
        """Lead to where what is lacking of a model is filled in."""
        if message.action == POPULATIONS:
            self._ask_figure()
        elif message.action == TO_PAGE:
            self._session.guide.open_field(REGISTER.name, self._allocation_id, "basis_reference")
        elif self._allocation().amount is None:
            self.controls.lines["amount"].setFocus()
        elif self._allocation().participants:
            self._ask_numbers(model)
        else:
            self.controls.model.setFocus()
