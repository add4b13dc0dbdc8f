"""*Utbildningsplaner – täckning*: which systems have a plan worth its name, as shares and one by one.

The missing ones are made from here, many in one step. Stands beside the main window and follows the register.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.exporting.overview import Overview
from itadmin.services.training.coverage import Coverage, Covered, Part, coverage
from itadmin.services.training.making import general_from_template
from itadmin.ui.changing_window import ChangingWindow
from itadmin.ui.exporting.overview_output import OverviewOutput
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.session import Session
from itadmin.ui.training.coverage_choices import CoverageChoices
from itadmin.ui.training.coverage_lists import PartsTable, SystemsTable
from itadmin.ui.training.coverage_making import CoverageMaking
from itadmin.ui.training.coverage_words import (
    CHANGE_FILTER,
    NO_SYSTEMS,
    NO_SYSTEMS_HOW,
    NONE_FIT,
    SHOW_SHARES,
    SHOW_SYSTEMS,
    TITLE,
    coverage_overview,
    coverage_words,
    named,
    owner_of,
)
from itadmin.ui.training.general_plans import GeneralPlans
from itadmin.ui.training.plan_read import PLANS
from itadmin.ui.widgets.buttons import Button, IconButton
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.one_or_both import OneOrBoth
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

_SIZE = (1360, 800)
_FOR_ONE = "Ctrl+J"
_SHARES = (0.5, 0.5)
_BY_AREA, _BY_OWNER, _BY_KOMMUN = "Område", "Förvaltning", "Kommun"
_TOLD_OF = frozenset({PLANS, "systems", "organisations", "roles", "value_words"})
_HELP_PAGE = "utbildningsplaner"


class CoverageWindow(ChangingWindow):
    """Shows the coverage of today. Escape closes it."""

    def __init__(self, session: Session, _parent: QWidget | None = None) -> None:
        super().__init__(session, "surface")
        look = session.look
        self._coverage: Coverage = coverage(session.reading())
        self._help = SideHelp(look, _HELP_PAGE)
        self.heading = ElidedLabel(look, TITLE, TextStyle.NAME)
        self.turn = Button(look, "")
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.save = Button(look, "Spara som fil…", icon="save")
        self.help = IconButton(look, "question_circle", "Hjälp om utbildningsplaner")
        self.told = Label(look, "", TextStyle.SIDE_HEADING, wrap=True)
        self.groupings = ComboBox(look)
        self.parts = PartsTable(look)
        self.general = GeneralPlans(look)
        self.choices = CoverageChoices(look)
        self.systems = SystemsTable(look)
        self.making = CoverageMaking(session, self.systems, self.choices, self)
        self.empty = EmptyState(look, "hat_graduation", NO_SYSTEMS, NO_SYSTEMS_HOW)
        self.none_fit = EmptyState(look, "hat_graduation", NONE_FIT, CHANGE_FILTER, plain="Visa alla")
        self._pages, self._listed, self._splitter = QStackedWidget(), QStackedWidget(), Splitter(look)
        self._work = WindowWork(session, self)
        self._output = OverviewOutput(session, self, self._work)
        self._build()
        self._connect()
        self._show()
        self.systems.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the help with it."""
        self._help.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show either the systems or the shares where there is no room for both."""
        super().resizeEvent(event)
        self._room.fit(self.width())

    def refresh(self) -> None:
        """Read the register anew; what is chosen stays."""
        self._coverage = coverage(self._session.reading())
        self._show()

    def open_chosen(self) -> None:
        """Open the plan of the system that one stands on, or the system where it has none."""
        system = self.systems.current()
        if system is None:
            return
        plan = system.draft_id or system.plan_id
        if plan is not None:
            self._session.guide.open_record(PLANS, plan)
        else:
            self._session.guide.open_record("systems", system.system_id)

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.setWindowTitle(f"{TITLE} – itadmin")
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        self.top_items.addWidget(self.turn)
        deeds = ((self.making.one, _FOR_ONE), (self.making.many, "Ctrl+N"))
        for button, keys in ((self.print_out, "Ctrl+P"), (self.save, "Ctrl+S"), *deeds):
            self.top_items.addWidget(button)
            button.setToolTip(keys)
        self.top_items.addWidget(self.help)
        for word in (_BY_AREA, _BY_OWNER, _BY_KOMMUN):
            self.groupings.addItem(f"Per {word.lower()}", word)
        self.groupings.setAccessibleName("Dela upp per")
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, metrics.block, 0)
        column.setSpacing(metrics.gap)
        column.addWidget(self.groupings, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.parts, 1)
        column.addWidget(self.general)
        column = QVBoxLayout(right)
        column.setContentsMargins(metrics.block, 0, 0, 0)
        column.setSpacing(metrics.gap)
        column.addWidget(self.choices)
        self._listed.addWidget(self.systems)
        self._listed.addWidget(self.none_fit)
        column.addWidget(self._listed, 1)
        self._room = OneOrBoth(look, (right, left), self.turn, (SHOW_SYSTEMS, SHOW_SHARES))
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.empty)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(metrics.section_gap, metrics.block, metrics.section_gap, metrics.gap)
        column.setSpacing(metrics.block)
        column.addWidget(self.told)
        column.addWidget(self._pages, 1)
        self.body_items.addWidget(holder)
        open_at_size(self, look, _SIZE)
        self._splitter.setSizes([round(self.width() * share) for share in _SHARES])

    def _connect(self) -> None:
        self.keep_up(self.refresh, _TOLD_OF)
        self.groupings.currentIndexChanged.connect(lambda _place: self._show_parts())
        self.choices.changed.connect(self._show_systems)
        self.none_fit.plain_chosen.connect(self.choices.ask_all)
        self.parts.opened.connect(self._ask_part)
        self.systems.opened.connect(lambda _index: self.open_chosen())
        self.general.chosen.connect(lambda plan: self._session.guide.open_record(PLANS, plan))
        self.general.wanted.connect(self._make_general)
        self.print_out.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.help.clicked.connect(self._help.open)
        self._session.guide.said.connect(self.status.say)
        self._work.said.connect(self.status.say)
        self._work.failed.connect(lambda error: self.status.say(error.sentence))
        self.bind_keys(
            {
                "Ctrl+N": self.making.many.click,
                _FOR_ONE: self.making.one.click,
                "Ctrl+S": self._save,
                "Ctrl+P": self._print,
                "Ctrl+F": self.choices.search.setFocus,
                "F1": self._help.open,
            }
        )

    def _show(self) -> None:
        found = self._coverage
        self._pages.setCurrentIndex(0 if found.systems else 1)
        self.told.setText(coverage_words(found) if found.systems else "")
        self.told.setVisible(bool(found.systems))
        for button in (self.print_out, self.save):
            button.setEnabled(bool(found.systems))
        areas = dict.fromkeys(named(part.name) for part in found.by_area)
        owners = dict.fromkeys(named(owner_of(system)) for system in found.systems)
        self.choices.offer(list(areas), sorted(owners))
        self.general.show_plans(found.general, writable=self._session.workspace.writable)
        self._show_parts()
        self._show_systems()

    def _show_parts(self) -> None:
        heading, parts = self._grouped()
        self.parts.show_parts(heading, self._coverage.whole, parts)

    def _grouped(self) -> tuple[str, Sequence[Part]]:
        found, heading = self._coverage, str(self.groupings.currentData())
        parts: Mapping[str, Sequence[Part]] = {
            _BY_AREA: found.by_area,
            _BY_OWNER: found.by_department,
            _BY_KOMMUN: found.by_municipality,
        }
        return heading, parts[heading]

    def _show_systems(self) -> None:
        shown = self._shown()
        self.systems.show_systems(shown)
        self._listed.setCurrentIndex(0 if shown else 1)
        self.making.show(self._coverage.systems)

    def _shown(self) -> list[Covered]:
        wanted = self.choices.wanted
        return [system for system in self._coverage.systems if wanted.fits(system)]

    def _ask_part(self, index: QModelIndex) -> None:
        """Ask for the systems of the part that one stands on."""
        name = self.parts.name_at(index.row())
        box = {_BY_AREA: self.choices.areas, _BY_OWNER: self.choices.owners}.get(str(self.groupings.currentData()))
        if box is not None:
            box.setCurrentIndex(max(box.findData(name), 0))
            self.systems.setFocus()

    def _make_general(self, key: str) -> None:
        workspace = self._session.workspace
        try:
            made = general_from_template(workspace.reading(), workspace.records, key)
            workspace.records.apply(made.changes)
        except KnownError as error:
            self.status.say(error.sentence)
            return
        self.status.say(f"{made.changes.title}.", undoable=True)
        self._session.guide.open_record(PLANS, made.plan_ids[0])

    def _save(self) -> None:
        if self._coverage.systems:
            self._output.save(self._overview())

    def _print(self) -> None:
        if self._coverage.systems:
            self._output.print_out(self._overview())

    def _overview(self) -> Overview:
        heading, parts = self._grouped()
        return coverage_overview(self._coverage, parts, heading, self.systems.shown())
