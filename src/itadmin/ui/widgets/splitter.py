"""Panes beside each other with one hairline between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from itadmin.ui.look.look import Look


class Splitter(QSplitter):
    """A splitter whose handle is a hairline; Qt itself lets a handle this thin be grabbed from beside it."""

    def __init__(
        self, look: Look, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(look.metrics.hairline)
        self.setChildrenCollapsible(False)
