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
    """Follows the handlingar of one kind and record, and keeps the one that is shown as it is stored, if any.

    `turned` when that is another one, or none; `said` gives sentences to show.
    """

    turned = Signal()
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
        self.shown: IssuedPaper | None = None
        self.stored: StoredFile | None = None

    @property
    def newest(self) -> IssuedPaper | None:
        """The newest handling that has not been withdrawn."""
        return next((paper for paper in self._papers if paper.status != "makulerat"), None)

    @property
    def unsigned(self) -> IssuedPaper | None:
        """The handling that may still come back signed."""
        return next((paper for paper in self._papers if paper.status in UNSIGNED), None)

    def may_issue(self) -> bool:
        """Whether the record that the paper is about is one's own to make a handling of."""
        register, record_id, _kind = self._about
        return record_id is not None and self._session.may_change(self._session.reading().one(register, record_id))

    def refresh(self) -> None:
        """Read them anew; what is shown is let go of when it is no longer one of them."""
        reading = self._session.reading()
        self._papers = papers_about(reading, *self._about)
        self.part.show_papers(self._papers, reading.words, writable=self._session.workspace.writable)
        if self.shown is not None and self.shown.id not in {paper.id for paper in self._papers}:
            self.shown = self.stored = None

    def show_again(self, paper: IssuedPaper) -> None:
        """Show a handling as it was made; whether it still is what it was is seen on the way."""
        if self._take(paper):
            self.turned.emit()

    def begin_with_newest(self) -> None:
        """Let the newest handling, if any, be what is shown first."""
        if self.newest is not None:
            self._take(self.newest)

    def show_present(self) -> None:
        """Show no handling, but the paper as it is now."""
        self.shown = self.stored = None
        self.turned.emit()

    def show_issued(self, paper_id: UUID) -> None:
        """Show a handling that has just been made."""
        self.show_again(paper_of(self._session.reading(), paper_id))

    def _take(self, paper: IssuedPaper) -> bool:
        try:
            stored = file_of(self._session.workspace.attachments, paper)
        except KnownError as error:
            self.said.emit(error.sentence)
            return False
        self.shown, self.stored = paper, stored
        return True
