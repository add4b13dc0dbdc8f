"""Chips: a word with a sign on a tinted ground, as a widget and as a painting function for delegates."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.look.tokens import Tone
from itadmin.ui.widgets.labels import make_plain
from itadmin.ui.widgets.painting import draw_text, fill_round, line_width, outline_round, pen
from itadmin.ui.widgets.signs import Sign, draw_sign, sign_size


class ChipKind(Enum):
    """What a chip says; gives its tone and its sign. The word is the caller's."""

    IN_USE = "in_use"
    PLANNED = "planned"
    RETIRED = "retired"
    IN_FORCE = "in_force"
    DRAFT = "draft"
    SENT = "sent"
    SIGNED = "signed"
    REPLACED = "replaced"
    LATE = "late"
    SOON = "soon"
    MISSING = "missing"
    CONFLICT = "conflict"
    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    PROBLEM = "problem"
    READ_ONLY = "read_only"
    INFORMATION = "information"
    PLAIN = "plain"


_LOOKS: dict[ChipKind, tuple[Tone, Sign | None]] = {
    ChipKind.IN_USE: (Tone.GREEN, Sign.DISC),
    ChipKind.PLANNED: (Tone.BLUE, Sign.HALF_DISC),
    ChipKind.RETIRED: (Tone.GREY, Sign.RING),
    ChipKind.IN_FORCE: (Tone.GREEN, Sign.CHECK),
    ChipKind.DRAFT: (Tone.GREY, Sign.PEN),
    ChipKind.SENT: (Tone.BLUE, Sign.ARROW),
    ChipKind.SIGNED: (Tone.GREEN, Sign.SIGNATURE),
    ChipKind.REPLACED: (Tone.GREY, None),
    ChipKind.LATE: (Tone.RED, Sign.ALERT),
    ChipKind.SOON: (Tone.AMBER, Sign.CLOCK),
    ChipKind.MISSING: (Tone.AMBER, Sign.MISSING),
    ChipKind.CONFLICT: (Tone.AMBER, Sign.TRIANGLE),
    ChipKind.NEW: (Tone.GREEN, Sign.PLUS),
    ChipKind.CHANGED: (Tone.BLUE, Sign.PEN),
    ChipKind.REMOVED: (Tone.GREY, Sign.MINUS),
    ChipKind.PROBLEM: (Tone.RED, Sign.ALERT),
    ChipKind.READ_ONLY: (Tone.VIOLET, Sign.LOCK),
    ChipKind.INFORMATION: (Tone.BLUE, Sign.INFO),
    ChipKind.PLAIN: (Tone.GREY, None),
}


def chip_size(theme: Theme, kind: ChipKind, text: str) -> QSize:
    """Give the size that a chip wants, in logical pixels."""
    metrics = theme.metrics
    width = line_width(theme, text, TextStyle.CHIP) + 2 * metrics.gap
    if _LOOKS[kind][1] is not None:
        width += sign_size(theme)
    return QSize(width, metrics.chip)


def draw_chip(painter: QPainter, theme: Theme, rect: QRectF, kind: ChipKind, text: str) -> None:
    """Draw a chip that fills `rect`; the word is elided when the rectangle is too narrow."""
    tone, sign = _LOOKS[kind]
    metrics = theme.metrics
    family = theme.tokens.tone(tone)
    outlined = tone is Tone.GREY or kind is ChipKind.MISSING or theme.tokens.contrast
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if outlined:
        outline_round(painter, rect, metrics.radius_chip, pen(family.line), family.fill)
    else:
        fill_round(painter, rect, metrics.radius_chip, family.fill)
    left = rect.left() + metrics.gap
    if sign is not None:
        edge = sign_size(theme)
        place = QRectF(rect.left() + metrics.tight, rect.top(), edge, rect.height())
        draw_sign(painter, theme, place, sign, family.ink)
        left = place.right() + metrics.tight - 1
    word = QRectF(left, rect.top(), rect.right() - metrics.gap + 2 - left, rect.height())
    draw_text(painter, theme, word, text, TextStyle.CHIP, family.ink)
    painter.restore()


class Chip(QLabel):
    """A chip beside other parts. Its accessible text is its word."""

    def __init__(self, look: Look, kind: ChipKind, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        make_plain(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)
        look.changed.connect(self.updateGeometry)

    @property
    def kind(self) -> ChipKind:
        """What the chip says."""
        return self._kind

    def show_as(self, kind: ChipKind, text: str) -> None:
        """Say something else."""
        self._kind = kind
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Follow the word and the text size."""
        return chip_size(self._look.theme, self._kind, self.text())

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            draw_chip(painter, self._look.theme, QRectF(self.rect()), self._kind, self.text())
