"""Two systems side by side: whose each is and what is known of it, and what speaks for and against it being one.

The parts are made once and filled for each question, so that the next is there at once. Knows no service that writes.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from itadmin.services.matching import Question
from itadmin.services.matching.cards import Card
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.matching.words import ROWS, spoken
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_LABEL_WIDTH = 128
_NOTHING = "–"


class PairView(QWidget):
    """Shows one pair. `open_wanted` asks for one of the two to be opened."""

    open_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sides = [_Side(look), _Side(look)]
        self.signs = QWidget()
        self.setMinimumWidth(1)  # long words give way; nothing is cut at the side
        set_property(self, "ground", "surface")
        self._build()
        for side in self._sides:
            side.go.clicked.connect(partial(self._open, side))

    def show_pair(self, question: Question, one: Card, other: Card) -> None:
        """Show another pair."""
        for side, card in zip(self._sides, (one, other), strict=True):
            side.show_card(card)
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.deleteLater()
        for words, against in spoken(question, one, other):
            self._flow.addWidget(Chip(self._look, ChipKind.CONFLICT if against else ChipKind.IN_FORCE, words))

    def names(self) -> tuple[str, str]:
        """What the two are called."""
        first, second = (side.name.text() for side in self._sides)
        return first, second

    def whose(self) -> tuple[str, str]:
        """Whose the two are."""
        first, second = (side.whose.text() for side in self._sides)
        return first, second

    def said(self, field: str) -> tuple[str, str]:
        """What stands on the two cards in a row."""
        first, second = (side.rows[field].text() for side in self._sides)
        return first, second

    def spoken(self) -> list[str]:
        """What speaks for and against, as it stands."""
        return [chip.text() for chip in self.signs.findChildren(Chip) if not chip.isHidden()]

    def _build(self) -> None:
        metrics = self._look.metrics
        self._flow = FlowLayout(metrics.gap, self.signs)
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics.section_gap)
        grid.setVerticalSpacing(metrics.gap)
        for column, side in enumerate(self._sides, start=1):
            grid.setColumnStretch(column, 1)
            head = QWidget()
            flow = FlowLayout(metrics.tight, head)
            flow.addWidget(side.whose)
            flow.addWidget(side.go)
            grid.addWidget(head, 0, column)
            grid.addWidget(side.name, 1, column, Qt.AlignmentFlag.AlignTop)
            for row, told in enumerate(side.rows.values(), start=2):
                grid.addWidget(told, row, column, Qt.AlignmentFlag.AlignTop)
        for row, words in enumerate(ROWS.values(), start=2):
            label = Label(self._look, words, ink=Ink.TEXT2)
            label.setFixedWidth(metrics.px(_LABEL_WIDTH))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(metrics.block)
        whole.addWidget(self.signs)
        whole.addLayout(grid)
        whole.addStretch(1)

    def _open(self, side: _Side) -> None:
        if side.system is not None:
            self.open_wanted.emit(side.system)


class _Side:
    """The parts of one card."""

    def __init__(self, look: Look) -> None:
        self.system: UUID | None = None
        self.whose = Chip(look, ChipKind.PLAIN, "")
        self.name = Label(look, "", TextStyle.NAME, wrap=True)
        self.go = LinkButton(look, "Öppna")
        self.rows = {field: Label(look, "", wrap=True, selectable=True) for field in ROWS}
        for label in self.rows.values():
            label.setMinimumWidth(1)

    def show_card(self, card: Card) -> None:
        """Tell of another system."""
        self.system = card.id
        self.whose.show_as(ChipKind.PLAIN if card.own else ChipKind.READ_ONLY, card.whose)
        self.name.setText(card.name)
        self.go.setAccessibleName(f"Öppna {card.name} i {card.whose}")
        for field, label in self.rows.items():
            value = getattr(card, field)
            text = value if isinstance(value, str) else ", ".join(value)
            label.setText(text or _NOTHING)
            label.set_ink(Ink.TEXT if text else Ink.TEXT3)
