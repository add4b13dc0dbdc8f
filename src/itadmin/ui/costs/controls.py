"""What stands above the costs: which year, and by what they are summed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.calculations.cost_table import Grouping
from itadmin.services.costs.naming import GROUPINGS
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label


class Controls(QWidget):
    """The choices; `changed` is said when one asks for something else."""

    changed = Signal()

    def __init__(self, look: Look, year: int) -> None:
        """`year` is chosen from the beginning."""
        super().__init__()
        self.years, self.groupings = ComboBox(look), ComboBox(look)
        self.set_years([year], year)
        for grouping, word in GROUPINGS.items():
            self.groupings.addItem(word, grouping)
        flow = FlowLayout(look.metrics.block, self)
        for box, name in ((self.years, "År"), (self.groupings, "Summera per")):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.metrics.gap)
            row.addWidget(Label(look, name, ink=Ink.TEXT2))
            row.addWidget(box)
            flow.addWidget(holder)
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())

    @property
    def year(self) -> int:
        """The year that is wanted."""
        return int(self.years.currentData())

    @property
    def grouping(self) -> Grouping:
        """By what it is to be summed."""
        return Grouping(self.groupings.currentData())

    def set_years(self, years: Sequence[int], chosen: int) -> None:
        """Offer these years, and choose one of them without saying so."""
        with QSignalBlocker(self.years):
            self.years.clear()
            for year in years:
                self.years.addItem(str(year), year)
            self.years.setCurrentIndex(max(self.years.findData(chosen), 0))
