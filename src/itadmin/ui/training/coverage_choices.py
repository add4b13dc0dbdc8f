"""What stands above the list of systems: which of them are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from itadmin.domain.calculations.training_plans import STATE_WORDS, PlanState
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.training.coverage_words import ALL, Wanted
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_WIDEST, _SEARCH = 240, 200


class CoverageChoices(QWidget):
    """The choices; `changed` is said when one asks for something else."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Sök system")
        self.search.setAccessibleName("Sök system")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(look.metrics.px(_SEARCH))
        self.states, self.areas, self.owners = (ComboBox(look) for _ in range(3))
        self.others = QCheckBox("Även system som inte behöver en plan")
        flow = FlowLayout(look.metrics.block, self)
        flow.addWidget(self.search)
        self.states.addItem(ALL, None)
        for state, word in STATE_WORDS.items():
            self.states.addItem(word, state)
        for box, name in ((self.states, "Läge"), (self.areas, "Område"), (self.owners, "Förvaltning")):
            box.setAccessibleName(name)
            box.setMaximumWidth(look.metrics.px(_WIDEST))
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(look.metrics.gap)
            row.addWidget(Label(look, name, ink=Ink.TEXT2))
            row.addWidget(box)
            flow.addWidget(holder)
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        flow.addWidget(self.others)
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.others.toggled.connect(lambda _on: self.changed.emit())

    @property
    def wanted(self) -> Wanted:
        """Which systems are asked for."""
        state = self.states.currentData()
        return Wanted(
            PlanState(state) if state else None,
            self.areas.currentData() or "",
            self.owners.currentData() or "",
            self.search.text(),
            others=self.others.isChecked(),
        )

    def offer(self, areas: Sequence[str], owners: Sequence[str]) -> None:
        """Offer these parts, without saying so; what is asked for stays where it is still there."""
        for box, names in ((self.areas, areas), (self.owners, owners)):
            kept = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                box.addItem(ALL, "")
                for name in names:
                    box.addItem(name, name)
                box.setCurrentIndex(max(box.findData(kept), 0) if kept else 0)

    def ask_all(self) -> None:
        """Ask for every system that must have a plan."""
        with QSignalBlocker(self):
            self.search.clear()
            for box in (self.states, self.areas, self.owners):
                box.setCurrentIndex(0)
        self.changed.emit()
