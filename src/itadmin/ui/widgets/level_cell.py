"""A cooperation level 0–5 as a cell: fill, pattern and digit; with a flap, or as a question mark.

Levels are told apart by their digit and pattern as well as by their fill.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look, Theme
from itadmin.ui.widgets.labels import make_plain
from itadmin.ui.widgets.painting import (
    CENTRE,
    draw_dots,
    draw_hatch,
    draw_text,
    fill_round,
    line_width,
    outline_round,
    pen,
    round_path,
)

_WIDTH = 30
_DOTTED = 1
_DOTS = 8.0
_HATCHED = {2: 10.0, 3: 5.5, 4: 8.0}  # pixels between the lines
_CROSSED = 4
_STRENGTH = {1: 70, 2: 42, 3: 48, 4: 52}  # how strongly a pattern stands off its fill, 0–255
_STRENGTH_DARK = 10
_PATCH = 18
_FLAP = 9
_DASHES = (3.0, 2.0)


@dataclass(frozen=True, slots=True)
class LevelMark:
    """What a level cell shows.

    `level` is 0–5, or None for no such system. `ends_soon`: the agreement ends within 24 months. `similar`: there is a
    similar system under another name, of unknown level.
    """

    level: int | None
    ends_soon: bool = False
    similar: bool = False

    def in_words(self) -> str:
        """Say the cell in words for screen readers and tooltips."""
        if self.similar:
            return "Liknande system under annat namn"
        if self.level is None:
            return "Inget system"
        return f"Nivå {self.level}" + (", avtalet slutar inom 24 månader" if self.ends_soon else "")


def level_size(theme: Theme) -> QSize:
    """Give the size of a level cell in a list, in logical pixels."""
    return QSize(theme.metrics.px(_WIDTH), theme.metrics.chip)


def draw_level_ground(painter: QPainter, theme: Theme, area: QPainterPath, level: int) -> None:
    """Fill `area` with the level's colour and pattern, without a digit."""
    tokens = theme.tokens
    colours = tokens.levels[level]
    painter.fillPath(area, QColor(colours.fill))
    ink = QColor(colours.ink)
    if level in _STRENGTH:
        ink.setAlpha(255 if tokens.contrast else _STRENGTH[level] + (_STRENGTH_DARK if tokens.dark else 0))
    if level == _DOTTED:
        draw_dots(painter, area, ink, _DOTS)
    elif level in _HATCHED:
        stroke = pen(colours.ink)
        stroke.setColor(ink)
        draw_hatch(painter, area, stroke, _HATCHED[level], crossed=level == _CROSSED)


def draw_level(painter: QPainter, theme: Theme, rect: QRectF, mark: LevelMark) -> None:
    """Draw a level cell that fills `rect`; nothing where there is no system."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.similar:
        outline_round(painter, rect, theme.metrics.radius_chip, pen(theme.tokens.ctl, dashes=_DASHES))
        draw_text(painter, theme, rect, "?", TextStyle.STRONG, theme.tokens.text2, CENTRE)
    elif mark.level is not None:
        _draw_known(painter, theme, rect, mark.level)
        if mark.ends_soon:
            draw_flap(painter, theme, rect)
    painter.restore()


def _draw_known(painter: QPainter, theme: Theme, rect: QRectF, level: int) -> None:
    tokens = theme.tokens
    radius = theme.metrics.radius_chip
    draw_level_ground(painter, theme, round_path(rect, radius), level)
    if level == 0 or tokens.contrast:
        outline_round(painter, rect, radius, pen(tokens.line2))
    if level in _STRENGTH:  # a plain patch, so that the pattern never touches the digit
        patch = QRectF(0, 0, theme.metrics.px(_PATCH), rect.height() - 2)
        patch.moveCenter(rect.center())
        fill_round(painter, patch, radius * 2, tokens.levels[level].fill)
    draw_text(painter, theme, rect, str(level), TextStyle.STRONG, tokens.levels[level].ink, CENTRE)


def draw_flap(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Draw the corner that tells of an agreement on its way out."""
    edge = theme.metrics.px(_FLAP)
    corner = theme.metrics.radius_chip - 1
    flap = QPainterPath(QPointF(rect.right() - edge - 1, rect.top()))
    flap.lineTo(rect.right() - corner, rect.top())
    flap.quadTo(rect.right(), rect.top(), rect.right(), rect.top() + corner)
    flap.lineTo(rect.right(), rect.top() + edge + 1)
    flap.closeSubpath()
    painter.fillPath(flap, QColor(theme.tokens.flap))
    painter.setPen(pen(theme.tokens.surface, 1.2))
    painter.drawLine(
        QPointF(rect.right() - edge - 1.5, rect.top()),
        QPointF(rect.right(), rect.top() + edge + 1.5),
    )


class LevelBadge(QLabel):
    """A level cell with its word beside it: “4 Gemensam drift”."""

    def __init__(self, look: Look, mark: LevelMark, word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mark = mark
        self._word = word
        make_plain(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(f"{mark.in_words()} {word}".strip())
        self.setToolTip(mark.in_words())
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Follow the word and the text size."""
        theme = self._look.theme
        size = level_size(theme)
        if not self._word:
            return size
        return size + QSize(theme.metrics.gap + line_width(theme, self._word, TextStyle.SECOND), 0)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        with QPainter(self) as painter:
            cell = QRectF(0, 0, level_size(theme).width(), self.height())
            draw_level(painter, theme, cell, self._mark)
            word = QRectF(self.rect()).adjusted(cell.width() + theme.metrics.gap, 0, 0, 0)
            draw_text(painter, theme, word, self._word, TextStyle.SECOND, theme.tokens.text2)
