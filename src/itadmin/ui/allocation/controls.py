"""What a kostnadsfördelning is reckoned by, at the side of its window: each choice is saved as it is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.calculations.allocation import FIXED_PERCENT
from itadmin.domain.calculations.allocation_comparison import LONGEST_PHASE_IN
from itadmin.domain.calculations.allocation_models import MODELS, RESTS, WITH_REST
from itadmin.domain.record import to_plain
from itadmin.domain.registers.allocations import REGISTER, Allocation
from itadmin.domain.words import Words
from itadmin.services.allocations.period import begun_on
from itadmin.services.populations import FIXED_DAY, YEAR_END
from itadmin.ui.allocation.value_line import ValueLine
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.tooltips import as_tooltip

_NO_COMPARISON, _AT_ONCE = "Ingen jämförelse", "Ingen infasning"
_WITH_FIXED = "FAST_RORLIG"
_FIXED_STEP = 5
_DAYS = "folkmangdsdag"
_DAY_HINT = "åååå-mm-dd"
_LINES = {
    "amount": ("Belopp för hela perioden, utan moms", "kronor"),
    "period_starts": ("Från", _DAY_HINT),
    "period_ends": ("Till", _DAY_HINT),
    "counted_on": ("Dag som räknas", _DAY_HINT),
}


class Controls(QWidget):
    """The choices. `chosen` gives the plain values of the fields that are to be changed.

    `more` asks for the numbers, `figures` for the inhabitants that are known. A choice that the model has no use of
    stands where it stands, and cannot be made.
    """

    chosen = Signal(object)
    more = Signal()
    figures = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._allocation = Allocation()
        self._counts: str | None = None
        self.lines = {name: ValueLine(look, REGISTER.fields[name], *words) for name, words in _LINES.items()}
        self.model, self.rest, self.day = ComboBox(look), ComboBox(look), ComboBox(look)
        self.fixed, self.compared, self.years = ComboBox(look), ComboBox(look), ComboBox(look)
        self.ticks: dict[str, QCheckBox] = {}
        self.link = LinkButton(look, "Antal, belopp och dagar …")
        self.known = LinkButton(look, "Folkmängder …")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.metrics.tight)
        self._ticks = QVBoxLayout()
        self._boxes = {
            "model": self.model,
            "fixed_percent": self.fixed,
            "rest_model": self.rest,
            "reference": self.day,
            "compared_model": self.compared,
            "phase_in_years": self.years,
        }
        self._build()

    def show_allocation(
        self, allocation: Allocation, names: Mapping[str, str], words: Words, today: date, counts: date | None
    ) -> None:
        """Show what is chosen; `names` are the kommuner that may take part, by kommunkod.

        `counts` is the day whose inhabitants count, also where the program chooses it.
        """
        self._allocation = allocation
        self._counts = counts.isoformat() if counts else None
        plain = {**to_plain(allocation), "counted_on": self._counts}
        for name, line in self.lines.items():
            line.show_value(plain[name], today)
        models = words.offered("fordelningsmodell", allocation.model)
        ordered = [(code, models[code]) for code in MODELS if code in models]
        rests = [(code, words.label_of("fordelningsmodell", code)) for code in RESTS]
        _fill(self.model, ordered, allocation.model)
        _fill(self.rest, rests, allocation.rest_model or RESTS[0])
        _fill(self.compared, [("", _NO_COMPARISON), *ordered], allocation.compared_model)
        _fill(self.day, list(words.offered(_DAYS, allocation.reference).items()), allocation.reference)
        fixed = FIXED_PERCENT if allocation.fixed_percent is None else allocation.fixed_percent
        percents = sorted({*range(_FIXED_STEP, 100, _FIXED_STEP), fixed})
        _fill(self.fixed, [(each, f"{each}\u00a0%") for each in percents], fixed)
        years = [(each, f"{each}\u00a0år") for each in range(2, LONGEST_PHASE_IN + 1)]
        _fill(self.years, [(0, _AT_ONCE), *years], (allocation.phase_in_years or 0) if years else 0)
        used = {allocation.model, allocation.compared_model, *(row.key for row in allocation.keys)}
        self.fixed.setEnabled(_WITH_FIXED in used)
        self.rest.setEnabled(WITH_REST in used)
        self.years.setEnabled(bool(allocation.compared_model))
        self._show_ticks(names)

    def show_fault(self, sentences: Mapping[str, str]) -> None:
        """Say what is wrong with what has been written, by field."""
        for name, line in self.lines.items():
            line.show_fault(sentences.get(name, ""))

    def leave(self) -> None:
        """Take what is being written."""
        for line in self.lines.values():
            line.leave()

    def _build(self) -> None:
        metrics = self._look.metrics
        amount, starts, ends, counts = self.lines.values()
        days = QHBoxLayout()
        days.setSpacing(metrics.gap)
        for line in (starts, ends):
            days.addWidget(line, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(amount)
        self._column.addLayout(days)
        self._column.addSpacing(metrics.gap)
        for name, line in self.lines.items():
            line.entered.connect(lambda value, name=name: self._enter(name, value))
        for name, box in self._boxes.items():
            self._add(name, box)
            if box is self.day:
                self._column.addWidget(counts)
                self._column.addWidget(self.known)
                self._column.addSpacing(metrics.tight)
        self._column.addSpacing(metrics.gap)
        self._column.addWidget(Label(self._look, "Kommuner som deltar", TextStyle.SIDE_HEADING))
        self._column.addLayout(self._ticks)
        self._column.addWidget(self.link)
        self._column.addStretch(1)
        self.link.clicked.connect(self.more)
        self.known.clicked.connect(self.figures)

    def _enter(self, name: str, value: Any) -> None:
        if name == "period_starts" and value:
            self.chosen.emit(begun_on(self._allocation, date.fromisoformat(value)))
        elif name == "counted_on":
            self.chosen.emit({"reference": FIXED_DAY if value else YEAR_END, name: value})
        else:
            self.chosen.emit({name: value})

    def _choose(self, name: str, value: Any) -> None:
        """A day of one's own begins as the one that counts."""
        begun = {"counted_on": self._counts} if value == FIXED_DAY else {}
        self.chosen.emit({name: value or None, **begun})

    def _add(self, name: str, box: ComboBox) -> None:
        label = REGISTER.fields[name].label
        box.setAccessibleName(label)
        box.setMinimumContentsLength(1)
        self._column.addWidget(Label(self._look, label, TextStyle.SECOND, Ink.TEXT2))
        self._column.addWidget(box)
        self._column.addSpacing(self._look.metrics.tight)
        box.activated.connect(lambda _place: self._choose(name, box.currentData()))

    def _show_ticks(self, names: Mapping[str, str]) -> None:
        taking_part = {row.municipality for row in self._allocation.participants}
        for code, tick in list(self.ticks.items()):
            if code not in names:
                self._ticks.removeWidget(tick)
                self.ticks.pop(code).deleteLater()
        for code, name in names.items():
            if code not in self.ticks:
                tick = self.ticks[code] = QCheckBox(name.replace("&", "&&"))
                tick.toggled.connect(lambda _on: self._choose_participants())
                self._ticks.addWidget(tick)
            with QSignalBlocker(self.ticks[code]):
                self.ticks[code].setChecked(code in taking_part)

    def _choose_participants(self) -> None:
        """Keep what is known of those who stay, and let the others begin with nothing."""
        known = {row["municipality"]: row for row in to_plain(self._allocation)["participants"]}
        codes = [code for code, tick in self.ticks.items() if tick.isChecked()]
        rows = [known.get(code, {"municipality": code}) for code in sorted(codes)]
        self.chosen.emit({"participants": rows})


def _fill(box: ComboBox, choices: Sequence[tuple[Any, str]], chosen: Any) -> None:
    """Offer choices; what has no room in the box is whole in its list and its tooltip."""
    with QSignalBlocker(box):
        box.clear()
        for value, word in choices:
            box.addItem(word, value)
        box.setCurrentIndex(box.findData(chosen))
    box.setToolTip(as_tooltip(box.currentText()))
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0))
