"""A dialog whose parts may be more than the screen has room for: as high as they want, and scrolled beyond that."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property

_LEAST_HEIGHT = 120


class ScrolledSheet(SheetDialog):
    """Put parts in `column`, and call `fit_soon` when they tell something else."""

    def __init__(self, look: Look, title: str, width: int, parent: QWidget | None) -> None:
        """`width` is in pixels for text of 13 pixels."""
        super().__init__(look, title, (width, 0), parent)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.metrics.block)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit_height)
        self.area = QScrollArea()
        self.area.setWidget(self._inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self._inside, self.area.viewport()):
            set_property(part, "ground", "surface")
        self.body.addWidget(self.area, 1)
        look.changed.connect(self._later.start)

    def fit_soon(self) -> None:
        """Fit when what is told has been laid out."""
        self._later.start()

    def fit_height(self) -> None:
        """Be as high as the parts want, as far as the screen allows."""
        if not self.isVisible():
            return
        column, width = self.column, self.area.viewport().width()
        follows_width = column.hasHeightForWidth()  # as it does when some of its words may be wrapped
        wanted = column.totalHeightForWidth(width) if follows_width else column.totalSizeHint().height()
        others = self.rows.totalMinimumSize().height() - self.area.minimumHeight()
        height = min(wanted, max(self._most_height() - others, self.look.metrics.px(_LEAST_HEIGHT)))
        self._inside.setMinimumHeight(wanted)
        self.area.setFixedHeight(height)
        self.resize(self.width(), others + height)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit again when everything has been laid out."""
        super().showEvent(event)
        self._later.start()
