"""The record page: a page to read, where each value is edited where it stands.

Reading is short and on the window's thread; a save is one field, one step. What cannot be accepted stays as a marked
draft and never blocks leaving. Names no register: what is special comes in `Special`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.fields import Held, Reference, References, Rows
from itadmin.domain.problems import InvalidRecordError, KnownError, Problem
from itadmin.domain.record import plain_value
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.domain.validation import check
from itadmin.services.reading import Read
from itadmin.ui.look.style import set_property
from itadmin.ui.register.drafts import Draft, Drafts
from itadmin.ui.register.editors import Editor, value_editor
from itadmin.ui.register.record_header import RecordHeader
from itadmin.ui.register.reference_editors import ReferenceEditor, ReferencesEditor
from itadmin.ui.register.related import RelatedBlock
from itadmin.ui.register.rows_grid import RowsEditor
from itadmin.ui.register.saving import save_field
from itadmin.ui.register.section_block import SectionBlock
from itadmin.ui.register.special import Panel, Special
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.register.value_view import ValueView
from itadmin.ui.session import Session
from itadmin.ui.widgets.jump_list import JumpList, JumpSection
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong
from itadmin.ui.widgets.section_header import SectionHeader

_JUMP_NEEDS = 640


class RecordPage(QWidget):
    """Shows one record of a register."""

    def __init__(self, session: Session, register: Register, special: Special) -> None:
        super().__init__()
        self.record_id: UUID | None = None
        self._session = session
        self._register = register
        self._special = special
        self._read: Read | None = None
        self._drafts = Drafts()
        self._editing = ""
        look = session.look
        set_property(self, "ground", "surface")
        self._menu = QMenu(self)
        self._header = RecordHeader(look, register, special, self._menu)
        self._notice = Notice(look)
        self._views = ValueView(look, session.guide)
        self._blocks = [SectionBlock(look, register, section, self._views) for section in register.sections]
        self._panels: list[Panel] = []
        self._parts: list[tuple[str, QWidget, Callable[[], int]]] = []
        self._related: dict[tuple[str, str], RelatedBlock] = {}
        self._jump = JumpList(look)
        self._area = QScrollArea()
        self._build()
        self._connect()
        self.show_record(None)

    def _build(self) -> None:
        metrics = self._session.look.metrics
        self._body = QWidget()
        set_property(self._body, "ground", "surface")
        self._body.setMaximumWidth(metrics.record_max + 2 * metrics.margin)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(
            metrics.margin - metrics.gap, metrics.tight, metrics.section_gap, metrics.margin
        )
        self._column.setSpacing(metrics.section_gap)
        for make in self._special.panels:
            self._place(make(self._session))
        for block in self._blocks:
            self._column.addWidget(block)
            self._parts.append((block.section.title, block, partial(self._missing, block)))
        self._column.addStretch(1)
        self._area.setWidget(self._body)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._area, 1)
        middle.addWidget(self._jump, 0, Qt.AlignmentFlag.AlignTop)
        middle.addSpacing(metrics.gap)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        notice_row = QHBoxLayout()
        notice_row.setContentsMargins(metrics.margin, 0, metrics.section_gap, metrics.gap)
        notice_row.addWidget(self._notice)
        whole.addLayout(notice_row)
        whole.addLayout(middle, 1)

    def _place(self, panel: Panel) -> None:
        self._panels.append(panel)
        block = next((block for block in self._blocks if block.section.key == panel.section), None)
        if block is not None:
            block.add_panel(panel)
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SectionHeader(self._session.look, panel.title))
        column.addWidget(panel)
        self._column.addWidget(holder)
        self._parts.append((panel.title, holder, lambda: 0))

    def _connect(self) -> None:
        for block in self._blocks:
            block.edit_wanted.connect(self.edit_field)
            block.moved.connect(self._move)
        self._header.renamed.connect(self._rename)
        self._header.acted.connect(self._act)
        self._jump.chosen.connect(self._jump_to)
        self._area.verticalScrollBar().valueChanged.connect(self._mark_section)
        self._session.bus.changed.connect(self._on_changed)

    def fill_menu(self, actions: Iterable[QAction]) -> None:
        """Take the commands that the menu at the head shows."""
        for action in actions:
            self._menu.addAction(action)

    def show_record(self, record_id: UUID | None) -> None:
        """Show a record, or nothing."""
        changed = record_id != self.record_id
        self.record_id = record_id
        read = self._session.reading().many(self._register.name, [record_id]).get(record_id) if record_id else None
        self._read = read
        self._header.setVisible(read is not None)
        self._area.setVisible(read is not None)
        self._jump.setVisible(read is not None and self.width() >= self._session.look.metrics.px(_JUMP_NEEDS))
        if read is None:
            self._notice.set_messages([])
            return
        self._show(read)
        if changed:
            self._area.verticalScrollBar().setValue(0)
            for name, draft in self._drafts.of(read.record.id).items():
                row = self._row(name)
                if row is not None:
                    self._open_editor(read, row, draft)

    def _show(self, read: Read) -> None:
        writable = self._is_writable(read)
        self._header.show_read(read, writable=writable)
        for panel in self._panels:
            panel.show_read(read)
        for block in self._blocks:
            block.show_read(read, writable=writable, keep=lambda name: name == self._editing)
        self._show_remarks(read)
        self._show_related(read, writable=writable)
        self._notice.set_messages(self._messages(read))
        self._jump.set_sections(
            [JumpSection(title, missing()) for title, part, missing in self._parts if not part.isHidden()]
        )

    def edit_field(self, name: str) -> None:
        """Start editing a field where it stands."""
        if self._read is None or not self._is_writable(self._read):
            return
        if name in self._register.title_fields[:1] and not self._row(name):
            self._header.edit_name()
            return
        if self._editing and not self._finish(self._editing):
            self._park(self._editing)
        row = self._row(name)
        if row is None:
            return
        self._open_editor(self._read, row, self._drafts.of(self._read.record.id).get(name))
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))

    def edit_current(self) -> None:
        """Edit the value that has the focus, or the first."""
        focused = self.focusWidget()
        row = focused if isinstance(focused, ValueRow) else next(iter(self._rows()), None)
        if row is not None:
            self.edit_field(row.name)

    def leave(self) -> None:
        """Save what is being edited; what cannot be accepted is kept as a draft."""
        if self._editing and not self._finish(self._editing):
            self._park(self._editing)

    def make_paper(self) -> None:
        """Open the document window on the paper of this kind of record."""
        if self.record_id is None:
            return
        if self._special.paper:
            self.leave()
            self._session.guide.open_paper(self._special.paper, self.record_id)
        else:
            self._session.guide.say("Det finns inget dokument för den här sortens post.")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus to the first value."""
        super().focusInEvent(event)
        first = next(iter(self._rows()), None)
        if first is not None:
            first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the jump list where there is room for it."""
        super().resizeEvent(event)
        self._jump.setVisible(self._read is not None and self.width() >= self._session.look.metrics.px(_JUMP_NEEDS))

    def _is_writable(self, read: Read) -> bool:
        own = read.record.owner == self._session.workspace.file.info.organisation
        return own and not read.placeholder and not read.record.deleted

    def _editor(self, read: Read, name: str) -> Editor:
        field = self._register.fields[name]
        look = self._session.look
        value = getattr(read.record, name)
        if isinstance(field, (Reference, Held)):
            editor = ReferenceEditor(look, field, lambda: self._session.reading().choices(field.to))
            label = read.holders[name].label if name in read.holders else read.labels.get(value, "")
            editor.show_named(str(value) if value else None, label)
            return editor
        if isinstance(field, References):
            many = ReferencesEditor(look, field, lambda: self._session.reading().choices(field.to))
            many.show_named_all([(str(item), read.labels.get(item, "")) for item in value])
            return many
        other = RowsEditor(look, field) if isinstance(field, Rows) else value_editor(look, field)
        other.show_plain(plain_value(field, value))
        return other

    def _row(self, name: str) -> ValueRow | None:
        block = next((block for block in self._blocks if name in block.section.fields), None)
        return block.row(name) if block is not None else None

    def _rows(self) -> list[ValueRow]:
        return [row for block in self._blocks for row in block.rows()]

    def _move(self, name: str, by: int) -> None:
        rows = self._rows()
        place = next((number for number, row in enumerate(rows) if row.name == name), 0) + by
        if 0 <= place < len(rows):
            rows[place].setFocus()
            self._area.ensureWidgetVisible(rows[place])

    def _on_finished(self, name: str, by: int) -> None:
        if not self._finish(name):
            return
        row = self._row(name)
        if row is not None:
            row.setFocus()
        if by:
            self._move(name, by)

    def _finish(self, name: str) -> bool:
        """Save the field being edited; False when it cannot be accepted and stays open."""
        row = self._row(name)
        if row is None or row.editor is None or self.record_id is None:
            self._editing = ""
            return True
        try:
            value = row.editor.plain()
            self._editing = ""
            save_field(self._session.workspace.records, self._register, self.record_id, name, value, self)
        except (ValueError, KnownError) as error:
            self._editing = name
            row.show_fault(_sentence(error, name))
            return False
        self._drafts.forget(self.record_id, name)
        row.close_editor()
        self.show_record(self.record_id)
        return True

    def _cancel(self, name: str) -> None:
        row = self._row(name)
        self._editing = ""
        if row is not None and self.record_id is not None:
            self._drafts.forget(self.record_id, name)
            row.close_editor()
            self.show_record(self.record_id)
            row.setFocus()

    def _park(self, name: str) -> None:
        row = self._row(name)
        self._editing = ""
        if row is None or row.editor is None or self.record_id is None:
            return
        try:
            row.editor.plain()
            sentence = "Värdet är inte sparat."
        except ValueError as error:
            sentence = str(error)
        self._drafts.keep(self.record_id, name, Draft(row.editor.draft(), sentence))
        row.close_editor()
        self._session.guide.say(f"{row.field.label} är inte sparat: {sentence}")

    def _open_editor(self, read: Read, row: ValueRow, draft: Draft | None) -> None:
        self._editing = row.name
        editor = self._editor(read, row.name)
        editor.finished.connect(partial(self._on_finished, row.name))
        editor.cancelled.connect(partial(self._cancel, row.name))
        row.open_editor(editor)
        if draft is not None:
            editor.show_draft(draft.content)
            row.show_fault(draft.sentence)

    def _rename(self, name: str) -> None:
        if self.record_id is None:
            return
        try:
            records = self._session.workspace.records
            records.save(self._register.name, self.record_id, {self._register.title_fields[0]: name}, initiator=self)
        except KnownError as error:
            self._session.guide.say(error.sentence)
        self.show_record(self.record_id)

    def _act(self) -> None:
        if self._special.action is None or self.record_id is None:
            return
        self.leave()
        try:
            self._special.action[1](self._session, self.record_id)
        except KnownError as error:
            self._session.guide.say(error.sentence)

    def _messages(self, read: Read) -> list[Message]:
        if read.placeholder or read.record.owner != self._session.workspace.file.info.organisation:
            return [Message(Concern.READ_ONLY, (Strong(f"Hör till {read.label}. "), "Skrivskyddat här."))]
        if read.record.deleted:
            return [Message(Concern.WARNING, (Strong("Ligger i papperskorgen. "), "Återställ den från listan."))]
        return []

    def _show_remarks(self, read: Read) -> None:
        remarks: dict[str, Problem] = {
            problem.field: problem for problem in check(self._register, read.record) if problem.field
        }
        for row in self._rows():
            if not row.is_editing:
                row.show_remark(remarks[row.name].text if row.name in remarks else "")

    def _show_related(self, read: Read, *, writable: bool) -> None:
        found = self._session.reading().related(self._register.name, read.record.id)
        for key, reads in found.items():
            if key not in self._related and ".".join(key) not in self._special.hidden:
                self._add_related(*key)
            if key in self._related:
                self._related[key].show_reads([item for item in reads if not item.record.deleted], writable=writable)
        for key, block in self._related.items():
            block.setVisible(key in found)

    def _add_related(self, register: str, field: str) -> None:
        block = RelatedBlock(self._session.look, self._session.guide, REGISTERS[register], field)
        block.add_wanted.connect(partial(self._add_related_record, register, field))
        self._related[register, field] = block
        self._column.insertWidget(self._column.count() - 1, block)
        self._parts.append((block.header.title(), block, lambda: 0))

    def _add_related_record(self, register: str, field: str) -> None:
        other = REGISTERS[register]
        target = other.fields[field]
        value = [str(self.record_id)] if isinstance(target, References) else str(self.record_id)
        name = other.title_fields[0]
        values = {field: value, name: f"{other.new_label} för {self._read.label}" if self._read else other.new_label}
        try:
            record_id = self._session.workspace.records.add(register, values)
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return
        self._session.guide.open_record(register, record_id)

    def _missing(self, block: SectionBlock) -> int:
        return block.missing_count(self._read) if self._read is not None else 0

    def _jump_to(self, number: int) -> None:
        shown = [part for _title, part, _missing in self._parts if not part.isHidden()]
        if 0 <= number < len(shown):
            self._area.verticalScrollBar().setValue(shown[number].y())

    def _mark_section(self, value: int) -> None:
        shown = [part for _title, part, _missing in self._parts if not part.isHidden()]
        passed = [number for number, part in enumerate(shown) if part.y() <= value + self._session.look.metrics.margin]
        if passed:
            self._jump.set_current(passed[-1])

    def _on_changed(self, _changes: ChangeSet, initiator: object) -> None:
        if initiator is not self and self.record_id is not None and self.isVisible():
            self.show_record(self.record_id)


def _sentence(error: Exception, name: str) -> str:
    if isinstance(error, InvalidRecordError):
        own = [problem.text for problem in error.problems if problem.field == name and problem.severity == "fel"]
        return " ".join(own) or error.sentence
    return error.sentence if isinstance(error, KnownError) else str(error)
