"""*Historik*: everything that has happened to a record – when, who, field, from what to what – and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.register import Register
from itadmin.services.change_words import Deed, ToldField
from itadmin.services.record_history import Event, record_history
from itadmin.ui.dialogs.sheet import SheetDialog
from itadmin.ui.history.change_detail import ChangeDetail
from itadmin.ui.history.step import StepDialog
from itadmin.ui.history.words import DONE
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.style import set_property
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.chip import Chip
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.labels import ElidedLabel, Label

_SIZE = (760, 600)
_PORTION = 30
_ALL = "Alla fält"
_BEGINNING = "Posten har inte ändrats sedan registret skapades."


class HistoryDialog(SheetDialog):
    """The history of one record, newest first; old values can be put back where the record is one's own to change."""

    def __init__(self, session: Session, register: Register, record_id: UUID, parent: QWidget | None) -> None:
        title = f"Historik: {session.reading().label(register.name, record_id)}"
        super().__init__(session.look, title, _SIZE, parent)
        self._session = session
        self._register = register
        self._record_id = record_id
        self._events: Sequence[Event] = ()
        self._shown = _PORTION
        read = session.reading().many(register.name, [record_id]).get(record_id)
        self._writable = read is not None and session.may_change(read)
        self.fields = ComboBox(self.look)
        self.fields.setAccessibleName("Visa ändringar av fält")
        self.fields.activated.connect(lambda _row: self._fill())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("Historik, det senaste först")
        set_property(self._area, "ground", "surface")
        set_property(self._area, "ring", "true")
        row = QHBoxLayout()
        row.addWidget(Label(self.look, "Visa", ink=Ink.TEXT2))
        row.addWidget(self.fields)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._area, 1)
        self.add_close()
        self._read()

    def _read(self) -> None:
        """Read the history anew, and which fields it tells of; the field that was chosen stays so."""
        self._events = record_history(self._session.reading(), self._register, self._record_id)
        labels = {field.label for event in self._events for field in event.told.fields}
        chosen = self.fields.currentText()
        self.fields.clear()
        self.fields.addItems([_ALL, *sorted(labels)])
        self.fields.setCurrentText(chosen if chosen in labels else _ALL)
        self._fill()

    def _wanted(self) -> list[Event]:
        """The events that tell of the chosen field, with that alone."""
        label = self.fields.currentText()
        if label == _ALL:
            return list(self._events)
        found = []
        for event in self._events:
            fields = tuple(field for field in event.told.fields if field.label == label)
            if fields:
                found.append(replace(event, told=replace(event.told, fields=fields)))
        return found

    def _fill(self) -> None:
        body = QWidget()
        set_property(body, "ground", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, self.look.metrics.gap, 0)
        column.setSpacing(self.look.metrics.section_gap)
        events = self._wanted()
        if not events:
            column.addWidget(Label(self.look, _BEGINNING, ink=Ink.TEXT2))
        for event in events[: self._shown]:
            column.addWidget(self._event(event))
        if len(events) > self._shown:
            more = LinkButton(self.look, f"Visa äldre ändringar ({len(events) - self._shown} till)")
            more.clicked.connect(self._show_more)
            column.addWidget(more)
        column.addStretch(1)
        place = self._area.verticalScrollBar().value()
        self._area.setWidget(body)
        self._area.verticalScrollBar().setValue(place)

    def _show_more(self) -> None:
        self._shown += _PORTION
        self._fill()

    def _event(self, event: Event) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.metrics.tight)
        column.addLayout(self._head(event))
        put_back = self._put_back if self._writable else None
        column.addWidget(ChangeDetail(self.look, event.told.fields, is_new=event.told.is_new, put_back=put_back))
        return holder

    def _head(self, event: Event) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.metrics.gap)
        row.addWidget(Label(self.look, f"{event.step.at_here} · {event.step.who}", TextStyle.SECOND_STRONG))
        if event.told.deed is not Deed.CHANGED:
            row.addWidget(Chip(self.look, *DONE[event.told.deed]))
        if event.records > 1:
            link = LinkButton(self.look, f"i steget {event.step.title}", TextStyle.SECOND)
            link.setToolTip(f"Visa de {event.records} poster som ändrades")
            link.clicked.connect(partial(self._show_step, event))
            row.addWidget(link)
            row.addStretch(1)
        else:
            row.addWidget(ElidedLabel(self.look, event.step.title, TextStyle.SECOND, Ink.TEXT2), 1)
        return row

    def _show_step(self, event: Event) -> None:
        dialog = StepDialog(self._session, event.step, self)
        dialog.accepted.connect(self.accept)
        dialog.open()

    def _put_back(self, field: ToldField) -> None:
        records = self._session.workspace.records
        try:
            changes = records.save(self._register.name, self._record_id, {field.name: field.before})
        except KnownError as error:
            self._session.guide.say(error.sentence)
            return
        if changes.changes:
            self._session.guide.say(f"{field.label} är återställt.", undoable=True)
        else:
            self._session.guide.say(f"{field.label} står redan så.")
        self._read()
