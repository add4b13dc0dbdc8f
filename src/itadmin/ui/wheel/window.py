"""The window of årshjulet: the ring, the same days as a list beside it, and the choices above.

It follows the register, and leads to the records it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.calculations.year_ring import Sign
from itadmin.services.planner.days import Dated, days_of
from itadmin.services.planner.wheel import Asked, Wheel, chosen, is_proposal, wheel_of
from itadmin.services.reading import Reading
from itadmin.ui.picture_output import Output
from itadmin.ui.picture_window import PictureWindow
from itadmin.ui.session import Session
from itadmin.ui.wheel.controls import WheelControls
from itadmin.ui.wheel.deeds import WheelDeeds
from itadmin.ui.wheel.painting import draw_swatch, printed
from itadmin.ui.wheel.ring_view import RingView
from itadmin.ui.wheel.table_model import DaysTable
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.legend import Legend
from itadmin.ui.window_size import open_at_size

_MAKING = "itadmin.documents.making"
_SIZE = (1440, 860)
_SHARES = (0.5, 0.42)
_UPRIGHT = 1.25
_WIDTHS = (156, 160, 240)
_NAME_COLUMN = 2
_IS_PROPOSAL = "Det är ett förslag som följer med programmet. Välj Ändra förslaget för att göra det till ert eget."


class WheelWindow(PictureWindow):
    """Shows a year. Escape closes it."""

    def __init__(self, session: Session) -> None:
        self.model = DaysTable()
        super().__init__(session, self.model, _NAME_COLUMN, _SHARES)
        look = session.look
        self.add = Button(look, "Ny aktivitet…", icon="add")
        self.change = Button(look, "Ändra förslaget", icon="edit")
        self.take_in = Button(look, "Lägg in förslagen i registret")
        self.controls = WheelControls(look, session.reading().day.year)
        self.ring = RingView(look)
        self.legend = Legend(look, draw_swatch)
        self.deeds = WheelDeeds(session, self)
        self._wheel = wheel_of(session.reading(), self.controls.asked)
        self._arrange()
        self._listen()
        self._show()
        self.set_widths(_WIDTHS)

    @property
    def shown(self) -> Wheel:
        """What is shown."""
        return self._wheel

    def refresh(self) -> None:
        """Read the register anew, and stay at the day one was at."""
        kept = self._day()
        self._wheel = wheel_of(self._session.reading(), self.controls.asked)
        self._show(kept)

    def output(self) -> Output:
        """The year that is shown, as what is saved and printed."""
        picture, asked = self._wheel.picture, self.controls.asked
        return Output(
            picture.title,
            lambda: printed(picture, self._session.look.theme),
            lambda reading: bytes(import_module(_MAKING).make_year_wheel(reading, asked)),
        )

    def go_to(self, row: int) -> None:
        """Stand on a day of the ring."""
        self.ring.go_to(row)

    def open_row(self, row: int) -> None:
        """Open the record of a day in the main window; a proposal has none."""
        day = self._wheel.rows[row]
        if day.record_id is not None:
            self._session.guide.open_record(day.register, day.record_id)
        else:
            self.said.setText(_IS_PROPOSAL)

    def has_room_beside(self) -> bool:
        """Whether the window is much broader than it is high."""
        return self.width() >= self.height() * _UPRIGHT

    def save_shown_days(self) -> None:
        """Write the days that are shown as a calendar."""
        self._save_days(self.controls.asked)

    def save_all_days(self) -> None:
        """Write all days of the year as a calendar."""
        self._save_days(Asked(self.controls.asked.year))

    def _save_days(self, asked: Asked) -> None:
        def gather(reading: Reading) -> Sequence[Dated]:
            return list(chosen(days_of(reading, asked.within), asked))

        self.days.save(asked.title, gather)

    def _arrange(self) -> None:
        self.offer_days((("Dagarna som visas…", self.save_shown_days), ("Alla dagar under året…", self.save_all_days)))
        self.table.setAccessibleName("Årets dagar som lista")
        self.table.horizontalHeader().setStretchLastSection(True)
        both = self.put_together(self.column(self.ring, self.legend), self.column(self.table, self._acts()))
        self.body_items.addWidget(self.column(both, above=(self.controls, self.told)))
        open_at_size(self, self._session.look, _SIZE)
        self.share_room()
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

    def _listen(self) -> None:
        self._session.look.changed.connect(self._explain)
        self.controls.changed.connect(self.refresh)
        self.ring.stood_on.connect(self._on_ring)
        self.ring.opened.connect(self.open_row)
        self.add.clicked.connect(self.deeds.add)
        self.take_in.clicked.connect(lambda: self._session.guide.attempt(self.deeds.take_in))
        self.change.clicked.connect(self._change)
        self.bind_keys({"Alt+Left": lambda: self.controls.step(-1), "Alt+Right": lambda: self.controls.step(1)})

    def _show(self, kept: Dated | None = None) -> None:
        picture, rows = self._wheel.picture, self._wheel.rows
        self.controls.set_responsible(self._wheel.responsible)
        self.tell(picture.title, picture.sentence, lambda: self.model.show_picture(picture))
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
        self.follow(number)
        self._tell_place()

    def _tell_place(self) -> None:
        """Say all of the day one stands on, and whether it is a proposal."""
        day = self._day()
        self.change.setEnabled(day is not None and is_proposal(day))
        happenings = self._wheel.picture.ring.happenings
        self.said.setText(happenings[self.ring.number].sentence if day is not None else "")

    def _change(self) -> None:
        day = self._day()
        if day is not None:
            self._session.guide.attempt(lambda: self.deeds.change(day))


def _same(day: Dated, other: Dated) -> bool:
    """Whether two days are about the same thing, whenever it is."""
    return (day.register, day.kind, day.record_id, day.key) == (other.register, other.kind, other.record_id, other.key)
