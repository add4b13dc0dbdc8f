"""A message in the page, at the top of what it concerns: sign, bold lead, the rest, and a quiet button.

One at a time: of several the most serious is shown, with the number of the others. It never stops anyone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink, Tone
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.marks import SignMark
from itadmin.ui.widgets.painting import outline_round, pen
from itadmin.ui.widgets.prose import Prose, ProseLabel, plain_text
from itadmin.ui.widgets.signs import Sign
from itadmin.ui.widgets.tooltips import as_tooltip


class Concern(Enum):
    """What kind of message it is, the most serious first."""

    PROBLEM = (Tone.RED, Ink.RED, Sign.ALERT)
    WARNING = (Tone.AMBER, Ink.AMBER, Sign.TRIANGLE)
    MISSING = (Tone.AMBER, Ink.AMBER, Sign.INFO)
    READ_ONLY = (Tone.VIOLET, Ink.VIOLET, Sign.LOCK)
    INFORMATION = (Tone.BLUE, Ink.BLUE, Sign.INFO)
    DONE = (Tone.GREEN, Ink.GREEN, Sign.CHECK)


_SERIOUSNESS = list(Concern)


@dataclass(frozen=True, slots=True)
class Message:
    """A message: `prose` begins with its bold lead; `action` is the word on the button, or empty for none."""

    concern: Concern
    prose: Prose
    action: str = ""


class Notice(QWidget):
    """Shows the most serious of its messages; hidden when there are none. `acted` gives the message acted on."""

    acted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Message | None = None
        self._sign = SignMark(look, Sign.INFO, Ink.BLUE)
        self._words = ProseLabel(look)
        self._others = Label(look, style=TextStyle.CHIP, ink=Ink.TEXT2)
        self._button = Button(look, "", ButtonKind.QUIET, small=True)
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._others)
        row.addWidget(self._button)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def set_messages(self, messages: Sequence[Message]) -> None:
        """Show the most serious of `messages`, and how many more there are; hide when there are none."""
        ordered = sorted(messages, key=lambda message: _SERIOUSNESS.index(message.concern))
        self._shown = ordered[0] if ordered else None
        self.setVisible(bool(ordered))
        if self._shown is None:
            return
        _, ink, sign = self._shown.concern.value
        self._sign.show_as(sign, ink)
        self._words.set_prose(self._shown.prose)
        self._button.setText(self._shown.action)
        self._button.setVisible(bool(self._shown.action))
        rest = ordered[1:]
        self._others.setText(f"+{len(rest)}")
        self._others.setToolTip(as_tooltip("\n".join(plain_text(message.prose) for message in rest)))
        self._others.setVisible(bool(rest))
        self.setAccessibleName(plain_text(self._shown.prose))
        self.update()

    def shown(self) -> Message | None:
        """Give the message that stands there now."""
        return self._shown

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground in the tone of the message."""
        if self._shown is None:
            return
        theme = self._look.theme
        tone, _, _ = self._shown.concern.value
        family = theme.tokens.tone(tone)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            outline_round(painter, QRectF(self.rect()), theme.metrics.radius_button, pen(family.line), family.fill)

    def _on_clicked(self) -> None:
        self.acted.emit(self._shown)

    def _dress(self) -> None:
        metrics = self._look.metrics
        row = self.layout()
        if row is not None:
            row.setContentsMargins(metrics.block, metrics.gap - 1, metrics.gap, metrics.gap - 1)
            row.setSpacing(metrics.cell_left)
        self.setMinimumHeight(metrics.button_small + metrics.gap)
        self.update()
