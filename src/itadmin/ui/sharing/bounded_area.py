"""A part that is as high as it needs to be, up to a bound; what is more is scrolled, also by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property

_RING = 2


class BoundedArea(QScrollArea):
    """Shows a part that is as high as its width demands, and hides with it. `most`: pixels for text of 13 pixels."""

    def __init__(self, look: Look, part: QWidget, most: int, name: str) -> None:
        super().__init__()
        self._look = look
        self._part = part
        self._most = most
        self.setWidget(part)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        set_property(self, "ring", "true")
        for ground in (self, self.viewport()):
            set_property(ground, "ground", "surface")
        part.installEventFilter(self)
        self.setVisible(not part.isHidden())

    @property
    def is_scrolled(self) -> bool:
        """Whether there is more than the bound has room for."""
        return self._needed() > self._bound()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part: shown, hidden, or of another height."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._part.isHidden())
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the width demands."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(min(self._needed(), self._bound()))
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.is_scrolled else policy.NoFocus)

    def _needed(self) -> int:
        return max(self._part.heightForWidth(self.viewport().width()), self._part.minimumHeight()) + 2 * _RING

    def _bound(self) -> int:
        return self._look.metrics.px(self._most)
