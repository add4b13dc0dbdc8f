"""The line at the bottom of a window that shows a picture or pages: what was done last, and how large they are."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.ui import texts_document as texts
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import IconButton
from itadmin.ui.widgets.labels import ElidedLabel, Label


class ZoomStatus(QWidget):
    """The line: a sentence at the left, the zoom and its buttons at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self.zoom_out = IconButton(look, "zoom_out", "Förminska", QKeySequence("Ctrl+-"), nominal=16)
        self.zoom = Label(look, "", TextStyle.SECOND, Ink.TEXT2)
        self.zoom_in = IconButton(look, "zoom_in", "Förstora", QKeySequence("Ctrl++"), nominal=16)
        self.fit = IconButton(look, "zoom_fit", "Anpassa", QKeySequence("Ctrl+0"), nominal=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        row.addWidget(self.said, 1)
        for part in (self.zoom_out, self.zoom, self.zoom_in, self.fit):
            row.addWidget(part)

    def set_zoom(self, zoom: float) -> None:
        """Say how large what is shown is."""
        self.zoom.setText(texts.percent(zoom))
