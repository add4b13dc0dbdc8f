"""A bar that fills as a row of things is done. It says how far in words too; the words stand beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.widgets.painting import fill_round, outline_round, pen

_WIDTH, _HEIGHT = 160, 8


class ProgressBar(QWidget):
    """How many of how many are done."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._done = 0
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_progress(self, done: int, total: int, words: str) -> None:
        """Show that `done` of `total` are done; `words` say so to who cannot see it."""
        self._done, self._total = done, total
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as a few words and low."""
        return QSize(self._look.metrics.px(_WIDTH), self._look.metrics.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground with its edge, and on it what is done."""
        theme = self._look.theme
        area = QRectF(self.rect())
        radius = area.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            outline_round(painter, area, radius, pen(theme.tokens.ctl), theme.tokens.surface)
            if self._done and self._total:
                width = max(area.width() * self._done / self._total, area.height())
                fill_round(painter, QRectF(0, 0, width, area.height()), radius, theme.tokens.accent)
