"""Kompetenskartan: people by area or system, how many are able in each, and the same as tables beside it.

Levels are set in the map, each as one step. It follows the register, and leads to the records it shows.
"""

from __future__ import annotations

from importlib import import_module
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from itadmin.documents.competence_plan import TYPE as PLAN
from itadmin.documents.competence_plan import TYPE_WITHOUT_NAMES as NAMELESS_PLAN
from itadmin.services.competence.depth import DepthLine, beside_areas, depth_of
from itadmin.services.competence.ground import Ground, ground_of
from itadmin.services.competence.heat_map import Columns, HeatMap, heat_map
from itadmin.services.competence.judging import set_levels
from itadmin.ui.competence.controls import HeatControls
from itadmin.ui.competence.deeds import CompetenceDeeds
from itadmin.ui.competence.heat_view import HeatView
from itadmin.ui.competence.painting import draw_swatch, legend_of, printed
from itadmin.ui.competence.places import NOWHERE, Cell
from itadmin.ui.competence.sheets import LevelsSheet
from itadmin.ui.competence.tables import CellsTable, DepthTable
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.picture_output import Output
from itadmin.ui.picture_window import PictureWindow
from itadmin.ui.session import Session
from itadmin.ui.undoing import Undoing
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.window_size import open_at_size

_MAKING = "itadmin.documents.making"
_SIZE = (1480, 860)
_SHARES = (0.36, 0.3)
_WIDTHS = (128, 128, 150, 150, 44)
_DEPTH_WIDTHS = (164, 78, 82, 80, 70)
_LEAST_TABLES = 480
_EMPTY = "Ingen kompetens är bedömd"
_HOW = "Lägg till områden och personer, och klicka sedan i kartan för att säga vad var och en kan."


