"""The handlingar that the document window's paper has become: its versions, shown again as they lie in the store."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import UNSIGNED, StoredFile, file_of, paper_of, papers_about
from itadmin.ui.papers.desk import PaperDesk
from itadmin.ui.papers.part import PapersPart
from itadmin.ui.session import Session


class PaperLoop(QObject):
    """Follows the handlingar of one kind and record. `wanted` gives a handling and its stored file to be shown.

    `said` gives sentences to show.
    """

    wanted = Signal(object, object)
    said = Signal(str)

    def __init__(
        self, session: Session, register: str, record_id: UUID | None, document_type: str, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._about = (register if record_id else "", record_id, document_type)
        self.desk = PaperDesk(session, window, self.said.emit)
        self.part = PapersPart(session.look, self.desk, self.show_again)
        self.part.hide()
        self._papers: list[IssuedPaper] = []

    @property
    def newest(self) -> IssuedPaper | None:
        """The newest handling that has not been withdrawn."""
        return next((paper for paper in self._papers if paper.status != "makulerat"), None)

    @property
    def unsigned(self) -> IssuedPaper | None:
        """The handling that may still come back signed."""
        return next((paper for paper in self._papers if paper.status in UNSIGNED), None)

    def has(self, paper: IssuedPaper) -> bool:
        """Whether a handling still is one of them."""
        return any(each.id == paper.id for each in self._papers)

    def refresh(self) -> None:
        """Read them anew."""
        reading = self._session.reading()
        self._papers = papers_about(reading, *self._about)
        self.part.show_papers(self._papers, reading.words, writable=self._session.workspace.writable)

    def show_again(self, paper: IssuedPaper) -> None:
        """Ask for a handling to be shown as it was made; whether it still is what it was is seen on the way."""
        try:
            stored: StoredFile = file_of(self._session.workspace.attachments, paper)
        except KnownError as error:
            self.said.emit(error.sentence)
            return
        self.wanted.emit(paper, stored)

    def show_issued(self, paper_id: UUID) -> None:
        """Show a handling that has just been made."""
        self.show_again(paper_of(self._session.reading(), paper_id))
