"""What stands above the drawing of dependencies: how far and which way one looks, and what is done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.calculations.dependencies import Side
from itadmin.services.dependencies import DEEPEST
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button, IconButton
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import ElidedLabel

_SIDES = {Side.BOTH: "Åt båda håll", Side.GIVERS: "Beror på", Side.RECEIVERS: "Beroende av systemet"}
_FIRST_DEPTH = 2


class GraphTopRow(QWidget):
    """What is shown, how many steps and which way. `changed` is said when one looks differently."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton(look, "arrow_left", "Tillbaka", QKeySequence("Alt+Left"))
        self.name = ElidedLabel(look, "", TextStyle.NAME)
        self.reach = ComboBox(look)
        self.side = ComboBox(look)
        self.copy = Button(look, "Kopiera bild", icon="copy")
        self.save = Button(look, "Spara bild…", icon="save")
        for steps in range(1, DEEPEST + 1):
            self.reach.addItem(f"{steps} steg", steps)
        self.reach.setCurrentIndex(self.reach.findData(_FIRST_DEPTH))
        self.reach.setAccessibleName("Antal steg")
        for side, words in _SIDES.items():
            self.side.addItem(words, side)
        self.side.setAccessibleName("Riktning")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        row.addWidget(self.back)
        row.addWidget(self.name, 1)
        for part in (self.reach, self.side, self.copy, self.save):
            row.addWidget(part)
        self.copy.setToolTip("Kopiera bild (Ctrl+C)")
        self.save.setToolTip("Spara bild (Ctrl+S)")
        self.reach.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.side.currentIndexChanged.connect(lambda _index: self.changed.emit())

    @property
    def steps(self) -> int:
        """How many steps one looks."""
        return int(self.reach.currentData())

    @property
    def way(self) -> Side:
        """Which way one looks."""
        return Side(self.side.currentData())
