"""What stands above the month: which month it is, and the sessions of which kommun and system."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.calculations.month_grid import months_on, shown_days
from itadmin.domain.calendar import MONTHS
from itadmin.services.sessions import Asked
from itadmin.services.sessions.choices import Choices
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button, IconButton
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_WIDEST, _MONTH_WIDTH = 260, 130


class MonthControls(QWidget):
    """The choices; `changed` is said when one asks for something else. What `back` does is the window's affair."""

    changed = Signal()

    def __init__(self, look: Look, today: date, choices: Mapping[str, tuple[str, Choices]]) -> None:
        """The month of today is shown first; `choices` are by name: the word for all, and what to choose among."""
        super().__init__()
        self._look = look
        self._today = today
        self._month = (today.year, today.month)
        self.before = IconButton(look, "arrow_left", "Föregående månad", QKeySequence("Alt+Left"))
        self.after = IconButton(look, "arrow_right", "Nästa månad", QKeySequence("Alt+Right"))
        self.shown_month = Label(look, "", TextStyle.SIDE_HEADING)
        self.back = Button(look, "I dag")
        self.boxes = {name: self._box(name, *offered) for name, offered in choices.items()}
        self._build()
        self._tell()

    @property
    def month(self) -> tuple[int, int]:
        """The year and month that are shown."""
        return self._month

    def asked(self, municipality: str, system: str) -> Asked:
        """What is asked for, where the boxes with these names say of which kommun and system."""
        return Asked(shown_days(*self._month), self.chosen(municipality), self.chosen(system))

    def chosen(self, name: str) -> UUID | None:
        """What is chosen in the box with a name; None for all."""
        found = self.boxes[name].currentData()
        return found if isinstance(found, UUID) else None

    def choose(self, name: str, record: UUID | None) -> None:
        """Choose in the box with a name; what it does not offer leaves it at all."""
        box = self.boxes[name]
        places = [place for place in range(1, box.count()) if box.itemData(place) == record]
        box.setCurrentIndex(places[0] if places else 0)

    def step(self, months: int) -> None:
        """Go so many months on, within the calendar; nothing is said where that leads nowhere."""
        self.go(months_on(*self._month, months))

    def go(self, month: tuple[int, int]) -> None:
        """Go to a year and month."""
        if month != self._month:
            self._month = month
            self._tell()
            self.changed.emit()

    def _box(self, name: str, everything: str, choices: Choices) -> ComboBox:
        box = ComboBox(self._look)
        with QSignalBlocker(box):
            box.addItem(everything, None)
            for record, words in choices:
                box.addItem(words, record)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(self._look.metrics.px(_WIDEST))
        box.currentIndexChanged.connect(self.changed)
        box.setVisible(bool(choices))
        return box

    def _build(self) -> None:
        metrics = self._look.metrics
        flow = FlowLayout(metrics.gap, self)
        months = QWidget()
        row = QHBoxLayout(months)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.tight)
        self.shown_month.setMinimumWidth(metrics.px(_MONTH_WIDTH))
        for part in (self.before, self.shown_month, self.after, self.back):
            row.addWidget(part)
        flow.addWidget(months)
        for box in self.boxes.values():
            flow.addWidget(box)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))

    def _tell(self) -> None:
        year, month = self._month
        self.shown_month.setText(f"{MONTHS[month - 1].capitalize()} {year}")
        self.before.setEnabled(months_on(year, month, -1) != self._month)
        self.after.setEnabled(months_on(year, month, 1) != self._month)
        self.back.setEnabled(self._month != (self._today.year, self._today.month))
