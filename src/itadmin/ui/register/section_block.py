"""A section of the record page: heading, what is filled in or missing as rows, the rest folded under a link."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from itadmin.domain.fields import Computed
from itadmin.domain.register import Register, Section
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.look.look import Look
from itadmin.ui.register.headed import heading_row
from itadmin.ui.register.special import Panel
from itadmin.ui.register.value_row import ValueRow
from itadmin.ui.register.value_view import ValueView
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.section_header import SectionHeader


class SectionBlock(QWidget):
    """One section. Rows are made the first time they are needed and kept."""

    edit_wanted = Signal(str)
    moved = Signal(str, int)

    def __init__(
        self, look: Look, register: Register, section: Section, views: ValueView, left_out: Container[str] = ()
    ) -> None:
        """`left_out` are fields that are shown elsewhere."""
        super().__init__()
        self._left_out = left_out
        self.section = section
        self._look = look
        self._register = register
        self._views = views
        self._rows: dict[str, ValueRow] = {}
        self._empty: list[str] = []
        self._labels: dict[str, str] = {}
        self._shown: dict[str, object] = {}
        self._missing = 0
        self._header = SectionHeader(look, section.title)
        self._more = LinkButton(look, "Lägg till …")
        self._more.setAccessibleName(f"Lägg till i {section.title}")
        self._more.clicked.connect(self._offer)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(heading_row(look, self._header))
        self._column.addSpacing(look.metrics.heading_gap)
        self._panels = QVBoxLayout()
        self._values = QVBoxLayout()
        self._values.setSpacing(0)
        self._column.addLayout(self._panels)
        self._column.addLayout(self._values)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.metrics.gap - look.metrics.link_pad, 0, 0, 0)
        foot.addWidget(self._more)
        foot.addStretch(1)
        self._last = QVBoxLayout()
        self._column.addLayout(foot)
        self._column.addLayout(self._last)

    def add_panel(self, panel: Panel) -> None:
        """Let a panel stand in the section, before or after its values."""
        (self._last if panel.is_last else self._panels).addWidget(panel)

    def has(self, name: str) -> bool:
        """Whether a field has its row here."""
        return name in self.section.fields and name not in self._left_out

    def all_rows(self) -> list[ValueRow]:
        """The rows that have been made, from the top."""
        return [self._rows[name] for name in self.section.fields if name in self._rows]

    def rows(self) -> list[ValueRow]:
        """The rows that are shown, from the top; none while the section itself is not."""
        return [] if self.isHidden() else [row for row in self.all_rows() if not row.isHidden()]

    def row(self, name: str) -> ValueRow:
        """The row of a field, made and shown if it was folded."""
        if name not in self._rows:
            self._make(name)
        self._rows[name].show()
        return self._rows[name]

    def is_needed(self, told: Container[str]) -> bool:
        """Whether the section is needed whatever the record: something is being written in it, or is said of it."""
        return any(row.is_editing for row in self.all_rows()) or any(
            self.has(name) and name in told for name in self.section.fields
        )

    def show_read(
        self,
        read: Read,
        told: Container[str] = (),
        *,
        writable: Container[str],
        withheld: Container[str] | None = None,
    ) -> None:
        """Show a record's values, the `writable` ones to be changed; what is being edited is left alone.

        Fields in `told` have something said of them, so that they are shown also when they are empty.
        Nothing is missing of a neighbour's record, of whose fields those `withheld` are not shared; None of one's own.
        """
        self._empty = []
        self._call(read)
        filled = self._missing = 0
        for name in self._stored():
            text = _text(self._register, read, name)
            filled += bool(text)
            is_asked = not text and (self._register.expects(read.record, name) or name in told)
            is_missing = is_asked and withheld is None
            self._missing += is_missing
            row = self._rows.get(name)
            if row is not None and row.is_editing:
                self._shown.pop(name, None)
                continue
            if text:
                row = self.row(name)
                content = (getattr(read.record, name), read.holders.get(name), text, name in writable, self._views.room)
                if self._shown.get(name) != content or row.view() is None:
                    view = self._views.make(self._register, read, name, row.view())
                    row.show_value(view, text, writable=name in writable)
                self._shown[name] = content
                continue
            self._shown.pop(name, None)
            if is_missing:
                self.row(name).show_value(None, "", writable=name in writable)
            elif is_asked and withheld is not None and name in withheld:
                self.row(name).show_withheld()
            else:
                if name in writable:
                    self._empty.append(name)
                if row is not None:
                    row.hide()
        self._header.set_filled(filled, len(self._stored()) if withheld is None else 0)
        self._header.set_missing(self._missing)
        self._more.setVisible(bool(self._empty))

    def missing_count(self) -> int:
        """How many values are shown as missing: the expected ones, and those that something is said of."""
        return self._missing

    def _stored(self) -> list[str]:
        fields = self._register.fields
        shown = (name for name in self.section.fields if name not in self._left_out)
        return [name for name in shown if not isinstance(fields[name], Computed)]

    def _make(self, name: str) -> None:
        row = ValueRow(self._look, name, self._register.fields[name])
        row.show_label(self._labels.get(name, row.field.label))
        row.edit_wanted.connect(self.edit_wanted)
        row.moved.connect(self.moved)
        before = [other for other in self.section.fields[: self.section.fields.index(name)] if other in self._rows]
        self._rows[name] = row
        self._values.insertWidget(len(before), row)

    def _call(self, read: Read) -> None:
        """Call the fields as they are called on records of its kind."""
        self._labels = {name: self._register.label_of(read.record, name) for name in self.section.fields}
        for name, row in self._rows.items():
            row.show_label(self._labels[name])

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._empty:
            action = QAction(self._labels[name], menu)
            action.triggered.connect(lambda _checked=False, name=name: self.edit_wanted.emit(name))
            menu.addAction(action)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _text(register: Register, read: Read, name: str) -> str:
    """What a field says; "" also for rows that are none."""
    return field_text(register, read, name) if getattr(read.record, name) != () else ""
