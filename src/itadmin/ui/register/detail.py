"""The record page: a page to read, where each value is edited where it stands.

Puts the parts together: the head, the sections, what is written by hand, and what refers to the record. Reading is
short and on the window's thread. Names no register: what is special comes in `Special`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.findings import Finding
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.services.findings import of_record
from itadmin.services.neighbours import not_shared
from itadmin.services.reading import Read
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.register.field_editing import FieldEditing
from itadmin.ui.register.headed import Headed
from itadmin.ui.register.record_header import RecordHeader
from itadmin.ui.register.record_parts import RecordParts
from itadmin.ui.register.record_sections import RecordSections
from itadmin.ui.register.related_parts import RelatedParts
from itadmin.ui.register.remarks import RESTORE, messages_of, remarks, why_closed
from itadmin.ui.register.special import Panel, Special
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.register.value_view import ValueView
from itadmin.ui.session import Session
from itadmin.ui.widgets.jump_list import JumpList
from itadmin.ui.widgets.notice import Message, Notice

_JUMP_NEEDS = 640
_ONLY_THE_NAME = "Här ändras namnet, allt annat där det står."


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
        self._step = WidthStep.WIDE
        self._stale = False
        self._catch_up = QTimer(self, singleShot=True, interval=0)
        look = session.look
        set_property(self, "ground", "surface")
        self.setAcceptDrops(True)
        self._menu = QMenu(self)
        self._whose = QAction(self)
        self._whose.setEnabled(False)
        self._whose.setVisible(False)
        self._header = RecordHeader(look, register, special.head, special.papers, self._menu)
        self._notice = Notice(look)
        self._views = ValueView(look, session.guide)
        self._sections = RecordSections(look, register, self._views, special.parts.left_out)
        self._jump = JumpList(look)
        self._area = RecordParts(look, special.parts.order, (self._jump, self._header.jump))
        self._editing = FieldEditing(session, register, special.writing, self._sections.blocks, self._area)
        self._panels = [make(session) for make in special.parts.panels]
        self._taken = frozenset(key for panel in self._panels for key in panel.takes)
        self._related = RelatedParts(session, register, self._taken, self)
        self._build()
        self._connect()
        self.show_record(None)

    def _build(self) -> None:
        """Lay out the page before its parts are put in: all that is in a part is dressed anew when it changes hands."""
        metrics = self._session.look.metrics
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        notice_row = QHBoxLayout()
        whole.addLayout(notice_row)
        notice_row.setContentsMargins(metrics.margin, 0, metrics.section_gap, metrics.gap)
        notice_row.addWidget(self._notice)
        middle = QHBoxLayout()
        whole.addLayout(middle, 1)
        middle.setSpacing(0)
        middle.addWidget(self._area, 1)
        middle.addWidget(self._jump, 0, Qt.AlignmentFlag.AlignTop)
        middle.addSpacing(metrics.gap)
        self._place_all()

    def _place_all(self) -> None:
        sections = {block.section.key: block for block in self._sections.blocks}
        for panel in self._panels:
            if panel.section in sections:
                sections[panel.section].add_panel(panel)
            else:
                self._place(panel)
        for key, block in sections.items():
            self._area.place(key, block.section.title, block, block.missing_count)
        self._area.end_with(self._sections)

    def _place(self, panel: Panel) -> None:
        """Let a panel be a part of its own."""
        part = Headed(self._session.look, panel)
        panel.missing_changed.connect(self._area.tell)
        self._area.place(panel.section, panel.title, part, panel.missing_count)

    def _connect(self) -> None:
        for block in self._sections.blocks:
            block.edit_wanted.connect(self.edit_field)
        self._sections.turned.connect(lambda: self.show_record(self.record_id))
        self._editing.changed.connect(lambda: self.show_record(self.record_id))
        self._editing.left.connect(self.setFocus)
        self._related.made.connect(self._area.place)
        self._header.change_wanted.connect(self.edit_field)
        self._header.renamed.connect(self._rename)
        self._header.acted.connect(self._act)
        self._header.left.connect(self.setFocus)
        self._notice.acted.connect(self._on_acted)
        for panel in self._panels:
            panel.asked.connect(self._ask)
        self._session.bus.changed.connect(self._on_changed)
        self._session.look.changed.connect(self._show_again)
        self._catch_up.timeout.connect(lambda: self.show_record(self.record_id))

    def fill_menu(self, actions: Iterable[QAction]) -> None:
        """Take the commands that the menu at the head shows."""
        self._menu.addActions([self._whose, *actions])

    def show_record(self, record_id: UUID | None) -> None:
        """Show a record, or nothing."""
        changed = record_id != self.record_id
        self.record_id = record_id
        self._stale = False
        self._catch_up.stop()
        read = self._session.reading().many(self._register.name, [record_id]).get(record_id) if record_id else None
        self._read = read
        self._editing.show_read(read)
        self._header.setVisible(read is not None)
        self._area.setVisible(read is not None)
        self._show_jump()
        if read is None:
            self._area.show_parts(shown=False)
            self._notice.set_messages([])
            return
        self._show(read)
        self._area.show_parts(shown=True)
        if changed:
            self._area.to_top()
            self._editing.open_drafts()
            self._area.tell()

    def _show(self, read: Read) -> None:
        reading = self._session.reading()
        writable = self._session.open_fields(self._register, read)
        related = reading.related(self._register.name, read.record.id, whole=self._taken)
        self._views.room = self._area.viewport().width() if self.isVisible() else 0
        signs = self._special.head.signs(self._session, read, related)
        told = self._special.head.told(self._session, read, related)
        names = self._register.named_by(read.record) in writable
        self._header.show_read(read, writable=names, signs=signs, told=told)
        for panel in self._panels:
            panel.show_read(read)
            panel.show_related(read, {key: found for key, found in related.items() if key in panel.takes})
        self._findings = of_record(reading, self._register.name, read.record.id)
        remarked = remarks(self._register, read, self._findings)
        is_own = read.record.owner == reading.organisation_id
        withheld = None if is_own else not_shared(reading, read.record.owner, self._register)
        self._sections.show_read(read, remarked, writable=writable, withheld=withheld)
        for row in self._editing.rows():
            row.show_remark(remarked.get(row.name, ""))
        self._related.show_related(read, related)
        self._notice.set_messages(self._messages(read))
        self._whose.setText(self.why_others().replace("&", "&&"))
        self._whose.setVisible(not is_own)
        self._area.tell()
        self._editing.order_tabs()

    def _messages(self, read: Read) -> list[Message]:
        may_write = self._session.workspace.writable
        return messages_of(self._session.reading(), self._register, read, self._findings, writable=may_write)

    def why_others(self) -> str:
        """From whom the record that is shown is, as a sentence; "" for one's own, and for none."""
        if self._read is None or self._read.record.owner == self._session.reading().organisation_id:
            return ""
        return why_closed(self._messages(self._read))

    def edit_field(self, name: str) -> None:
        """Start editing a field where it stands."""
        if self._read is None:
            return
        if name not in self._session.open_fields(self._register, self._read):
            self._session.guide.say(why_closed(self._messages(self._read)))
            return
        self._header.finish()
        if self._editing.edit(name):
            self._area.tell()
        elif name in self._register.title_fields[:1]:
            self.finish()
            self._header.edit_name()
            self._session.guide.say(_ONLY_THE_NAME)

    def edit_current(self) -> None:
        """Edit the value that has the focus, or the first."""
        focused = self.focusWidget()
        row = focused if isinstance(focused, ValueRow) else next(iter(self._editing.rows()), None)
        if row is not None:
            self.edit_field(row.name)

    def finish(self) -> None:
        """Save what is being edited; what cannot be accepted stays open and marked."""
        self._header.finish()
        self._editing.finish()

    def leave(self) -> None:
        """Save what is being edited; what cannot be accepted is kept as a draft."""
        self._header.finish()
        self._editing.leave()

    def make_paper(self) -> None:
        """Open the document window on the paper of this kind of record."""
        if self.record_id is None or self._read is None:
            return
        paper = self._special.papers.type_for(self._read.record)
        if paper:
            self.leave()
            self._session.guide.open_paper(paper, self.record_id)
        else:
            self._session.guide.say("Det finns inget dokument för den här sortens post.")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus to the first value."""
        super().focusInEvent(event)
        first = next(iter(self._editing.rows()), None)
        if first is not None:
            first.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the record anew when it comes into view and something has changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._catch_up.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the jump list where there is room for it."""
        super().resizeEvent(event)
        self._show_jump()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged over the page, where a part of it takes them."""
        if self._taker() is not None and any(address.isLocalFile() for address in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give files that are dropped to the part that takes them."""
        taker = self._taker()
        if taker is not None:
            event.acceptProposedAction()
            taker.take_files([Path(file.toLocalFile()) for file in event.mimeData().urls() if file.isLocalFile()])

    def _ask(self, section: str, told: str) -> None:
        """Let the panels of a section begin what another one asks for."""
        self._area.reach(section)
        for panel in self._panels:
            if panel.section == section:
                panel.begin(told)

    def _taker(self) -> Panel | None:
        return next((panel for panel in self._panels if self._read is not None and panel.takes_files()), None)

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
        action = self._special.papers.action
        if action is None or self.record_id is None:
            return
        self.leave()
        try:
            action.carry_out(self._session, self.record_id)
        except KnownError as error:
            self._session.guide.say(error.sentence)

    def _on_changed(self, _changes: ChangeSet, _initiator: object) -> None:
        self._show_again()

    def _show_again(self) -> None:
        if self.record_id is None:
            return
        if self.isVisible():
            self.show_record(self.record_id)
        else:
            self._stale = True
