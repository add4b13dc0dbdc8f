"""The landscape on the welcome page: hills and a lake in the colours of the level scale. Decoration, says nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Tokens, mix

_HILLS = (
    (0.44, 0.405, 0.42, 0.38, 0.40),
    (0.47, 0.465, 0.435, 0.455, 0.43, 0.45),
    (0.51, 0.495, 0.50, 0.475, 0.49, 0.47),
    (0.545, 0.55, 0.53, 0.54, 0.525, 0.535),
)  # heights of the ridges at even distances, as shares of the picture from its top, the farthest first
_SHORE = 0.578
_WATER = 0.60
_SUN = (0.68, 0.30)
_SUN_SIZE = 30.0
_RIPPLES = 15
_DARKER_TREES = 0.6
_WIDTH = 460


@dataclass(frozen=True, slots=True)
class _Shades:
    """What is drawn in which colour, from the sky to the water."""

    sky: str
    sun: str
    hills: tuple[str, ...]
    shore: str
    trees: tuple[str, str]
    water: str
    ripple: str


def _shades(tokens: Tokens) -> _Shades:
    """Take the colours from the level scale: by day the near is dark, by night the far is faintly lit."""
    levels = [level.fill for level in tokens.levels]
    if tokens.dark:
        night = tokens.backdrop
        return _Shades(
            sky=mix(levels[0], levels[1], 0.6),
            sun=mix(tokens.amber.ink, levels[2], 0.15),
            hills=(levels[2], mix(levels[2], levels[1], 0.55), levels[1], mix(levels[1], night, 0.45)),
            shore=mix(night, levels[1], 0.25),
            trees=(mix(night, levels[1], 0.25), mix(night, levels[1], 0.45)),
            water=mix(levels[1], levels[2], 0.35),
            ripple=levels[4],
        )
    return _Shades(
        sky=mix(levels[0], levels[1], 0.6),
        sun=mix(tokens.amber.fill, tokens.amber.line, 0.15),
        hills=(
            mix(levels[1], levels[2], 0.25),
            mix(levels[2], levels[3], 0.15),
            levels[3],
            mix(levels[3], levels[4], 0.8),
        ),
        shore=levels[5],
        trees=(levels[5], mix(levels[5], levels[4], 0.35)),
        water=mix(levels[2], levels[1], 0.2),
        ripple=levels[0],
    )


def _scatter(seed: int) -> Iterator[float]:
    """Give numbers between 0 and 1 that look like chance and are the same every time."""
    state = seed
    while True:
        state = (state * 1_103_515_245 + 12_345) % 2**31
        yield (state >> 8) / 2**23


def draw_landscape(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw the landscape so that it fills `rect`; the same for the same size and colours."""
    shades = _shades(tokens)
    width, height = rect.width(), rect.height()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect)
    painter.translate(rect.topLeft())
    painter.fillRect(QRectF(0, 0, width, height), QColor(shades.sky))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shades.sun))
    painter.drawEllipse(QPointF(width * _SUN[0], height * _SUN[1]), _SUN_SIZE, _SUN_SIZE)
    for ridge, shade in zip(_HILLS, shades.hills, strict=True):
        painter.fillPath(_hill(ridge, width, height), QColor(shade))
    chance = _scatter(7)
    _draw_trees(painter, shades, width, height, chance)
    painter.fillRect(QRectF(0, height * _SHORE, width, height), QColor(shades.shore))
    painter.fillRect(QRectF(0, height * _WATER, width, height), QColor(shades.water))
    _draw_ripples(painter, shades, width, height, chance)
    painter.restore()


def _hill(ridge: tuple[float, ...], width: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, height))
    path.lineTo(0, ridge[0] * height)
    steps = len(ridge) - 1
    for step in range(steps):
        left, right = width * step / steps, width * (step + 1) / steps
        middle = (left + right) / 2
        path.cubicTo(middle, ridge[step] * height, middle, ridge[step + 1] * height, right, ridge[step + 1] * height)
    path.lineTo(width, height)
    path.closeSubpath()
    return path


def _draw_trees(painter: QPainter, shades: _Shades, width: float, height: float, chance: Iterator[float]) -> None:
    foot = height * (_SHORE + 0.01)
    left = -4.0
    while left < width + 8:
        tall = 14 + 26 * next(chance)
        painter.setBrush(QColor(shades.trees[0 if next(chance) < _DARKER_TREES else 1]))
        half = tall * 0.24
        painter.drawPolygon(
            QPolygonF([QPointF(left, foot - tall), QPointF(left + half, foot + 4), QPointF(left - half, foot + 4)])
        )
        left += 5 + 7 * next(chance)


def _draw_ripples(painter: QPainter, shades: _Shades, width: float, height: float, chance: Iterator[float]) -> None:
    for number in range(_RIPPLES):
        colour = QColor(shades.ripple)
        colour.setAlpha(120 - 5 * number)
        stroke = QPen(colour, 1.6)
        stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(stroke)
        long = width * (0.18 + 0.42 * next(chance))
        left = (width - long) * next(chance)
        y = height * (0.615 + 0.027 * number)
        painter.drawLine(QLineF(left, y, left + long, y))


class Landscape(QWidget):
    """The landscape as a pane. It hides itself in contrast mode; a narrow window hides it from outside."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Be a pane of a fixed width."""
        return QSize(_WIDTH, _WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        with QPainter(self) as painter:
            draw_landscape(painter, QRectF(self.rect()), self._look.tokens)

    def _dress(self) -> None:
        if self._look.tokens.contrast:
            self.hide()
        self.update()
