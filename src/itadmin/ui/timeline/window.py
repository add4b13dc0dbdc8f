"""The window of pictures of time: the picture, the same as a table beside it, and the choices above.

It follows the register, and leads to the records it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.domain.problems import KnownError
from itadmin.services.reading import ListQuery
from itadmin.services.timeline import Charted, Shown, View, chart_of
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.timeline.chart_view import ChartView
from itadmin.ui.timeline.controls import Controls
from itadmin.ui.timeline.legend import Legend
from itadmin.ui.timeline.output import TimelineOutput
from itadmin.ui.timeline.table_model import ChartTable
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.row_table import RowHeight, RowTable
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.widgets.text_delegates import NameDelegate, TextDelegate
from itadmin.ui.window_size import open_at_size
from itadmin.ui.window_work import WindowWork

REGISTERS = frozenset({"agreements", "systems"})
"""The registers whose lists a picture may be narrowed to."""

_SIZE = (1480, 860)
_TABLE_SHARE, _LOWER_SHARE = 0.4, 0.38
_WIDTHS = (230, 112, 112, 170, 180, 180)
_SHOWN_DAYS, _ALL_DAYS = "Dagarna som visas…", "Alla dagar i registret…"
_EMPTY = {
    View.CALENDAR: ("Inget avtal har sin dag de närmaste två åren", "Avtal som gäller visas när deras tid är ifylld."),
    View.ROADMAP: ("Inga system att visa", "Här visas system som inte är avvecklade, med sina avtal."),
}


@dataclass(frozen=True)
class Listed:
    """What a list in the main window shows, which the picture may be narrowed to."""

    register: str
    query: ListQuery


class TimelineWindow(SideWindow):
    """Shows one picture of time. Escape closes it."""

    def __init__(self, session: Session, listed: Listed | None = None) -> None:
        super().__init__(session, "surface")
        self._listed = listed
        look = session.look
        self.heading = ElidedLabel(look, "", TextStyle.NAME)
        self.calendar = Button(look, "Till kalendern…", icon="calendar")
        self.copy = Button(look, "Kopiera bild", icon="copy")
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.save = Button(look, "Spara bild…", icon="save")
        self.controls = Controls(look, with_list=listed is not None)
        self.told = Label(look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.chart = ChartView(look)
        self.legend = Legend(look)
        self.model = ChartTable(self)
        self.table = RowTable(look, RowHeight.COMPACT)
        self.empty = EmptyState(look, "calendar", *_EMPTY[View.CALENDAR])
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self._pages, self._splitter = QStackedWidget(), Splitter(look)
        work = WindowWork(session, self)
        work.said.connect(self.said.setText)
        work.failed.connect(lambda error: self.said.setText(error.sentence))
        self._work = work
        self._output = TimelineOutput(session, self, work)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._shown, self._charted = self._read()
        self._build()
        self._connect()
        self._show()
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, look.metrics.px(width))

    @property
    def shown(self) -> TimeChart:
        """The picture that is shown."""
        return self._charted.chart

    def refresh(self) -> None:
        """Read the register anew, and stay at the record one was at."""
        kept = self._record()
        self._shown, self._charted = self._read()
        self._show(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table below the picture where there is little room."""
        super().resizeEvent(event)
        wide = self._session.look.metrics.step(self.width()) is WidthStep.WIDE
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if way is not self._splitter.orientation():
            self._splitter.setOrientation(way)
            self._share_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Listen no more."""
        self._later.stop()
        self._session.bus.changed.disconnect(self._on_changed)
        super().closeEvent(event)

    def _build(self) -> None:
        look = self._session.look
        metrics = look.metrics
        self.top_items.setSpacing(metrics.gap)
        self.top_items.addWidget(self.heading, 1)
        for button in (self.calendar, self.copy, self.print_out, self.save):
            self.top_items.addWidget(button)
        menu = QMenu(self.calendar)
        menu.addAction(_SHOWN_DAYS, lambda: self._output.save_shown_days(self._charted))
        menu.addAction(_ALL_DAYS, lambda: self._output.save_all_days(self.shown))
        self.calendar.setMenu(menu)
        self.copy.setToolTip("Kopiera bild (Ctrl+C)")
        self.print_out.setToolTip("Skriv ut (Ctrl+P)")
        self.save.setToolTip("Spara bild (Ctrl+S)")
        self.table.setModel(self.model)
        self.table.setAccessibleName("Samma uppgifter som tabell")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegate(TextDelegate(look, self.table))
        self.table.setItemDelegateForColumn(0, NameDelegate(look, self.table))
        self._splitter.addWidget(self._column(self.chart, self.legend))
        self._splitter.addWidget(self.table)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self.empty)
        self.body_items.addWidget(self._column(self.controls, self.told, self._pages, stretched=self._pages))
        self.status_items.addWidget(self.said)
        open_at_size(self, look, _SIZE)
        self._share_room()
        self.chart.setFocus()

    def _column(self, *parts: QWidget, stretched: QWidget | None = None) -> QWidget:
        metrics = self._session.look.metrics
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(metrics.gap, metrics.gap, metrics.gap, metrics.gap)
        column.setSpacing(metrics.gap)
        for part in parts:
            column.addWidget(part, 1 if part is (stretched or parts[0]) else 0)
        return holder

    def _share_room(self) -> None:
        across = self._splitter.orientation() is Qt.Orientation.Horizontal
        room, share = (self.width(), _TABLE_SHARE) if across else (self.height(), _LOWER_SHARE)
        self._splitter.setSizes([round(room * (1 - share)), round(room * share)])

    def _connect(self) -> None:
        self._session.bus.changed.connect(self._on_changed)
        self._later.timeout.connect(self.refresh)
        self.controls.changed.connect(self.refresh)
        self.chart.stood_on.connect(self._on_chart)
        self.chart.opened.connect(self._open)
        self.table.opened.connect(lambda index: self._open(index.row()))
        self.table.selectionModel().currentRowChanged.connect(self._on_table)
        self.copy.clicked.connect(self.copy_picture)
        self.save.clicked.connect(self.save_picture)
        self.print_out.clicked.connect(self.print_picture)
        self.bind_keys(
            {
                "Ctrl+C": self.copy_picture,
                "Ctrl+S": self.save_picture,
                "Ctrl+P": self.print_picture,
            }
        )

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        self._attempt(lambda: self._output.copy(self.shown))

    def save_picture(self) -> None:
        """Ask where the picture is to lie and as what, and write it."""
        self._attempt(lambda: self._output.save(self.shown, self._shown))

    def print_picture(self) -> None:
        """Hand the picture over to be printed."""
        self._output.print_out(self.shown, self._shown)

    def _attempt(self, work: Callable[[], str]) -> None:
        try:
            said = work()
        except KnownError as error:
            said = error.sentence
        if said:
            self.said.setText(said)

    def _read(self) -> tuple[Shown, Charted]:
        controls, reading = self.controls, self._session.reading()
        only: frozenset[UUID] | None = None
        if self._listed is not None and controls.only_listed:
            only = frozenset(reading.keys(self._listed.register, self._listed.query))
        shown = Shown(
            controls.view,
            controls.counted,
            controls.grouping,
            controls.group,
            "" if self._listed is None else self._listed.register,
            only,
        )
        return shown, chart_of(reading, shown)

    def _show(self, kept: UUID | None = None) -> None:
        chart = self.shown
        self.setWindowTitle(f"{chart.title} – itadmin")
        self.heading.setText(chart.title)
        self.told.setText(chart.sentence)
        self.controls.set_groups(self._charted.groups, self._shown.group)
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show_chart(chart)
        self.table.doItemsLayout()
        self.legend.show_chart(chart)
        first = 0 if len(chart) else -1
        self.chart.show_chart(chart, first if kept is None else self._charted.rows.get(kept, first))
        self.empty.set_words(*_EMPTY[self._shown.view])
        self._pages.setCurrentIndex(0 if len(chart) else 1)
        for button in (self.copy, self.print_out, self.save):
            button.setEnabled(bool(len(chart)))

    def _record(self) -> UUID | None:
        row = self.chart.row
        return self.shown.lane(row).record_id if row >= 0 else None

    def _on_chart(self, row: int) -> None:
        if self.table.currentIndex().row() != row:
            self.table.setCurrentIndex(self.model.index(row, max(self.table.currentIndex().column(), 0)))

    def _on_table(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chart.go_to(current.row())

    def _open(self, row: int) -> None:
        lane = self.shown.lane(row)
        if lane.record_id is not None:
            self._session.guide.open_record(lane.register, lane.record_id)

    def _on_changed(self, _changes: object, _initiator: object) -> None:
        self._later.start()
