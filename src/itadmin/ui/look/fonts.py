"""The type scale: every size is a factor of the application font, so that one setting scales all.

Fonts and their metrics are made once and kept; painting code must not make fonts of its own.
"""

from enum import Enum
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF

_TABULAR_DIGITS = "tnum"
_HIGHEST = "ÅÄÖ"
_MOST_MEASURED = 4000


class TextStyle(Enum):
    """What a text is, as (factor of the application font, weight). `SHOWN` is read from across a room."""

    SHOWN_TITLE = (3.3, 650)
    SHOWN = (2.1, 400)
    WELCOME = (2.0, 650)
    PAGE_TITLE = (1.7, 650)
    LIST_TITLE = (1.55, 650)
    SECTION = (1.15, 650)
    SIDE_HEADING = (1.08, 650)
    TEXT = (1.0, 400)
    NAME = (1.0, 550)
    BUTTON = (1.0, 600)
    STRONG = (1.0, 650)
    SECOND = (0.92, 400)
    CHIP = (0.92, 500)
    SECOND_STRONG = (0.92, 650)
    AXIS = (0.85, 400)
    AXIS_STRONG = (0.85, 650)

    @property
    def factor(self) -> float:
        """Size as a factor of the application font."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """Weight on the scale 100–900."""
        return self.value[1]


class Fonts:
    """The fonts of one text size. `base` is the system's font, `text_factor` the user's own setting."""

    def __init__(self, base: QFont, text_factor: float) -> None:
        self._base = base
        self._text_factor = text_factor
        self._fonts: dict[tuple[TextStyle, bool], QFont] = {}
        self._metrics: dict[TextStyle, QFontMetricsF] = {}
        self._overshoots: dict[TextStyle, float] = {}
        self._widths: dict[tuple[TextStyle, str], float] = {}

    def font(self, style: TextStyle, *, struck: bool = False) -> QFont:
        """Give the font of `style`, `struck` through where something is gone. Not to be changed by the caller."""
        key = (style, struck)
        if key not in self._fonts:
            self._fonts[key] = self._make(style, struck=struck)
        return self._fonts[key]

    def grown(self, style: TextStyle, factor: float) -> QFont:
        """Give the font of `style` in another size, for what follows the size of a screen."""
        font = QFont(self.font(style))
        if font.pixelSize() > 0:
            font.setPixelSize(round(font.pixelSize() * factor))
        else:
            font.setPointSizeF(font.pointSizeF() * factor)
        return font

    def metrics(self, style: TextStyle) -> QFontMetricsF:
        """Give the metrics of the font of `style`, in logical pixels."""
        if style not in self._metrics:
            self._metrics[style] = QFontMetricsF(self.font(style))
        return self._metrics[style]

    def overshoot(self, style: TextStyle) -> float:
        """Give how far the rings and dots of capital letters rise above a line of text, in logical pixels."""
        if style not in self._overshoots:
            metrics = self.metrics(style)
            self._overshoots[style] = max(-metrics.tightBoundingRect(_HIGHEST).top() - metrics.ascent(), 0.0)
        return self._overshoots[style]

    def height(self, style: TextStyle) -> int:
        """Give the height, in whole logical pixels, in whose middle one line stands with nothing of it cut."""
        return ceil(self.metrics(style).height() + 2 * self.overshoot(style))

    def width(self, style: TextStyle, text: str) -> float:
        """Give the width of `text` on one line, in logical pixels; what is painted again is not measured again."""
        width = self._widths.get((style, text))
        if width is None:
            if len(self._widths) >= _MOST_MEASURED:
                self._widths.clear()
            width = self._widths[style, text] = self.metrics(style).horizontalAdvance(text)
        return width

    def _make(self, style: TextStyle, *, struck: bool) -> QFont:
        font = QFont(self._base)
        factor = self._text_factor * style.factor
        if self._base.pixelSize() > 0:
            font.setPixelSize(round(self._base.pixelSize() * factor))
        else:
            font.setPointSizeF(self._base.pointSizeF() * factor)
        font.setWeight(QFont.Weight(style.weight))
        font.setStrikeOut(struck)
        font.setFeature(QFont.Tag(_TABULAR_DIGITS), 1)
        return font
