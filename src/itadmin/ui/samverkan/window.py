"""*Samverkan*: the region as a matrix and a ladder, with all about the system one stands on beside them.

Stands beside the main window and follows the register. It leads to the records that it shows.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.matrix import Asked, matrix_of
from itadmin.services.samverkan.narrowing import Narrowing, narrowed
from itadmin.services.samverkan.region import regions_of
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.samverkan.cell_painting import draw_swatch, legend_of
from itadmin.ui.samverkan.controls import Controls
from itadmin.ui.samverkan.deeds import Place, RowDeeds
from itadmin.ui.samverkan.ladder import ladder_of
from itadmin.ui.samverkan.ladder_pane import LadderPane
from itadmin.ui.samverkan.matrix_model import NAME, MatrixModel
from itadmin.ui.samverkan.matrix_painting import shown_looks
from itadmin.ui.samverkan.matrix_table import MatrixTable
from itadmin.ui.samverkan.outputs import Outputs
from itadmin.ui.samverkan.row_panel import RowPanel
from itadmin.ui.samverkan.window_words import (
    HELP,
    LEVELS,
    NO_SYSTEMS,
    NO_SYSTEMS_HOW,
    NONE_FIT,
    NONE_FIT_HOW,
    PROPOSED,
    RECEIVE,
    TITLE,
    TURNS,
    told_of,
)
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.steering.one_or_both import OneOrBoth
from itadmin.ui.training.status_line import StatusLine
from itadmin.ui.value_lists.dialog import ValueListsDialog
from itadmin.ui.widgets.buttons import Button, IconButton, LinkButton
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

_SIZE = (1440, 900)
_SIDE, _LADDER_SHARE = 340, 0.34
_PAUSE = 60
"""Milliseconds that one stands on a row before all about it is told, so that an arrow key may be held down."""


class SamverkanWindow(SideWindow):
    """Shows the region of today. Escape closes it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "surface")
        look = session.look
        reading = session.reading()
        self._whole = matrix_of(reading)
        self._help = SideHelp(look, HELP)
        self.heading = ElidedLabel(look, TITLE, TextStyle.NAME)
        self.told = ElidedLabel(look, "", TextStyle.SECOND, Ink.TEXT2)
        self.turn, self.copy = Button(look, ""), Button(look, "Kopiera", icon="copy")
        self.paper, self.save = Button(look, "Skriv ut", icon="print"), Button(look, "Spara", icon="save")
        self.help = IconButton(look, "question_circle", "Hjälp om samverkan")
        self.controls, self.legend = Controls(look), Legend(look, draw_swatch)
        self.adopt = LinkButton(look, PROPOSED, TextStyle.SECOND)
        self.model = MatrixModel(self._whole, reading.words)
        self.table = MatrixTable(look, self.model)
        self.ladder = LadderPane(look, ladder_of(self._whole, reading.words, self.model.shown))
        self.panel = RowPanel(session)
        self.empty = EmptyState(look, "handshake", NO_SYSTEMS, NO_SYSTEMS_HOW, plain=RECEIVE)
        self.none_fit = EmptyState(look, "handshake", NONE_FIT, NONE_FIT_HOW, plain="Visa alla")
        self.status = StatusLine(look)
        self._work = WindowWork(session, self)
        self.deeds = RowDeeds(session, self, self._place)
        self.outputs = Outputs(session, self, self._work, (self.model, self.ladder), self._chosen)
        self._across, self._down = Splitter(look), Splitter(look, Qt.Orientation.Vertical)
        self._pages, self._listed = QStackedWidget(), QStackedWidget()
        self._row_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        if not narrowed(self._whole, self.controls.narrowing).rows:
            self.controls.show_all()
        self._show(None)
        self.table.setFocus()

    @property
    def row(self) -> Row | None:
        """The row that one stands on."""
        return self.model.row_at(self.table.currentIndex().row())

    @property
    def matrix(self) -> Matrix:
        """The part of the matrix that is shown."""
        return self.model.matrix

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the help with it."""
        self._help.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show either the matrix or the row where there is no room for both."""
        super().resizeEvent(event)
        self._room.fit(self.width())

    def refresh(self) -> None:
        """Read the register anew, and stay on the row one was on."""
        row = self.row
        self._whole = matrix_of(self._session.reading(), Asked(self.controls.region))
        self._show(row.id if row else None)

    def open_cell(self) -> None:
        """Open the system of the cell one stands on: the kommun's own where it has one, else the row's."""
        row, index = self.row, self.table.currentIndex()
        if row is not None:
            kommun = self.model.kommun_at(index.column())
            cell = row.cells.get(kommun) if kommun else None
            found = (*cell.systems, *cell.similar) if cell else ()
            self._open(found[0] if found else row.key)

    def adopt_names(self) -> None:
        """Open the list of what levels are called, where names are adopted."""
        ValueListsDialog(self._session, self, LEVELS).show()

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.setWindowTitle(f"{TITLE} – itadmin")
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading)
        self.top_items.addWidget(self.told, 1)
        for button in (self.turn, self.copy, self.paper, self.save, self.help):
            self.top_items.addWidget(button)
        self.paper.setToolTip("Skriv ut matris, trappa och kandidater (Ctrl+P)")
        self.save.setToolTip("Spara (Ctrl+S)")
        self.save.setMenu(self.outputs.save_menu(self.save))
        self.copy.setMenu(self.outputs.copy_menu(self.copy))
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(metrics.section_gap, metrics.gap, metrics.gap, 0)
        column.setSpacing(metrics.tight)
        signs = QHBoxLayout()
        signs.setSpacing(metrics.block)
        signs.addWidget(self.legend, 1)
        signs.addWidget(self.adopt, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.controls)
        column.addLayout(signs)
        self._listed.addWidget(self.table)
        self._listed.addWidget(self.none_fit)
        column.addWidget(self._listed, 1)
        self._down.addWidget(upper)
        self._down.addWidget(self.ladder)
        self._across.addWidget(self._down)
        self._across.addWidget(self.panel)
        self._across.setStretchFactor(0, 1)
        self._pages.addWidget(self._across)
        self._pages.addWidget(self.empty)
        self._room = OneOrBoth(look, (self._down, self.panel), self.turn, TURNS)
        self.body_items.addWidget(self._pages)
        self.status_items.addWidget(self.status)
        open_at_size(self, look, _SIZE)
        side, high = metrics.px(_SIDE), round(self.height() * _LADDER_SHARE)
        self._across.setSizes([self.width() - side, side])
        self._down.setSizes([self.height() - high, high])

    def _connect(self) -> None:
        guide = self._session.guide
        self.keep_up(self.refresh)
        self._row_soon.timeout.connect(self._tell_row)
        self.controls.region_changed.connect(self.refresh)
        self.controls.changed.connect(lambda: self._show(self.row.id if self.row else None))
        self.controls.ordered.connect(self._sort)
        self.none_fit.plain_chosen.connect(self.controls.show_all)
        self.empty.plain_chosen.connect(lambda: guide.do_command("receive"))
        self.table.opened.connect(lambda _index: self.open_cell())
        self.table.menu_wanted.connect(self._ask_menu)
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self.ladder.view.chosen.connect(self._stand_on)
        self.ladder.view.opened.connect(self._open)
        self.ladder.save.clicked.connect(self.outputs.save_ladder)
        self.adopt.clicked.connect(self.adopt_names)
        self.paper.clicked.connect(self.outputs.print_out)
        self.help.clicked.connect(self._help.open)
        panel, deeds = self.panel, self.deeds
        for button, deed in (
            (panel.heading, deeds.show_system),
            (panel.begin, deeds.begin),
            (panel.aside, deeds.put_aside),
            (panel.cost, deeds.share_cost),
            (panel.case, deeds.show_case),
            (panel.match, deeds.match),
        ):
            button.clicked.connect(deed)
        self.status.undo_wanted.connect(lambda: self._step(redo=False))
        guide.said.connect(self._say)
        for tells in (deeds.said, self.outputs.said, self._work.said):
            tells.connect(self.status.say)
        self._work.failed.connect(lambda error: self.status.say(error.sentence))
        self.bind_keys(
            {
                "Ctrl+S": self.save.showMenu,
                "Ctrl+P": self.paper.click,
                "Ctrl+F": self.controls.search.setFocus,
                "Ctrl+Z": lambda: self._step(redo=False),
                "Ctrl+Y": lambda: self._step(redo=True),
                "F1": self._help.open,
            }
        )

    def _show(self, standing: UUID | None) -> None:
        """Show the part of the matrix that is asked for, standing on the row of a system if it is there."""
        reading, column = self._session.reading(), max(self.table.currentIndex().column(), NAME)
        self.controls.offer(regions_of(reading), self._whole.areas)
        shown = narrowed(self._whole, self.controls.narrowing)
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show_matrix(shown, reading.words, self.controls.shown)
        self.ladder.show_ladder(ladder_of(shown, reading.words, self.controls.shown))
        self.legend.show_entries(legend_of(shown_looks(self.model), self.model.shown))
        self.adopt.setVisible(self.ladder.ladder.has_proposed)
        self.told.setText(told_of(shown, self.controls.narrowing, len(self._whole.rows)))
        self._pages.setCurrentIndex(0 if self._whole.rows else 1)
        self._listed.setCurrentIndex(0 if shown.rows else 1)
        for button in (self.copy, self.paper, self.save):
            button.setEnabled(bool(shown.rows))
        place = -1 if standing is None else self.model.place_of(standing)
        self.table.stand_on(max(place, 0), min(column, self.model.columnCount() - 1))
        self._tell_row()

    def _tell_row(self) -> None:
        row = self.row
        self._row_soon.stop()
        self.panel.show_row(self._session.reading(), self._whole, row)
        self.ladder.view.choose(row.key if row else None)

    def _on_cell(self, current: QModelIndex, before: QModelIndex) -> None:
        """Say what the cell says, unless one stands there because all was read anew; tell of a row that is another."""
        row = self.row
        if row is None or not before.isValid():
            return
        self.status.say(self.model.told(row, current.column()))
        if current.row() != before.row():
            self.ladder.view.choose(row.key)
            self._row_soon.start()

    def _place(self) -> Place | None:
        row = self.row
        return None if row is None else Place(self._whole, row)

    def _chosen(self) -> tuple[Asked, Narrowing, str]:
        return Asked(self.controls.region), self.controls.narrowing, self.told.text()

    def _stand_on(self, key: bytes) -> None:
        place = self.model.place_of(UUID(bytes=key))
        if place >= 0:
            self.table.stand_on(place, self.table.currentIndex().column())

    def _open(self, key: bytes) -> None:
        self._session.guide.open_record("systems", UUID(bytes=key))

    def _ask_menu(self, place: QPoint) -> None:
        self.deeds.menu(self, self.open_cell).popup(place)

    def _sort(self, after_kommuner: int | None, *descending: bool) -> None:
        column = NAME if after_kommuner is None else self.model.first_sum + after_kommuner
        order = Qt.SortOrder.DescendingOrder if any(descending) else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        after = column - self.model.first_sum if column >= self.model.first_sum else None
        known = after if column == NAME or after is not None else -1
        self.controls.tell_order(known, descending=order is Qt.SortOrder.DescendingOrder)

    def _say(self, sentence: str, undoable: bool) -> None:
        self.status.say(sentence, undoable=undoable)

    def _step(self, *, redo: bool) -> None:
        """Take back the newest step, or do it again."""
        if not self._session.workspace.writable:
            return
        steps = self._session.workspace.undo
        try:
            self.status.say((steps.redo() if redo else steps.undo()).title)
        except KnownError as error:
            self.status.say(error.sentence)

    def _on_changed(self, changes: ChangeSet, initiator: object) -> None:
        self.status.forget_undo()
        super()._on_changed(changes, initiator)
