"""The sheet that makes the sessions of a joint course: their days or month, who is host, and which moment they give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.calendar import parse_day, with_year
from itadmin.domain.changes import ChangeSet
from itadmin.domain.text import listed, swedish_key
from itadmin.services.training.joining import Joined
from itadmin.services.training.joint_sessions import Arranged, make_sessions, modules_for, proposed, unsuited
from itadmin.ui.dialogs.ask_sheet import AskSheet
from itadmin.ui.session import Session
from itadmin.ui.widgets.combo_box import ComboBox

_APART = re.compile(r"\s*[,;]\s*|\s+och\s+")
_MIDDLE = (7, 2)
"""The month and day of the middle of a year: what is written without its year is of the course's."""
_NO_HOST, _NO_MODULE, _ANY = "Inte bestämd", "Inget moment", "Valfri"
_NOT_COUNTED = "Utan moment räknas deltagandet inte mot någon utbildningsplan."


class SessionsSheet(AskSheet):
    """Begins with what suits most kommuner; days may be left out until they are settled."""

    def __init__(self, session: Session, joined: Joined, parent: QWidget | None) -> None:
        number = joined.course.sessions
        title = "Skapa tillfället" if number == 1 else f"Skapa {number} tillfällen"
        super().__init__(session, title, joined.title, (title, "calendar_person"), parent)
        self._joined = joined
        reading, begun = session.reading(), proposed(session.reading(), joined)
        self.days = self.add_line("Dag" if number == 1 else "Dagar")
        hint = "Till exempel 2027-02-08" if number == 1 else "Med komma emellan, till exempel 8 feb, 15 feb"
        self.days.setPlaceholderText(hint)
        months = (("", _ANY), *reading.words.all_of("manad").items())
        self.month = self._add_choice("Annars månad", months, begun.month)
        hosts = ((None, _NO_HOST), *((kommun, joined.names[key]) for key, kommun in joined.kommuner.items()))
        self.host = self._add_choice("Värd", hosts, begun.host)
        modules = ((None, _NO_MODULE), *modules_for(reading, joined).items())
        self._several = tuple(begun.modules)
        self.module = self._add_choice("Moment", modules, next(iter(begun.modules), None))
        self.preview()
        self.days.setFocus()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """How many are made, how many of them with a day, and whom the time does not suit. Raises ValueError."""
        days, number = self._days(), self._joined.course.sessions
        made = "Ett tillfälle skapas" if number == 1 else f"{number} tillfällen skapas"
        left = number - len(days)
        told = "" if left <= 0 else (", utan dag" if not days else f", {left} av dem utan dag")
        they = "Det" if number == 1 else "De"
        return f"{made}{told}. {they} läggs bland Tillfällen, där anmälan görs.", tuple(self._remarks(days))

    def step(self) -> ChangeSet:
        """The sessions. Raises ValueError or KnownError."""
        chosen: UUID | None = self.module.currentData()
        modules = self._several if chosen in self._several else ((chosen,) if chosen else ())
        arranged = Arranged(self._days(), self.month.currentData(), self.host.currentData(), modules)
        workspace = self.session.workspace
        return make_sessions(workspace.records, workspace.reading(), self._joined, arranged)

    def _remarks(self, days: Sequence[date]) -> Iterator[str]:
        reading = self.session.reading()
        months = {f"{day.month:02}" for day in days} or {self.month.currentData()} - {""}
        names = [set(unsuited(reading, self._joined, month)) for month in months]
        none = sorted(set.intersection(*names), key=swedish_key) if names else []
        if none:
            yield f"Tiden passar inte {listed(none)}."
        if any(day < reading.day for day in days):
            yield "En av dagarna har redan varit."
        if self.module.currentData() is None:
            yield _NOT_COUNTED

    def _days(self) -> tuple[date, ...]:
        """The days that are written, in order. Raises ValueError with what is right."""
        parts = [part for part in _APART.split(self.days.text().strip()) if part]
        near = date(self._joined.year, *_MIDDLE) if self._joined.year else self.session.reading().day
        return tuple(sorted(parse_day(with_year(part, near)) for part in parts))

    def _add_choice(self, label: str, choices: Sequence[tuple[object, str]], begun: object) -> ComboBox:
        box = ComboBox(self.look)
        for key, name in choices:
            box.addItem(name, key)
        box.setCurrentIndex(next((place for place, (key, _name) in enumerate(choices) if key == begun), 0))
        box.currentIndexChanged.connect(lambda _place: self.preview())
        self.add_part(label, box)
        return box
