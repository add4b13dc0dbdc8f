"""What stands above the costs: which year, by what they are summed, and of whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.calculations.cost_table import Group, Grouping
from itadmin.services.costs.naming import GROUPINGS
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_NARROWING = (Grouping.BEARER, Grouping.SUPPLIER)
_ALL = "Alla"
_WIDEST = 260


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
        self.narrowing = {grouping: ComboBox(look) for grouping in _NARROWING}
        self._offered: dict[Grouping, list[tuple[Group, str]]] = {}
        flow = FlowLayout(look.metrics.block, self)
        narrowed = [(box, GROUPINGS[grouping]) for grouping, box in self.narrowing.items()]
        for box, name in ((self.years, "År"), (self.groupings, "Summera per"), *narrowed):
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
        for grouping, box in self.narrowing.items():
            box.setMaximumWidth(look.metrics.px(_WIDEST))
            self.offer(grouping, ())

    @property
    def year(self) -> int:
        """The year that is wanted."""
        return int(self.years.currentData())

    @property
    def grouping(self) -> Grouping:
        """By what it is to be summed."""
        return Grouping(self.groupings.currentData())

    @property
    def chosen(self) -> dict[Grouping, Group]:
        """The group that is wanted of each grouping; none of a grouping when all are."""
        return {grouping: group for grouping, (group, _word) in self._wanted().items()}

    @property
    def about(self) -> str:
        """The groups that are wanted, in words; "" for all."""
        return ", ".join(word for _group, word in self._wanted().values())

    def offer(self, grouping: Grouping, groups: Sequence[tuple[Group, str]]) -> None:
        """Offer these groups with their words, without saying so; the one that is wanted stays, whatever is offered."""
        kept = self._wanted().get(grouping)
        choices = list(groups)
        if kept is not None and kept[0] not in dict(choices):
            choices.append(kept)
        self._offered[grouping] = choices
        box = self.narrowing[grouping]
        with QSignalBlocker(box):
            box.clear()
            box.addItems([_ALL, *(word for _group, word in choices)])
            box.setCurrentIndex(0 if kept is None else [group for group, _word in choices].index(kept[0]) + 1)

    def _wanted(self) -> dict[Grouping, tuple[Group, str]]:
        places = {grouping: self.narrowing[grouping].currentIndex() - 1 for grouping in self._offered}
        return {grouping: self._offered[grouping][place] for grouping, place in places.items() if place >= 0}

    def set_years(self, years: Sequence[int], chosen: int) -> None:
        """Offer these years, and choose one of them without saying so."""
        with QSignalBlocker(self.years):
            self.years.clear()
            for year in years:
                self.years.addItem(str(year), year)
            self.years.setCurrentIndex(max(self.years.findData(chosen), 0))
