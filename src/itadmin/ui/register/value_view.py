"""A field's value as it is read on the record page: words, chips and links. Makes widgets; decides nothing."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from itadmin.domain.entry import text_from_plain
from itadmin.domain.fields import Choice, Held, Reference, References, Rows
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.register import Register
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.chips import chip_for
from itadmin.ui.session import Guide
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

_MOST_COLUMNS = 4
_TOP = Qt.AlignmentFlag.AlignTop


class ValueView:
    """Makes the widget that shows a value."""

    def __init__(self, look: Look, guide: Guide) -> None:
        self._look = look
        self._guide = guide

    def make(self, register: Register, read: Read, name: str) -> QWidget:
        """The widget for one field of a record; the field has a value."""
        field = register.fields[name]
        value = getattr(read.record, name)
        if isinstance(field, Held):
            holder = read.holders[name]
            if holder.person_id is None:
                return self._link(holder.label, field.through, holder.role_id)
            return self._link(holder.label, field.to, holder.person_id)
        if isinstance(field, Reference):
            return self._link(read.labels.get(value, ""), field.to, value)
        if isinstance(field, References):
            return self._links([(read.labels.get(item, ""), field.to, item) for item in value])
        if isinstance(field, Rows):
            return self._rows(field, value)
        text = field_text(register, read, name)
        kind = chip_for(field.values, value) if isinstance(field, Choice) else None
        if kind is not None:
            return _left(Chip(self._look, kind, text), self._look.metrics.link_pad)
        label = Label(self._look, text, wrap=True)
        spare = max(self._look.metrics.form_read - self._look.metrics.line, 0)
        label.setContentsMargins(self._look.metrics.link_pad, spare // 2, 0, spare - spare // 2)
        return label

    def _link(self, text: str, register: str, record_id: UUID) -> QWidget:
        return _left(self._button(text, register, record_id))

    def _button(self, text: str, register: str, record_id: UUID) -> LinkButton:
        button = LinkButton(self._look, text or "utan namn")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._guide.open_record(register, record_id))
        return button

    def _links(self, links: list[tuple[str, str, UUID]]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(self._look.metrics.gap, holder)
        for text, register, record_id in links:
            flow.addWidget(self._button(text, register, record_id))
        return holder

    def _rows(self, field: Rows, rows: tuple[object, ...]) -> QWidget:
        """A small table of the columns that have values, its words wrapped."""
        holder = QWidget()
        grid = QGridLayout(holder)
        metrics = self._look.metrics
        grid.setContentsMargins(metrics.link_pad, metrics.tight, 0, metrics.tight)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.tight // 2)
        fields = described_fields(field.row)
        texts = [
            {name: text_from_plain(item, plain_value(item, getattr(row, name))) for name, item in fields.items()}
            for row in rows
        ]
        shown = [name for name in fields if any(row[name] for row in texts)]
        if len(shown) > _MOST_COLUMNS:
            cells = [[row[shown[0]], " · ".join(row[name] for name in shown[1:] if row[name])] for row in texts]
        else:
            cells = [[fields[name].label for name in shown], *([row[name] or "–" for name in shown] for row in texts)]
        for line, row_cells in enumerate(cells):
            for column, text in enumerate(row_cells):
                ink = Ink.TEXT if column == 0 else Ink.TEXT2
                grid.addWidget(Label(self._look, text, TextStyle.SECOND, ink, wrap=True), line, column, _TOP)
        grid.setColumnStretch(len(cells[0]) - 1, 1)
        return holder


def _left(widget: QWidget, indent: int = 0) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(indent, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return holder
