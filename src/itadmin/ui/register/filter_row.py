"""A list's conditions as a sentence of chips, with a star to keep it. Knows words, not conditions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from itadmin.services.condition_words import ConditionWords
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import Button, ButtonKind, LinkButton
from itadmin.ui.widgets.filter_chip import FilterChip
from itadmin.ui.widgets.flow_layout import FlowLayout


class FilterRow(QWidget):
    """The chips. `opened` and `removed` give the chip's number, `left` says that none is left to stand on."""

    opened = Signal(int)
    removed = Signal(int)
    cleared = Signal()
    save_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.chips: list[FilterChip] = []
        self._flow = FlowLayout(look.metrics.heading_gap, self)
        self.setAccessibleName("Villkor")
        self.clear = LinkButton(look, "Ta bort villkoren")
        self.clear.clicked.connect(self.cleared)
        self.star = Button(look, "Spara som vy", ButtonKind.QUIET, "star", small=True)
        self.star.clicked.connect(self.save_wanted)
        self._last: list[QWidget] = [self.clear, self.star]
        for part in self._last:
            self._flow.addWidget(part)
        self.show_chips((), star="")

    def show_chips(self, words: Sequence[ConditionWords], *, star: str) -> None:
        """Show conditions; `star` is the word of the star, "" for none."""
        here = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        self._empty()
        for place, each in enumerate(words):
            chip = self._chip(place, each)
            self._flow.addWidget(chip)
            chip.show()  # at once, so that it can take the keyboard
        for part in self._last:
            self._flow.addWidget(part)
        self.clear.setVisible(len(words) > 1)
        self.star.setVisible(bool(star))
        self.star.setText(star)
        self.setVisible(bool(words) or bool(star))
        self._order_tabs()
        if here >= 0:
            self.focus_chip(min(here, len(words) - 1))

    def focus_chip(self, place: int) -> None:
        """Put the keyboard on a chip; where there is none, say that it must go elsewhere."""
        if 0 <= place < len(self.chips):
            self.chips[place].setFocus()
        else:
            self.left.emit()

    def _chip(self, place: int, words: ConditionWords) -> FilterChip:
        chip = FilterChip(self._look, words.lead, words.value)
        chip.clicked.connect(lambda: self.opened.emit(place))
        chip.removed.connect(lambda: self.removed.emit(place))
        chip.moved.connect(lambda by: self._move(place + by))
        self.chips.append(chip)
        return chip

    def _move(self, place: int) -> None:
        if 0 <= place < len(self.chips):
            self.chips[place].setFocus()

    def _empty(self) -> None:
        self.chips = []
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self._last:
                widget.hide()
                widget.deleteLater()

    def _order_tabs(self) -> None:
        order = [*self.chips, *self._last]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
