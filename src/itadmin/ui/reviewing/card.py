"""A system to look through: what is asked of it every year, to be read at a glance and changed where it stands.

What is changed is kept here until somebody writes all of it as one step. Never writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.services.display import field_text
from itadmin.services.findings import of_record
from itadmin.services.reading import Read
from itadmin.services.reviewing.rounds import REGISTER
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.headed import heading_row
from itadmin.ui.register.remarks import remarks, sentence_of
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.register.value_view import ValueLabel
from itadmin.ui.reviewing.corrections import Corrections
from itadmin.ui.session import Session
from itadmin.ui.widgets.section_header import SectionHeader

GROUPS: tuple[Mapping[str, tuple[str, ...]], ...] = (
    {
        "Ansvar": ("department", "system_owner", "system_manager", "deputy_manager", "information_owner"),
        "Användning": ("purpose", "lifecycle", "planned_retirement", "user_count"),
        "Leverantör och produkt": ("supplier", "product", "version"),
    },
    {
        "Klassning": ("confidentiality", "integrity", "availability", "traceability", "classified_on"),
        "Personuppgifter": ("personal_data", "sensitive_personal_data", "dpa_status"),
        "Dokumentation": ("system_documentation", "operations_documentation", "routine_documentation", "user_guide"),
        "Bedömning": ("function_rating", "competence_rating", "note"),
    },
)
"""What is asked, under its headings, in the two columns of the card."""

_TWO_COLUMNS = 700
_NONE = "–"


class ReviewCard(QWidget):
    """One system. `left` when the keyboard is done with a value; `reached` gives the row that is edited now."""

    left = Signal()
    reached = Signal(QWidget)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.corrections: Corrections | None = None
        self._session = session
        self._read: Read | None = None
        self._untouched: Any = None
        self._editing: ValueRow | None = None
        self.rows: dict[str, ValueRow] = {}
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(session.look.metrics.gap)
        for groups in GROUPS:
            self._columns.addLayout(self._column(groups), 1)

    def _column(self, groups: Mapping[str, tuple[str, ...]]) -> QVBoxLayout:
        look, column = self._session.look, QVBoxLayout()
        column.setSpacing(0)
        for title, names in groups.items():
            column.addLayout(heading_row(look, SectionHeader(look, title)))
            column.addSpacing(look.metrics.tight)
            for name in names:
                row = ValueRow(look, name, REGISTER.fields[name])
                row.edit_wanted.connect(self.edit)
                row.moved.connect(self._move)
                column.addWidget(row)
                self.rows[name] = row
            column.addSpacing(look.metrics.block)
        column.addStretch(1)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside each other where there is room for it."""
        super().resizeEvent(event)
        wide = self.width() >= self._session.look.metrics.px(_TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    @property
    def read(self) -> Read | None:
        """The system as it is written."""
        return self._read

    def show_read(self, read: Read) -> None:
        """Show a system; the same one keeps what is corrected, and what is being typed."""
        if self.corrections is None or self.corrections.record_id != read.record.id:
            self._close()
            self.corrections = Corrections(self._session, REGISTER, read.record.id)
        self._read = read
        self._show()

    def forget(self) -> None:
        """Let go of what is corrected: it has been written."""
        self._close()
        self.corrections = None
        self._read = None

    def edit(self, name: str) -> None:
        """Edit a value where it stands."""
        if self._read is None or self.corrections is None or not self.finish():
            return
        row = self.rows[name]
        editor = field_editor(self._session, REGISTER, self.corrections.over(self._read), name)
        editor.finished.connect(partial(self._on_finished, name))
        editor.chosen.connect(partial(self._on_finished, name, 0))
        editor.cancelled.connect(self._on_cancelled)
        self._editing, self._untouched = row, editor.draft()
        row.open_editor(editor)
        editor.started()
        self.reached.emit(row)

    def finish(self) -> bool:
        """Take in the value being edited; False when it cannot be accepted and stays open."""
        row = self._editing
        if row is None or row.editor is None or self.corrections is None:
            return True
        if row.editor.draft() != self._untouched:
            try:
                self.corrections.take(row.name, row.editor.plain())
            except (ValueError, KnownError) as error:
                row.show_fault(sentence_of(error, row.name))
                return False
        self._close()
        self._show()
        return True

    def cancel(self) -> str:
        """Leave the value being edited alone; gives what was wrong with it, "" for nothing."""
        fault = f"{self._editing.field.label} är inte sparat: {self._editing.fault()}" if self._editing else ""
        self._close()
        self._show()
        return fault

    def _close(self) -> None:
        if self._editing is not None:
            self._editing.close_editor()
            self._editing = None

    def _show(self) -> None:
        if self._read is None or self.corrections is None:
            return
        shown = self.corrections.over(self._read)
        told = remarks(REGISTER, shown, of_record(self._session.reading(), REGISTER.name, shown.record.id))
        for name, row in self.rows.items():
            if row is self._editing:
                continue
            text = field_text(REGISTER, shown, name)
            is_missing = not text and row.field.expected
            shown_text = "" if is_missing else text or _NONE
            row.show_value(self._words(shown_text) if shown_text else None, shown_text, writable=True)
            row.show_remark("" if name in self.corrections.values else told.get(name, ""))

    def _words(self, text: str) -> ValueLabel:
        return ValueLabel(self._session.look, text)

    def _on_finished(self, name: str, by: int) -> None:
        if not self.finish():
            return
        if by:
            self._move(name, by)
        else:
            self.left.emit()

    def _on_cancelled(self) -> None:
        self.cancel()
        self.left.emit()

    def _move(self, name: str, by: int) -> None:
        names = list(self.rows)
        place = names.index(name) + by
        if 0 <= place < len(names):
            row = self.rows[names[place]]
            row.setFocus()
            self.reached.emit(row)
        else:
            self.left.emit()
