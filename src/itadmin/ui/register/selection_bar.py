"""What can be done with several records at once, while more than one is chosen. Stands where the search stood.

So the rows stay under the pointer. What has no room lies in a menu at the end: last what the keyboard does as well.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.style import set_property
from itadmin.ui.widgets.buttons import IconButton, LinkButton
from itadmin.ui.widgets.labels import Label

LEAST = 2
"""So many records must be chosen for the bar to be shown."""

_PAPERS = "Skapa handlingar…"
_WRITING = ("Ändra flera…", "Lägg i papperskorgen")


class SelectionBar(QWidget):
    """The number of chosen records, and links. Says what is wanted."""

    change_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal()
    papers_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._own = True
        set_property(self, "ground", "sunken")
        self.setAccessibleName("Markerade poster")
        self._number = Label(look, style=TextStyle.SECOND_STRONG)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._number)
        self.links: dict[str, LinkButton] = {}
        for words, wanted in (
            (_WRITING[0], self.change_wanted),
            (_PAPERS, self.papers_wanted),
            ("Kopiera", self.copy_wanted),
            ("Exportera…", self.export_wanted),
            (_WRITING[1], self.delete_wanted),
        ):
            link = LinkButton(look, words, TextStyle.SECOND)
            link.clicked.connect(wanted)
            self._row.addWidget(link)
            self.links[words] = link
        self.more = IconButton(look, "more_horizontal", "Mer att göra med de markerade")
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.more.setMenu(self._menu)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def set_read_only(self) -> None:
        """Leave out what would change the records."""
        self._leave_out(*_WRITING)

    def set_without_papers(self) -> None:
        """Leave out papers: none are made of records such as these."""
        self._leave_out(_PAPERS)

    def _leave_out(self, *left_out: str) -> None:
        for words in left_out:
            self.links.pop(words).hide()

    def show_number(self, number: int, *, own: bool = True) -> None:
        """Say how many are chosen; those that are not one's own are not offered to be changed."""
        self._own = own
        self._number.setText(f"{number} markerade")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the links that there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show so many links as fit; the rest are in the menu."""
        gap = self._row.spacing()
        edges = self._row.contentsMargins()
        room = self.width() - edges.left() - edges.right() - self._number.sizeHint().width()
        offered = {words: link for words, link in self.links.items() if self._own or words not in _WRITING}
        for words in self.links.keys() - offered.keys():
            self.links[words].hide()
        widths = [link.sizeHint().width() + gap for link in offered.values()]
        if sum(widths) > room:
            room -= self.more.sizeHint().width() + gap
        used = 0
        self._menu.clear()
        for link, width in zip(offered.values(), widths, strict=True):
            used += width
            link.setVisible(used <= room)
            if used > room:
                self._menu.addAction(link.accessibleName(), link.click)
        self.more.setVisible(not self._menu.isEmpty())

    def _dress(self) -> None:
        metrics = self._look.metrics
        self._row.setContentsMargins(metrics.gap, 0, metrics.tight, 0)
        self._row.setSpacing(metrics.tight)
        self._fit()
