"""What stands above the heat map: what the columns are, the order of the people, which kommun, names or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from itadmin.services.competence.heat_map import Asked, Columns, Order
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout

_COLUMNS = ((Columns.AREAS, "Områden"), (Columns.SYSTEMS, "System"), (Columns.BOTH, "Områden och system"))
_ORDERS = ((Order.NAME, "Sortera på namn"), (Order.GAP, "Störst gap först"), (Order.KOMMUN, "Sortera på kommun"))
_ALL = "Alla kommuner"
_NAMELESS = "Dölj namn"
_NAMELESS_TIP = "Personerna heter Person 1, Person 2 … och kommunen visas inte. Det gäller också bilder och utskrifter."


class HeatControls(QWidget):
    """The choices; `changed` is said when one asks for another map."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.columns_box, self.order_box, self.kommun_box = ComboBox(look), ComboBox(look), ComboBox(look)
        for columns, words in _COLUMNS:
            self.columns_box.addItem(words, columns)
        for order, words in _ORDERS:
            self.order_box.addItem(words, order)
        self.nameless = QCheckBox(_NAMELESS)
        self.nameless.setToolTip(_NAMELESS_TIP)
        flow = FlowLayout(look.metrics.gap, self)
        named = ((self.columns_box, "Kolumner"), (self.order_box, "Ordning"), (self.kommun_box, "Kommun"))
        for box, name in named:
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
            flow.addWidget(box)
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        flow.addWidget(self.nameless)
        self.set_kommuner(())
        self.nameless.toggled.connect(self._on_nameless)

    @property
    def asked(self) -> Asked:
        """Which map is asked for."""
        return Asked(
            Columns(self.columns_box.currentData()),
            Order(self.order_box.currentData()),
            str(self.kommun_box.currentData() or ""),
            not self.nameless.isChecked(),
        )

    def set_kommuner(self, names: Sequence[str]) -> None:
        """Offer these kommuner without saying so; the one that is chosen stays if it is among them."""
        kept = self.kommun_box.currentData()
        with QSignalBlocker(self.kommun_box):
            self.kommun_box.clear()
            self.kommun_box.addItem(_ALL, "")
            for name in names:
                self.kommun_box.addItem(name, name)
            self.kommun_box.setCurrentIndex(max(self.kommun_box.findData(kept), 0))

    def _on_nameless(self, is_nameless: bool) -> None:
        """A kommun would tell who it is, where few work."""
        self.kommun_box.setEnabled(not is_nameless)
        self.changed.emit()
