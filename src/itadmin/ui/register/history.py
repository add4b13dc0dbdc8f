"""*Historik*: everything that has happened to a record – when, who, field, from what to what – and the way back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.changes import Change
from itadmin.domain.fields import Reference, References
from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.services.display import plain_text
from itadmin.services.reading import Entry
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.labels import Label

_SIZE = (760, 560)
_LONGEST = 300


class HistoryDialog(QDialog):
    """The history of one record, newest first."""

    def __init__(self, session: Session, register: Register, record_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._register = register
        self._record_id = record_id
        look = session.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Historik: {session.reading().label(register.name, record_id)}")
        self.resize(look.metrics.px(_SIZE[0]), look.metrics.px(_SIZE[1]))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        set_property(self._area, "ground", "surface")
        close = Button(look, "Stäng")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._area, 1)
        column.addLayout(foot)
        self._fill()

    def _fill(self) -> None:
        body = QWidget()
        set_property(body, "ground", "surface")
        column = QVBoxLayout(body)
        column.setSpacing(self._session.look.metrics.section_gap)
        entries = self._session.reading().history(self._record_id)
        names = self._names(entries)
        if not entries:
            column.addWidget(
                Label(self._session.look, "Posten har inte ändrats sedan registret skapades.", ink=Ink.TEXT2)
            )
        for entry in entries:
            column.addWidget(self._entry(entry, names))
        column.addStretch(1)
        self._area.setWidget(body)

    def _entry(self, entry: Entry, names: dict[UUID, str]) -> QWidget:
        look = self._session.look
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        moment = datetime.fromisoformat(entry.step.at).astimezone().strftime("%Y-%m-%d %H.%M")
        grid.addWidget(Label(look, f"{moment} · {entry.step.who}", TextStyle.SECOND_STRONG), 0, 0, 1, 2)
        grid.addWidget(Label(look, entry.step.title, TextStyle.SECOND, Ink.TEXT2, wrap=True), 0, 2, 1, 2)
        if entry.change.before is None:
            return holder
        for row, name in enumerate(self._told(entry.change), start=1):
            self._line(grid, row, name, entry.change, names)
        grid.setColumnStretch(2, 1)
        return holder

    def _line(self, grid: QGridLayout, row: int, name: str, change: Change, names: dict[UUID, str]) -> None:
        look = self._session.look
        field = self._register.fields[name]
        old = plain_text(field, (change.before or {}).get(name), names)
        new = plain_text(field, (change.after or {}).get(name), names)
        label = Label(look, field.label, ink=Ink.TEXT2)
        label.setFixedWidth(look.metrics.label)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        words = Label(look, f"{_short(old) or 'tomt'}  →  {_short(new) or 'tomt'}", wrap=True)
        grid.addWidget(words, row, 1, 1, 2)
        back = LinkButton(look, "Återställ")
        back.setAccessibleName(f"Återställ {field.label.lower()} till {_short(old) or 'tomt'}")
        back.clicked.connect(lambda: self._restore(name, (change.before or {}).get(name)))
        grid.addWidget(back, row, 3, Qt.AlignmentFlag.AlignTop)

    def _told(self, change: Change) -> list[str]:
        return [name for name in (change.after or {}) if name in self._register.fields]

    def _restore(self, name: str, value: object) -> None:
        try:
            self._session.workspace.records.save(self._register.name, self._record_id, {name: value})
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return
        self._session.guide.say(f"{self._register.fields[name].label} är återställt.", undoable=True)
        self._fill()

    def _names(self, entries: list[Entry]) -> dict[UUID, str]:
        names: dict[UUID, str] = {}
        reading = self._session.reading()
        for entry in entries:
            for values in (entry.change.before or {}, entry.change.after or {}):
                for name, value in values.items():
                    field = self._register.fields.get(name)
                    if isinstance(field, Reference) and value:
                        names[UUID(value)] = reading.label(field.to, UUID(value))
                    elif isinstance(field, References):
                        names |= {UUID(item): reading.label(field.to, UUID(item)) for item in value or ()}
        return names


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
