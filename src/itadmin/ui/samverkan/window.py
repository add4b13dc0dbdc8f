"""*Samverkan*: the region as a matrix and a ladder, with all about the system one stands on beside them.

Stands beside the main window and follows the register. It leads to the records that it shows.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from itadmin.services.samverkan.cells import Row
from itadmin.services.samverkan.matrix import Asked, matrix_of
from itadmin.services.samverkan.narrowing import Narrowing, narrowed
from itadmin.services.samverkan.openings import put_aside
from itadmin.services.samverkan.region import regions_of
from itadmin.ui.changing_window import ChangingWindow
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.samverkan.deeds import Place, RowDeeds
from itadmin.ui.samverkan.ladder import ladder_of
from itadmin.ui.samverkan.ladder_pane import LadderPane
from itadmin.ui.samverkan.matrix_pane import MatrixPane
from itadmin.ui.samverkan.outputs import Outputs
from itadmin.ui.samverkan.row_panel import RowPanel
from itadmin.ui.samverkan.window_words import (
    HELP,
    HOW_TO_SET,
    LEVELS,
    NO_SYSTEMS,
    NO_SYSTEMS_HOW,
    RECEIVE,
    TITLE,
    TURNS,
    is_alone,
    told_of,
)
from itadmin.ui.session import Session
from itadmin.ui.value_lists.dialog import ValueListsDialog
from itadmin.ui.widgets.buttons import Button, IconButton
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel
from itadmin.ui.widgets.one_or_both import OneOrBoth
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

_SIZE = (1440, 900)
_SIDE, _LADDER_SHARE = 340, 0.34
_HIGH_ENOUGH = 640
"""Windows lower than this open with the ladder folded, so that there is room for rows."""
_PAUSE = 60
"""Milliseconds that one stands on a row before all about it is told, so that an arrow key may be held down."""


class SamverkanWindow(ChangingWindow):
    """Shows the region of today. Escape closes it, or leads back to the matrix."""

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
        self.pane = MatrixPane(look, self._whole, reading.words, HOW_TO_SET if session.workspace.writable else "")
        self.controls, self.adopt = self.pane.controls, self.pane.adopt
        self.model, self.table = self.pane.model, self.pane.table
        self.ladder = LadderPane(look, ladder_of(self._whole, reading.words, self.model.shown))
        self.panel = RowPanel(session)
        self.empty = EmptyState(look, "handshake", NO_SYSTEMS, NO_SYSTEMS_HOW, plain=RECEIVE)
        self._work = WindowWork(session, self)
        self.deeds = RowDeeds(session, self, self._place)
        self.outputs = Outputs(session, self, self._work, (self.pane, self.ladder), self._chosen)
        self._across, self._down = Splitter(look), Splitter(look, Qt.Orientation.Vertical)
        self._pages = QStackedWidget()
        self._is_folding_chosen = False
        self._row_soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        if is_alone(self._whole):
            self.controls.show_all()
        self._show(None)
        (self.table if self._whole.rows else self.empty).setFocus()

    @property
    def row(self) -> Row | None:
        """The row that one stands on."""
        return self.pane.row

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the help with it."""
        self._help.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show either the matrix or the row where there is no room for both."""
        super().resizeEvent(event)
        self._room.fit(self.width())
        if not self._is_folding_chosen:
            self._fold(folded=self.height() < self._session.look.metrics.px(_HIGH_ENOUGH))

    def refresh(self) -> None:
        """Read the register anew, and stay on the row one was on; the others keep their places."""
        self._read(in_place=True)

    def open_cell(self) -> None:
        """Open the system of the cell one stands on: the kommun's own where it has one, else the row's."""
        row = self.row
        if row is not None:
            self._open(next(iter(self.pane.cell_systems), row.key))

    def set_level(self) -> None:
        """Ask for the level of the cell one stands on; where nothing can be written its system is opened."""
        if self._session.workspace.writable:
            self.deeds.set_level(self.pane.kommun)
        else:
            self.open_cell()

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
        self._down.addWidget(self.pane)
        self._down.addWidget(self.ladder)
        self._across.addWidget(self._down)
        self._across.addWidget(self.panel)
        self._across.setStretchFactor(0, 1)
        self._pages.addWidget(self._across)
        self._pages.addWidget(self.empty)
        self._room = OneOrBoth(look, (self._down, self.panel), self.turn, TURNS)
        self.body_items.addWidget(self._pages)
        open_at_size(self, look, _SIZE)
        side = metrics.px(_SIDE)
        self._across.setSizes([self.width() - side, side])
        self._share_height()

    def _share_height(self) -> None:
        high = round(self.height() * _LADDER_SHARE)
        self._down.setSizes([self.height() - high, high])

    def _fold(self, *, folded: bool) -> None:
        if folded is not self.ladder.is_folded:
            self.ladder.show_folded(folded=folded)
            self._share_height()

    def _on_folded(self) -> None:
        self._is_folding_chosen = True
        self._share_height()

    def _connect(self) -> None:
        guide = self._session.guide
        self.keep_up(self.refresh)
        self._row_soon.timeout.connect(self._tell_row)
        self.controls.region_changed.connect(lambda: self._read(in_place=False))
        self.controls.changed.connect(lambda: self._show(self.row.key if self.row else None))
        self.empty.plain_chosen.connect(lambda: guide.do_command("receive"))
        self.table.opened.connect(lambda _index: self.open_cell())
        self.table.level_wanted.connect(self.set_level)
        self.table.menu_wanted.connect(self._ask_menu)
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.ladder.view.chosen.connect(self.pane.stand_on)
        self.ladder.view.opened.connect(self._open)
        self.ladder.folded.connect(self._on_folded)
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
        guide.said.connect(self._say)
        for tells in (deeds.said, self.outputs.said, self._work.said):
            tells.connect(self.status.say)
        self._work.failed.connect(lambda error: self.status.say(error.sentence))
        self.bind_keys(
            {
                "Ctrl+S": self.save.showMenu,
                "Ctrl+P": self.paper.click,
                "Ctrl+F": self.controls.search.setFocus,
                "F1": self._help.open,
                "F2": lambda: self.deeds.set_level(self.pane.kommun),
            }
        )

    def _read(self, *, in_place: bool) -> None:
        row = self.row
        self._whole = matrix_of(self._session.reading(), Asked(self.controls.region))
        self._show(row.key if row else None, in_place=in_place)

    def _show(self, standing: bytes | None, *, in_place: bool = False) -> None:
        """Show the part of the matrix that is asked for, standing on the row of a system if it is there.

        `in_place` keeps rows where they are, the one that one stands on also when it fits no more.
        """
        reading, controls, has_rows = self._session.reading(), self.controls, bool(self._whole.rows)
        controls.offer(regions_of(reading), self._whole.areas)
        aside = put_aside(reading, self._whole)
        shown = narrowed(self._whole, controls.narrowing, aside, standing if in_place else None)
        self.pane.explain(self._whole)
        self.pane.show_matrix(shown, reading.words, standing, aside, in_place=in_place)
        self.ladder.show_ladder(ladder_of(shown, reading.words, controls.shown))
        self.adopt.setVisible(self.ladder.ladder.has_proposed)
        self.told.setText(told_of(shown, controls.narrowing, len(self._whole.rows)))
        self._pages.setCurrentIndex(0 if has_rows else 1)
        for button in (self.copy, self.paper, self.save):
            button.setEnabled(bool(shown.rows))
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

    def _open(self, key: bytes) -> None:
        self._session.guide.open_record("systems", UUID(bytes=key))

    def _ask_menu(self, place: QPoint) -> None:
        self.deeds.menu(self, self.open_cell, self.pane.kommun).popup(place)

    def _say(self, sentence: str, undoable: bool) -> None:
        self.status.say(sentence, undoable=undoable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead back from the page of a system, where it has the place of the matrix, before it closes."""
        if event.key() == Qt.Key.Key_Escape and self._room.go_back():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)
