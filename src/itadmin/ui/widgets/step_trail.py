"""Where one is in a task of several steps: a numbered ring for each, ticked when it is done, filled where one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_text, line_width, pen

_RING = 22
_TICK = 16


class StepTrail(QWidget):
    """Shows the steps in their order. Chooses nothing; the buttons of the task do."""

    def __init__(self, look: Look, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Stand on a step, counted from 0."""
        self._current = step
        self.setAccessibleName(f"Steg {step + 1} av {len(self._steps)}: {self._steps[step]}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Want room for all steps on one line."""
        metrics = self._look.metrics
        gaps = metrics.section_gap * (len(self._steps) - 1)
        return QSize(sum(map(self._width, range(len(self._steps)))) + gaps, metrics.px(_RING) + metrics.tight)

    def minimumSizeHint(self) -> QSize:
        """Let names go when there is no room for them."""
        metrics = self._look.metrics
        return QSize(metrics.px(_RING) * len(self._steps), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now; without names where they have no room."""
        metrics = self._look.metrics
        whole = self.width() >= self.sizeHint().width()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = 0.0
            for number in range(len(self._steps)):
                ring = QRectF(left + 1, (self.height() - metrics.px(_RING)) / 2, metrics.px(_RING), metrics.px(_RING))
                self._draw_ring(painter, ring, number)
                if whole:
                    self._draw_name(painter, QRectF(ring.right() + metrics.gap, 0, self.width(), self.height()), number)
                left += (self._width(number) if whole else metrics.px(_RING)) + metrics.section_gap

    def _width(self, number: int) -> int:
        theme = self._look.theme
        style = TextStyle.NAME if number == self._current else TextStyle.TEXT
        return theme.metrics.px(_RING) + theme.metrics.gap + line_width(theme, self._steps[number], style) + 2

    def _draw_ring(self, painter: QPainter, ring: QRectF, number: int) -> None:
        theme = self._look.theme
        tokens = theme.tokens
        here = number == self._current
        ink = tokens.accent if number <= self._current else tokens.text3
        painter.setPen(pen(ink, theme.metrics.hairline))
        painter.setBrush(tokens.accent if here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if number < self._current:
            theme.icons.draw(painter, "checkmark", _TICK, ring, tokens.accent)
            return
        painter.setPen(tokens.on_accent if here else ink)
        painter.setFont(theme.fonts.font(TextStyle.CHIP))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _draw_name(self, painter: QPainter, place: QRectF, number: int) -> None:
        theme = self._look.theme
        here = number == self._current
        ink = theme.tokens.text if here else theme.tokens.text2
        draw_text(painter, theme, place, self._steps[number], TextStyle.NAME if here else TextStyle.TEXT, ink)
