"""The record page: a page to read, where each value is edited where it stands.

Reading is short and on the window's thread; a save is one field, one step. What cannot be accepted stays as a marked
draft and never blocks leaving. Names no register: what is special comes in `Special`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.findings import Finding
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.services.findings import of_record
from itadmin.services.reading import Read
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.register.drafts import Draft, Drafts
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.headed import heading_row
from itadmin.ui.register.name_offers import offer_words
from itadmin.ui.register.record_header import RecordHeader
from itadmin.ui.register.related_parts import RelatedParts
from itadmin.ui.register.remarks import RESTORE, messages, remarks, sentence_of
from itadmin.ui.register.saving import save_field
from itadmin.ui.register.section_block import SectionBlock
from itadmin.ui.register.special import Panel, Special
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.register.value_view import ValueView
from itadmin.ui.session import Session
from itadmin.ui.widgets.jump_list import JumpList, JumpSection
from itadmin.ui.widgets.notice import Message, Notice
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
        self._findings: tuple[Finding, ...] = ()
        self._drafts = Drafts()
        self._rows_ordered = 0
        look = session.look
        set_property(self, "ground", "surface")
        self._menu = QMenu(self)
        self._header = RecordHeader(look, register, special, self._menu)
        self._notice = Notice(look)
        self._views = ValueView(look, session.guide)
        self._blocks = [
            SectionBlock(look, register, section, self._views, special.by_panel) for section in register.sections
        ]
        self._panels: list[Panel] = []
        self._parts: list[tuple[str, QWidget, Callable[[], int]]] = []
        self._related = RelatedParts(session, register, special, self)
        self._jump = JumpList(look)
        self._step = WidthStep.WIDE
        self._area = QScrollArea()
        self._mark_later = QTimer(self, singleShot=True, interval=0)
        self._mark_later.timeout.connect(lambda: self._mark_section(self._area.verticalScrollBar().value()))
        self._build()
        self._connect()
        self.show_record(None)

    def _build(self) -> None:
        metrics = self._session.look.metrics
        self._body = QWidget()
        set_property(self._body, "ground", "surface")
        self._body.setMinimumWidth(1)  # wide parts give way; the page never scrolls sideways
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
        set_property(self._area.viewport(), "ground", "surface")
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
        header = SectionHeader(self._session.look, panel.title)
        column.addLayout(heading_row(self._session.look, header))
        column.addWidget(panel)
        panel.missing_changed.connect(header.set_missing)
        panel.missing_changed.connect(self._mark_sections)
        panel.shown_changed.connect(holder.setVisible)
        self._column.addWidget(holder)
        self._parts.append((panel.title, holder, panel.missing_count))

    def _connect(self) -> None:
        for block in self._blocks:
            block.edit_wanted.connect(self.edit_field)
            block.moved.connect(self._move)
        self._related.made.connect(self._place_related)
        self._header.renamed.connect(self._rename)
        self._header.acted.connect(self._act)
        self._header.left.connect(self.setFocus)
        for jump in (self._jump, self._header.jump):
            jump.chosen.connect(self._jump_to)
        self._area.verticalScrollBar().valueChanged.connect(self._mark_section)
        self._notice.acted.connect(self._on_acted)
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
        self._show_jump()
        if read is None:
            self._notice.set_messages([])
            return
        self._show(read)
        if changed:
            self._area.verticalScrollBar().setValue(0)
            for name, draft in self._drafts.of(read.record.id).items():
                self._open_editor(read, name, draft, take_focus=False)

    def _show(self, read: Read) -> None:
        writable = self._is_writable(read)
        self._views.room = self._area.viewport().width() if self.isVisible() else 0
        self._header.show_read(read, writable=writable)
        for panel in self._panels:
            panel.show_read(read)
        self._findings = of_record(self._session.reading(), self._register.name, read.record.id)
        told = remarks(self._register, read, self._findings)
        for block in self._blocks:
            block.show_read(read, told, writable=writable)
        for row in self._rows():
            row.show_remark(told.get(row.name, ""))
        self._related.show_read(read, writable=writable)
        self._notice.set_messages(self._messages(read))
        self._mark_sections()
        self._order_tabs()

    def _messages(self, read: Read) -> list[Message]:
        workspace = self._session.workspace
        binned = self._session.reading().journal().binned(read.record.id) if read.record.deleted else None
        own = workspace.file.info.organisation
        return messages(read, self._findings, own=own, binned=binned, writable=workspace.writable)

    def edit_field(self, name: str) -> None:
        """Start editing a field where it stands."""
        if self._read is None or not self._is_writable(self._read):
            return
        row = self._row(name)
        if row is None:
            if name in self._register.title_fields[:1]:
                self.finish()
                self._header.edit_name()
            return
        if row.is_editing and row.editor is not None:
            row.editor.setFocus()
            return
        self.finish()
        self._open_editor(self._read, name, self._drafts.of(self._read.record.id).get(name))
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))

    def edit_current(self) -> None:
        """Edit the value that has the focus, or the first."""
        focused = self.focusWidget()
        row = focused if isinstance(focused, ValueRow) else next(iter(self._rows()), None)
        if row is not None:
            self.edit_field(row.name)

    def finish(self) -> None:
        """Save what is being edited; what cannot be accepted stays open and marked."""
        self._header.finish()
        for row in self._rows():
            if row.is_editing:
                self._finish(row.name)

    def leave(self) -> None:
        """Save what is being edited; what cannot be accepted is kept as a draft."""
        self.finish()
        for row in self._rows():
            if row.is_editing:
                self._park(row)

    def make_paper(self) -> None:
        """Open the document window on the paper of this kind of record."""
        if self.record_id is None or self._read is None:
            return
        if self._special.paper and self._special.has_paper(self._read.record):
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
        self._show_jump()

    def set_step(self, step: WidthStep) -> None:
        """Arrange for how much fits beside each other."""
        self._step = step
        self._show_jump()

    def _show_jump(self) -> None:
        """Let the sections stand beside the page where there is room for them, else in a menu at the head."""
        has_room = self.width() >= self._session.look.metrics.px(_JUMP_NEEDS)
        beside = has_room and self._step is not WidthStep.MIDDLE
        self._jump.setVisible(self._read is not None and beside)
        self._header.jump.setVisible(self._read is not None and not beside)

    def _is_writable(self, read: Read) -> bool:
        return self._session.may_change(read)

    def _row(self, name: str) -> ValueRow | None:
        block = next((block for block in self._blocks if name in block.section.fields), None)
        return block.row(name) if block is not None else None

    def _rows(self) -> list[ValueRow]:
        return [row for block in self._blocks for row in block.rows()]

    def _move(self, name: str, by: int) -> None:
        names = [row.name for row in self._rows()]
        if name in names and 0 <= names.index(name) + by < len(names):
            self._focus_row(self._rows()[names.index(name) + by])

    def _focus_row(self, row: ValueRow) -> None:
        row.setFocus()
        self._area.ensureWidgetVisible(row)

    def _on_finished(self, name: str, by: int) -> None:
        before = [row.name for row in self._rows()]
        if not self._finish(name):
            return
        shown = {row.name: row for row in self._rows()}
        place = before.index(name)
        order = [name, *before[place + 1 :], *reversed(before[:place])]
        row = next((shown[other] for other in order if other in shown), None)
        if row is not None:
            self._focus_row(row)
            if row.name == name and by:
                self._move(name, by)

    def _finish(self, name: str) -> bool:
        """Save the field being edited; False when it cannot be accepted and stays open."""
        row = self._row(name)
        if row is None or row.editor is None or self._read is None:
            return True
        record, follows = self._read.record, self._special.follows
        try:
            changes = save_field(self._session, self._register, record, name, row.editor.plain(), follows)
        except (ValueError, KnownError) as error:
            row.show_fault(sentence_of(error, name))
            return False
        if name in follows and any(set(change.after or ()) - {name} for change in changes.changes):
            self._session.guide.say(follows[name].sentence, undoable=True)
        self._drafts.forget(record.id, name)
        row.close_editor()
        self.show_record(record.id)
        return True

    def _cancel(self, name: str) -> None:
        row = self._row(name)
        if row is not None and self.record_id is not None:
            self._drafts.forget(self.record_id, name)
            row.close_editor()
            self.show_record(self.record_id)
            if not row.isHidden():
                row.setFocus()
            else:
                self.setFocus()

    def _park(self, row: ValueRow) -> None:
        if row.editor is None or self.record_id is None:
            return
        sentence = row.fault() or "Värdet är inte sparat."
        self._drafts.keep(self.record_id, row.name, Draft(row.editor.draft(), sentence))
        row.close_editor()
        self._session.guide.say(f"{row.field.label} är inte sparat: {sentence}")

    def _open_editor(self, read: Read, name: str, draft: Draft | None, *, take_focus: bool = True) -> None:
        row = self._row(name)
        if row is None:
            return
        editor = field_editor(self._session, self._register, read, name)
        offer_words(self._session, self._special, name, editor)
        editor.finished.connect(partial(self._on_finished, name))
        editor.cancelled.connect(partial(self._cancel, name))
        row.open_editor(editor, take_focus=take_focus)
        if draft is not None:
            editor.show_draft(draft.content)
            row.show_fault(draft.sentence)
        elif take_focus:
            editor.started()

    def _rename(self, name: str) -> None:
        if self.record_id is None:
            return
        try:
            records = self._session.workspace.records
            records.save(self._register.name, self.record_id, {self._register.title_fields[0]: name}, initiator=self)
        except KnownError as error:
            self._session.guide.say(error.sentence)
        self.show_record(self.record_id)

    def _on_acted(self, message: Message) -> None:
        if message.action == RESTORE:
            self._take_back()
        elif self._findings:
            self.edit_field(self._findings[0].field)

    def _take_back(self) -> None:
        """Take the record out of the bin, from the notice that says it lies there."""
        if self.record_id is not None:
            self._session.workspace.records.restore(self._register.name, [self.record_id])
            self._session.guide.say("Återställt ur papperskorgen.", undoable=True)

    def _act(self) -> None:
        if self._special.action is None or self.record_id is None:
            return
        self.leave()
        try:
            self._special.action[1](self._session, self.record_id)
        except KnownError as error:
            self._session.guide.say(error.sentence)

    def _place_related(self, title: str, block: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, block)
        self._parts.append((title, block, lambda: 0))

    def _mark_sections(self) -> None:
        sections = [JumpSection(title, missing()) for title, part, missing in self._parts if not part.isHidden()]
        for jump in (self._jump, self._header.jump):
            jump.set_sections(sections)
        self._mark_later.start()

    def _order_tabs(self) -> None:
        """Let Tab go through the rows as they stand, however late some of them were made."""
        rows = [row for block in self._blocks for row in block.all_rows()]
        if len(rows) != self._rows_ordered:
            self._rows_ordered = len(rows)
            for first, second in pairwise(rows):
                QWidget.setTabOrder(first, second)

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
            for jump in (self._jump, self._header.jump):
                jump.set_current(passed[-1])

    def _on_changed(self, _changes: ChangeSet, _initiator: object) -> None:
        if self.record_id is not None and self.isVisible():
            self.show_record(self.record_id)
