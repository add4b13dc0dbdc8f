"""What can be done with one handling, as links: what fits how it stands, and its stored file whatever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import UNSIGNED
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.papers.desk import PaperDesk
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.flow_layout import FlowLayout

Deed = Callable[[IssuedPaper], object]


class PaperLinks(QWidget):
    """The links of the handling that was shown last."""

    def __init__(self, look: Look, desk: PaperDesk) -> None:
        super().__init__()
        self._look = look
        self._desk = desk
        self._flow = FlowLayout(look.metrics.gap, self)
        self._links: list[LinkButton] = []

    def show_paper(self, paper: IssuedPaper | None, *, writable: bool) -> None:
        """Offer what can be done; what changes the register only where that may be `writable`."""
        for link in self._links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = []
        if paper is not None:
            for word, deed in self._deeds(paper, writable=writable):
                self._add(word, deed, paper)
        self.setVisible(bool(self._links))

    def link(self, word: str) -> LinkButton:
        """The link of a word."""
        return next(link for link in self._links if link.text() == word)

    @property
    def words(self) -> list[str]:
        """What is offered."""
        return [link.text() for link in self._links]

    def _deeds(self, paper: IssuedPaper, *, writable: bool) -> Iterator[tuple[str, Deed]]:
        is_out = writable and (paper.status in UNSIGNED or not paper.status)
        if is_out:
            yield "Skicka…", self._desk.send
            yield "Registrera påskrivet…", self._desk.register_returned
        if paper.digest:
            yield "Öppna i PDF-läsaren", self._desk.open
        if paper.digest and is_out:
            yield "Skriv under med certifikatfil…", self._desk.sign
        if paper.signed_digest:
            yield "Öppna det påskrivna…", self._desk.open_signed
        if paper.digest and not is_out:
            yield "Skicka med e-post", lambda each: self._desk.write_letter(each, each.sent_to)
        if paper.digest:
            yield "Spara en kopia…", self._desk.save
            yield "Kontrollera", self._desk.check
        if is_out:
            yield "Makulera", self._desk.withdraw

    def _add(self, word: str, deed: Deed, paper: IssuedPaper) -> None:
        link = LinkButton(self._look, word, TextStyle.SECOND)
        link.setAccessibleName(f"{word.rstrip('…')}: handling {paper.number}")
        link.clicked.connect(lambda _checked=False: deed(paper))
        self._flow.addWidget(link)
        self._links.append(link)
        link.show()
