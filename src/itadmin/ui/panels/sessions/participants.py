"""Who takes part in a session: signed up by typing a name, with what speaks against each, and noted with one key."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.calculations.participation import ATTENDED, SIGNED_UP, TAKING_SEATS, WAITING, free_seats
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.training_sessions import TrainingSession
from itadmin.services.reading import Read
from itadmin.services.sessions.sign_up import Note, obstacles_at
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.sessions.deeds import SessionDeeds
from itadmin.ui.panels.sessions.participants_model import PARTS, STATUS, ParticipantsModel
from itadmin.ui.panels.sessions.participants_table import KEYS_TOLD, ParticipantsTable
from itadmin.ui.register.editor import Editor
from itadmin.ui.register.field_editor import field_editor
from itadmin.ui.register.special import Panel, Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.flow_layout import FlowLayout
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

_NONE = "Ingen är anmäld än. Skriv ett namn för att anmäla."
_MOST_NOTED = 3


class ParticipantsPanel(Panel):
    """The participants in a table, a line to sign up the next, and what is done with them all."""

    section = "deltagarlista"
    title = "Deltagare"
    takes = (("training_participations", "session"),)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._read: Read | None = None
        look = session.look
        self.deeds = SessionDeeds(session, self)
        self.told = Label(look, "", TextStyle.NAME, wrap=True)
        self.notes = Notice(look)
        self.signing = QWidget()
        self.line = self._new_line()
        self.none = Label(look, _NONE, ink=Ink.TEXT2, wrap=True)
        self.model = ParticipantsModel(look, self)
        self.table = ParticipantsTable(look, self.model)
        self.keys = Label(look, KEYS_TOLD, TextStyle.SECOND, Ink.TEXT2, wrap=True)
        self.warned = Label(look, "", TextStyle.SECOND, Ink.AMBER, wrap=True)
        self.fault = Label(look, "", TextStyle.SECOND, Ink.RED, wrap=True)
        self.all_there = Button(look, "Alla genomförda", icon="checkmark_circle", small=True)
        self.up = Button(look, "Ge reserver plats", icon="arrow_up", small=True)
        self.down = Button(look, "Gör de sista till reserver", icon="arrow_down", small=True)
        self.lacking = Button(look, "Anmäl dem som saknar…", icon="people_list", small=True)
        self.read_in = Button(look, "Läs in deltagare…", icon="document_text", small=True)
        self.attendance = Button(look, "Närvarolista…", icon="document_pdf", small=True)
        self.certificates = Button(look, "Kursintyg…", icon="ribbon", small=True)
        self.calendar = Button(look, "Till kalendern…", icon="calendar", small=True)
        self._build()
        self._connect()

    def show_read(self, read: Read) -> None:
        """Offer to sign up where the session is one's own."""
        if self._read is not None and read.record.id != self._read.record.id:
            self.notes.set_messages([])
            self._tell_fault("")
        self._read = read
        self.deeds.session_id = read.record.id
        is_own = self._session.may_change(read)
        for part in (self.signing, self.all_there, self.lacking, self.read_in):
            part.setVisible(is_own)
        self.link_changed.emit(f"{PARTS.new_label} …" if is_own else "")

    def show_related(self, read: Read, related: Related) -> None:
        """Show who takes part, and what speaks against each."""
        parts = [part for found in related.values() for part in found]
        against = obstacles_at(self._session.reading(), read.record.id)
        self.model.show_parts(parts, self._session.may_change, self._units(parts), against)
        statuses = [getattr(part.record, STATUS, "") for part in parts]
        for widget, is_shown in ((self.table, bool(parts)), (self.none, not parts), (self.keys, bool(parts))):
            widget.setVisible(is_shown)
        self.keys.setVisible(bool(parts) and self._session.may_change(read))
        self._tell_seats(read.record, statuses)
        warned = self.model.warnings()
        self.warned.setText("\n".join(warned))
        self.warned.setVisible(bool(warned))
        self.all_there.setEnabled(SIGNED_UP in statuses)
        self.certificates.setEnabled(ATTENDED in statuses)
        self._tell_fault("\n".join(self.model.faults()))

    def follow_link(self) -> None:
        """Begin signing up."""
        self.line.setFocus()

    def begin(self, told: str) -> None:
        """Begin signing up, and tell why."""
        self.notes.set_messages([Message(Concern.INFORMATION, (told,))])
        self.line.setFocus()

    def _new_line(self) -> Editor:
        """A line that completes to people, or makes the one that is missing."""
        empty = Read(PARTS.record(), "", {}, {}, placeholder=False)
        line = field_editor(self._session, PARTS, empty, "person")
        line.setAccessibleName("Anmäl deltagare: skriv ett namn")
        line.setToolTip("Anmäl deltagare: skriv ett namn, Enter anmäler")
        return line

    def _build(self) -> None:
        metrics = self._session.look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, 0)
        column.setSpacing(metrics.gap)
        acts = FlowLayout(metrics.gap)
        acts_of_all = (self.all_there, self.up, self.down, self.lacking, self.read_in)
        for button in (*acts_of_all, self.attendance, self.certificates, self.calendar):
            acts.addWidget(button)
        signing = QHBoxLayout(self.signing)
        signing.setContentsMargins(0, 0, 0, 0)
        signing.setSpacing(metrics.gap)
        signing.addWidget(Label(self._session.look, "Anmäl", ink=Ink.TEXT2))
        signing.addWidget(self.line, 1)
        lines = (self.told, self.notes, self.signing, self.fault, self.none, self.table, self.warned, self.keys)
        for part in lines:
            column.addWidget(part)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.line.finished.connect(self._on_finished)
        self.line.chosen.connect(self._sign_up)
        self.table.followed.connect(self._follow)
        self.table.left.connect(self._leave)
        self.model.edited.connect(self._save)
        self.model.faults_changed.connect(lambda: self._tell_fault("\n".join(self.model.faults())))
        self.all_there.clicked.connect(self.deeds.note_all)
        self.up.clicked.connect(self.deeds.move_up)
        self.down.clicked.connect(self.deeds.move_down)
        self.lacking.clicked.connect(self.deeds.choose_lacking)
        self.read_in.clicked.connect(self.deeds.read_in)
        self.attendance.clicked.connect(self.deeds.open_attendance_list)
        self.certificates.clicked.connect(lambda: self.deeds.open_certificates(self.model.reads, self._current()))
        self.calendar.clicked.connect(self.deeds.save_calendar)
        self.deeds.noted.connect(self._tell_notes)

    def _on_finished(self, by: int) -> None:
        """Sign up on Enter; Tab in the empty line goes on."""
        if by == 0:
            self._sign_up()
        elif not self.line.draft():
            self.focusNextPrevChild(by > 0)
        else:
            self._sign_up()

    def _sign_up(self) -> None:
        try:
            meant = self.line.plain()
            if meant is None:
                return
            self.deeds.sign_up_named(meant)
        except (ValueError, KnownError) as error:
            self._tell_fault(error.sentence if isinstance(error, KnownError) else str(error))
            return
        self._tell_fault("")
        self.line.show_plain(None)
        self.line.setFocus()

    def _tell_notes(self, notes: tuple[Note, ...]) -> None:
        """Tell what to know of those who were signed up last."""
        told = [f"{note.name}: {note.text}" for note in notes[:_MOST_NOTED]]
        left = len(notes) - len(told)
        more = f" Och {left} till, se tabellen." if left > 0 else ""
        messages = [Message(Concern.WARNING, (Strong("Se till: "), " ".join(told) + more))] if told else []
        self.notes.set_messages(messages)

    def _save(self, record_id: UUID, name: str, plain: Any) -> None:
        """Save one value; what cannot be accepted is told under the table, with whose it is."""
        if name == STATUS:
            self.deeds.note(record_id, plain)
            return
        try:
            self._session.workspace.records.save(PARTS.name, record_id, {name: plain})
        except KnownError as error:
            who = self._session.reading().one(PARTS.name, record_id)
            self._tell_fault(f"{self.model.in_short(who, 'person')}: {error.sentence}")

    def _leave(self, row: int) -> None:
        read = self.model.read_at(row)
        if self._session.may_change(read):
            self.deeds.leave(read.record.id)

    def _follow(self, row: int) -> None:
        self._session.guide.open_record(PARTS.name, self.model.read_at(row).record.id)

    def _current(self) -> Read | None:
        row = self.table.currentIndex().row()
        return self.model.read_at(row) if 0 <= row < self.model.rowCount() else None

    def _units(self, parts: list[Read]) -> dict[UUID, str]:
        """Where each works: for whom they take part, else where the person belongs."""
        reading = self._session.reading()
        people = reading.many("people", {key for part in parts if (key := getattr(part.record, "person", None))})
        units: dict[UUID, UUID] = {}
        for part in parts:
            record: Any = part.record
            person = people.get(record.person)
            unit = record.organisation or (getattr(person.record, "organisation", None) if person else None)
            if unit:
                units[record.id] = unit
        names = reading.labels("organisations", set(units.values()))
        return {part: names.get(unit, "") for part, unit in units.items()}

    def _tell_seats(self, session: object, statuses: list[str]) -> None:
        """Say how full it is: by a record, as its seats may have been changed in the same moment."""
        seats = session.seats if isinstance(session, TrainingSession) else None
        taken, waiting = sum(status in TAKING_SEATS for status in statuses), statuses.count(WAITING)
        free = free_seats(seats, statuses)
        told = f"{taken} av {seats}" if seats is not None else f"{taken} {'anmäld' if taken == 1 else 'anmälda'}"
        if seats is not None and taken > seats:
            told += f", {taken - seats} för många"
        elif free is not None:
            told += f", {free} {'plats' if free == 1 else 'platser'} kvar" if free else ", fullt"
        self.up.setVisible(bool(waiting) and free != 0 and not self.signing.isHidden())
        too_many = seats is not None and taken > seats and SIGNED_UP in statuses
        self.down.setVisible(too_many and not self.signing.isHidden())
        self.told.setText(told + (f", {waiting} {'reserv' if waiting == 1 else 'reserver'}" if waiting else ""))

    def _tell_fault(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
