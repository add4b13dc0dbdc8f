"""*Ta beslut…*: takes down a decision at a meeting, filled in from the point that is discussed.

It is read from across a room, as the page that it stands over is. Ctrl+Enter takes the decision down, also from the
text of several lines, where Enter makes a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import InvalidRecordError
from itadmin.domain.registers.decisions import is_carried_out
from itadmin.domain.text import fold, listed
from itadmin.services.meetings.decided import Taken, decisions_of, next_paragraph, step_of
from itadmin.services.meetings.points import Concerns, Point
from itadmin.services.reading import Reading
from itadmin.ui.completing_line import CompletingLine, Offer
from itadmin.ui.dialogs.ask_sheet import AskSheet, LineError
from itadmin.ui.meeting.growing import grow
from itadmin.ui.session import Session
from itadmin.ui.widgets.combo_box import ComboBox

KINDS, _USUAL = "beslutstyp", "beslut"
_FORUM_LACKS = "Skriv vilket organ som beslutar."
_TITLE_LACKS = "Skriv kort vad som beslutades."
_NOT_FOLLOWED = "Utan sista dag följs det inte upp i Kräver åtgärd."
_OF = (("systems", "systems"), ("cases", "cooperation_cases"), ("agreements", "agreements"))


class Meeting(NamedTuple):
    """The meeting that a decision is taken at: the body and the day."""

    forum: str
    day: date


class DecideSheet(AskSheet):
    """Asks for the decision. `taken` gives the body and what was done, when it is written."""

    taken = Signal(str, str)

    def __init__(self, session: Session, meeting: Meeting, point: Point | None, parent: QWidget | None) -> None:
        heading = point.title if point else "Eget beslut"
        super().__init__(session, "Ta beslut", heading, ("Anteckna beslutet", "gavel"), parent)
        reading = session.reading()
        self._decisions = decisions_of(reading)
        self._concerns = point.concerns if point else Concerns()
        self._about = _told(reading, self._concerns)
        self.title = self.add_line("Rubrik", point.proposal if point else "")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.add_part("Beslut", self.text)
        self.kind = ComboBox(self.look)
        for code, label in reading.words.offered(KINDS, _USUAL).items():
            self.kind.addItem(label, code)
        self.kind.setCurrentIndex(max(self.kind.findData(_USUAL), 0))
        self.add_part("Slag", self.kind)
        self._people = dict(reading.choices("people"))
        self.responsible = CompletingLine(self.look, self._offers, "Ansvarig")
        self.add_part("Ansvarig", self.responsible)
        self.due = self.add_line("Klart senast", is_short=True)
        self.forum = self.add_line("Organ", meeting.forum)
        self.day = self.add_line("Dag", meeting.day.isoformat(), is_short=True)
        self.paragraph = self.add_line("§", next_paragraph(self._decisions, *meeting), is_short=True)
        self.responsible.textChanged.connect(lambda _text: self.preview())
        self.kind.currentIndexChanged.connect(lambda _place: self.preview())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.carry_out)
        grow(self, self.text, parent.size() if parent else self.size())
        self.preview()
        self._begun = self._written()
        self.title.setFocus()
        self.title.selectAll()

    def unsaved(self) -> object:
        """What has been taken down of the decision."""
        written = self._written()
        return None if written == self._begun else written

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """Which decision it becomes, and what it is about."""
        taken = self._taken()
        number = f", § {taken.paragraph}" if taken.paragraph else ""
        follow = f" Följs upp till {taken.due} i Kräver åtgärd." if taken.due else ""
        about = [f"Gäller {self._about}."] if self._about else []
        if is_carried_out(taken.kind) and not taken.due:
            about.append(_NOT_FOLLOWED)
        return f"{taken.forum} {taken.day}{number}.{follow}", about

    def step(self) -> ChangeSet:
        """The decision."""
        return step_of(self.session.workspace.records, self._taken())

    def line_of(self, error: Exception) -> QLineEdit | None:
        """The line of the field that a decision may not say so."""
        asked = {"due": self.due, "decided_on": self.day, "forum": self.forum, "paragraph": self.paragraph}
        named = [problem.field for problem in error.problems] if isinstance(error, InvalidRecordError) else []
        return next((asked[name] for name in named if name in asked), super().line_of(error))

    def after(self, step: ChangeSet) -> None:
        """Say it where the meeting is held."""
        self.taken.emit(self.forum.text().strip(), f"{step.title}.")

    def _written(self) -> tuple[str, ...]:
        return self.text.toPlainText(), *(line.text() for line in (self.title, self.responsible, self.due))

    def _taken(self) -> Taken:
        """What is asked for. Raises ValueError with what is wrong."""
        title, forum = self.title.text().strip(), self.forum.text().strip()
        if not title:
            raise LineError(self.title, _TITLE_LACKS)
        if not forum:
            raise LineError(self.forum, _FORUM_LACKS)
        who = self.responsible.text().strip()
        person = self._person(who)
        return Taken(
            forum,
            self.day_in(self.day),
            self.paragraph.text().strip().removeprefix("§").strip(),
            title,
            str(self.kind.currentData() or ""),
            self.text.toPlainText().strip(),
            person,
            "" if person else who,
            self.day_in(self.due) if self.due.text().strip() else None,
            self._concerns,
        )

    def _person(self, who: str) -> UUID | None:
        """The person that is meant: the one that was chosen, or the only one of that name."""
        chosen = self.responsible.offers.meaning()
        if isinstance(chosen, UUID):
            return chosen
        named = [key for key, name in self._people.items() if who and fold(name) == fold(who)]
        return named[0] if len(named) == 1 else None

    def _offers(self, words: str) -> Sequence[Offer]:
        if not words:
            return ()
        return [Offer(name, key) for key, name in self.session.reading().choices("people", words, 8)]


def _told(reading: Reading, concerns: Concerns) -> str:
    """What a decision is about, by name."""
    names = [name for field, register in _OF for name in reading.labels(register, getattr(concerns, field)).values()]
    if concerns.municipality:
        names.append(reading.label("organisations", concerns.municipality))
    return listed(list(dict.fromkeys(names)))
