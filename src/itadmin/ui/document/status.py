"""The line at the bottom of the document window: what was done last and where its file lies, page and zoom."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.ui import texts_document as texts
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.widgets.buttons import IconButton, LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label


class PaperStatus(QWidget):
    """The status line. `open_wanted` and `folder_wanted` give the file that was saved last.

    `undo_wanted` when *Ångra* is followed, which stands after what can be undone.
    """

    open_wanted = Signal(Path)
    folder_wanted = Signal(Path)
    undo_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.said = ElidedLabel(look, style=TextStyle.SECOND)
        self.undo = LinkButton(look, "Ångra", TextStyle.SECOND)
        self.open = LinkButton(look, "Öppna", TextStyle.SECOND)
        self.folder = LinkButton(look, "Öppna mappen", TextStyle.SECOND)
        self.fresh = Label(look, "", TextStyle.SECOND, Ink.TEXT2)
        self.page = Label(look, "", TextStyle.SECOND, Ink.TEXT2)
        self.zoom_out = IconButton(look, "zoom_out", "Förminska", QKeySequence("Ctrl+-"), nominal=16)
        self.zoom = Label(look, "", TextStyle.SECOND, Ink.TEXT2)
        self.zoom_in = IconButton(look, "zoom_in", "Förstora", QKeySequence("Ctrl++"), nominal=16)
        self.fit = IconButton(look, "zoom_fit", "Hela bredden", QKeySequence("Ctrl+0"), nominal=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        row.addWidget(self.said)
        row.addWidget(self.undo)
        row.addWidget(self.open)
        row.addWidget(self.folder)
        row.addStretch(1)
        row.addWidget(self.fresh)
        row.addSpacing(look.metrics.gap)
        row.addWidget(self.page)
        row.addSpacing(look.metrics.gap)
        for part in (self.zoom_out, self.zoom, self.zoom_in, self.fit):
            row.addWidget(part)
        self.open.clicked.connect(lambda: self.open_wanted.emit(self._path))
        self.folder.clicked.connect(lambda: self.folder_wanted.emit(self._path))
        self.undo.clicked.connect(self.undo_wanted)
        self.say("")
        self.set_working(working=True)

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Say what has just happened, and offer to undo it where it can be."""
        self.said.setText(sentence)
        self.undo.setVisible(undoable)
        self.open.hide()
        self.folder.hide()

    def show_saved(self, path: Path, sentence: str = "") -> None:
        """Say that a file was saved, and offer to open it and its folder; `sentence` says it in other words."""
        self.say(sentence or texts.saved_as(path.name))
        self._path = path
        self.open.show()
        self.folder.show()

    def set_working(self, *, working: bool) -> None:
        """Say whether the pages show the register as it is now."""
        self.fresh.setText("Sidorna ritas …" if working else "Sidorna visar uppgifterna som de är nu")

    def set_stored(self) -> None:
        """Say that the pages show a handling as it lies in the store."""
        self.fresh.setText("Sidorna visar handlingen som den är lagrad")

    def set_page(self, page: int, pages: int) -> None:
        """Say which page is being read."""
        self.page.setText(texts.page_of(page, pages))

    def set_zoom(self, zoom: float) -> None:
        """Say how large the pages are."""
        self.zoom.setText(texts.percent(zoom))
