"""The window of supplier incidents: type a supplier or a product, and the sheet is there, to be printed or saved.

It needs nothing but the register file. It follows the register: what is corrected meanwhile is on the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from itadmin.domain.problems import KnownError
from itadmin.paths import print_folder
from itadmin.services.incidents import Subject, offers, subject_of
from itadmin.services.safekeeping import write_file
from itadmin.ui import texts_document as texts
from itadmin.ui.background import known
from itadmin.ui.completing_line import CompletingLine, Offer
from itadmin.ui.document.shown_pages import ShownPages
from itadmin.ui.document.viewer import hand_over_to_print
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.save_place import ask_save_place
from itadmin.ui.session import Session
from itadmin.ui.side_window import SideWindow
from itadmin.ui.widgets.buttons import Button, ButtonKind
from itadmin.ui.widgets.empty_state import EmptyState
from itadmin.ui.widgets.labels import ElidedLabel
from itadmin.ui.widgets.page_view import PageView
from itadmin.ui.window_size import open_at_size
from itadmin.ui.zoom_status import ZoomStatus

if TYPE_CHECKING:
    from itadmin.ui.incident.sheets import Sheet

_SHEETS = "itadmin.ui.incident.sheets"
_SIZE = (1080, 860)
_LINE_WIDTH, _LEAST_LINE_WIDTH = 340, 140
_BEFORE_GAP = 100
"""The line gets what room there is before the gap beside it, and yields before anything else does."""
_ENDING = ".pdf"
_ASKED = (
    "Vad gäller det?",
    "Skriv namnet på en leverantör eller en produkt. Bladet görs av registret här och behöver inget nätverk.",
)
_NO_HIT = "Ingen leverantör eller produkt i registret heter så. Kontrollera namnet."
_NAME = "Leverantör eller produkt"
_TITLE = "Leverantörsincident – itadmin"


def _sheets() -> Any:
    """The module that makes sheets; loaded by whoever asks first, on the thread that asks."""
    return import_module(_SHEETS)


class IncidentWindow(SideWindow):
    """Shows one sheet at a time. It begins with what the record one stands on points to. Escape closes it."""

    def __init__(self, session: Session, register: str = "", record_id: UUID | None = None) -> None:
        super().__init__(session, "backdrop")
        self._subject: Subject | None = None
        self._is_new = False
        self._sheet: Sheet | None = None
        self._begin = subject_of(session.reading(), register, record_id) if record_id is not None else None
        self._folder = session.workspace.path.parent
        look = session.look
        self.line = CompletingLine(look, self._offers, _NAME)
        self.print_out = Button(look, "Skriv ut", icon="print")
        self.save = Button(look, "Spara PDF…", ButtonKind.PRIMARY, "document_pdf")
        self.pages = PageView(look)
        self._shown = ShownPages(self.pages)
        self.empty = EmptyState(look, "search", *_ASKED)
        self.status = ZoomStatus(look)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._dress()

    @property
    def subject(self) -> Subject | None:
        """What the sheet is about."""
        return self._subject

    def showEvent(self, event: QShowEvent) -> None:
        """Make the first sheet when the window has its size."""
        super().showEvent(event)
        if self._begin is not None:
            begin, self._begin = self._begin, None
            self.show_subject(begin)
        elif self._subject is None:
            self.line.setFocus()
            self.line.offers.open_soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the pages and make no more."""
        self._subject = None
        self._shown.clear()
        super().closeEvent(event)

    def show_subject(self, subject: Subject) -> None:
        """Make the sheet of a supplier or a product, and read it."""
        self._is_new = True
        self._subject = subject
        self._make()

    def _make(self) -> None:
        subject = self._subject
        if subject is None:
            return
        self.status.said.setText("Bladet görs …")
        reading = self._session.workspace.snapshot()
        self._session.background.run(
            "Bladet görs", lambda: _sheets().make_sheet(reading, subject), self._on_made, self._on_failed
        )

    def save_sheet(self) -> None:
        """Ask where the sheet is to lie, and write it."""
        if self._sheet is None:
            return
        path = ask_save_place(self, "Spara bladet som PDF", self._folder / self._sheet.file_name, (_ENDING,))
        if path is None:
            return
        self._folder = path.parent
        if self._write(path):
            self.status.said.setText(texts.saved_as(path.name))

    def print_sheet(self) -> None:
        """Hand the sheet over to be printed."""
        if self._sheet is None:
            return
        path = print_folder() / self._sheet.file_name
        if self._write(path):
            self.status.said.setText(hand_over_to_print(path, self))

    def _build(self) -> None:
        look = self._session.look
        self.line.setPlaceholderText("Sök leverantör eller produkt")
        self.line.setClearButtonEnabled(True)
        self.print_out.setToolTip("Skriv ut (Ctrl+P)")
        self.save.setToolTip("Spara PDF (Ctrl+S)")
        self.top_items.setSpacing(look.metrics.gap)
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.top_items.addWidget(ElidedLabel(look, _NAME, ink=Ink.TEXT2))
        self.top_items.addWidget(self.line, _BEFORE_GAP)
        self.top_items.addStretch(1)
        for button in (self.print_out, self.save):
            self.top_items.addWidget(button)
            button.setEnabled(False)
        set_property(self.empty, "ground", "surface")
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.pages)
        self.body_items.addWidget(self._stack)
        self.status_items.addWidget(self.status)
        self.setWindowTitle(_TITLE)
        open_at_size(self, look, _SIZE)

    def _connect(self) -> None:
        self.keep_up(self._make, at_once=True)
        self._session.look.changed.connect(self._dress)
        self.line.textEdited.connect(self._on_edited)
        self.line.offers.taken.connect(self._take)
        self.line.returnPressed.connect(self._take)
        self.print_out.clicked.connect(self.print_sheet)
        self.save.clicked.connect(self.save_sheet)
        self.pages.zoom_changed.connect(self.status.set_zoom)
        self.status.zoom_in.clicked.connect(self.pages.zoom_in)
        self.status.zoom_out.clicked.connect(self.pages.zoom_out)
        self.status.fit.clicked.connect(self.pages.fit_width)
        self.bind_keys(
            {
                "Ctrl+P": self.print_sheet,
                "Ctrl+S": self.save_sheet,
                "Ctrl+F": self._go_to_line,
                "Ctrl++": self.pages.zoom_in,
                "Ctrl+-": self.pages.zoom_out,
                "Ctrl+0": self.pages.fit_width,
            }
        )

    def _offers(self, words: str) -> Sequence[Offer]:
        found = offers(self._session.reading(), words)
        return [Offer(offer.label, offer.subject, offer.detail) for offer in found]

    def _take(self) -> None:
        """Show what was chosen, else the first that the words may mean."""
        meant = self.line.offers.meaning()
        if meant is None:
            found = self._offers(self.line.text().strip()) if self.line.text().strip() else ()
            meant = found[0].meant if found else None
        if isinstance(meant, Subject):
            self.show_subject(meant)
        else:
            self._tell_no_hit(self.line.text().strip())

    def _on_edited(self, text: str) -> None:
        """Leave no sheet of another beside a name that nothing has."""
        words = text.strip()
        if words and not self._offers(words):
            self._tell_no_hit(words)
        elif self._sheet is None:
            self.empty.set_words(*_ASKED)

    def _tell_no_hit(self, words: str) -> None:
        self._subject = self._sheet = None
        self._shown.clear()
        self.empty.set_words(f"Ingen träff på ”{words}”" if words else _ASKED[0], _NO_HIT if words else _ASKED[1])
        self._stack.setCurrentWidget(self.empty)
        for button in (self.print_out, self.save):
            button.setEnabled(False)
        self.setWindowTitle(_TITLE)
        self.status.said.setText("")

    def _go_to_line(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    def _on_made(self, sheet: Sheet) -> None:
        if sheet.subject != self._subject:
            return
        self._sheet = sheet
        self.setWindowTitle(f"Leverantörsincident: {sheet.title} – itadmin")
        self._shown.show(f"Leverantörsincident {sheet.title}", sheet.open_pages())
        self._stack.setCurrentWidget(self.pages)
        for button in (self.print_out, self.save):
            button.setEnabled(True)
        self.status.said.setText("Bladet visar uppgifterna som de är nu.")
        self.status.set_zoom(self.pages.zoom())
        if self._is_new:
            self._is_new = False
            self.line.setText(sheet.title)
            self.line.setCursorPosition(0)
            self.pages.go_to(0)
            self.pages.setFocus()

    def _on_failed(self, error: BaseException) -> None:
        trouble = known(error)
        if self._subject is not None:
            self.status.said.setText(trouble.sentence)

    def _write(self, path: Path) -> bool:
        """Write the sheet that is shown; says whether it could be written."""
        if self._sheet is None:
            return False
        try:
            write_file(path, self._sheet.content)
        except KnownError as error:
            self.status.said.setText(error.sentence)
            return False
        return True

    def _dress(self) -> None:
        metrics = self._session.look.metrics
        self.line.setMinimumWidth(metrics.px(_LEAST_LINE_WIDTH))
        self.line.setMaximumWidth(metrics.px(_LINE_WIDTH))
