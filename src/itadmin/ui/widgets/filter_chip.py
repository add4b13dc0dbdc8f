"""A condition as a chip: quiet words, the part that stands out in bold, and a cross that removes it.

Press or Enter opens it, the cross or Delete removes it. What it is a condition of is the caller's affair.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import draw_focus, draw_text, line_width, outline_round, pen
from itadmin.ui.widgets.tooltips import as_tooltip

_CROSS = 8
_STROKE = 1.3
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FilterChip(QAbstractButton):
    """`clicked` asks to change the condition, `removed` to take it away, `moved` to go to the chip before or after."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self, look: Look, lead: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lead = lead
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        words = f"{lead} {value}".strip()
        self.setAccessibleName(f"Villkor: {words}")
        self.setAccessibleDescription("Enter ändrar, Delete tar bort")
        self.setToolTip(as_tooltip(words))
        look.changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """The condition as it reads."""
        return f"{self._lead} {self._value}".strip()

    def sizeHint(self) -> QSize:
        """Be as wide as the words and the cross."""
        theme = self._look.theme
        metrics = theme.metrics
        lead = line_width(theme, self._lead, TextStyle.SECOND) + metrics.tight if self._lead else 0
        value = line_width(theme, self._value, TextStyle.SECOND_STRONG)
        return QSize(lead + value + metrics.gap + self._cross_width() + 2, metrics.filter_chip)

    def minimumSizeHint(self) -> QSize:
        """Give way down to the cross and a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.metrics.px(80)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        theme = self._look.theme
        tokens, metrics = theme.tokens, theme.metrics
        rect = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill = tokens.hover if self.underMouse() else tokens.surface
            outline_round(painter, rect, metrics.radius_field, pen(tokens.ctl), fill)
            right = rect.right() - self._cross_width()
            room = QRectF(rect.left() + metrics.gap, rect.top(), right - rect.left() - metrics.gap, rect.height())
            if self._lead:
                draw_text(painter, theme, room, self._lead, TextStyle.SECOND, tokens.text2)
                room.setLeft(room.left() + line_width(theme, self._lead, TextStyle.SECOND) + metrics.tight)
            if room.width() > 0:
                draw_text(painter, theme, room, self._value, TextStyle.SECOND_STRONG, tokens.text)
            self._draw_cross(painter)
            if self.hasFocus():
                draw_focus(painter, theme, rect, metrics.radius_field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space change, Delete removes, arrows go to the neighbours."""
        if event.key() in _REMOVING:
            self.removed.emit()
        elif event.key() in _OPENING:
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove where the cross was pressed."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.position().x() >= self.width() - self._cross_width():
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def _cross_width(self) -> int:
        metrics = self._look.metrics
        return metrics.icon(_CROSS) + 2 * metrics.gap

    def _draw_cross(self, painter: QPainter) -> None:
        theme = self._look.theme
        half = theme.metrics.icon(_CROSS) / 2
        middle = QPointF(self.width() - self._cross_width() / 2, self.height() / 2)
        painter.setPen(pen(theme.tokens.text2, _STROKE))
        for slope in (-1, 1):
            painter.drawLine(middle + QPointF(-half, -half * slope), middle + QPointF(half, half * slope))
