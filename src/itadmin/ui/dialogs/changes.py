"""What a step would change, record by record and field by field, before it is done. Nothing is written here.

The step is done by whoever opened the dialog, when it is `accepted`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.changes import Change, ChangeSet
from itadmin.domain.fields import Held, Reference, References
from itadmin.domain.labels import label_from_plain
from itadmin.domain.register import Register
from itadmin.domain.registers import REGISTERS
from itadmin.services.display import plain_text
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.labels import Label

_SIZE = (680, 560)
_MOST_RECORDS, _LONGEST = 100, 200
_EMPTY = "tomt"


class ChangesDialog(SheetDialog):
    """Shows a step. `accepted` when the user wants it done."""

    def __init__(self, session: Session, changes: ChangeSet, parent: QWidget | None) -> None:
        super().__init__(session.look, "Det här kommer att ändras", _SIZE, parent)
        self._session = session
        self._names: dict[UUID, str] = {}
        self.heading = Label(self.look, _summary(changes), TextStyle.SIDE_HEADING, wrap=True)
        self.body.addWidget(self.heading)
        self.body.addWidget(self._list(changes), 1)
        cancel = self.add_close("Avbryt")
        self.carry_out = self.add_button("Genomför", ButtonKind.PRIMARY)
        self.carry_out.clicked.connect(self.accept)
        cancel.setFocus()

    def _list(self, changes: ChangeSet) -> QScrollArea:
        metrics = self.look.metrics
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, metrics.gap, 0)
        column.setSpacing(metrics.section_gap)
        for change in changes.changes[:_MOST_RECORDS]:
            column.addWidget(self._record(change))
        rest = len(changes.changes) - _MOST_RECORDS
        if rest > 0:
            column.addWidget(Label(self.look, f"… och {rest} poster till.", ink=Ink.TEXT2))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        area.setAccessibleName("Ändringar")
        for part in (area, holder):
            set_property(part, "ground", "surface")
        return area

    def _record(self, change: Change) -> QWidget:
        register = REGISTERS[change.register]
        metrics = self.look.metrics
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics.gap)
        grid.setVerticalSpacing(metrics.tight)
        grid.setColumnStretch(2, 1)
        left = Qt.AlignmentFlag.AlignLeft
        grid.addWidget(
            Label(self.look, f"{register.singular.capitalize()} · {self._label(change)}", TextStyle.NAME), 0, 0, 1, 2
        )
        grid.addWidget(Chip(self.look, *_what(change)), 0, 2, left)
        for row, (label, old, new) in enumerate(self._fields(register, change), start=1):
            name = Label(self.look, label, ink=Ink.TEXT2)
            name.setFixedWidth(metrics.label)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(self.look, f"{old}  →  {new}", wrap=True), row, 1, 1, 2)
        return holder

    def _label(self, change: Change) -> str:
        register = REGISTERS[change.register]
        known = self._session.reading().label(change.register, change.record_id)
        return known or label_from_plain(register, change.after or change.before or {})

    def _fields(self, register: Register, change: Change) -> Iterator[tuple[str, str, str]]:
        if change.before is None or change.after is None:
            return
        for name, field in register.fields.items():
            if name in change.after:
                values = change.before.get(name), change.after[name]
                self._learn(field.to if isinstance(field, (Reference, References, Held)) else "", values)
                old, new = (_short(plain_text(field, value, self._names)) for value in values)
                yield field.label, old, new

    def _learn(self, register: str, values: Iterable[object]) -> None:
        """Look up what the records are called that plain values refer to."""
        for value in values if register else ():
            for text in value if isinstance(value, list) else [value]:
                if text:
                    record_id = UUID(str(text))
                    self._names[record_id] = self._session.reading().label(register, record_id) or "borttagen post"


def _summary(changes: ChangeSet) -> str:
    number = len({change.record_id for change in changes.changes})
    records = "1 post ändras" if number == 1 else f"{number} poster ändras"
    return f"{changes.title}: {records}"


def _what(change: Change) -> tuple[ChipKind, str]:
    """What happens to the record as a whole."""
    if change.before is None:
        return ChipKind.NEW, "ny"
    if change.after is None or change.after.get("deleted"):
        return ChipKind.REMOVED, "tas bort"
    if "deleted" in change.after:
        return ChipKind.NEW, "tas fram ur papperskorgen"
    return ChipKind.CHANGED, "ändras"


def _short(text: str) -> str:
    if not text:
        return _EMPTY
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
