"""What stands over the work list: title, day and number, and which lines are shown – of whom, of what, which state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.calculations.attention import AttentionLine
from itadmin.domain.money import grouped
from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import swedish_key
from itadmin.services.attention import WorkList
from itadmin.ui.attention.rows import NOBODY, Choice, Shown, who_answers
from itadmin.ui.attention.titles import Titles
from itadmin.ui.attention.words import SHOWN
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.buttons import IconButton
from itadmin.ui.widgets.combo_box import ComboBox

_AGENDA = "Skriv ut att ta upp på mötet, för alla ansvariga"
_WHO_WIDTH, _REGISTER_WIDTH, _SHOWN_WIDTH = 190, 150, 160


class WorkHead(QWidget):
    """`changed` when something else is chosen, `print_wanted` asks for the paper of what is to be done."""

    changed = Signal()
    print_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.titles = Titles(look)
        self.who, self.register, self.shown = _box(look, "Ansvarig"), _box(look, "Register"), _box(look, "Visa")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.metrics.gap)
        whole.addLayout(self._row)
        whole.addWidget(self.titles.under)  # under the choices too: it is long, and says what the counter counts
        self._row.addWidget(self.titles, 1)
        choices = QHBoxLayout()
        choices.setSpacing(look.metrics.gap)
        for box in (self.who, self.register, self.shown):
            choices.addWidget(box)
            box.activated.connect(lambda _row: self.changed.emit())
        self.print_out = IconButton(look, "print", _AGENDA, QKeySequence("Ctrl+P"))
        self.print_out.clicked.connect(self.print_wanted)
        choices.addWidget(self.print_out)
        choices.addStretch(0)
        self._row.addLayout(choices)
        look.changed.connect(self._dress)
        self._dress()

    def set_narrow(self, *, narrow: bool) -> None:
        """Let the choices stand under the title, or beside it."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _dress(self) -> None:
        for box, width in ((self.who, _WHO_WIDTH), (self.register, _REGISTER_WIDTH), (self.shown, _SHOWN_WIDTH)):
            box.setMinimumWidth(self._look.metrics.px(width) // 2)
            box.setMaximumWidth(self._look.metrics.px(width))

    def focus_filters(self) -> None:
        """Put the keyboard in the first choice."""
        self.who.setFocus()

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return Choice(str(self.who.currentData()), str(self.register.currentData()), Shown(self.shown.currentData()))

    def offer(self, work: WorkList, chosen: Choice) -> None:
        """Offer what there is to choose from, with one choice made; that is offered also when nothing is left of it."""
        marked = [line for line, _mark in (*work.resting, *work.handled)]
        lines = (*work.lines, *marked)
        with QSignalBlocker(self.who), QSignalBlocker(self.register), QSignalBlocker(self.shown):
            _fill(self.who, _people(lines, chosen.responsible), chosen.responsible)
            _fill(self.register, _registers(lines, chosen.register), chosen.register)
            _fill(self.shown, _shown(work), chosen.shown.value)


def _box(look: Look, name: str) -> ComboBox:
    box = ComboBox(look)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _fill(box: ComboBox, items: Iterable[tuple[str, Any]], chosen: str) -> None:
    box.clear()
    for text, key in items:
        box.addItem(text, key)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + box.view().verticalScrollBar().sizeHint().width())


def _people(lines: Iterable[AttentionLine], chosen: str) -> list[tuple[str, str]]:
    one_of_each = {(line.responsible_id, line.responsible): line for line in lines if line.responsible}
    names = {who_answers(line): line.responsible for line in one_of_each.values()}
    people = sorted(((name, key) for key, name in names.items()), key=lambda each: swedish_key(each[0]))
    gone = [("Ansvarig utan punkter", chosen)] if chosen not in (*names, NOBODY, "") else []
    return [("Ansvarig: alla", ""), ("Ansvarig saknas", NOBODY), *people, *gone]


def _registers(lines: Iterable[AttentionLine], chosen: str) -> list[tuple[str, str]]:
    found = {line.register for line in lines} | {chosen}
    return [("Alla register", ""), *((item.plural, name) for name, item in REGISTERS.items() if name in found)]


def _shown(work: WorkList) -> list[tuple[str, str]]:
    numbers = {Shown.TO_DO: 0, Shown.RESTING: len(work.resting), Shown.HANDLED: len(work.handled)}
    return [
        (f"Visa {SHOWN[shown]}{f' ({grouped(number)})' if number else ''}", shown.value)
        for shown, number in numbers.items()
    ]
