"""Editing where a value stands: opening an editor in its row, saving it, and keeping what could not be accepted.

A save is one field, one step. What is refused stays as a marked draft and never blocks leaving.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.services.reading import Read
from itadmin.ui.register.drafts import Draft, Drafts
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.name_offers import offer_words
from itadmin.ui.register.remarks import sentence_of
from itadmin.ui.register.saving import save_field
from itadmin.ui.register.section_block import SectionBlock
from itadmin.ui.register.special import Writing
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session


class FieldEditing(QObject):
    """Edits the rows of a page's sections.

    `changed` asks for the record to be read and shown again; `left` says that the keyboard has no place any more.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        session: Session,
        register: Register,
        writing: Writing,
        blocks: Sequence[SectionBlock],
        area: QScrollArea,
    ) -> None:
        super().__init__(area)
        self._session = session
        self._register = register
        self._writing = writing
        self._blocks = blocks
        self._area = area
        self._read: Read | None = None
        self._drafts = Drafts()
        self._rows_ordered = 0
        for block in blocks:
            block.moved.connect(self.move)

    def show_read(self, read: Read | None) -> None:
        """Work on this record from now on; what stands open of another goes, its drafts are kept."""
        if self._read is not None and (read is None or read.record.id != self._read.record.id):
            for row in (row for block in self._blocks for row in block.all_rows() if row.is_editing):
                row.close_editor()
        self._read = read

    def open_drafts(self) -> None:
        """Open again what was not accepted when the record was left."""
        if self._read is not None:
            for name, draft in self._drafts.of(self._read.record.id).items():
                self._open(self._read, name, draft, take_focus=False)

    def rows(self) -> list[ValueRow]:
        """The rows that are shown, from the top."""
        return [row for block in self._blocks for row in block.rows()]

    def edit(self, name: str) -> bool:
        """Start editing a field where it stands; False for one that has no row of its own."""
        row = self._row(name)
        if row is None or self._read is None:
            return False
        if row.is_editing and row.editor is not None:
            row.editor.setFocus()
            return True
        self.finish()
        self._open(self._read, name, self._drafts.of(self._read.record.id).get(name))
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))
        return True

    def finish(self) -> None:
        """Save what is being edited; what cannot be accepted stays open and marked."""
        for row in self.rows():
            if row.is_editing:
                self._finish(row.name)

    def leave(self) -> None:
        """Save what is being edited; what cannot be accepted is kept as a draft, and stands open where it was."""
        self.finish()
        refused = [row for row in self.rows() if row.is_editing]
        for row in refused:
            self._park(row)
        if refused:
            self.changed.emit()
            self.open_drafts()

    def move(self, name: str, by: int) -> None:
        """Give the keyboard to the row so many after that of a field."""
        rows = self.rows()
        names = [row.name for row in rows]
        if name in names and 0 <= names.index(name) + by < len(names):
            self._focus(rows[names.index(name) + by])

    def order_tabs(self) -> None:
        """Let Tab go through the rows as they stand, however late some of them were made."""
        rows = [row for block in self._blocks for row in block.all_rows()]
        if len(rows) != self._rows_ordered:
            self._rows_ordered = len(rows)
            for first, second in pairwise(rows):
                QWidget.setTabOrder(first, second)

    def _row(self, name: str) -> ValueRow | None:
        """The row of a field; its section is shown if it was not."""
        block = next((block for block in self._blocks if block.has(name)), None)
        if block is None:
            return None
        row = block.row(name)
        block.show()
        return row

    def _focus(self, row: ValueRow) -> None:
        row.setFocus()
        self._area.ensureWidgetVisible(row)

    def _open(self, read: Read, name: str, draft: Draft | None, *, take_focus: bool = True) -> None:
        row = self._row(name)
        if row is None:
            return
        editor = field_editor(self._session, self._register, read, name)
        offer_words(self._session, self._writing, name, editor, partial(getattr, read.record))
        editor.finished.connect(partial(self._on_finished, name))
        editor.chosen.connect(partial(self._on_finished, name, 0))
        editor.cancelled.connect(partial(self._cancel, name))
        row.open_editor(editor, take_focus=take_focus)
        if draft is not None:
            editor.show_draft(draft.content)
            row.show_fault(draft.sentence)
        elif take_focus:
            editor.started()

    def _on_finished(self, name: str, by: int) -> None:
        before = [row.name for row in self.rows()]
        if not self._finish(name):
            return
        shown = {row.name: row for row in self.rows()}
        place = before.index(name)
        order = [name, *before[place + 1 :], *reversed(before[:place])]
        row = next((shown[other] for other in order if other in shown), None)
        if row is not None:
            self._focus(row)
            if row.name == name and by:
                self.move(name, by)

    def _finish(self, name: str) -> bool:
        """Save the field being edited; False when it cannot be accepted and stays open."""
        row = self._row(name)
        if row is None or row.editor is None or self._read is None:
            return True
        record, follows = self._read.record, self._writing.follows
        try:
            changes = save_field(self._session, self._register, record, name, row.editor.plain(), follows)
        except (ValueError, KnownError) as error:
            row.show_fault(sentence_of(error, name))
            return False
        if name in follows and any(set(change.after or ()) - {name} for change in changes.changes):
            self._session.guide.say(follows[name].sentence, undoable=True)
        self._drafts.forget(record.id, name)
        row.close_editor()
        self.changed.emit()
        return True

    def _cancel(self, name: str) -> None:
        row = self._row(name)
        if row is not None and self._read is not None:
            self._drafts.forget(self._read.record.id, name)
            row.close_editor()
            self.changed.emit()
            if not row.isHidden():
                row.setFocus()
            else:
                self.left.emit()

    def _park(self, row: ValueRow) -> None:
        if row.editor is None or self._read is None:
            return
        sentence = row.fault() or "Värdet är inte sparat."
        self._drafts.keep(self._read.record.id, row.name, Draft(row.editor.draft(), sentence))
        row.close_editor()
        self._session.guide.say(f"{row.field.label} är inte sparat: {sentence}")
