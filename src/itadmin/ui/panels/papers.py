"""Handlingar on record pages: those that are about a record, and on a handling's own page its file and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from itadmin.domain.changes import Plain
from itadmin.domain.record import plain_value
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.papers import IssuedPaper
from itadmin.services.papers import KINDS, UNSIGNED, Scan, about_of, paper_of, papers_about, signed_file_of, verify
from itadmin.services.reading import Read
from itadmin.services.signatures import SignatureSeen, signatures_of
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.background import known
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.papers.desk import PaperDesk
from itadmin.ui.papers.links import PaperLinks
from itadmin.ui.papers.part import PapersPart
from itadmin.ui.register.special import Head, Panel, Parts, Special
from itadmin.ui.session import Session
from itadmin.ui.signing.view import SignaturesView
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import Label

REGISTER = "papers"


class PapersPanel(Panel):
    """The handlingar of one record. A file that is dropped on the page while one is out may be it, back signed."""

    section = "handlingar"
    title = "Handlingar"

    def __init__(self, register: str, session: Session) -> None:
        super().__init__()
        self._register = register
        self._session = session
        self._record_id: UUID | None = None
        self._unsigned: list[IssuedPaper] = []
        self.desk = PaperDesk(session, self)
        self._part: PapersPart | None = None
        self._column = QVBoxLayout(self)
        metrics = session.look.metrics
        self._column.setContentsMargins(metrics.gap - metrics.link_pad, 0, metrics.gap, 0)

    @property
    def part(self) -> PapersPart:
        """The handlingar themselves; made when there are any, as most records have none."""
        if self._part is None:
            self._part = PapersPart(self._session.look, self.desk, self._follow, titles=True)
            self._column.addWidget(self._part)
        return self._part

    def show_read(self, read: Read) -> None:
        """Show the handlingar of a record; the panel is away when there are none."""
        self._record_id = read.record.id
        papers = papers_about(self._session.reading(), self._register, read.record.id)
        writable = self._session.workspace.writable
        self._unsigned = [paper for paper in papers if paper.status in UNSIGNED and writable]
        if papers or self._part is not None:
            self.part.show_papers(papers, read.words, writable=writable)
        self.shown_changed.emit(bool(papers))

    def takes_files(self) -> bool:
        """Whether a handling is out, so that a file may be that one."""
        return bool(self._unsigned)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Ask about one file that may be a signed copy; others are only attached, where the record holds files."""
        holds_files = ATTACHMENTS in REGISTERS[self._register].fields
        is_maybe_signed = len(paths) == 1 and paths[0].suffix.lower() in KINDS
        if is_maybe_signed or not holds_files:
            likely = self._unsigned[0] if len(self._unsigned) == 1 else None
            self.desk.register_returned(likely, paths[0], self._attach_scan if holds_files else None)
        else:
            self._attach(paths)

    def _follow(self, paper: IssuedPaper) -> None:
        self._session.guide.open_record(REGISTER, paper.id)

    def _attach(self, paths: Sequence[Path]) -> None:
        add = self._session.workspace.attachments.add
        self._session.guide.attempt(lambda: self._save_attached([add(path) for path in paths]))

    def _attach_scan(self, scan: Scan) -> None:
        keep = self._session.workspace.attachments.keep
        self._session.guide.attempt(lambda: self._save_attached([keep(scan.name, scan.content)]))

    def _save_attached(self, added: Sequence[Plain]) -> None:
        if self._record_id is None:
            return
        record: Any = self._session.reading().one(self._register, self._record_id).record
        rows = plain_value(REGISTERS[self._register].fields[ATTACHMENTS], getattr(record, ATTACHMENTS))
        self._session.workspace.records.save(self._register, self._record_id, {ATTACHMENTS: [*rows, *added]})
        told = "1 fil bifogad." if len(added) == 1 else f"{len(added)} filer bifogade."
        self._session.guide.say(told, undoable=True)


class PaperPanel(Panel):
    """What a handling is about, what can be done with it, and whether its files are what they were."""

    section = "oversikt"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._paper: IssuedPaper | None = None
        self.desk = PaperDesk(session, self)
        self.links = PaperLinks(session.look, self.desk)
        self.about = LinkButton(session.look, "")
        self.about.clicked.connect(self._open_about)
        self.verdict = Label(session.look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.verdict.setContentsMargins(session.look.metrics.link_pad, 0, 0, 0)
        self.signatures = SignaturesView(session.look)
        self.signatures.setContentsMargins(session.look.metrics.link_pad, session.look.metrics.gap, 0, 0)
        column = QVBoxLayout(self)
        metrics = session.look.metrics
        column.setContentsMargins(metrics.gap - metrics.link_pad, 0, metrics.gap, metrics.gap)
        column.setSpacing(metrics.tight)
        for part in (self.about, self.verdict, self.links, self.signatures):
            column.addWidget(part)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._check)

    def show_read(self, read: Read) -> None:
        """Show what there is to do; the files are looked at when the page has been shown."""
        paper = paper_of(self._session.reading(), read.record.id)
        self._paper = paper
        self.links.show_paper(paper, writable=self._session.may_change(read))
        label = self._label_of(paper)
        self.about.set_words(f"Gäller {label}")
        self.about.setVisible(bool(label))
        self.verdict.hide()
        self.signatures.show_signatures(())
        self._later.start()

    def _label_of(self, paper: IssuedPaper) -> str:
        record_id = about_of(paper)
        known = record_id is not None and paper.about_register in REGISTERS
        return self._session.reading().label(paper.about_register, record_id) if known and record_id else ""

    def _open_about(self) -> None:
        record_id = about_of(self._paper) if self._paper else None
        if self._paper is not None and record_id is not None:
            self._session.guide.open_record(self._paper.about_register, record_id)

    def _check(self) -> None:
        """Say whether the files are what they were; nothing of a handling that never had any."""
        if self._paper is None or not (self._paper.digest or self._paper.signed_digest):
            return
        verdicts = verify(self._session.workspace.attachments, self._paper)
        is_whole = all(told.is_whole for told in verdicts)
        self.verdict.setText("\n".join(f"{told.sentence}\n{told.digest}" for told in verdicts))
        self.verdict.set_ink(Ink.TEXT2 if is_whole else Ink.RED)
        self.verdict.show()
        if is_whole and self._paper.signed_digest:
            self._read_signatures(self._paper)

    def _read_signatures(self, paper: IssuedPaper) -> None:
        """Tell of the electronic signatures of the signed copy, which are read beside the window."""
        attachments = self._session.workspace.attachments

        def work() -> tuple[SignatureSeen, ...]:
            content = signed_file_of(attachments, paper).content
            return signatures_of(content) if content.startswith(b"%PDF-") else ()

        def show(signatures: tuple[SignatureSeen, ...]) -> None:
            if self._paper == paper:
                self.signatures.show_signatures(signatures)

        self._session.background.run("Underskrifterna läses", work, show, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._session.guide.say(known(error).sentence)


SPECIAL = Special(
    head=Head(chips=("status",), tells=("title", "made_on")),
    parts=Parts(
        panels=(PaperPanel, partial(AttachmentsPanel, REGISTER, "filer")),
        left_out=(ATTACHMENTS, "about_register", "about", "paper_type", "digest", "signed_digest"),
    ),
)
