"""One of a few ways to go, as a row that is chosen: a dot, what it is, and a line that explains it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_focus, draw_text, outline_round, pen
from itadmin.ui.widgets.signs import sign_size

_ICON = 20
_DOT = 0.3
_LEAST_WIDTH = 240


class ChoiceRow(QRadioButton):
    """A choice among those beside it. The words that explain it are its accessible description."""

    def __init__(self, look: Look, text: str, told: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._told = told
        self._icon_name = icon
        self.setAccessibleDescription(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be as high as two lines with air around them."""
        metrics = self._look.metrics
        return QSize(metrics.px(_LEAST_WIDTH), metrics.line + metrics.second_line + 2 * metrics.gap)

    def minimumSizeHint(self) -> QSize:
        """Never be lower than that."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Be chosen by a press anywhere."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        whole = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chosen = self.isChecked()
            fill = tokens.sel if chosen else tokens.hover if self.underMouse() else tokens.surface
            edge = pen(tokens.accent if chosen else tokens.line2, metrics.hairline)
            outline_round(painter, whole, metrics.radius_button, edge, fill)
            if self.hasFocus():
                draw_focus(painter, theme, whole, metrics.radius_button)
            self._draw_dot(painter, QRectF(metrics.block, 0, sign_size(theme), whole.height()))
            left = 2.0 * metrics.block + sign_size(theme)
            right = whole.width() - 2 * metrics.block - metrics.icon(_ICON)
            first = QRectF(left, metrics.gap, right - left, metrics.line)
            draw_text(painter, theme, first, self.text(), TextStyle.NAME, tokens.text)
            second = QRectF(left, first.bottom(), right - left, metrics.second_line)
            draw_text(painter, theme, second, self._told, TextStyle.SECOND, tokens.text2)
            icon = QRectF(right + metrics.block, 0, metrics.icon(_ICON), whole.height())
            theme.icons.draw(painter, self._icon_name, _ICON, icon, tokens.accent if chosen else tokens.text2)

    def _draw_dot(self, painter: QPainter, place: QRectF) -> None:
        tokens = self._look.tokens
        edge = place.width()
        ring = QRectF(place.left(), place.center().y() - edge / 2, edge, edge)
        width = edge * _DOT if self.isChecked() else self._look.metrics.hairline
        ink = tokens.accent if self.isChecked() else tokens.ctl
        outline_round(painter, ring, edge / 2, pen(ink, width), tokens.surface)
