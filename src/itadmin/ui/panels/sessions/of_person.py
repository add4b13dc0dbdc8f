"""A person's utbildningar on the person's page: what is lacked first, then what is to come, and what holds."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.reading import Read
from itadmin.services.training.of_person import Standing, Training, trainings_of
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import Table, name_link
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import ElidedLabel
from itadmin.ui.widgets.marks import SignMark
from itadmin.ui.widgets.painting import line_width
from itadmin.ui.widgets.signs import Sign

PARTS = REGISTERS["training_participations"]
_HEADINGS = ("Utbildning", "Läge", "Dag", "Gäller till")
_DAYS = (2, 3)
_NONE = "Inga utbildningar är antecknade, och ingen krävs."
_SIGNS = {
    Standing.LACKED: (Sign.TRIANGLE, Ink.AMBER),
    Standing.SOON: (Sign.CLOCK, Ink.AMBER),
    Standing.HELD: (Sign.CHECK, Ink.GREEN),
}


class TrainingsPanel(TablePanel):
    """What a person lacks, is signed up for and has done, and behind a link what no longer holds."""

    section = "utbildningar"
    title = "Utbildningar"
    takes = (("training_participations", "person"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, _NONE, ("tidigare", "tidigare"))
        self._person: UUID | None = None

    def show_read(self, read: Read) -> None:
        """Offer to note what has been learnt where the person may be changed."""
        self._person = read.record.id
        self.link_changed.emit(f"{PARTS.new_label} …" if self.session.may_change(read) else "")

    def show_related(self, read: Read, related: Related) -> None:
        """Show what is known."""
        parts = [part for found in related.values() for part in found]
        found = trainings_of(self.session.reading(), read.record.id, parts)
        now = [each for each in found if each.standing is not Standing.PAST]
        past = [each for each in found if each.standing is Standing.PAST]
        self.show_tables(
            Table(_HEADINGS, [partial(self._row, each) for each in now], whole=_DAYS),
            Table(_HEADINGS, [partial(self._row, each) for each in past], whole=_DAYS),
        )

    def follow_link(self) -> None:
        """Ask what the person takes part in, or has learnt."""
        if self._person is not None:
            sheet = NewRecordDialog(self.session, PARTS, {"person": self._person}, self.window())
            sheet.added.connect(lambda _made: self.session.guide.say("Deltagandet är tillagt.", undoable=True))
            sheet.open()

    def _row(self, training: Training) -> list[str | QWidget]:
        follow = partial(self.session.guide.open_record, training.register, training.record_id)
        return [
            name_link(self.session.look, _named(training), follow),
            self._state(training),
            training.day.isoformat() if training.day else "",
            training.until.isoformat() if training.until else "",
        ]

    def _state(self, training: Training) -> str | QWidget:
        """How it stands, with a sign before the words where it matters."""
        if training.standing not in _SIGNS:
            return training.state
        look = self.session.look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.tight)
        row.addWidget(SignMark(look, *_SIGNS[training.standing]), 0, Qt.AlignmentFlag.AlignVCenter)
        state = ElidedLabel(look, training.state, ink=Ink.TEXT)
        least, is_longer, _rest = training.state.partition(" (")
        state.setMinimumWidth(line_width(look.theme, f"{least}…" if is_longer else least, TextStyle.TEXT))
        row.addWidget(state, 1)
        return holder


def _named(training: Training) -> str:
    """What it is called, with what it is about where the name does not tell that."""
    is_told = training.about.casefold() in training.title.casefold()
    return training.title if is_told else f"{training.title} · {training.about}"
