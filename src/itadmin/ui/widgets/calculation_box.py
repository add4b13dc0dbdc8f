"""The box that explains a calculation: one or two sentences with the decisive values in bold.

It can be reached with the keyboard and copied; nothing in it can be written.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.marks import SignMark
from itadmin.ui.widgets.painting import draw_focus, outline_round, pen
from itadmin.ui.widgets.prose import Prose, ProseLabel, plain_text
from itadmin.ui.widgets.signs import Sign


class CalculationBox(QWidget):
    """Shows how a value came about. Ctrl+C copies the sentences."""

    def __init__(self, look: Look, prose: Prose = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ProseLabel(look)
        row = QHBoxLayout(self)
        row.addWidget(SignMark(look, Sign.CALCULATOR, Ink.TEXT2), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._dress)
        self._dress()
        self.set_prose(prose)

    def set_prose(self, prose: Prose) -> None:
        """Explain something else."""
        self._words.set_prose(prose)
        self.setAccessibleName(plain_text(prose))

    def text(self) -> str:
        """Give the sentences."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the sentences on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sunken ground and the focus ring."""
        theme = self._look.theme
        radius = theme.metrics.radius_button
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            outline_round(painter, QRectF(self.rect()), radius, pen(theme.tokens.line), theme.tokens.sunken)
            if self.hasFocus():
                draw_focus(painter, theme, QRectF(self.rect()), radius)

    def _dress(self) -> None:
        metrics = self._look.metrics
        row = self.layout()
        if row is not None:
            row.setContentsMargins(metrics.section_gap, metrics.cell_left, metrics.section_gap, metrics.cell_left)
            row.setSpacing(metrics.block)
        self.update()
