"""The activities of a plan as a table that is edited where it stands, phase by phase, and moving one with followers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from itadmin.domain.registers import REGISTERS
from itadmin.domain.states import DONE, OVER
from itadmin.services.implementation import PlanParts, parts_of
from itadmin.services.implementation.parts import ACTIVITIES, activity_of
from itadmin.services.reading import Read
from itadmin.ui.implementation.move_sheet import activity_sheet
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.reads_model import ReadsModel
from itadmin.ui.register.reads_table import ReadsTable
from itadmin.ui.register.special import Panel, Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label

REGISTER = REGISTERS[ACTIVITIES]
_NAMES = ("title", "starts_on", "ends_on", "status", "done_percent", "responsible_function", "phase")
_SHORT: Mapping[str, str] = {"responsible_function": "Ansvarig"}
_NONE = "Inga aktiviteter är inlagda."


class ActivitiesModel(ReadsModel):
    """One row an activity, numbered by its phase and its place there, as on paper."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, REGISTER, _NAMES, _SHORT)
        self._numbers: Mapping[UUID, str] = {}

    def show_parts(self, parts: PlanParts, may_change: Callable[[Read], bool]) -> None:
        """Show the activities of a plan, phase by phase."""
        self._numbers = parts.numbers
        self.put_reads(parts.activities, may_change)

    def in_short(self, read: Read, name: str) -> str:
        """A value as it stands in its cell, the name after its number."""
        text = super().in_short(read, name)
        return f"{self._numbers[read.record.id]} {text}" if name == "title" else text

    def in_full(self, read: Read, name: str) -> str | None:
        """What a cell that is told in short says, and of the name what pressing it does."""
        return f"{read.label}: öppna aktiviteten" if name == "title" else super().in_full(read, name)


class ActivitiesPanel(Panel):
    """One row an activity, named by a link to its page; choices and days are saved as they are made."""

    section = "aktiviteter"
    title = "Aktiviteter"
    takes = ((ACTIVITIES, "plan"),)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Read | None = None
        look, metrics = session.look, session.look.metrics
        self.model = ActivitiesModel(self)
        self.table = ReadsTable(look, self.model, "Aktiviteter")
        self.none = Label(look, _NONE, ink=Ink.TEXT2, wrap=True)
        self.fault = Label(look, "", TextStyle.SECOND, Ink.RED, wrap=True)
        self.done = Button(look, "Klar", icon="checkmark", small=True)
        self.move_it = Button(look, "Flytta…", icon="calendar", small=True)
        self._flow = FlowLayout(metrics.gap)
        self._flow.addWidget(self.done)
        self._flow.addWidget(self.move_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, 0)
        column.setSpacing(metrics.gap)
        for part in (self.none, self.table, self.fault):
            column.addWidget(part)
        column.addLayout(self._flow)
        self.table.followed.connect(self._follow)
        self.table.selectionModel().currentChanged.connect(lambda *_indexes: self._tell_row())
        self.model.modelReset.connect(self._tell_row)
        self.model.dataChanged.connect(lambda *_cells: self._tell_row())
        self.model.edited.connect(self._save)
        self.model.faults_changed.connect(self._tell_faults)
        self.done.clicked.connect(self._finish)
        self.move_it.clicked.connect(self._move)

    def show_read(self, read: Read) -> None:
        """Offer one more activity where the plan is one's own."""
        self._shown = read
        self.link_changed.emit(f"{REGISTER.new_label} …" if self._session.may_change(read) else "")

    def show_related(self, read: Read, _related: Related) -> None:
        """Show the activities phase by phase."""
        parts = parts_of(self._session.reading(), read.record.id)
        self.model.show_parts(parts, self._session.may_change)
        self.table.setVisible(bool(parts.activities))
        self.none.setVisible(not parts.activities)
        self._tell_row()
        self._tell_faults()

    def follow_link(self) -> None:
        """Ask for one more activity, in the phase that one stands in."""
        if self._shown is None:
            return
        at = self._current()
        begun = {"status": "ej_paborjad"} | ({"phase": activity_of(at).phase} if at is not None else {})
        references = {"plan": self._shown.record.id}
        sheet = NewRecordDialog(self._session, REGISTER, references, self.window(), begun=begun)
        sheet.added.connect(lambda _made: self._session.guide.say(added_words(REGISTER), undoable=True))
        sheet.open()

    def _current(self) -> Read | None:
        row = self.table.currentIndex().row()
        return self.model.read_at(row) if 0 <= row < len(self.model.reads) else None

    def _tell_row(self) -> None:
        """Offer what can be done with the activity that one stands on."""
        at = self._current()
        is_own = at is not None and self._session.may_change(at)
        is_left = at is not None and activity_of(at).status not in OVER
        for button in (self.done, self.move_it):
            button.setVisible(bool(self.model.reads) and self._session.workspace.writable)
            button.setEnabled(is_own and is_left)
        name = at.label if at is not None else ""
        self.done.setAccessibleName(f"Klar: {name}" if name else "Klar")
        self.move_it.setAccessibleName(f"Flytta {name}" if name else "Flytta")

    def _finish(self) -> None:
        """Note the activity as done."""
        at = self._current()
        if at is None:
            return
        records, values = self._session.workspace.records, {"status": DONE, "done_percent": 100_00}
        if self._session.guide.attempt(lambda: records.save(ACTIVITIES, at.record.id, values)):
            self._session.guide.say(f"{at.label} är klar.", undoable=True)

    def _move(self) -> None:
        at = self._current()
        if at is not None:
            activity_sheet(self._session, at, self.window()).open()

    def _save(self, record_id: UUID, name: str, plain: Any) -> None:
        records = self._session.workspace.records
        self._session.guide.attempt(lambda: records.save(ACTIVITIES, record_id, {name: plain}))

    def _follow(self, row: int) -> None:
        self._session.guide.open_record(ACTIVITIES, self.model.read_at(row).record.id)

    def _tell_faults(self) -> None:
        faults = self.model.faults()
        self.fault.setText("\n".join(faults))
        self.fault.setVisible(bool(faults))
