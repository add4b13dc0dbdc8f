"""What stands above who lacks what: of which system, moment, målgrupp and kommun, and by what figures are summed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from itadmin.services.training.lacking import Total
from itadmin.services.training.who_lacks import BY_WORDS, Asked, By
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_EVERYTHING: Mapping[By, str] = {
    By.SYSTEM: "Alla system",
    By.MODULE: "Alla moment",
    By.AUDIENCE: "Alla målgrupper",
    By.MUNICIPALITY: "Alla kommuner",
}
_SOON = "Också det som snart går ut"
_WIDEST = 240


class LackingControls(QWidget):
    """The choices; `changed` is said when one asks for something else."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.boxes = {by: self._box(by) for by in By}
        self.by = ComboBox(look)
        self.soon = QCheckBox(_SOON)
        self._build()

    @property
    def grouping(self) -> By:
        """By what the figures are summed."""
        return By(self.by.currentData())

    @property
    def asked(self) -> Asked:
        """What is asked about."""
        asked = Asked()
        for total in self._chosen():
            asked = asked.narrowed(total)
        return asked

    @property
    def about(self) -> str:
        """What is asked about in words; "" for all."""
        return ", ".join(total.name for total in self._chosen() if total.name)

    def offer(self, by: By, totals: Sequence[Total]) -> None:
        """Offer these parts, without saying so; what is chosen stays, whatever is offered."""
        box = self.boxes[by]
        kept = box.currentData()
        offered = [total for total in totals if total.record is not None or total.code]
        if isinstance(kept, Total) and not any(_same(total, kept) for total in offered):
            offered.append(kept)
        with QSignalBlocker(box):
            box.clear()
            box.addItem(_EVERYTHING[by], None)
            for total in offered:
                box.addItem(total.name, total)
            places = [place for place, total in enumerate(offered, 1) if isinstance(kept, Total) and _same(total, kept)]
            box.setCurrentIndex(places[0] if places else 0)

    def choose(self, by: By, asked: Asked) -> None:
        """Choose the part that is asked about, where it is offered."""
        box = self.boxes[by]
        for place in range(1, box.count()):
            if Asked().narrowed(box.itemData(place)) == asked:
                box.setCurrentIndex(place)

    def _chosen(self) -> list[Total]:
        return [total for box in self.boxes.values() if isinstance(total := box.currentData(), Total)]

    def _box(self, by: By) -> ComboBox:
        box = ComboBox(self._look)
        box.addItem(_EVERYTHING[by], None)
        box.setAccessibleName(BY_WORDS[by])
        box.setToolTip(BY_WORDS[by])
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(self._look.metrics.px(_WIDEST))
        box.currentIndexChanged.connect(self.changed)
        return box

    def _build(self) -> None:
        metrics = self._look.metrics
        flow = FlowLayout(metrics.gap, self)
        for box in self.boxes.values():
            flow.addWidget(box)
        summed = QWidget()
        row = QHBoxLayout(summed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.gap)
        row.addWidget(Label(self._look, "Summera per", ink=Ink.TEXT2))
        row.addWidget(self.by)
        flow.addWidget(summed)
        flow.addWidget(self.soon)
        self.by.setAccessibleName("Summera per")
        for by, word in BY_WORDS.items():
            self.by.addItem(word, by)
        self.by.currentIndexChanged.connect(self.changed)
        self.soon.toggled.connect(self.changed)


def _same(total: Total, other: Total) -> bool:
    """Whether two figures are of the same part, however much is lacked of it."""
    return (total.register, total.record, total.code) == (other.register, other.record, other.code)
