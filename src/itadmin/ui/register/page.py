"""A register's page: the list at the left and the record that the arrow keys stand on at the right.

When the window is narrow the record replaces the list, and Escape goes back. Names no register.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.register import Register
from itadmin.domain.registers import WORDS
from itadmin.ui.look.metrics import WidthStep
from itadmin.ui.look.style import set_property
from itadmin.ui.panels import special_of
from itadmin.ui.register.detail import RecordPage
from itadmin.ui.register.list_and_record import ListAndRecord
from itadmin.ui.register.list_deeds import copied, put_in_bin, take_out_of_bin
from itadmin.ui.register.list_pane import ListPane
from itadmin.ui.register.list_side import ListSide, ShownList
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.relisting import changes_filtered, changes_order
from itadmin.ui.register.table_model import RegisterModel
from itadmin.ui.session import Session

_NO_LIMIT = 16_777_215


class RegisterPage(QWidget):
    """List and record; `first` is a list that is shown already.

    `counted` tells (shown, all, selected) for the status row, `record_shown` the record's id.
    """

    counted = Signal(int, int, int)
    record_shown = Signal(object)

    def __init__(self, session: Session, register: Register, first: ListPane | None = None) -> None:
        super().__init__()
        self.register = register
        self._session = session
        self._stale = True
        self._wanted: UUID | None = None
        self._keep: UUID | None = None
        self._beside = 0
        set_property(self, "ground", "surface")
        if first is None:
            first = ListPane(session.look, RegisterModel(register, session.reading))
        self.list, self.model = first, first.model
        self.model.read_from(session.reading, session.workspace.file.info.organisation)
        self.list.setMaximumWidth(_NO_LIMIT)
        self.side = ListSide(session, first)
        self.state = self.side.state
        self.record = RecordPage(session, register, special_of(register.name))
        self.sides = ListAndRecord(session, first, self.record, register.plural, f"list/{register.name}", self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sides)
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _connect(self) -> None:
        self._follow.timeout.connect(self._show_current)
        self.sides.back_wanted.connect(self.show_list)
        self.list.new_wanted.connect(self.add_record)
        self.list.current_changed.connect(self._follow.start)
        self.list.selection_changed.connect(self.count)
        self.list.opened.connect(self._open)
        self.list.table.clicked.connect(self._open_where_narrow)
        if self._session.workspace.writable:
            self.list.delete_wanted.connect(self.delete_records)
            self.list.restore_wanted.connect(self.restore_records)
        else:
            self.list.set_read_only()
        self.list.bin_left.connect(self.leave_bin)
        self.model.filled.connect(self._settle)
        self.state.changed.connect(self._load)
        self.state.columns_changed.connect(self._show_columns)
        self._session.bus.changed.connect(self._on_changed)
        self.installEventFilter(self)

    def show_record(self, record_id: UUID) -> None:
        """Show a record, also when the list's filter hides it."""
        self._load_if_stale()
        if self.model.row_of(record_id) < 0 and not self.state.deleted:
            self.list.heading.clear_words()
        self._wanted = record_id
        self._select(record_id)
        self._show(record_id)
        if self.sides.takes_turns:
            self.sides.show_record(shown=True)
            self.record.setFocus()

    def edit_field(self, record_id: UUID, field: str) -> None:
        """Show a record and start editing one of its fields."""
        self.show_record(record_id)
        self.record.edit_field(field)

    def show_list(self) -> None:
        """Go back from the record to the list, where it takes the list's place."""
        self.record.leave()
        self.sides.show_record(shown=False)
        self.list.focus_table()

    def turn_list_alone(self) -> None:
        """Let the list have all the room, or show the record beside it again."""
        self.record.leave()
        self.sides.turn_alone()
        self.list.focus_table()
        if self.sides.is_narrow:
            self._session.guide.say("Fönstret är för smalt för både lista och post, så listan står redan för sig.")

    def add_record(self) -> None:
        """Make a new record by its name or by what it is begun with; one that needs more is made where it belongs."""
        if not self._session.workspace.writable:
            self._session.guide.say("Registret visas som det var och kan inte ändras. Gå tillbaka till i dag först.")
            return
        if not self.list.can_add:
            self._session.guide.say(f"En {self.register.singular} läggs till på den post som den hör till.")
            return
        if self.state.deleted:
            self.leave_bin()
        self.side.show_own()
        self.sides.show_record(shown=False)
        if not self.register.begun_with:
            self.list.heading.ask_name()
            return
        sheet = NewRecordDialog(self._session, self.register, {}, self.window())
        sheet.offer(special_of(self.register.name).writing)
        sheet.added.connect(self._show_added)
        sheet.open()

    def create_record(self, name: str) -> UUID:
        """Add a record with just its name and show it. Raises KnownError."""
        record_id = self._session.workspace.records.add(self.register.name, {self.register.title_fields[0]: name})
        self.show_record(record_id)
        self.record.setFocus()
        return record_id

    def _show_added(self, record_id: UUID) -> None:
        self.show_record(record_id)
        self.record.setFocus()
        self._session.guide.say(added_words(self.register), undoable=True)

    def delete_records(self) -> None:
        """Put the chosen records in the bin, or the one that is shown when the list stands on none."""
        ids = self.list.selected_ids() or ([self.record.record_id] if self.record.record_id else [])
        if ids:
            self.record.leave()
            put_in_bin(self._session, self.register.name, ids)

    def restore_records(self) -> None:
        """Take the chosen records out of the bin."""
        ids = self.list.selected_ids()
        if ids:
            take_out_of_bin(self._session, self.register.name, ids)

    def show_bin(self) -> None:
        """Show what lies in the bin instead of the list."""
        self.list.set_bin(shown=True)
        self.state.show_bin(shown=True)

    def show_view(self, key: str) -> None:
        """Show one of the register's views, "" for the register itself, instead of what is shown."""
        self.record.leave()
        self.list.set_bin(shown=False)
        self.sides.show_record(shown=False)
        if self.state.deleted or self.state.key != key:
            self.state.show_view(key)

    def leave_bin(self) -> None:
        """Show the list again."""
        self.list.set_bin(shown=False)
        self.state.show_bin(shown=False)

    def copy_record(self) -> None:
        """Copy the record that is shown."""
        current = self.list.current_id()
        if current is not None:
            self.record.leave()
            made = copied(self._session, self.register.name, current)
            if made is not None:
                self.show_record(made)

    def shown_list(self) -> ShownList:
        """What the list shows now: query, visible columns, chosen records, and its sentence."""
        return self.side.shown_list()

    def set_step(self, step: WidthStep) -> None:
        """Arrange for how much fits beside each other."""
        self.list.set_step(step)
        self.record.set_step(step)
        self.sides.set_step(step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the list when the page comes into view and something has changed."""
        if event.type() is QEvent.Type.Show:
            self._load_if_stale()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead from the record back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_list()
            return
        super().keyPressEvent(event)

    def _load_if_stale(self) -> None:
        if self._stale:
            self._load()

    def _load(self, beside: int = 0) -> None:
        """Read the list: what comes at once is shown at once, and `_settle` is told when all is there.

        `beside` is the row to stand on where the record that one stands on is no more.
        """
        self._keep = self._wanted or self.list.current_id()
        self._beside = beside
        self._stale = False
        self.side.owner.refresh()
        self.model.load(self.state.query())
        self.side.show_order()
        if self.model.pending:
            self.list.show_state(empty=False, filtered=False)
            if self._keep is None or self.model.row_of(self._keep) >= 0:
                self._select(self._keep)

    def _settle(self) -> None:
        """Stand where one stood, now that the whole list is known, and say what is in it."""
        keep = self.list.current_id() or self._keep
        empty, filtered = self.model.rowCount() == 0, bool(self.state.words)
        self.list.show_state(
            empty=empty,
            filtered=filtered,
            conditions=self.state.is_filtered,
            of_others=self.state.is_of_others,
            has_others=self.side.owner.is_offered,
        )
        if self._wanted is not None or self.list.current_id() is None:
            self._select(self._wanted or keep)
        self.count()

    def _show_columns(self) -> None:
        """Show other columns; the list goes on standing where it stood."""
        keep = self.list.current_id()
        self.side.show_columns()
        if self.list.current_id() is None:
            self._select(keep)
        self.list.widen_selection()

    def _select(self, record_id: UUID | None) -> None:
        """Stand on a record in the list, or on what has come in its place.

        On none when the one that is shown is not listed, such as a neighbour's.
        """
        row = self.model.row_of(record_id) if record_id else -1
        if row < 0 and record_id is not None and record_id == self._wanted:
            self.list.select_none()
        else:
            self.list.select_row(row if row >= 0 else min(self._beside, self.model.rowCount() - 1))

    def _show_current(self) -> None:
        current = self.list.current_id()
        if current is None and self._wanted is not None:
            return
        self._wanted = None
        if current != self.record.record_id:
            self._show(current)

    def _show(self, record_id: UUID | None) -> None:
        self.record.leave()
        self.record.show_record(record_id)
        self.record_shown.emit(record_id)

    def _open_where_narrow(self, index: QModelIndex) -> None:
        """Let one click lead to the record where there is no room for it beside the list."""
        if self.sides.is_narrow:
            self._open(index)

    def _open(self, _index: QModelIndex) -> None:
        self.sides.show_record(shown=True)
        self.record.setFocus()

    def count(self) -> None:
        """Tell how many records are shown, how many there are and how many are chosen, when all are known."""
        if self.model.pending:
            return
        shown = self.model.rowCount()
        everything = shown if self.model.total is None else self.model.total
        self.list.heading.set_counts(shown, everything)
        self.counted.emit(shown, everything, self.list.selected_count())

    def _on_changed(self, changes: ChangeSet, _initiator: object) -> None:
        self.state.refresh()
        view, relisted = self.state.view, WORDS.name in changes.registers
        if relisted:
            self.side.filter.refresh()
        relisted = relisted or changes_order(changes, self.register, view.sort)
        if not relisted and self.state.is_filtered:
            fit_otherwise = bool(view.findings) or changes_filtered(changes, self.register)
            relisted = fit_otherwise and not self._works_in_record()
        if relisted and self.isVisible():
            self._load(self.list.first_chosen())
        elif relisted:
            self._stale = True
        else:
            self.model.forget_rows()

    def _works_in_record(self) -> bool:
        """Whether somebody is editing the record: it stays in the list until they are done, whatever they change."""
        focused = QApplication.focusWidget()
        return focused is not None and self.record.isAncestorOf(focused)
