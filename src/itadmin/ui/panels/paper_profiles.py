"""How an organisation's papers look: picture to choose or drop, colour in words, and two pages as they print."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from itadmin.documents import profile_sample
from itadmin.documents.pdf.unusable import UnusablePictureError
from itadmin.documents.profiles import LOGOTYPE, REGISTER, read_logotype
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.registers.paper_profiles import PaperProfile
from itadmin.services.attachments import read_content
from itadmin.services.reading import Read
from itadmin.ui.document.preview import Preview
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.paper_colour import PaperColour
from itadmin.ui.register.special import Action, Head, Panel, Papers, Parts, Special
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

if TYPE_CHECKING:
    from itadmin.ui.document.press import Printed

_FILES = "attachments"
_PAGES = ("Framsidan som den skrivs ut", "En sida som den skrivs ut")
_PAGE_WIDTH = 300
_HINT = "PNG, JPEG eller SVG. Eller släpp en bild var som helst på sidan."


class LookPanel(Panel):
    """Shows the papers of one look and takes its picture."""

    section = "provtryck"
    title = "Så ser handlingarna ut"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look = session.look
        self._read: Read | None = None
        self._writable = False
        self._preview: Preview | None = None
        self.refused = Notice(look)
        self.colour = PaperColour(look)
        self.colour.chosen.connect(self._take_colour)
        self.trouble = Label(look, "", ink=Ink.AMBER, wrap=True)
        self._pages = [_page_label(text) for text in _PAGES]
        column = QVBoxLayout(self)
        metrics = look.metrics
        column.setContentsMargins(metrics.gap, metrics.tight, metrics.gap, 0)
        column.setSpacing(metrics.gap)
        column.addWidget(self._make_foot())
        column.addWidget(self.refused)
        column.addWidget(self.colour)
        column.addWidget(self.trouble)
        sheets = QWidget()
        flow = FlowLayout(metrics.block, sheets)
        for page in self._pages:
            flow.addWidget(page)
        column.addWidget(sheets)

    def _make_foot(self) -> QWidget:
        look = self._session.look
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.block)
        choose = Button(look, "Välj bild…", icon="folder_open", small=True)
        choose.clicked.connect(self._choose)
        self._remove = LinkButton(look, "Ta bort bilden", TextStyle.SECOND)
        self._remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._remove.clicked.connect(self._take_off)
        row.addWidget(choose)
        row.addWidget(self._remove)
        row.addWidget(Label(look, _HINT, TextStyle.SECOND, Ink.TEXT2, wrap=True), 1)
        return self._foot

    def show_read(self, read: Read) -> None:
        """Show a look, and make its proof anew."""
        record = read.record
        if not isinstance(record, PaperProfile):
            return
        other = self._read is None or self._read.record.id != record.id
        self._read = read
        self._writable = self._session.may_change(read)
        self._foot.setVisible(self._writable)
        self._remove.setVisible(any(file.purpose == LOGOTYPE for file in record.attachments))
        self.colour.show_accent(record.accent, writable=self._writable)
        if other:
            self.refused.set_messages([])
            self._begin_preview()
        if self._preview is not None:
            self._preview.refresh()

    def takes_files(self) -> bool:
        """Whether a picture may be dropped on the page."""
        return self._writable

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take the first of the files as the picture."""
        self.set_picture(paths[0])

    def set_picture(self, path: Path) -> None:
        """Make a file the picture, in place of the one before it; what cannot be used is told."""
        try:
            content = read_content(path)
            read_logotype(content, path.name)
            row = {**self._session.workspace.attachments.keep(path.name, content), "purpose": LOGOTYPE}
            self._save({_FILES: [*self._others(), row]})
        except UnusablePictureError as error:
            self._refuse(f"{path.name} {error.reason}. Välj en annan bild, helst PNG eller SVG.")
        except KnownError as error:
            self._refuse(error.sentence)
        else:
            self.refused.set_messages([])
            self._session.guide.say("Bilden är vald.", undoable=True)

    def _refuse(self, sentence: str) -> None:
        """Tell beside the button why a file did not become the picture."""
        self.refused.set_messages([Message(Concern.PROBLEM, (Strong("Bilden gick inte att använda. "), sentence))])

    def _take_colour(self, accent: str) -> None:
        if self._session.guide.attempt(lambda: self._save({"accent": accent})):
            self._session.guide.say("Färgen är vald.", undoable=True)

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, "Välj bild", "", "Bilder (*.png *.jpg *.jpeg *.svg)")
        if name:
            self.set_picture(Path(name))

    def _take_off(self) -> None:
        if self._session.guide.attempt(lambda: self._save({_FILES: self._others()})):
            self._session.guide.say("Bilden är borttagen.", undoable=True)

    def _others(self) -> list[dict[str, Any]]:
        """The attached files that are not the picture."""
        rows = to_plain(self._read.record)[_FILES] if self._read is not None else []
        return [dict(row) for row in rows if row["purpose"] != LOGOTYPE]

    def _save(self, values: dict[str, Any]) -> None:
        if self._read is not None:
            self._session.workspace.records.save(REGISTER, self._read.record.id, values)

    def _begin_preview(self) -> None:
        if self._preview is not None:
            self._preview.stop()
            self._preview.deleteLater()
        if self._read is not None:
            self._preview = Preview(self._session, profile_sample.TYPE, self._read.record.id, self)
            self._preview.made.connect(self._show_pages)
            self._preview.failed.connect(self._tell_trouble)

    def _show_pages(self, printed: Printed) -> None:
        self.trouble.hide()
        ratio = self.devicePixelRatioF()
        width = round(self._session.look.metrics.px(_PAGE_WIDTH) * ratio)
        pages = printed.open_pages()
        for number, label in enumerate(self._pages):
            picture = QPixmap.fromImage(pages.image(number, width))
            picture.setDevicePixelRatio(ratio)
            label.setPixmap(picture)
            label.show()
        pages.close()

    def _tell_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
        for label in self._pages:
            label.hide()


def _page_label(text: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(text)
    label.setToolTip(text)
    label.setFrameShape(QLabel.Shape.Box)
    label.hide()
    return label


def _open_proof(session: Session, record_id: Any) -> None:
    """Open the document window on the proof."""
    session.guide.open_paper(profile_sample.TYPE, record_id)


SPECIAL = Special(
    head=Head(tells=("organisation", "unit")),
    parts=Parts(panels=(LookPanel,), order=("oversikt", "provtryck"), left_out=(_FILES,)),
    papers=Papers(profile_sample.TYPE, Action("Provtryck…", _open_proof)),
)
