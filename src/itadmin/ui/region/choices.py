"""What stands above the overview: which region, and which area of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from itadmin.services.samverkan.region import Members
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout

_WIDEST = 260
_ALL_AREAS, _SURROUNDINGS = "Alla områden", "Kommunerna runt vår"


class Choices(QWidget):
    """The choices; `changed` is said when one asks for something else."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.regions, self.areas = ComboBox(look), ComboBox(look)
        flow = FlowLayout(look.metrics.gap, self)
        for box, name in ((self.regions, "Region"), (self.areas, "Område")):
            box.setAccessibleName(name)
            box.setMaximumWidth(look.metrics.px(_WIDEST))
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())
            flow.addWidget(box)

    @property
    def region(self) -> UUID | None:
        """The region that is asked for; None for the first there is."""
        chosen = self.regions.currentData()
        return chosen if isinstance(chosen, UUID) else None

    @property
    def area(self) -> str:
        """The area that is asked for, "" for all."""
        return str(self.areas.currentData() or "")

    def offer(self, regions: Sequence[Members], areas: Sequence[str]) -> None:
        """Offer these without saying so; what is asked for stays where it is still there."""
        _fill(self.regions, [(each.name, each.record_id) for each in regions] or [(_SURROUNDINGS, None)])
        _fill(self.areas, [(_ALL_AREAS, ""), *((area, area) for area in areas)])
        self.areas.setEnabled(bool(areas))


def _fill(box: ComboBox, entries: Sequence[tuple[str, UUID | str | None]]) -> None:
    kept = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for words, value in entries:
            box.addItem(words, value)
        box.setCurrentIndex(next((place for place, (_words, value) in enumerate(entries) if value == kept), 0))
