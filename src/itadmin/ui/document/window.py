"""The document window: what the paper needs at the left, the paper as it will print at the right, its file on top.

It follows the register: every change makes the paper anew. What is filled in here is saved at once, as anywhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent

from itadmin.documents.catalogue import TYPES
from itadmin.ui import texts_document as texts
from itadmin.ui.document.head import PaperHead
from itadmin.ui.document.loop import PaperLoop
from itadmin.ui.document.needs_panel import NeedsPanel
from itadmin.ui.document.output import PaperOutput
from itadmin.ui.document.preview import Preview, press
from itadmin.ui.document.shown_pages import ShownPages
from itadmin.ui.document.status import PaperStatus
from itadmin.ui.document.top_row import PaperTopRow
from itadmin.ui.help.side_help import SideHelp
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.papers.returned_dialog import dropped_file
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.undoing import Undoing
from itadmin.ui.widgets.page_view import PageView
from itadmin.ui.widgets.splitter import Splitter
from itadmin.ui.window_size import open_at_size

if TYPE_CHECKING:
    from itadmin.ui.document.press import Printed

_SIZE = (1280, 860)
_PANEL, _LEAST_PANEL = 410, 390
_HELP_PAGE = "driftavtal"


class DocumentWindow(SideWindow):
    """Shows one paper, of a record or (None) of the whole file. Escape closes it."""

    def __init__(self, session: Session, document_type: str, record_id: UUID | None) -> None:
        super().__init__(session, "backdrop")
        self._printed: Printed | None = None
        self._help = SideHelp(session.look, _HELP_PAGE)
        look = session.look
        self.top = PaperTopRow(look)
        self.head = PaperHead(look)
        self.needs = NeedsPanel(session)
        self.pages = PageView(look)
        self._shown = ShownPages(self.pages)
        self.status = PaperStatus(look)
        self.preview = Preview(session, document_type, record_id, self)
        self.output = PaperOutput(session, document_type, record_id, self)
        self.loop = PaperLoop(session, TYPES[document_type].register or "", record_id, document_type, self)
        self._splitter = Splitter(look)
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the paper when the window has its size."""
        super().showEvent(event)
        if self._printed is None:
            self.preview.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the small pages where there is little room."""
        super().resizeEvent(event)
        step = self._session.look.metrics.step(self.width())
        self.pages.thumbnails.setVisible(step is not WidthStep.NARROW)
        self.top.set_narrow(narrow=step is WidthStep.NARROW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and let go of the pages."""
        self.needs.leave()
        self.preview.stop()
        self.output.stop()
        self._shown.clear()
        self._help.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of the computer's: what has come back signed, where there is something to sign."""
        may_return = self._printed is not None and self._printed.to_sign and self._session.workspace.writable
        if may_return and dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask about the file."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self._take_back(path)

    def leave_edited(self) -> None:
        """Save what is being edited beside the paper."""
        self.needs.leave()

    def make(self) -> None:
        """Make the finished paper's file, or say what it lacks."""
        self.needs.leave()
        if self._printed is None:
            return
        if self._printed.locked and not self._may_store(self._printed):
            self._save_copy(self._printed)
            return
        if self._printed.draft:
            self.head.refuse(self._printed.missing)
            self.needs.go_to_first()
            return
        if self._session.workspace.writable:
            self.output.issue(self._printed.file_name)
        else:
            self.output.save(self._printed.file_name, draft=False)

    def save_draft(self) -> None:
        """Make the file of a draft, or a copy of what is decided."""
        self.needs.leave()
        if self._printed is not None and self._printed.locked:
            self._save_copy(self._printed)
        elif self._printed is not None:
            self.output.save(self._printed.file_name, draft=True)

    def print_out(self) -> None:
        """Print what is shown: a handling as it was made, or the paper as it stands."""
        self.needs.leave()
        if self.loop.stored is not None:
            self.output.print_stored(self.loop.stored)
        elif self._printed is not None and self._printed.locked:
            self.output.print_copy(self._printed.file_name, self._printed.content)
        elif self._printed is not None:
            self.output.print_out(self._printed.file_name, draft=self._printed.draft)

    def register_returned(self) -> None:
        """Ask about what has come back signed."""
        self._take_back(None)

    def show_help(self) -> None:
        """Open help about papers."""
        self._help.open()

    def _build(self) -> None:
        look = self._session.look
        self.top_items.addWidget(self.top)
        self.needs.add_above(self.head, self.loop.part)
        self.setAcceptDrops(True)
        self._splitter.addWidget(self.needs)
        self._splitter.addWidget(self.pages)
        self._splitter.setStretchFactor(1, 1)
        self.body_items.addWidget(self._splitter)
        self.status_items.addWidget(self.status)
        self.setWindowTitle("Dokument – itadmin")
        open_at_size(self, look, _SIZE)
        panel = look.metrics.px(_PANEL)
        self._splitter.setSizes([panel, self.width() - panel])
        self.needs.setMinimumWidth(look.metrics.px(_LEAST_PANEL))
        self.pages.setFocus()

    def _connect(self) -> None:
        self.keep_up(self._make_anew, at_once=True)
        self.preview.made.connect(self._show)
        self.preview.failed.connect(self._on_failed)
        self.output.saved.connect(self._on_saved)
        self.output.issued.connect(self._on_issued)
        self.output.said.connect(self.status.say)
        self.output.failed.connect(self._on_failed)
        self.head.draft_wanted.connect(self.save_draft)
        self.head.filling_wanted.connect(self.needs.go_to_first)
        self.head.present_wanted.connect(self.loop.show_present)
        self.loop.turned.connect(self._turn)
        self.loop.said.connect(self.status.say)
        self.top.returned.clicked.connect(self.register_returned)
        self.top.make.clicked.connect(self.make)
        self.top.draft.clicked.connect(self.save_draft)
        self.top.print_out.clicked.connect(self.print_out)
        self.pages.current_page_changed.connect(self._on_page)
        self.pages.zoom_changed.connect(self.status.set_zoom)
        self.status.zoom_in.clicked.connect(self.pages.zoom_in)
        self.status.zoom_out.clicked.connect(self.pages.zoom_out)
        self.status.fit.clicked.connect(self.pages.fit_width)
        self.status.open_wanted.connect(self.output.open)
        self.status.folder_wanted.connect(self.output.open_folder)
        Undoing(self, self._session, self.status.say, self.leave_edited)
        self.bind_keys(
            {
                "Ctrl+S": self.make,
                "Ctrl+P": self.print_out,
                "Ctrl++": self.pages.zoom_in,
                "Ctrl+-": self.pages.zoom_out,
                "Ctrl+0": self.pages.fit_width,
                "F1": self.show_help,
            }
        )

    def _show(self, printed: Printed) -> None:
        is_first, self._printed = self._printed is None, printed
        self.setWindowTitle(f"{printed.heading} – itadmin")
        self.top.show_printed(printed)
        self.needs.show_groups(printed.groups)
        self.loop.refresh()
        may_return = self.loop.unsigned is not None and self._session.workspace.writable
        words, may_store = self._session.reading().words, self._may_store(printed)
        self.top.show_issued(self.loop.newest, words, may_return=may_return, may_store=may_store)
        if is_first and printed.locked:
            self.loop.begin_with_newest()
        self._turn()

    def _turn(self) -> None:
        """Show the handling that is asked for as it is stored, or else the paper as it is now."""
        if self._printed is not None:
            self._tell(self._printed)
        if self.loop.shown is not None and self.loop.stored is not None:
            self.head.show_stored(self.loop.shown)
            self.status.set_stored()
            self._shown.show(f"Handling {self.loop.shown.number}", press().open_pages(self.loop.stored.content))
        elif self._printed is not None:
            self._shown.show(self._printed.heading, self._printed.open_pages())
        self._on_page(self.pages.current_page())
        self.status.set_zoom(self.pages.zoom())

    def _tell(self, printed: Printed) -> None:
        """Say how the paper stands as it is now."""
        self.status.set_working(working=self.preview.is_working)
        self.head.show_paper(printed)
        newest = self.loop.newest
        if printed.locked:
            may_store = self._may_store(printed)
            self.head.show_decided(is_stored=newest is not None, may_store=may_store, missing=printed.missing)
        elif newest is not None and newest.status == "paskrivet" and not printed.draft:
            self.head.show_signed(newest)

    def _may_store(self, printed: Printed) -> bool:
        """Whether what is decided and one's own has become no handling yet, and can."""
        return printed.locked and not printed.missing and self.loop.newest is None and self.loop.may_issue()

    def _save_copy(self, printed: Printed) -> None:
        """Write what is shown as it is: a handling, or the pages of what is decided."""
        stored = self.loop.stored
        if stored is not None:
            self.output.save_copy(stored.name, stored.content)
        else:
            self.output.save_copy(printed.file_name, printed.content)

    def _take_back(self, path: Path | None) -> None:
        """Ask about what has come back signed, with its file if it is at hand."""
        self.needs.leave()
        self.loop.desk.register_returned(self.loop.unsigned, path)

    def _on_failed(self, sentence: str) -> None:
        self.head.show_problem(sentence)
        self.status.set_working(working=self.preview.is_working)

    def _on_saved(self, path: Path) -> None:
        self.status.show_saved(path)
        self._session.guide.say(texts.saved_as(path.name))

    def _on_issued(self, paper_id: UUID, number: str, path: Path) -> None:
        self.status.show_saved(path, texts.issued_as(number, path.name))
        self._session.guide.say(texts.issued_as(number, path.name), undoable=True)
        self.loop.refresh()
        self.loop.show_issued(paper_id)

    def _on_page(self, page: int) -> None:
        self.status.set_page(page, self.pages.page_count())

    def _make_anew(self) -> None:
        self.status.set_working(working=True)
        self.preview.refresh()
