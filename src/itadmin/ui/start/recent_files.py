"""The files opened lately, each a link with the folder it lies in beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label

_MOST = 4


class RecentFiles(QWidget):
    """A short list of files; hidden when there are none. `chosen` gives the one that was followed."""

    chosen = Signal(Path)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(look, "Senast öppnade", TextStyle.SIDE_HEADING))
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def set_files(self, files: list[Path]) -> None:
        """Show other files, the newest first."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(path) for path in files[:_MOST]]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))

    def _row(self, path: Path) -> QWidget:
        link = LinkButton(self._look, path.stem)
        link.setAccessibleName(f"Öppna {path.stem} i {path.parent}")
        link.clicked.connect(lambda: self.chosen.emit(path))
        folder = ElidedLabel(self._look, QDir.toNativeSeparators(str(path.parent)), TextStyle.SECOND, Ink.TEXT3)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.metrics.gap)
        row.addWidget(link)
        row.addWidget(folder, 1)
        return holder

    def _dress(self) -> None:
        self._column.setSpacing(self._look.metrics.tight)
