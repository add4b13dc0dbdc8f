"""The classing of a system as three joined cells (K R T), and one value with its word.

Each cell has its letter, its value and a fill that follows the value; not classed is a dashed cell with a dash.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.look.tokens import Level
from itadmin.ui.widgets.labels import make_plain
from itadmin.ui.widgets.painting import CENTRE, draw_text, fill_round, line_width, outline_round, pen

_LETTERS = "KRT"
_WORDS = ("konfidentialitet", "riktighet", "tillgänglighet")
_LEVEL_OF_VALUE = (0, 1, 2, 4, 5)
_CELL = 28
_BETWEEN = 2
_LETTER_LEFT = 5
_LETTER_WIDTH = 12
_DASHES = (3.0, 2.0)


@dataclass(frozen=True, slots=True)
class Classing:
    """Values 0–4 of confidentiality, integrity and availability; None where not classed."""

    confidentiality: int | None
    integrity: int | None
    availability: int | None

    @property
    def values(self) -> tuple[int | None, int | None, int | None]:
        """The three in the order they are shown."""
        return (self.confidentiality, self.integrity, self.availability)

    def in_words(self) -> str:
        """Say the classing as a sentence for screen readers and tooltips."""
        parts = [
            f"{word} {'inte klassad' if value is None else value}"
            for word, value in zip(_WORDS, self.values, strict=True)
        ]
        return ", ".join(parts).capitalize()


def classing_size(theme: Theme) -> QSize:
    """Give the size of the three cells, in logical pixels."""
    return QSize(3 * theme.metrics.px(_CELL) + 2 * _BETWEEN, theme.metrics.chip)


def draw_classing(painter: QPainter, theme: Theme, left: float, middle: float, classing: Classing) -> None:
    """Draw the three cells from `left`, centred on the height `middle`."""
    width = theme.metrics.px(_CELL)
    height = theme.metrics.chip
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for letter, value in zip(_LETTERS, classing.values, strict=True):
        rect = QRectF(left, round(middle - height / 2), width, height)
        ink = _draw_ground(painter, theme, rect, value)
        _draw_letter_and_value(painter, theme, rect, letter, value, ink)
        left += width + _BETWEEN
    painter.restore()


def class_value_size(theme: Theme) -> QSize:
    """Give the size of the cell of one value, in logical pixels."""
    return QSize(theme.metrics.chip + 2, theme.metrics.chip)


def draw_class_value(painter: QPainter, theme: Theme, rect: QRectF, value: int | None) -> None:
    """Draw one value alone, filling `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = _draw_ground(painter, theme, rect, value)
    draw_text(painter, theme, rect, _shown(value), TextStyle.SECOND_STRONG, ink, CENTRE)
    painter.restore()


def _shown(value: int | None) -> str:
    return "–" if value is None else str(value)


def _draw_ground(painter: QPainter, theme: Theme, rect: QRectF, value: int | None) -> str:
    """Draw a cell's ground and give the ink that is readable on it."""
    tokens = theme.tokens
    radius = theme.metrics.radius_chip
    if value is None:
        outline_round(painter, rect, radius, pen(tokens.amber.line, dashes=_DASHES))
        return tokens.amber.ink
    level = tokens.levels[_LEVEL_OF_VALUE[value]] if value else Level(tokens.grey.fill, tokens.text2)
    if tokens.contrast:
        outline_round(painter, rect, radius, pen(tokens.text), level.fill)
    else:
        fill_round(painter, rect, radius, level.fill)
    return level.ink


def _draw_letter_and_value(
    painter: QPainter, theme: Theme, rect: QRectF, letter: str, value: int | None, ink: str
) -> None:
    room = theme.metrics.px(_LETTER_WIDTH)
    first = QRectF(rect.left() + theme.metrics.px(_LETTER_LEFT), rect.top(), room, rect.height())
    draw_text(painter, theme, first, letter, TextStyle.AXIS, ink)
    second = QRectF(first.right() - 1, rect.top(), room, rect.height())
    draw_text(painter, theme, second, _shown(value), TextStyle.SECOND_STRONG, ink)


class ClassingCells(QLabel):
    """The three cells beside other parts; the accessible text says them in words."""

    def __init__(self, look: Look, classing: Classing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._classing = classing
        make_plain(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_classing(classing)
        look.changed.connect(self.updateGeometry)

    def set_classing(self, classing: Classing) -> None:
        """Show another classing."""
        self._classing = classing
        words = classing.in_words()
        self.setText(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Follow the text size."""
        return classing_size(self._look.theme)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            draw_classing(painter, self._look.theme, 0, self.height() / 2, self._classing)


class ClassValue(QLabel):
    """One value in its cell with its word beside it: “3 Allvarlig skada”."""

    def __init__(self, look: Look, value: int | None, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value = value
        self._word = word
        make_plain(self)
        self.setText(f"{_shown(value)} {word}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Follow the word and the text size."""
        theme = self._look.theme
        return class_value_size(theme) + QSize(theme.metrics.gap + line_width(theme, self._word, TextStyle.TEXT), 0)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        with QPainter(self) as painter:
            cell = QRectF(0, 0, class_value_size(theme).width(), self.height())
            draw_class_value(painter, theme, cell, self._value)
            word = QRectF(self.rect()).adjusted(cell.width() + theme.metrics.gap, 0, 0, 0)
            draw_text(painter, theme, word, self._word, TextStyle.TEXT, theme.tokens.text)
