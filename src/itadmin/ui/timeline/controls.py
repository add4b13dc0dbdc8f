"""What stands above a picture of time: which picture, by which day, in which groups, of which records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from itadmin.services.timeline import Counted, Grouping, View
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout

Value = TypeVar("Value")

_VIEWS = ((View.CALENDAR, "Avtalskalender, 24 månader"), (View.ROADMAP, "Roadmap för system, 5 år"))
_COUNTED = ((Counted.NOTICE, "Sista dag att säga upp"), (Counted.END, "Slutdag"))
_GROUPINGS = (
    (Grouping.NOTHING, "Utan grupper"),
    (Grouping.SUPPLIER, "Per leverantör"),
    (Grouping.RESPONSIBLE, "Per ansvarig"),
    (Grouping.KIND, "Per avtalstyp"),
    (Grouping.DEPARTMENT, "Per förvaltning"),
)
_OF_SYSTEMS = (*_GROUPINGS[:3], (Grouping.KIND, "Per läge i livscykeln"), _GROUPINGS[4])
_WHOLE, _LISTED = "Hela registret", "Listans urval"
_ALL = "Alla grupper"
_ALL_SYSTEMS = "Visa alla system"
_ALL_SYSTEMS_TIP = "Också de som det inte händer något med de fem åren"
_WIDEST = 300


class Controls(QWidget):
    """The choices; `changed` is said when one asks for another picture."""

    changed = Signal()

    def __init__(self, look: Look, *, with_list: bool, parent: QWidget | None = None) -> None:
        """`with_list` says that what a list shows may be chosen."""
        super().__init__(parent)
        self.view_box, self.counted_box = _box(look, "Bild", _VIEWS), _box(look, "Dag", _COUNTED)
        self.grouping_box, self.group_box = _box(look, "Grupper", _GROUPINGS), ComboBox(look)
        self.extent_box = _box(look, "Urval", ((False, _WHOLE), (True, _LISTED)))
        self.group_box.setAccessibleName("Grupp")
        self.group_box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.group_box.setMaximumWidth(look.metrics.px(_WIDEST))
        flow = FlowLayout(look.metrics.gap, self)
        for box in (self.view_box, self.counted_box, self.grouping_box, self.group_box, self.extent_box):
            flow.addWidget(box)
            box.currentIndexChanged.connect(self._on_changed)
        self.all_box = QCheckBox(_ALL_SYSTEMS)
        self.all_box.setToolTip(_ALL_SYSTEMS_TIP)
        self.all_box.toggled.connect(self.changed)
        flow.addWidget(self.all_box)
        self.all_box.hide()
        self.extent_box.setVisible(with_list)
        self.set_groups((), None)

    @property
    def view(self) -> View:
        """Which picture."""
        return View(self.view_box.currentData())

    @property
    def counted(self) -> Counted:
        """By which day."""
        return Counted(self.counted_box.currentData())

    @property
    def grouping(self) -> Grouping:
        """What is gathered under what."""
        return Grouping(self.grouping_box.currentData())

    @property
    def group(self) -> str | None:
        """The one group that is shown; None for all."""
        chosen = self.group_box.currentData()
        return None if chosen is None else str(chosen)

    @property
    def only_listed(self) -> bool:
        """Whether only what the list shows is wanted."""
        return bool(self.extent_box.currentData())

    @property
    def all_systems(self) -> bool:
        """Whether systems that nothing happens to are wanted in the roadmap too."""
        return self.all_box.isChecked()

    def choose(self, view: View) -> None:
        """Take another picture."""
        self.view_box.setCurrentIndex(self.view_box.findData(view))

    def set_groups(self, groups: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Offer these groups, as value and word, without saying so."""
        with QSignalBlocker(self.group_box):
            self.group_box.clear()
            self.group_box.addItem(_ALL, None)
            for value, words in groups:
                self.group_box.addItem(words, value)
            values = [value for value, _words in groups]
            self.group_box.setCurrentIndex(values.index(chosen) + 1 if chosen in values else 0)
        self.group_box.setVisible(bool(groups))

    def _on_changed(self) -> None:
        self.counted_box.setVisible(self.view is View.CALENDAR)
        self.all_box.setVisible(self.view is View.ROADMAP)
        if self.sender() in (self.view_box, self.grouping_box):
            self.set_groups((), None)
        words = dict(_GROUPINGS if self.view is View.CALENDAR else _OF_SYSTEMS)
        with QSignalBlocker(self.grouping_box):
            for place in range(self.grouping_box.count()):
                self.grouping_box.setItemText(place, words[self.grouping_box.itemData(place)])
        self.changed.emit()


def _box(look: Look, name: str, choices: Sequence[tuple[Value, str]]) -> ComboBox:
    box = ComboBox(look)
    box.setAccessibleName(name)
    box.setToolTip(name)
    for value, words in choices:
        box.addItem(words, value)
    box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
