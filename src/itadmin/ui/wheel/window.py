"""The window of årshjulet: the ring, the same days as a list beside it, and the choices above.

It follows the register, and leads to the records it shows.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from itadmin.domain.calculations.year_ring import Sign
from itadmin.domain.problems import KnownError
from itadmin.services.planner.days import Dated
from itadmin.services.planner.wheel import Wheel, is_proposal, wheel_of
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.wheel.controls import WheelControls
from itadmin.ui.wheel.deeds import WheelDeeds
from itadmin.ui.wheel.output import WheelOutput
from itadmin.ui.wheel.painting import draw_swatch
from itadmin.ui.wheel.ring_view import RingView
from itadmin.ui.wheel.table_model import DaysTable
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

_SIZE = (1440, 860)
_TABLE_SHARE, _LOWER_SHARE = 0.5, 0.42
_UPRIGHT = 1.25
_WIDTHS = (156, 160, 240)
_NAME_COLUMN = 2
_SHOWN_DAYS, _ALL_DAYS = "Dagarna som visas…", "Alla dagar under året…"
_IS_PROPOSAL = "Det är ett förslag som följer med programmet. Välj Ändra förslaget för att göra det till ert eget."


class WheelWindow(SideWindow):
    """Shows a year. Escape closes it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "surface")
        look = session.look
        self.heading = ElidedLabel(look, "", TextStyle.NAME)
        self.calendar = Button(look, "Till kalendern…", icon="calendar")
        self.copy = Button(look, "Kopiera bild", icon="copy")
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.save = Button(look, "Spara bild…", icon="save")
        self.add = Button(look, "Ny aktivitet…", icon="add")
        self.change = Button(look, "Ändra förslaget", icon="edit")
        self.take_in = Button(look, "Lägg in förslagen i registret")
        self.controls = WheelControls(look, session.reading().day.year)
        self.told = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.ring = RingView(look)
        self.legend = Legend(look, draw_swatch)
        self.model = DaysTable(self)
        self.table = RowTable(look, RowHeight.COMPACT)
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self.deeds = WheelDeeds(session, self)
        self._splitter = Splitter(look)
        work = WindowWork(session, self)
        work.said.connect(self.said.setText)
        work.failed.connect(lambda error: self.said.setText(error.sentence))
        self._output = WheelOutput(session, self, work)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._wheel = wheel_of(session.reading(), self.controls.asked)
        self._build()
        self._connect()
        self._show()
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, look.metrics.px(width))

    @property
    def shown(self) -> Wheel:
        """What is shown."""
        return self._wheel

    def refresh(self) -> None:
        """Read the register anew, and stay at the day one was at."""
        kept = self._day()
        self._wheel = wheel_of(self._session.reading(), self.controls.asked)
        self._show(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list below the ring in a window that is not much broader than it is high."""
        super().resizeEvent(event)
        is_upright = self.width() < self.height() * _UPRIGHT
        way = Qt.Orientation.Vertical if is_upright else Qt.Orientation.Horizontal
        if way is not self._splitter.orientation():
            self._splitter.setOrientation(way)
            self._share_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Listen no more."""
        self._later.stop()
        self._session.bus.changed.disconnect(self._on_changed)
        super().closeEvent(event)

    def save_picture(self) -> None:
        """Ask where the picture is to lie and as what, and write it."""
        self._attempt(lambda: self._output.save(self._wheel, self.controls.asked))

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        self._attempt(lambda: self._output.copy(self._wheel, self.controls.asked))

    def print_picture(self) -> None:
        """Hand the picture over to be printed."""
        self._output.print_out(self._wheel, self.controls.asked)

    def _build(self) -> None:
        look = self._session.look
        self.top_items.setSpacing(look.metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        for button in (self.calendar, self.copy, self.print_out, self.save):
            self.top_items.addWidget(button)
        menu = QMenu(self.calendar)
        menu.addAction(_SHOWN_DAYS, lambda: self._output.save_days(self.controls.asked))
        menu.addAction(_ALL_DAYS, lambda: self._output.save_all_days(self.controls.asked))
        self.calendar.setMenu(menu)
        self.copy.setToolTip("Kopiera bild (Ctrl+C)")
        self.print_out.setToolTip("Skriv ut (Ctrl+P)")
        self.save.setToolTip("Spara bild (Ctrl+S)")
        self.table.setModel(self.model)
        self.table.setAccessibleName("Årets dagar som lista")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setItemDelegate(TextDelegate(look, self.table))
        self.table.setItemDelegateForColumn(_NAME_COLUMN, NameDelegate(look, self.table))
        self._splitter.addWidget(self._column(self.ring, self.legend))
        self._splitter.addWidget(self._column(self.table, self._acts()))
        self.body_items.addWidget(self._column(self._splitter, above=(self.controls, self.told)))
        self.status_items.addWidget(self.said)
        open_at_size(self, look, _SIZE)
        self._share_room()
        self.table.setFocus()

    def _acts(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._session.look.metrics.gap)
        for button in (self.add, self.change, self.take_in):
            row.addWidget(button)
        row.addStretch(1)
        holder.setVisible(self._session.workspace.writable)
        return holder

    def _column(self, stretched: QWidget, *below: QWidget, above: tuple[QWidget, ...] = ()) -> QWidget:
        gap = self._session.look.metrics.gap
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(gap)
        for part in (*above, stretched, *below):
            column.addWidget(part, 1 if part is stretched else 0)
        return holder

    def _share_room(self) -> None:
        across = self._splitter.orientation() is Qt.Orientation.Horizontal
        room, share = (self.width(), _TABLE_SHARE) if across else (self.height(), _LOWER_SHARE)
        self._splitter.setSizes([round(room * (1 - share)), round(room * share)])

    def _connect(self) -> None:
        self._session.bus.changed.connect(self._on_changed)
        self._session.look.changed.connect(self._explain)
        self._later.timeout.connect(self.refresh)
        self.controls.changed.connect(self.refresh)
        self.ring.stood_on.connect(self._on_ring)
        self.ring.opened.connect(self._open)
        self.table.opened.connect(lambda index: self._open(index.row()))
        self.table.selectionModel().currentRowChanged.connect(self._on_table)
        self.copy.clicked.connect(self.copy_picture)
        self.save.clicked.connect(self.save_picture)
        self.print_out.clicked.connect(self.print_picture)
        self.add.clicked.connect(self.deeds.add)
        self.take_in.clicked.connect(lambda: self._session.guide.attempt(self.deeds.take_in))
        self.change.clicked.connect(self._change)
        self.bind_keys(
            {
                "Ctrl+C": self.copy_picture,
                "Ctrl+S": self.save_picture,
                "Ctrl+P": self.print_picture,
                "Alt+Left": lambda: self.controls.step(-1),
                "Alt+Right": lambda: self.controls.step(1),
            }
        )

    def _attempt(self, work: Callable[[], str]) -> None:
        try:
            said = work()
        except KnownError as error:
            said = error.sentence
        if said:
            self.said.setText(said)

    def _show(self, kept: Dated | None = None) -> None:
        picture, rows = self._wheel.picture, self._wheel.rows
        self.setWindowTitle(f"{picture.title} – itadmin")
        self.heading.setText(picture.title)
        self.told.setText(picture.sentence)
        self.controls.set_responsible(self._wheel.responsible)
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show_picture(picture)
        self.table.doItemsLayout()
        self._explain()
        again = (number for number, row in enumerate(rows) if kept is not None and _same(row, kept))
        self.ring.show_picture(picture, next(again, self._next()))
        self.take_in.setVisible(any(is_proposal(row) for row in rows))
        self._tell_place()

    def _explain(self) -> None:
        """Tell what forms mean; in contrast mode fills are all alike, and the list tells the sorts."""
        legend, contrast = self._wheel.picture.legend, self._session.look.tokens.contrast
        self.legend.show_entries([entry for entry in legend if isinstance(entry[0], Sign) or not contrast])

    def _next(self) -> int:
        """The first day that is not past; else the first of the year, −1 without any."""
        rows, today = self._wheel.rows, self._session.reading().day
        ahead = (number for number, row in enumerate(rows) if (row.days.ends_on or row.first) >= today)
        return next(ahead, 0 if rows else -1)

    def _day(self) -> Dated | None:
        return self._wheel.rows[self.ring.number] if self.ring.number >= 0 else None

    def _on_ring(self, number: int) -> None:
        if self.table.currentIndex().row() != number:
            self.table.setCurrentIndex(self.model.index(number, max(self.table.currentIndex().column(), 0)))
        self._tell_place()

    def _on_table(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.ring.go_to(current.row())

    def _tell_place(self) -> None:
        """Say all of the day one stands on, and whether it is a proposal."""
        day = self._day()
        self.change.setEnabled(day is not None and is_proposal(day))
        happenings = self._wheel.picture.ring.happenings
        self.said.setText(happenings[self.ring.number].sentence if day is not None else "")

    def _open(self, number: int) -> None:
        day = self._wheel.rows[number]
        if day.record_id is not None:
            self._session.guide.open_record(day.register, day.record_id)
        else:
            self.said.setText(_IS_PROPOSAL)

    def _change(self) -> None:
        day = self._day()
        if day is not None:
            self._session.guide.attempt(lambda: self.deeds.change(day))

    def _on_changed(self, _changes: object, _initiator: object) -> None:
        self._later.start()


def _same(day: Dated, other: Dated) -> bool:
    """Whether two days are about the same thing, whenever it is."""
    return (day.register, day.kind, day.record_id, day.key) == (other.register, other.kind, other.record_id, other.key)
