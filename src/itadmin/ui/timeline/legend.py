"""What the forms of a picture of time mean, wrapped to the room there is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadmin.domain.calculations.time_chart import TimeChart
from itadmin.ui.look.look import Look
from itadmin.ui.timeline.painting import draw_legend, legend_places


class Legend(QWidget):
    """The legend of one picture."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chart: TimeChart | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_chart(self, chart: TimeChart) -> None:
        """Explain another picture."""
        self._chart = chart
        self.setAccessibleName("Teckenförklaring: " + ", ".join(words for _part, words in chart.legend))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Be as high as the lines are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines at a width."""
        if self._chart is None:
            return 0
        places = legend_places(self._look.theme, self._chart, width)
        return round(max((place.bottom() for place in places), default=0.0))

    def sizeHint(self) -> QSize:
        """Want the height of the lines."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint with the look of now."""
        if self._chart is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_legend(painter, self._look.theme, self._chart, self.width())
