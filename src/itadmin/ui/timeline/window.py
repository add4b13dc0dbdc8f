"""The window of pictures of time: the picture, the same as a table beside it, and the choices above.

It follows the register, and leads to the records it shows.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from importlib import import_module
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.domain.calendar import Interval
from itadmin.domain.money import grouped
from itadmin.domain.problems import KnownError
from itadmin.services.planner.days import Dated, days_of
from itadmin.services.reading import ListQuery, Reading
from itadmin.services.timeline import Charted, Shown, View, chart_of
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.picture_files import Drawing
from itadmin.ui.picture_output import Output
from itadmin.ui.picture_window import PictureWindow
from itadmin.ui.register.page import RegisterPage
from itadmin.ui.session import Session
from itadmin.ui.timeline.chart_view import ChartView
from itadmin.ui.timeline.controls import Controls
from itadmin.ui.timeline.painting import printed
from itadmin.ui.timeline.signs import draw_swatch
from itadmin.ui.timeline.table_model import ChartTable
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.window_size import open_at_size

REGISTERS = frozenset({"agreements", "systems"})
"""The registers whose lists a picture may be narrowed to."""
MOST_ROWS = 600
"""A picture of more rows than this is nothing to look at."""

_MAKING = "itadmin.documents.making"
_SIZE = (1480, 860)
_WIDTHS = (230, 112, 112, 170, 180, 180)
_ALL_DAYS_NAME = "Dagar ur registret"
_EMPTY = {
    View.CALENDAR: ("Inget avtal har sin dag de närmaste två åren", "Avtal som gäller visas när deras tid är ifylld."),
    View.ROADMAP: (
        "Inga system att visa",
        "Här visas system som det händer något med inom fem år, med sina avtal. Kryssa i Visa alla system för andra.",
    ),
}


@dataclass(frozen=True)
class Listed:
    """What a list in the main window shows, which the picture may be narrowed to."""

    register: str
    query: ListQuery


def timeline_of(session: Session, page: RegisterPage | None) -> TimelineWindow:
    """The pictures of time, which may be narrowed to what the list of a page shows."""
    if page is None or page.register.name not in REGISTERS:
        return TimelineWindow(session)
    return TimelineWindow(session, Listed(page.register.name, page.shown_list().query))


class TimelineWindow(PictureWindow):
    """Shows one picture of time, at first the roadmap to who comes from a list of systems. Escape closes it."""

    def __init__(self, session: Session, listed: Listed | None = None) -> None:
        self.model = ChartTable()
        super().__init__(session, self.model)
        self._listed = listed
        look = session.look
        self.controls = Controls(look, with_list=listed is not None)
        if listed is not None and listed.register == "systems":
            self.controls.choose(View.ROADMAP)
        self.chart = ChartView(look)
        self.legend = Legend(look, draw_swatch)
        self.empty = EmptyState(look, "calendar", *_EMPTY[View.CALENDAR])
        self._pages = QStackedWidget()
        self._shown, self._charted = self._read()
        self._arrange()
        self._show()
        self.set_widths(_WIDTHS)

    @property
    def shown(self) -> TimeChart:
        """The picture that is shown."""
        return self._charted.chart

    def refresh(self) -> None:
        """Read the register anew, and stay at the record one was at."""
        kept = self._record()
        self._shown, self._charted = self._read()
        self._show(kept)

    def output(self) -> Output:
        """The picture that is shown, as what is saved and printed."""
        chart, shown = self.shown, self._shown
        return Output(
            f"{chart.title}_{chart.today.isoformat()}",
            lambda: self._drawing(chart),
            lambda reading: bytes(import_module(_MAKING).make_time_chart(reading, shown)),
        )

    def go_to(self, row: int) -> None:
        """Stand on a row of the picture."""
        self.chart.go_to(row)

    def open_row(self, row: int) -> None:
        """Open the record of a row in the main window; a heading has none."""
        lane = self.shown.lane(row)
        if lane.record_id is not None:
            self._session.guide.open_record(lane.register, lane.record_id)

    def has_room_beside(self) -> bool:
        """Whether months can still be told apart with the table beside them."""
        return self._session.look.metrics.step(self.width()) is WidthStep.WIDE

    def save_shown_days(self) -> None:
        """Write the days of what is shown as a calendar."""
        self._save_days(self.shown.title, self._charted.rows)

    def save_all_days(self) -> None:
        """Write the days of the whole register within the time of the picture as a calendar."""
        self._save_days(_ALL_DAYS_NAME, None)

    def _save_days(self, name: str, records: Container[UUID | None] | None) -> None:
        within = Interval(self.shown.today, self.shown.axis.last)

        def gather(reading: Reading) -> Sequence[Dated]:
            return [day for day in days_of(reading, within) if records is None or day.record_id in records]

        self.days.save(name, gather)

    def _drawing(self, chart: TimeChart) -> Drawing:
        """The drawing of a picture, if it is one to look at. Raises KnownError."""
        if len(chart) > MOST_ROWS:
            raise KnownError(
                f"Bilden skulle få {grouped(len(chart))} rader. Välj en grupp eller listans urval, eller spara som PDF."
            )
        return printed(chart, self._session.look.theme)

    def _arrange(self) -> None:
        self.offer_days((("Dagarna som visas…", self.save_shown_days), ("Alla dagar i registret…", self.save_all_days)))
        self.table.setAccessibleName("Samma uppgifter som tabell")
        self._pages.addWidget(self.put_together(self.column(self.chart, self.legend), self.table))
        self._pages.addWidget(self.empty)
        self.body_items.addWidget(self.column(self._pages, above=(self.controls, self.told)))
        open_at_size(self, self._session.look, _SIZE)
        self.share_room()
        self.controls.changed.connect(self.refresh)
        self.chart.stood_on.connect(self.follow)
        self.chart.opened.connect(self.open_row)
        self.chart.setFocus()

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
            controls.all_systems,
        )
        return shown, chart_of(reading, shown)

    def _show(self, kept: UUID | None = None) -> None:
        chart = self.shown
        self.tell(chart.title, chart.sentence, lambda: self.model.show_chart(chart))
        self.controls.set_groups(self._charted.groups, self._shown.group)
        self.legend.show_entries(chart.legend)
        first = 0 if len(chart) else -1
        self.chart.show_chart(chart, first if kept is None else self._charted.rows.get(kept, first))
        self.empty.set_words(*_EMPTY[self._shown.view])
        self._pages.setCurrentIndex(0 if len(chart) else 1)
        for button in (self.copy, self.print_out, self.save):
            button.setEnabled(bool(len(chart)))

    def _record(self) -> UUID | None:
        row = self.chart.row
        return self.shown.lane(row).record_id if row >= 0 else None
