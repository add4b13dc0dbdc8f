"""The pages of a paper while it is being written: drawn anew a moment after the last key, shown where one writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadmin.services.reading import Reading
from itadmin.ui.document.preview import Preview
from itadmin.ui.document.shown_pages import ShownPages
from itadmin.ui.document.status import PaperStatus
from itadmin.ui.session import Session
from itadmin.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from itadmin.ui.document.pages import PdfPages
    from itadmin.ui.document.press import Printed

_PAUSE = 400  # milliseconds without a key before the pages are drawn anew


class LivePages(QWidget):
    """The pages of one paper. `failed` says in one sentence why they could not be drawn.

    `snapshot` gives the register as it is to be shown. `status` is a line for the window to put at its foot.
    """

    failed = Signal(str)

    def __init__(self, session: Session, document_type: str, record_id: UUID, snapshot: Callable[[], Reading]) -> None:
        super().__init__()
        self.pages = PageView(session.look)
        self.status = PaperStatus(session.look)
        self._shown = ShownPages(self.pages)
        self._pdf: PdfPages | None = None
        self._wanted = ""
        self._preview = Preview(session, document_type, record_id, self, snapshot)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.pages.thumbnails.hide()
        self._pause.timeout.connect(self.draw)
        self._preview.made.connect(self._show)
        self._preview.failed.connect(self._on_failed)
        self.pages.current_page_changed.connect(lambda page: self.status.set_page(page, self.pages.page_count()))
        self.pages.zoom_changed.connect(self.status.set_zoom)
        self.status.zoom_in.clicked.connect(self.pages.zoom_in)
        self.status.zoom_out.clicked.connect(self.pages.zoom_out)
        self.status.fit.clicked.connect(self.pages.fit_width)

    @property
    def is_drawn(self) -> bool:
        """Whether there are pages to look at."""
        return self._pdf is not None

    def draw(self) -> None:
        """Draw the pages anew now."""
        self._pause.stop()
        self.status.set_working(working=True)
        self._preview.refresh()

    def draw_soon(self) -> None:
        """Draw the pages anew when nothing has been written for a moment."""
        self.status.set_working(working=True)
        self._pause.start()

    def go_to(self, heading: str) -> None:
        """Show the section with a heading, now and in the pages that are being drawn."""
        self._wanted = heading
        page = self._pdf.page_of(heading) if self._pdf is not None else None
        if page is not None:
            self.pages.go_to(page)

    def stop(self) -> None:
        """Draw nothing more, and let go of the pages."""
        self._pause.stop()
        self._preview.stop()
        self._shown.clear()
        self._pdf = None

    def _show(self, printed: Printed) -> None:
        is_first = self._pdf is None
        self._pdf = printed.open_pages()
        self._shown.show(printed.heading, self._pdf)
        if is_first and self._wanted:
            self.go_to(self._wanted)
        self.status.set_page(self.pages.current_page(), self.pages.page_count())
        self.status.set_zoom(self.pages.zoom())
        self.status.set_working(working=self._preview.is_working)

    def _on_failed(self, sentence: str) -> None:
        self.status.set_working(working=self._preview.is_working)
        self.failed.emit(sentence)
