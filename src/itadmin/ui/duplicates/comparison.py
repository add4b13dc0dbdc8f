"""Two records side by side: which is kept, and for each field that differs whose value is taken.

An empty value of the kept one is filled from the other unless the user says otherwise. Knows no services that write.
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.calculations.similarity import Pair
from itadmin.domain.register import Register
from itadmin.services.display import field_text
from itadmin.services.merging import differing, proposed
from itadmin.services.reading import Read, Reading
from itadmin.ui.duplicates.value_choice import ValueChoice
from itadmin.ui.duplicates.words import leaning
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.prose import ProseLabel

_KEEP = "Behåll"
_LABEL_WIDTH = 120


class Comparison(QWidget):
    """Shows one pair. `open_wanted` asks for one of the two to be opened."""

    open_wanted = Signal(object)

    def __init__(self, look: Look, reading: Reading, register: Register, pair: Pair) -> None:
        super().__init__()
        self._register = register
        self._look = look
        reads = reading.many(register.name, [pair.one, pair.other])
        self._sides: tuple[Read, Read] = (reads[pair.one], reads[pair.other])
        self._fields = differing(*self._sides, register)
        self._touched: set[str] = set()
        self._groups: dict[str, QButtonGroup] = {}
        self.setMinimumWidth(1)  # long words give way; nothing is cut at the side
        set_property(self, "ground", "surface")
        self._grid = QGridLayout(self)
        self._build(reading)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._choose(_KEEP, int(self._filled(1) > self._filled(0)))
        self._propose()
        self._groups[_KEEP].idToggled.connect(self._on_kept)

    @property
    def keeper(self) -> UUID:
        """The one that is kept."""
        return self._sides[self._kept()].record.id

    @property
    def other(self) -> UUID:
        """The one that goes into it."""
        return self._sides[1 - self._kept()].record.id

    def taken(self) -> frozenset[str]:
        """The fields whose value is taken from the other."""
        return frozenset(name for name in self._fields if self._groups[name].checkedId() != self._kept())

    def choices(self, name: str = _KEEP) -> list[ValueChoice]:
        """The two choices of a field, or of which one is kept."""
        parents = [button.parentWidget() for button in self._groups[name].buttons()]
        return [parent for parent in parents if isinstance(parent, ValueChoice)]

    def _build(self, reading: Reading) -> None:
        metrics = self._look.metrics
        self._grid.setContentsMargins(metrics.gap, 0, metrics.gap, metrics.gap)
        self._grid.setHorizontalSpacing(metrics.section_gap)
        self._grid.setVerticalSpacing(metrics.gap)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        self._add(_KEEP, _KEEP, [read.label for read in self._sides], TextStyle.NAME)
        for side, read in enumerate(self._sides):
            self._grid.addLayout(self._about(reading, side, read), 1, side + 1)
        if not self._fields:
            alike = Label(self._look, "Inget annat skiljer dem åt.", ink=Ink.TEXT2, wrap=True)
            self._grid.addWidget(alike, 2, 1, 1, 2)
        for name in self._fields:
            texts = [field_text(self._register, read, name) for read in self._sides]
            self._add(name, self._register.fields[name].label, texts)
            self._groups[name].idClicked.connect(partial(self._touch, name))

    def _about(self, reading: Reading, side: int, read: Read) -> QVBoxLayout:
        """How much is known of one, and the way to it."""
        told = Label(self._look, self._told(reading, side), TextStyle.SECOND, Ink.TEXT2, wrap=True)
        go = LinkButton(self._look, "Öppna")
        go.setAccessibleName(f"Öppna {read.label}")
        go.clicked.connect(partial(self.open_wanted.emit, read.record.id))
        indent = self.choices()[side].indent()
        told.setContentsMargins(indent, 0, 0, 0)
        led = QHBoxLayout()
        led.setContentsMargins(indent - self._look.metrics.link_pad, 0, 0, 0)
        led.addWidget(go)
        led.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(told)
        column.addLayout(led)
        column.addStretch(1)
        return column

    def _add(self, key: str, label: str, texts: list[str], style: TextStyle = TextStyle.TEXT) -> None:
        row = self._grid.rowCount() if self._groups else 0
        words = ProseLabel(self._look, (label,), ink=Ink.TEXT2)
        words.setFixedWidth(self._look.metrics.px(_LABEL_WIDTH))
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        group = self._groups[key] = QButtonGroup(self)
        for side, text in enumerate(texts):
            choice = ValueChoice(self._look, label, text, style)
            group.addButton(choice.button, side)
            self._grid.addWidget(choice, row, side + 1)
            words.setMinimumHeight(choice.button.sizeHint().height())

    def _told(self, reading: Reading, side: int) -> str:
        related = reading.related(self._register.name, self._sides[side].record.id)
        leans = leaning(register for (register, _field), reads in related.items() for _read in reads)
        filled = self._filled(side)
        words = "1 uppgift" if filled == 1 else f"{filled} uppgifter"
        return f"{words} · {leans}" if leans else words

    def _filled(self, side: int) -> int:
        """How many fields somebody has filled in: nothing that is worked out, and no table without rows."""
        read = self._sides[side]
        asked = (name for name in self._register.fields if name not in self._register.computed)
        return sum(name in read.holders or getattr(read.record, name) not in (None, "", ()) for name in asked)

    def _kept(self) -> int:
        return self._groups[_KEEP].checkedId()

    def _choose(self, name: str, side: int) -> None:
        self._groups[name].button(side).setChecked(True)

    def _propose(self) -> None:
        """Let the kept one's values stand, and the other's where it has none; what the user has chosen is left."""
        kept = self._kept()
        filled = proposed(self._sides[kept], self._sides[1 - kept], self._register)
        for name in self._fields:
            if name not in self._touched:
                self._choose(name, 1 - kept if name in filled else kept)

    def _touch(self, name: str, _side: int) -> None:
        self._touched.add(name)

    def _on_kept(self, _side: int, checked: bool) -> None:
        if checked:
            self._propose()
