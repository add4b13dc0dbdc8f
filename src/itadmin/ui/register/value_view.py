"""A field's value as it is read on the record page: words, chips and links. Makes widgets; decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from itadmin.domain.entry import text_from_plain
from itadmin.domain.fields import Field, Held, Reference, References, Rows, Text, is_kommun
from itadmin.domain.record import described_fields, plain_value
from itadmin.domain.register import Register
from itadmin.domain.words import Words
from itadmin.services.display import field_text, reservation
from itadmin.services.reading import Read
from itadmin.services.reference_data import town_of
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.look import Look
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.elided_link import ElidedLink
from itadmin.ui.register.value_signs import value_sign
from itadmin.ui.session import Guide
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.painting import line_width

_TOP = Qt.AlignmentFlag.AlignTop


def _cell(field: Field, value: Any, words: Words) -> str:
    """A value in a row, a kommun by its name."""
    text = text_from_plain(field, value, words)
    return town_of(text) if is_kommun(field) else text


class ValueLabel(Label):
    """A value that is words."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, wrap=True)
        spare = max(look.metrics.form_read - look.metrics.line, 0)
        self.setContentsMargins(look.metrics.link_pad, spare // 2, 0, spare - spare // 2)


class ValueView:
    """Makes the widget that shows a value. `room` is the width there is for a table; 0 when it is not known."""

    def __init__(self, look: Look, guide: Guide) -> None:
        self.room = 0
        self._look = look
        self._guide = guide

    def make(self, register: Register, read: Read, name: str, old: QWidget | None = None) -> QWidget:
        """The widget for one field of a record; the field has a value. `old`, what it was shown with, may be it."""
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
            return self._rows(field, value, read.words)
        text, note = field_text(register, read, name), reservation(register, read, name)
        sign = value_sign(self._look, field, str(value), text, note)
        if sign is not None:
            return _left(sign, self._look.metrics.link_pad)
        return self._words(field, text, old)

    def _words(self, field: Field, text: str, old: QWidget | None) -> QWidget:
        if is_address(field):
            return _left(self._address(text, text))
        if isinstance(old, ValueLabel):
            old.setText(text)
            return old
        return ValueLabel(self._look, text)

    def _link(self, text: str, register: str, record_id: UUID) -> QWidget:
        return _left(self._button(text, register, record_id))

    def _button(self, text: str, register: str, record_id: UUID) -> ElidedLink:
        button = ElidedLink(self._look, text or "utan namn")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._guide.open_record(register, record_id))
        return button

    def _address(self, text: str, address: str) -> ElidedLink:
        button = ElidedLink(self._look, text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._guide.open_address(address))
        return button

    def _links(self, links: list[tuple[str, str, UUID]]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(self._look.metrics.gap, holder)
        for text, register, record_id in links:
            flow.addWidget(self._button(text, register, record_id))
        return holder

    def _rows(self, field: Rows, rows: tuple[object, ...], words: Words) -> QWidget:
        """The rows as a table of the columns that have values or ought to, or as lines where it has no room.

        Rows with an address are links by their first word.
        """
        fields = described_fields(field.row)
        addressed = next((name for name, item in fields.items() if is_address(item)), "")
        if addressed:
            return self._addresses([(_named(row, fields), getattr(row, addressed)) for row in rows])
        texts = [
            {name: _cell(item, plain_value(item, getattr(row, name)), words) for name, item in fields.items()}
            for row in rows
        ]
        shown = [name for name, item in fields.items() if item.expected or any(row[name] for row in texts)]
        table = [[fields[name].label for name in shown], *([row[name] or "–" for name in shown] for row in texts)]
        if len(shown) == 1 or self._fits(table):
            return self._grid(table if len(shown) > 1 else table[1:], headed=len(shown) > 1)
        same_words = len({getattr(fields[name], "values", name) for name in shown[1:]}) == 1
        told = _grouped if same_words else _told
        lines = [[row[shown[0]], told([(fields[name].label, row[name]) for name in shown[1:]])] for row in texts]
        return self._grid(lines, headed=False)

    def _addresses(self, links: list[tuple[str, str]]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, self._look.metrics.tight)
        column.setSpacing(self._look.metrics.tight // 2)
        for text, address in links:
            column.addWidget(_left(self._address(text, address)) if address else Label(self._look, text, wrap=True))
        return holder

    def _fits(self, table: list[list[str]]) -> bool:
        """Whether a table can be wrapped into the room there is without a word being cut."""
        theme = self._look.theme
        widths = [
            max(line_width(theme, word, TextStyle.SECOND) for cell in column for word in cell.split(" "))
            for column in zip(*table, strict=True)
        ]
        margins = 2 * theme.metrics.gap + theme.metrics.margin
        room = self.room or theme.metrics.record_max
        return sum(widths) + (len(widths) - 1) * theme.metrics.block + margins <= room

    def _grid(self, cells: list[list[str]], *, headed: bool) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        metrics = self._look.metrics
        grid.setContentsMargins(0, 0, 0, metrics.tight)
        grid.setHorizontalSpacing(metrics.block)
        grid.setVerticalSpacing(metrics.tight // 2)
        for line, row_cells in enumerate(cells):
            for column, text in enumerate(row_cells):
                plain = Ink.TEXT if column == 0 else Ink.TEXT2
                ink = Ink.TEXT3 if headed and line == 0 else plain
                grid.addWidget(Label(self._look, text, TextStyle.SECOND, ink, wrap=True), line, column, _TOP)
        longest = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
        for column, length in enumerate(longest):
            grid.setColumnStretch(column, max(length, 1))
        return holder


def is_address(field: Field) -> bool:
    """Whether a field's values are addresses that can be opened."""
    return isinstance(field, Text) and field.form == "address"


def _named(row: object, fields: Mapping[str, Field]) -> str:
    """What a row is called: its first value, and its address where that says something else."""
    return next((str(getattr(row, name)) for name in fields if getattr(row, name)), "")


def _left(widget: QWidget, indent: int = 0) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(indent, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return holder


def _told(cells: list[tuple[str, str]]) -> str:
    """A row's values after its first on one line, the figures with what they are."""
    return " · ".join(f"{label} {text}" if text[:1].isdigit() else text for label, text in cells if text)


def _grouped(cells: list[tuple[str, str]]) -> str:
    """A row whose values are of one list: who has each of them, "Ansvarar: Systemägare · Utför: …"."""
    groups: dict[str, list[str]] = {}
    for label, text in cells:
        if text:
            groups.setdefault(text, []).append(label)
    return " · ".join(f"{text}: {', '.join(labels)}" for text, labels in groups.items())
