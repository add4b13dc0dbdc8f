"""The Gantt window: one plan or all that are under way, the same as a table, and moving what is drawn.

It follows the register, and leads to the records it shows. Every move is a step that can be undone.
"""

from __future__ import annotations

from importlib import import_module
from uuid import UUID

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QStackedWidget, QWidget

from itadmin.domain.calculations.gantt import Grip
from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError, NotFoundError
from itadmin.services.gantt import ALL_TITLE, Gantt, gantt_of, gantt_of_all, move, offered_plans
from itadmin.services.reading import Reading
from itadmin.ui.gantt.gantt_view import GanttView
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.picture_files import Drawing
from itadmin.ui.picture_output import Output
from itadmin.ui.picture_window import PictureWindow
from itadmin.ui.session import Session
from itadmin.ui.timeline.painting import printed
from itadmin.ui.timeline.signs import draw_swatch
from itadmin.ui.timeline.table_model import ChartTable
from itadmin.ui.undoing import Undoing
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.window_size import open_at_size
from itadmin.ui.zoom_status import ZoomStatus

PLANS, ACTIVITIES = "implementations", "implementation_activities"
MOST_ROWS = 600
"""A picture of more rows than this is nothing to look at."""

_MAKING = "itadmin.documents.making"
_SIZE = (1480, 900)
_TABLE_SHARE = 0.3
_WIDTHS = (320, 104, 104, 70, 290, 150, 200)
_EMPTY = (
    "Inga planer pågår",
    "Här visas införande- och avvecklingsplaner som är påbörjade. Gör en under Införande och avveckling.",
)
_MOVE_TIP = "Ta tag i stapeln på raden och flytta den med pilarna (Mellanslag)"


