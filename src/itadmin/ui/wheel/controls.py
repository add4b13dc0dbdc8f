"""What stands above the ring: which year, which sorts of days, and whose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from itadmin.domain.calendar import FIRST_YEAR, LAST_YEAR
from itadmin.services.planner.wheel import GROUPS, Asked
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button, IconButton
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_EVERYONE = "Alla ansvariga"
_WIDEST = 300


class WheelControls(QWidget):
    """The choices; `changed` is said when one asks for something else."""

    changed = Signal()

    def __init__(self, look: Look, year: int, parent: QWidget | None = None) -> None:
        """`year` is the one that is shown first, and returned to."""
        super().__init__(parent)
        self._look = look
        self._year, self._this_year = year, year
        self.before = IconButton(look, "arrow_left", "Föregående år", QKeySequence("Alt+Left"))
        self.after = IconButton(look, "arrow_right", "Nästa år", QKeySequence("Alt+Right"))
        self.shown_year = Label(look, str(year), TextStyle.SIDE_HEADING)
        self.back = Button(look, "I år")
        self.ticks = {group: QCheckBox(words) for group, words in GROUPS.items()}
        self.responsible = ComboBox(look)
        self._build()
        self.set_responsible(())

    @property
    def asked(self) -> Asked:
        """What is asked for."""
        groups = frozenset(group for group, tick in self.ticks.items() if tick.isChecked())
        return Asked(self._year, groups, str(self.responsible.currentData() or ""))

    def step(self, years: int) -> None:
        """Go so many years on, within the calendar; nothing is said where that leads nowhere."""
        self._go(min(max(self._year + years, FIRST_YEAR), LAST_YEAR))

    def set_responsible(self, names: Sequence[str]) -> None:
        """Offer these, keeping the one that is chosen, without saying so."""
        chosen = str(self.responsible.currentData() or "")
        with QSignalBlocker(self.responsible):
            self.responsible.clear()
            self.responsible.addItem(_EVERYONE, "")
            for name in sorted({*names, chosen} - {""}):
                self.responsible.addItem(name, name)
            self.responsible.setCurrentIndex(max(self.responsible.findData(chosen), 0))

    def _build(self) -> None:
        metrics = self._look.metrics
        flow = FlowLayout(metrics.gap, self)
        years = QWidget()
        row = QHBoxLayout(years)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.tight)
        for part in (self.before, self.shown_year, self.after, self.back):
            row.addWidget(part)
        flow.addWidget(years)
        self.responsible.setAccessibleName("Ansvarig")
        self.responsible.setToolTip("Ansvarig")
        self.responsible.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.responsible.setMaximumWidth(metrics.px(_WIDEST))
        flow.addWidget(self.responsible)
        for tick in self.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(self.changed)
            flow.addWidget(tick)
        self.responsible.currentIndexChanged.connect(self.changed)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.back.clicked.connect(lambda: self._go(self._this_year))
        self.back.setEnabled(False)

    def _go(self, year: int) -> None:
        if year == self._year:
            return
        self._year = year
        self.shown_year.setText(str(year))
        self.before.setEnabled(year > FIRST_YEAR)
        self.after.setEnabled(year < LAST_YEAR)
        self.back.setEnabled(year != self._this_year)
        self.changed.emit()
