"""What the paper needs, in groups: each value in its row, the missing ones with *Fyll i*, edited where they stand.

Values that need more than one line or a choice among records are filled in on their record page, where the guide leads.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.entry import text_from_plain
from itadmin.domain.problems import KnownError
from itadmin.ui import texts_document as texts
from itadmin.ui.document.need_fields import described, field_of, has_place, is_filled_in_here, keyed, sentence_of
from itadmin.ui.document.needs import Need, NeedGroup
from itadmin.ui.look.style import set_property
from itadmin.ui.register.editors import value_editor
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.section_header import SectionHeader

_ANY_WIDTH = 1  # what is wider than the panel would be laid out at another width than it is shown at


class NeedsPanel(QScrollArea):
    """The list of needs, scrolled. What is at its top is put there with `add_above`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, ValueRow] = {}
        self._needs: dict[str, Need] = {}
        self._headers: dict[str, SectionHeader] = {}
        self._editing = ""
        self._fault = ""
        self._untouched: Any = None
        self._body = QWidget()
        metrics = session.look.metrics
        self._above = QVBoxLayout()
        self._above.setSpacing(metrics.gap)
        self._above.setContentsMargins(metrics.gap, 0, metrics.gap, metrics.section_gap)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole = QVBoxLayout(self._body)
        whole.setContentsMargins(metrics.section_gap, metrics.section_gap, metrics.gap, metrics.margin)
        whole.setSpacing(0)
        whole.addLayout(self._above)
        whole.addLayout(self._column)
        whole.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Uppgifter i dokumentet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self, self._body):
            set_property(part, "ground", "surface")

    def add_above(self, *parts: QWidget) -> None:
        """Put parts above the groups."""
        for part in parts:
            self._above.addWidget(part)

    def show_groups(self, groups: tuple[NeedGroup, ...]) -> None:
        """Show other needs; rows of needs that were there before stay, with what is being typed in them."""
        by_title = {group.title: list(keyed(group.needs)) for group in groups}
        needs = {key: need for pairs in by_title.values() for key, need in pairs}
        old, new = self._needs, needs.keys() - self._needs.keys()
        if list(needs) != list(old) or list(by_title) != list(self._headers):
            self._lay_out(by_title)
        self._needs = needs
        for group in groups:
            header = self._headers[group.title]
            header.set_missing(group.missing)
            header.set_filled(len(group.needs), 0 if group.missing else len(group.needs))
        for key, need in needs.items():
            if key != self._editing and (key in new or need != old.get(key)):
                self._show(key, need)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is in the panel as wide as the panel."""
        super().resizeEvent(event)
        self._body.setMaximumWidth(self.viewport().width())

    def go_to_first(self) -> None:
        """Go to the first missing value, and start filling it in where that can be done here."""
        key = next((key for key, need in self._needs.items() if need.is_missing), "")
        if key:
            self._reach(key)

    def leave(self) -> None:
        """Save what is being typed; what is not accepted is said in the main window."""
        key = self._editing
        if key and not self._finish(key):
            self._session.guide.say(texts.not_saved(self._needs[key].label, self._fault))
            self._close(key)

    def _lay_out(self, by_title: dict[str, list[tuple[str, Need]]]) -> None:
        old_rows, old_headers = self._rows, self._headers
        self._empty()
        self._rows, self._headers = {}, {}
        for title, pairs in by_title.items():
            header = old_headers.pop(title, None) or SectionHeader(self._session.look, title)
            header.setMinimumWidth(_ANY_WIDTH)
            self._headers[title] = header
            self._column.addLayout(self._inset(header))
            self._column.addSpacing(self._session.look.metrics.tight)
            for key, need in pairs:
                self._rows[key] = self._row(key, need, old_rows.pop(key, None))
                self._column.addWidget(self._rows[key])
                self._rows[key].show()  # at once, so that it can take the focus
            self._column.addSpacing(self._session.look.metrics.section_gap)
        if self._editing not in self._rows:
            self._editing = ""
        for part in (*old_rows.values(), *old_headers.values()):
            part.hide()
            part.deleteLater()

    def _inset(self, header: SectionHeader) -> QHBoxLayout:
        """A heading that begins where the words of the rows begin."""
        row = QHBoxLayout()
        row.setContentsMargins(self._session.look.metrics.gap, 0, self._session.look.metrics.gap, 0)
        row.addWidget(header)
        return row

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            inner = item.layout()
            if inner is not None:
                inner.takeAt(0)

    def _row(self, key: str, need: Need, old: ValueRow | None) -> ValueRow:
        if old is not None:
            return old
        row = ValueRow(self._session.look, key, described(need))
        row.setMinimumWidth(_ANY_WIDTH)
        row.edit_wanted.connect(self._reach)
        row.moved.connect(self._move)
        return row

    def _show(self, key: str, need: Need) -> None:
        view = None if need.is_missing else self._words(need.text)
        self._rows[key].show_value(view, need.text, writable=has_place(need) and self._session.workspace.writable)

    def _words(self, text: str) -> Label:
        label = Label(self._session.look, text, wrap=True)
        metrics = self._session.look.metrics
        spare = max(metrics.form_read - metrics.line, 0)
        label.setContentsMargins(metrics.link_pad, spare // 2, 0, spare - spare // 2)
        return label

    def _reach(self, key: str) -> None:
        """Edit a value where it stands, or on its record page."""
        if key == self._editing:
            return
        if self._editing and not self._finish(self._editing):
            return
        need = self._needs[key]
        field = field_of(need)
        if not is_filled_in_here(need):
            if need.record_id is not None:
                self._session.guide.open_field(need.register, need.record_id, need.field)
            return
        editor = value_editor(self._session.look, replace(field, label=need.label), self._session.reading().words)
        editor.show_plain(need.plain)
        editor.finished.connect(lambda by: self._on_finished(key, by))
        editor.chosen.connect(lambda: self._on_finished(key, 0))
        editor.cancelled.connect(lambda: self._on_cancelled(key))
        self._editing = key
        self._untouched = editor.draft()
        self._rows[key].open_editor(editor)
        self.ensureWidgetVisible(self._rows[key])

    def _on_finished(self, key: str, by: int) -> None:
        if not self._finish(key) or key not in self._rows:
            return
        self._rows[key].setFocus()
        if by:
            self._on_from(key, by)

    def _on_from(self, key: str, by: int) -> None:
        """Go on to the next missing value in a direction, or only to the next row when nothing more is missing."""
        keys = list(self._needs)
        at = keys.index(key)
        ahead = keys[at + 1 :] if by > 0 else keys[:at][::-1]
        missing = next((other for other in ahead if self._needs[other].is_missing and self._is_here(other)), "")
        if missing:
            self._reach(missing)
        elif ahead:
            self._rows[ahead[0]].setFocus()

    def _is_here(self, key: str) -> bool:
        return is_filled_in_here(self._needs[key])

    def _on_cancelled(self, key: str) -> None:
        self._close(key)
        self._rows[key].setFocus()

    def _finish(self, key: str) -> bool:
        """Save the value being edited; False when it cannot be accepted and stays open."""
        need, row = self._needs[key], self._rows[key]
        if row.editor is None:
            self._editing = ""
            return True
        if row.editor.draft() == self._untouched:
            self._close(key)  # what has been changed elsewhere meanwhile is not changed back
            return True
        try:
            plain = row.editor.plain()
            self._write(need, plain)
        except (ValueError, KnownError) as error:
            self._fault = sentence_of(error, need.field)
            row.show_fault(self._fault)
            return False
        if key not in self._rows:
            return True  # the paper has already been made anew and no longer asks for it
        text = text_from_plain(field_of(need), plain, self._session.reading().words)
        self._needs[key] = replace(need, text=text, plain=plain)
        self._close(key)
        return True

    def _write(self, need: Need, plain: Any) -> None:
        """Save a value in its record, or in a new one."""
        records = self._session.workspace.records
        if need.record_id is None:
            records.add(need.register, {**dict(need.begun), need.field: plain})
        else:
            records.save(need.register, need.record_id, {need.field: plain})

    def _close(self, key: str) -> None:
        if self._editing == key:
            self._editing = ""
        self._rows[key].close_editor()
        self._show(key, self._needs[key])

    def _move(self, key: str, by: int) -> None:
        keys = list(self._rows)
        at = keys.index(key) + by
        if 0 <= at < len(keys):
            self._rows[keys[at]].setFocus()
            self.ensureWidgetVisible(self._rows[keys[at]])