class GanttWindow(PictureWindow):
    """Shows one plan, or all that are under way. Escape closes it."""

    def __init__(self, session: Session, plan_id: UUID | None = None) -> None:
        """`plan_id` is the plan that is shown at first; None for all that are under way."""
        self.model = ChartTable()
        super().__init__(session, self.model, shares=(0.0, _TABLE_SHARE))
        look = session.look
        self.plan_box = ComboBox(look)
        self.move_button = Button(look, "Flytta datum", small=True)
        self.undo = LinkButton(look, "Ångra", TextStyle.SECOND)
        self.gantt = GanttView(look)
        self.legend = Legend(look, draw_swatch)
        self.empty = EmptyState(look, "rocket", *_EMPTY)
        self.zooming = ZoomStatus(look)
        self._pages = QStackedWidget()
        self._plan = plan_id
        self._moved = ""
        self._shown = self._read()
        self._arrange()
        self._connect_parts()
        self._show()
        self.set_widths(_WIDTHS)

    @property
    def shown(self) -> TimeChart:
        """The picture that is shown."""
        return self._shown.chart

    def refresh(self) -> None:
        """Read the register anew, and stay at what one was at."""
        kept = self._shown.place(self.gantt.row)
        self._shown = self._read()
        self._show(None if kept is None else self._shown.rows.get(kept))
        if self._session.workspace.undo.state().undo != self._moved:
            self.undo.hide()  # another step is the newest now

    def output(self) -> Output:
        """The picture that is shown, as what is saved and printed."""
        chart, plan = self.shown, self._plan

        def paper(reading: Reading) -> bytes:
            return bytes(import_module(_MAKING).make_gantt(reading, plan))

        return Output(f"Gantt_{chart.title}_{chart.today.isoformat()}", lambda: self._drawing(chart), paper)

    def go_to(self, row: int) -> None:
        """Stand on a row of the picture."""
        self.gantt.go_to(row)

    def open_row(self, row: int) -> None:
        """Open the record of a row in the main window; a heading has none."""
        lane = self.shown.lane(row)
        if lane.record_id is not None:
            self._session.guide.open_record(lane.register, lane.record_id)

    def has_room_beside(self) -> bool:
        """Never: weeks need all the width there is."""
        return False

    def _drawing(self, chart: TimeChart) -> Drawing:
        """The drawing of a picture, if it is one to look at. Raises KnownError."""
        if len(chart) > MOST_ROWS:
            raise KnownError(f"Bilden skulle få {grouped(len(chart))} rader. Välj en plan, eller spara som PDF.")
        return printed(chart, self._session.look.theme)

    def _arrange(self) -> None:
        self.calendar.hide()
        self.plan_box.setAccessibleName("Plan")
        self.plan_box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.move_button.setToolTip(_MOVE_TIP)
        self.move_button.setVisible(self._session.workspace.writable)
        self.table.setAccessibleName("Samma uppgifter som tabell")
        self._pages.addWidget(self.put_together(self.column(self.gantt, self.legend), self.table))
        self._pages.addWidget(self.empty)
        above = QWidget()
        row = FlowLayout(self._session.look.metrics.gap, above)
        row.addWidget(self.plan_box)
        row.addWidget(self.move_button)
        self.body_items.addWidget(self.column(self._pages, above=(above, self.told)))
        self.undo.hide()
        self.zooming.said.hide()
        self.status_items.addWidget(self.undo)
        self.status_items.addStretch(1)
        self.status_items.addWidget(self.zooming)
        open_at_size(self, self._session.look, _SIZE)
        self.share_room()
        self.gantt.setFocus()

    def _connect_parts(self) -> None:
        self.plan_box.currentIndexChanged.connect(self._on_chosen)
        self.move_button.clicked.connect(self.gantt.take_hold)
        self.gantt.stood_on.connect(self._on_stood)
        self.gantt.opened.connect(self.open_row)
        self.gantt.moved.connect(self._move)
        self.gantt.told.connect(self.said.setText)
        self.gantt.zoom_changed.connect(self.zooming.set_zoom)
        self.zooming.zoom_in.clicked.connect(self.gantt.zoom_in)
        self.zooming.zoom_out.clicked.connect(self.gantt.zoom_out)
        self.zooming.fit.clicked.connect(self.gantt.fit)
        self.undo.clicked.connect(Undoing(self, self._session, self._say).undo)

    def _read(self) -> Gantt:
        """The picture that is wanted; all plans where the one that was shown is gone."""
        reading = self._session.reading()
        if self._plan is not None:
            try:
                return gantt_of(reading, self._plan)
            except NotFoundError:
                self._plan = None
        return gantt_of_all(reading)

    def _show(self, row: int | None = None) -> None:
        chart, bars = self.shown, {}
        if self._session.workspace.writable:
            bars = {number: handle.bar for number, handle in self._shown.handles.items()}
        self.tell(f"Gantt: {chart.title}", chart.sentence, lambda: self.model.show_chart(chart))
        self._offer_plans()
        self.legend.show_entries(chart.legend)
        first = 0 if len(chart) else -1
        self.gantt.show_bars(chart, bars, first if row is None else row)
        self.zooming.set_zoom(self.gantt.zoom)
        self._pages.setCurrentIndex(0 if len(chart) else 1)
        self.move_button.setEnabled(self.gantt.can_move(self.gantt.row))
        for button in (self.copy, self.print_out, self.save):
            button.setEnabled(bool(len(chart)))

    def _offer_plans(self) -> None:
        plans = offered_plans(self._session.reading(), self._plan)
        with QSignalBlocker(self.plan_box):
            self.plan_box.clear()
            self.plan_box.addItem(ALL_TITLE, None)
            for plan_id, name in plans:
                self.plan_box.addItem(name, str(plan_id))
            self.plan_box.setCurrentIndex(self.plan_box.findData(str(self._plan)) if self._plan else 0)

    def _on_chosen(self) -> None:
        chosen = self.plan_box.currentData()
        self._plan = None if chosen is None else UUID(chosen)
        self.undo.hide()
        self.gantt.fit()
        self.refresh()

    def _on_stood(self, row: int) -> None:
        self.follow(row)
        self.move_button.setEnabled(self.gantt.can_move(row))

    def _move(self, row: int, grip: Grip, days: int) -> None:
        handle = self._shown.handles[row]
        workspace = self._session.workspace
        try:
            changes = move(workspace.records, workspace.reading(), handle, grip, days)
        except KnownError as error:
            self._say(error.sentence)
            return
        self._moved = changes.title
        self.said.setText(f"{changes.title}.")
        self.undo.show()

    def _say(self, sentence: str) -> None:
        """Say what was taken back or refused; where the link that did it goes away, the picture gets the keyboard."""
        if self.undo.hasFocus():
            self.gantt.setFocus()
        self.said.setText(sentence)
        self.undo.hide()


def gantt_window(session: Session, register: str, record_id: UUID | None) -> GanttWindow:
    """The window on the plan one stands on, or on that of the activity; else on all that are under way."""
    if record_id is None or register not in (PLANS, ACTIVITIES):
        return GanttWindow(session)
    if register == PLANS:
        return GanttWindow(session, record_id)
    return GanttWindow(session, getattr(session.reading().one(register, record_id).record, "plan", None))