class CompetenceWindow(PictureWindow):
    """Shows the map. Escape closes it."""

    def __init__(self, session: Session) -> None:
        self.model = CellsTable()
        super().__init__(session, self.model, shares=_SHARES)
        look = session.look
        self.calendar.hide()
        self.controls = HeatControls(look)
        self.view = HeatView(look)
        self.legend = Legend(look, draw_swatch)
        self.empty = EmptyState(look, "brain", _EMPTY, _HOW)
        self.depth_model = DepthTable(self)
        self.depth_table = RowTable(look, RowHeight.COMPACT)
        self.add_judgement = Button(look, "Ny bedömning…", icon="add")
        self.add_area = Button(look, "Nytt område…")
        self.add_person = Button(look, "Ny person…")
        self.propose = Button(look, "Föreslå åtgärder…", icon="lightbulb")
        self.plan = Button(look, "Utbildningsplan…", icon="document_pdf")
        self.deeds = CompetenceDeeds(session, self)
        self._pages, self._tables = QStackedWidget(), Splitter(look, Qt.Orientation.Vertical)
        self._ground, self._heat, self._lines = self._read()
        self._arrange()
        self._listen()
        self._show(NOWHERE)

    @property
    def shown(self) -> HeatMap:
        """The map that is shown."""
        return self._heat

    def refresh(self) -> None:
        """Read the register anew, and stay at the cell one was at."""
        kept = self._place()
        self._ground, self._heat, self._lines = self._read()
        self._show(self._cell_of(*kept) if kept is not None else NOWHERE)

    def output(self) -> Output:
        """The map that is shown, as what is saved and printed."""
        heat = self._heat
        day = self._session.reading().day.isoformat()
        return Output(
            f"{heat.title}_{day}",
            lambda: printed(heat, self._session.look.theme),
            lambda reading: bytes(import_module(_MAKING).make_competence_map(reading, heat.asked)),
        )

    def go_to(self, row: int) -> None:
        """Stand on the cell that a row of the table tells of."""
        self.view.go_to(self.model.cell(row))

    def open_row(self, row: int) -> None:
        """Ask for the levels of the cell that a row tells of."""
        self._ask(*self.model.cell(row))

    def has_room_beside(self) -> bool:
        """Whether the window is wide, or at least has room for the whole map and tables that can be read."""
        metrics, places = self._session.look.metrics, self.view.places()
        needed = (places.width if places else 0) + metrics.px(_LEAST_TABLES)
        return metrics.step(self.width()) is WidthStep.WIDE or (places is not None and self.width() >= needed)

    def turn_by_room(self) -> None:
        """Let the tables stand below each other beside the map, and beside each other below it."""
        beside = self.has_room_beside()
        self._tables.setOrientation(Qt.Orientation.Vertical if beside else Qt.Orientation.Horizontal)
        super().turn_by_room()

    def _arrange(self) -> None:
        look = self._session.look
        self.table.setAccessibleName("Samma uppgifter som tabell")
        self.depth_table.setModel(self.depth_model)
        self.depth_table.setAccessibleName("Djup: hur många i regionen som behärskar varje område och system")
        self.depth_table.setItemDelegate(TextDelegate(look, self.depth_table))
        self.depth_table.setItemDelegateForColumn(0, NameDelegate(look, self.depth_table))
        self.set_widths(_WIDTHS)
        for column, width in enumerate(_DEPTH_WIDTHS):
            self.depth_table.setColumnWidth(column, look.metrics.px(width))
        for words, table in (("Djup i hela regionen", self.depth_table), ("Bedömningar", self.table)):
            part = self.column(table, above=(Label(look, words, TextStyle.SIDE_HEADING),))
            self._tables.addWidget(part)
        self._pages.addWidget(self.put_together(self.column(self.view, self.legend), self._tables))
        self._pages.addWidget(self.empty)
        self.body_items.addWidget(self.column(self._pages, self._acts(), above=(self.controls, self.told)))
        open_at_size(self, look, _SIZE)
        self.share_room()
        self.view.setFocus()

    def _acts(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._session.look.metrics.gap)
        is_writable = self._session.workspace.writable
        for button in (self.add_judgement, self.add_area, self.add_person, self.propose):
            row.addWidget(button)
            button.setVisible(is_writable)
        row.addStretch(1)
        row.addWidget(self.plan)
        return holder

    def _listen(self) -> None:
        self.controls.changed.connect(self.refresh)
        self.view.stood_on.connect(self._on_cell)
        self.view.asked.connect(self._ask)
        self.view.now_set.connect(lambda level: self._set("level", level))
        self.view.wanted_set.connect(lambda level: self._set("wanted_level", level))
        self.view.person_opened.connect(lambda row: self._open("people", self._heat.rows[row].person))
        self.view.topic_opened.connect(self._open_topic)
        self.depth_table.opened.connect(lambda index: self._open_line(self._lines[index.row()]))
        self.add_judgement.clicked.connect(self.deeds.judge)
        self.add_area.clicked.connect(self.deeds.add_area)
        self.add_person.clicked.connect(self.deeds.add_person)
        self.propose.clicked.connect(self.deeds.propose)
        self.plan.clicked.connect(self._open_plan)
        Undoing(self, self._session, self.said.setText)

    def _read(self) -> tuple[Ground, HeatMap, tuple[DepthLine, ...]]:
        reading = self._session.reading()
        ground = ground_of(reading)
        lines = sorted(depth_of(reading, ground), key=lambda line: not line.is_vulnerable)
        return ground, heat_map(reading, ground, self.controls.asked), tuple(lines)

    def _show(self, cell: Cell) -> None:
        heat = self._heat
        self.controls.set_kommuner(heat.kommuner or self._kommuner())
        beside = beside_areas(self._lines) if heat.asked.columns is Columns.AREAS else ""
        self.tell(heat.title, f"{heat.sentence} {beside}".strip(), lambda: self.model.show_map(heat))
        self.depth_model.show_lines(self._lines)
        self.legend.show_entries(legend_of(heat))
        self.view.show_map(heat, cell)
        self.turn_by_room()
        has_cells = bool(heat.rows and heat.columns)
        self._pages.setCurrentIndex(0 if has_cells else 1)
        for button in (self.copy, self.print_out, self.save):
            button.setEnabled(has_cells)

    def _kommuner(self) -> list[str]:
        """The kommuner that can be chosen when names are shown again."""
        box = self.controls.kommun_box
        return [box.itemData(place) for place in range(1, box.count())]

    def _place(self) -> tuple[UUID, tuple[str, str]] | None:
        """The person and the topic one stands on."""
        row, column = self.view.cell
        if row < 0 or column < 0:
            return None
        topic = self._heat.columns[column].topic
        return self._heat.rows[row].person, (topic.register, topic.key)

    def _cell_of(self, person: UUID, topic: tuple[str, str]) -> Cell:
        rows = (number for number, row in enumerate(self._heat.rows) if row.person == person)
        topics = ((column.topic.register, column.topic.key) for column in self._heat.columns)
        columns = (number for number, each in enumerate(topics) if each == topic)
        return next(rows, -1), next(columns, -1)

    def _on_cell(self, row: int, column: int) -> None:
        self.said.setText(self._heat.cell_words(row, column))
        told = self.model.row_of((row, column))
        if told >= 0:
            self.follow(told)

    def _set(self, field: str, level: int | None) -> None:
        """Set one of the levels of the cell one stands on; what is refused is said."""
        place = self.view.cell
        if not self._session.workspace.writable or place == NOWHERE:
            return
        person, topic = self._heat.rows[place[0]].person, self._heat.columns[place[1]].topic
        if level is None and self._heat.rows[place[0]].cells[place[1]] is None:
            return
        workspace, values = self._session.workspace, {field: None if level is None else str(level)}
        self.deeds.attempt(lambda: set_levels(workspace.records, workspace.reading(), person, topic, values))

    def _ask(self, row: int, column: int) -> None:
        """Ask for the levels of a cell."""
        if self._session.workspace.writable and row >= 0:
            who, topic = self._heat.rows[row], self._heat.columns[column].topic
            LevelsSheet(self._session, (who.person, who.name), topic, who.cells[column], self).open()

    def _open_topic(self, column: int) -> None:
        topic = self._heat.columns[column].topic
        self._open(topic.register, topic.record_id)

    def _open_line(self, line: DepthLine) -> None:
        self._open(line.register, line.record_id)

    def _open(self, register: str, record_id: UUID) -> None:
        self._session.guide.open_record(register, record_id)

    def _open_plan(self) -> None:
        self._session.guide.open_paper(PLAN if self._heat.asked.names else NAMELESS_PLAN, None)
