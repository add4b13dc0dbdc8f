"""The signatures of a PDF: who, when, and whether what was signed is unchanged. Reads no files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.services.signatures import NOT_CHECKED, STATES, SignatureSeen, moment, sentences, signer
from itadmin.services.signatures.seen import State
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.labels import Label

_CHIPS: dict[State, ChipKind] = {
    "hel": ChipKind.SIGNED,
    "andrad": ChipKind.CONFLICT,
    "skadad": ChipKind.PROBLEM,
    "okand": ChipKind.INFORMATION,
}
_STAMP = "Tidsstämpel"


class SignaturesView(QWidget):
    """Tells of the signatures that were shown last; hidden when there are none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[SignatureLine] = []
        self._foot = Label(look, NOT_CHECKED, TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.metrics.block)
        self._column.addWidget(self._foot)
        self.setAccessibleName("Elektroniska underskrifter")
        self.hide()

    def show_signatures(self, signatures: Sequence[SignatureSeen]) -> None:
        """Show these, in their order."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [SignatureLine(self._look, seen) for seen in signatures]
        for place, line in enumerate(self._lines):
            self._column.insertWidget(place, line)
            line.show()
        self.setVisible(bool(self._lines))

    @property
    def lines(self) -> tuple[SignatureLine, ...]:
        """One for each signature."""
        return tuple(self._lines)


class SignatureLine(QWidget):
    """One signature: the name with what it is worth, then when, and then what there is to say."""

    def __init__(self, look: Look, seen: SignatureSeen) -> None:
        super().__init__()
        who = signer(seen) if seen.kind == "underskrift" else f"{_STAMP}, {signer(seen)}"
        about = " · ".join(filter(None, (moment(seen), seen.reason, seen.place)))
        self.name = Label(look, who, TextStyle.STRONG, wrap=True, selectable=True)
        self.chip = Chip(look, _CHIPS[seen.state], STATES[seen.state])
        self.about = Label(look, about, TextStyle.SECOND, Ink.TEXT2, wrap=True, selectable=True)
        self.told = Label(look, " ".join(sentences(seen)), wrap=True, selectable=True)
        head = QHBoxLayout()
        head.setSpacing(look.metrics.gap)
        head.addWidget(self.name, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.tight)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.told)
        self.setAccessibleName(f"{who}: {STATES[seen.state]}")
