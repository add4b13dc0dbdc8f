"""Attached files of a record: what there is, opening after asking, saving, and attaching by button or by dropping.

A file's row belongs to the record and is changed as any other value is; its content lies in the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.addresses import Target
from itadmin.domain.attached_files import can_be_opened, size_text
from itadmin.domain.problems import KnownError
from itadmin.domain.record import to_plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.words import BUILT_IN
from itadmin.services.reading import Read
from itadmin.ui.attachments.opening import AskToOpen
from itadmin.ui.attachments.purpose import FIELD as PURPOSE
from itadmin.ui.attachments.purpose import in_order, label, purpose_menu
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label

FIELD = "attachments"
_NAME_WIDTH = 260
_HINT = "Eller släpp filer var som helst på sidan."


class AttachmentsPanel(Panel):
    """The files of one record. Copies to look at lie in a private folder that is gone when the panel is."""

    is_last = True

    def __init__(self, register: str, section: str, session: Session) -> None:
        super().__init__()
        self.section = section
        self._register = register
        self._session = session
        self._record_id: UUID | None = None
        self._rows: list[dict[str, Any]] = []
        self._words = BUILT_IN
        self._folder = TemporaryDirectory(prefix="itadmin-", ignore_cleanup_errors=True)
        self.destroyed.connect(self._folder.cleanup)
        self._is_writable = False
        look = session.look
        self._body = QWidget()
        self._attach = Button(look, "Bifoga fil…", icon="document_add", small=True)
        self._attach.clicked.connect(self._choose)
        self._hint = Label(look, _HINT, TextStyle.SECOND, Ink.TEXT2)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(look.metrics.link_pad, 0, 0, 0)
        foot.setSpacing(look.metrics.block)
        foot.addWidget(self._attach)
        foot.addWidget(self._hint, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(
            look.metrics.gap - look.metrics.link_pad, look.metrics.tight, look.metrics.gap, 0
        )
        self._column.setSpacing(look.metrics.gap)
        self._column.addWidget(self._body)
        self._column.addWidget(self._foot)

    def show_read(self, read: Read) -> None:
        """Show the files of a record; attaching is offered where it may be changed."""
        self._record_id = read.record.id
        self._words = read.words
        self._rows = [dict(row) for row in to_plain(read.record)[FIELD]]
        writable = FIELD in self._session.open_fields(REGISTERS[self._register], read)
        self._is_writable = writable
        self._foot.setVisible(writable)
        self._show_rows(writable=writable)
        self.setVisible(writable or bool(self._rows))

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files as one step; what is refused is told and the rest goes in."""
        if self._record_id is None:
            return
        added, refused = [], []
        for path in paths:
            try:
                added.append(self._session.workspace.attachments.add(path))
            except KnownError as error:
                refused.append(error.sentence)
        if added and not self._save([*self._rows, *added]):
            return
        told = ["1 fil bifogad." if len(added) == 1 else f"{len(added)} filer bifogade."] if added else []
        self._session.guide.say(" ".join([*told, *refused]), undoable=bool(added))

    def takes_files(self) -> bool:
        """Whether files may be attached to the record that is shown."""
        return self._is_writable

    def take_files(self, paths: Sequence[Path]) -> None:
        """Attach files that are dropped on the page."""
        self.attach(paths)

    def _show_rows(self, *, writable: bool) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        metrics = self._session.look.metrics
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.tight // 2)
        missing = self._missing()
        for number, row in enumerate(in_order(self._rows, self._words)):
            self._put_row(grid, number, row, is_missing=row["digest"] in missing, writable=writable)
        grid.setColumnStretch(0, 1)
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        body.setVisible(bool(self._rows))

    def _missing(self) -> frozenset[str]:
        """The contents that are not here; all of them when the store cannot be read."""
        digests = frozenset(str(row["digest"]) for row in self._rows)
        try:
            return self._session.workspace.attachments.missing(digests)
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return digests

    def _put_row(self, grid: QGridLayout, line: int, row: dict[str, Any], *, is_missing: bool, writable: bool) -> None:
        look = self._session.look
        name = str(row["file_name"])
        opens = can_be_opened(name) and not is_missing
        link: QWidget
        if opens:
            link = ElidedLink(look, name)
            link.setMinimumWidth(min(link.sizeHint().width(), look.metrics.px(_NAME_WIDTH)))
            link.clicked.connect(partial(self._open, row))
        else:
            link = Label(look, name, wrap=True)
            link.setContentsMargins(look.metrics.link_pad, 0, 0, 0)
        parts = (label(row, self._words), row["title"], size_text(row["size"] or 0), row["added_on"])
        about = " · ".join(part for part in parts if part)
        grid.addWidget(link, line, 0)
        told = f"{about} · innehållet saknas här" if is_missing else about
        grid.addWidget(ElidedLabel(look, told, TextStyle.SECOND, Ink.AMBER if is_missing else Ink.TEXT2), line, 1)
        if not is_missing:
            grid.addWidget(self._link("Spara som…", f"Spara {name} som", partial(self._save_as, row)), line, 2)
        if writable:
            grid.addWidget(self._link("Slag…", f"Ange vad {name} är", partial(self._ask_purpose, row)), line, 3)
            grid.addWidget(self._link("Ta bort", f"Ta bort {name}", partial(self._remove, row)), line, 4)

    def _link(self, text: str, accessible: str, slot: Any) -> LinkButton:
        link = LinkButton(self._session.look, text, TextStyle.SECOND)
        link.setAccessibleName(accessible)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.clicked.connect(slot)
        return link

    def _choose(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self, "Bifoga filer")
        self.attach([Path(name) for name in names])

    def _open(self, row: dict[str, Any]) -> None:
        try:
            copy = self._session.workspace.attachments.opened_copy(
                row["digest"], row["file_name"], Path(self._folder.name)
            )
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return
        sheet = AskToOpen(self._session.look, Target("fil", str(copy), ""), self.window(), name=row["file_name"])
        sheet.failed.connect(self._session.guide.say)
        sheet.open()

    def _save_as(self, row: dict[str, Any]) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, "Spara som", str(row["file_name"]))
        if not name:
            return
        try:
            self._session.workspace.attachments.save_as(row["digest"], Path(name))
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return
        self._session.guide.say(f"Filen är sparad: {name}")

    def _ask_purpose(self, row: dict[str, Any]) -> None:
        link = self.focusWidget() or self
        menu = purpose_menu(row, self._words, partial(self._set_purpose, row), self)
        menu.popup(link.mapToGlobal(link.rect().bottomLeft()))

    def _set_purpose(self, row: dict[str, Any], code: str | None) -> None:
        rows = [{**other, PURPOSE: code} if other is row else other for other in self._rows]
        if self._save(rows):
            self._session.guide.say(f"Slaget är ändrat för {row['file_name']}.", undoable=True)

    def _remove(self, row: dict[str, Any]) -> None:
        if self._save([other for other in self._rows if other is not row]):
            self._session.guide.say(f"{row['file_name']} är borttagen.", undoable=True)

    def _save(self, rows: list[dict[str, Any]]) -> bool:
        """Whether the record could be saved with these files; why it could not is told."""
        if self._record_id is None:
            return False
        try:
            self._session.workspace.records.save(self._register, self._record_id, {FIELD: rows})
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return False
        return True
