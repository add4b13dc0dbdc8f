"""The förvaltningar that are told of a change of the platform: when, what they answer and what it costs them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.documents.platform_notice import ALL_TYPE
from itadmin.domain.calculations.platform import STEP_WORDS, Step
from itadmin.domain.calendar import spoken_day
from itadmin.domain.changes import ChangeSet
from itadmin.domain.money import format_whole_kronor
from itadmin.domain.registers import REGISTERS
from itadmin.services.papers import papers_about
from itadmin.services.platform import (
    ChangeStanding,
    NoticeShown,
    add_systems,
    inform,
    make_notices,
    proposed_systems,
    reminded,
    standing_of,
)
from itadmin.services.platform.standing import CHANGES, NOTICES, WAYS
from itadmin.services.reading import Read
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.papers.mail import begin_words
from itadmin.ui.platform.answer_sheet import AnswerSheet
from itadmin.ui.platform.cost_sheet import CostSheet
from itadmin.ui.platform.tick_sheet import Offer, TickSheet
from itadmin.ui.register.fact_table import Cells, FactTable, Table, name_link
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.chip import Chip, ChipKind
from itadmin.ui.widgets.flow_layout import FlowLayout

_REGISTER = REGISTERS[NOTICES]
_HEADINGS = ("Förvaltning", "Förvarnad", "Svar", "Gör")
_CHIPS = {
    Step.UNTOLD: ChipKind.MISSING,
    Step.WAITING: ChipKind.SENT,
    Step.LATE: ChipKind.LATE,
    Step.ANSWERED: ChipKind.IN_FORCE,
}
_ANSWERS = {"behover_tid": ChipKind.SOON, "invandning": ChipKind.CONFLICT}
"""Answers that something is to be done about."""
_NONE = "Ingen förvaltning är tillagd."
_FIRST = "Välj först vilka system ändringen berör. De berörda förvaltningarna föreslås sedan ur registret."
_PROPOSED = "System som enligt registret kan beröras. Kryssa för dem som gör det."
_NOTHING = "Registret säger inte att fler system står på den plattformen. Välj dem i fältet System som berörs."
_UNITS = "Förvaltningar som enligt registret ansvarar för, äger eller använder systemen."


class NoticesPanel(TablePanel):
    """Every förvaltning is a link to its page; what is done about them stands under the table."""

    section = "forvarnade"
    title = "Förvarnade förvaltningar"
    takes = ((NOTICES, "change"),)

    def __init__(self, session: Session) -> None:
        super().__init__(session, _NONE, ("", ""))
        self._standing: ChangeStanding | None = None
        look = session.look
        self.costs = FactTable(look)
        self.costs.setContentsMargins(0, look.metrics.block, 0, 0)
        self.propose = Button(look, "Föreslå system…", small=True)
        self.add = Button(look, "Lägg till berörda…", icon="add", small=True)
        self.told = Button(look, "Notera förvarnade", small=True)
        self.remind = Button(look, "Påminn…", small=True)
        self.column.insertWidget(self.column.count() - 1, self.costs)
        deeds = QWidget()
        flow = FlowLayout(look.metrics.block, deeds)
        for button, work in (
            (self.add, self._ask_units),
            (self.told, self._inform),
            (self.remind, self._remind),
            (self.propose, self._ask_systems),
        ):
            flow.addWidget(button)
            button.clicked.connect(work)
        deeds.setContentsMargins(look.metrics.link_pad, look.metrics.tight, 0, 0)
        self.column.insertWidget(self.column.indexOf(self.costs), deeds)  # beside those it is done for

    def show_read(self, read: Read) -> None:
        """Show who is told of a change, and what can be done now."""
        self.shown_changed.emit(not read.record.deleted)
        if read.record.deleted:
            self._standing = None
            return
        standing = self._standing = standing_of(self.session.reading(), read.record.id)
        rows = [partial(self._row, notice) for notice in standing.notices]
        self.show_tables(Table(_HEADINGS, rows, whole=(1, 2, 3)), Table())
        self.costs.show_table(self._costs(standing))
        self.none.setText(self._sentence(standing))
        self.none.show()
        may = self.session.may_change(read) and not standing.is_over
        self.propose.setVisible(may)
        self.add.setVisible(may and bool(standing.missing))
        self.add.setText(f"Lägg till {_units(len(standing.missing), 'berörd', 'berörda')}…")
        untold, silent = standing.count(Step.UNTOLD), standing.count(Step.WAITING, Step.LATE)
        self.told.setVisible(may and untold > 0)
        self.told.setText(f"Notera att {_units(untold)} förvarnats i dag")
        self.remind.setVisible(may and silent > 0)
        self.remind.setText(f"Påminn {_units(silent)}…")
        self.link_changed.emit("Ny mottagare …" if may else "")

    def show_related(self, _read: Read, _related: Related) -> None:
        """Förvaltningar are told of as they stand, not as they are listed."""

    def follow_link(self) -> None:
        """Ask for one more förvaltning."""
        if self._standing is None:
            return
        sheet = NewRecordDialog(self.session, _REGISTER, {"change": self._standing.change.id}, self.window())
        sheet.added.connect(lambda _made: self.session.guide.say(added_words(_REGISTER), undoable=True))
        sheet.open()

    def _sentence(self, standing: ChangeStanding) -> str:
        number = len(standing.notices)
        if not number:
            return _NONE if standing.change.systems else _FIRST
        told = number - standing.count(Step.UNTOLD)
        said = f"{told} av {number} är förvarnade och {standing.count(Step.ANSWERED)} har svarat."
        if standing.objections and not standing.is_over:
            said += f" {_units(standing.objections)} har invändningar eller behöver mer tid."
        last = standing.change.answer_by
        if last is not None and standing.count(Step.ANSWERED) < number and not standing.is_over:
            said += f" Svar ska ha kommit senast {spoken_day(last, self.session.reading().day)}."
        return said + self._unsent(standing)

    def _unsent(self, standing: ChangeStanding) -> str:
        """That a paper to all is made, while it is not noted who has been told by it; "" where nothing is left."""
        may = self.session.workspace.writable and not standing.is_over and standing.count(Step.UNTOLD)
        made = papers_about(self.session.reading(), CHANGES, standing.change.id, ALL_TYPE) if may else []
        return f" Förvarningen är gjord ({made[0].number}). Notera nedan när den har gått ut." if made else ""

    def _row(self, notice: NoticeShown) -> Cells:
        look, record = self.session.look, notice.record
        words = self.session.reading().words.all_of("forvarningssvar").get(record.answer, STEP_WORDS[notice.step])
        deed: str | LinkButton = ""
        is_open = notice.step is not Step.ANSWERED or record.answer in _ANSWERS
        if is_open and self.session.workspace.writable:
            deed = LinkButton(look, "Notera svar …")
            deed.clicked.connect(lambda: AnswerSheet(self.session, notice, self.window()).open())
        return (
            name_link(look, notice.name, partial(self.session.guide.open_record, NOTICES, record.id)),
            record.informed_on.isoformat() if record.informed_on else "",
            Chip(look, _ANSWERS.get(record.answer, _CHIPS[notice.step]), words),
            deed,
        )

    def _costs(self, standing: ChangeStanding) -> Table:
        """What the change costs each and all together, year by year, with the way to fill it in."""
        costs = standing.costs
        if not costs.rows and not self.session.workspace.writable:
            return Table()
        headings = ("Kostnad", *map(str, costs.years), "Summa")
        known = {unit: (amounts, total) for unit, amounts, total in costs.rows}
        empty = (tuple(None for _year in costs.years), None)
        rows = [partial(self._cost_row, notice, *known.get(notice.record.id, empty)) for notice in standing.notices]
        total = ("Summa", *map(format_whole_kronor, costs.sums), format_whole_kronor(costs.total))
        return Table(headings, rows, right=tuple(range(1, len(headings))), total=total if costs.rows else ())

    def _cost_row(self, notice: NoticeShown, amounts: Sequence[int | None], total: int | None) -> Cells:
        told = ("" if amount is None else format_whole_kronor(amount) for amount in amounts)
        return notice.name, *told, self._cost(notice, "" if total is None else format_whole_kronor(total))

    def _cost(self, notice: NoticeShown, told: str) -> str | LinkButton:
        """The sum, or that it is to be filled in: a link where that may be done."""
        if not self.session.workspace.writable:
            return told
        link = LinkButton(self.session.look, told or "Ange kostnad …")
        link.setAccessibleName(f"{told or 'Ange kostnad'} för {notice.name}")
        link.clicked.connect(lambda: CostSheet(self.session, notice, self.window()).open())
        return link

    def _ask_systems(self) -> None:
        standing = self._standing
        if standing is None:
            return
        change = standing.change
        words = f"{change.title} {change.description}"
        proposals = proposed_systems(self.session.reading(), change.kind, words, change.systems)
        if not proposals:
            self.session.guide.say(_NOTHING)
            return
        offers = [Offer(item.system, item.name, item.reason, item.is_likely) for item in proposals]

        def accept(chosen: Sequence[UUID]) -> None:
            workspace = self.session.workspace
            self._say(add_systems(workspace.records, workspace.reading(), change.id, chosen))

        TickSheet(self.session.look, "Föreslå system", _PROPOSED, "Lägg till", offers, accept, self.window()).open()

    def _ask_units(self) -> None:
        standing = self._standing
        if standing is None:
            return
        offers = [
            Offer(unit.id, unit.name, "; ".join(f"{WAYS[use.way]} {use.name}" for use in unit.uses), is_ticked=True)
            for unit in standing.missing
        ]

        def accept(chosen: Sequence[UUID]) -> None:
            workspace = self.session.workspace
            units = [unit for unit in standing.missing if unit.id in chosen]
            self._say(make_notices(workspace.records, workspace.reading(), standing.change.id, units))

        TickSheet(self.session.look, "Berörda förvaltningar", _UNITS, "Lägg till", offers, accept, self.window()).open()

    def _inform(self) -> None:
        ids, workspace = self._ids(Step.UNTOLD), self.session.workspace
        self._attempt(lambda: inform(workspace.records, workspace.reading(), ids, workspace.reading().day))

    def _remind(self) -> None:
        standing = self._standing
        if standing is None:
            return
        late = [notice for notice in standing.notices if notice.step in (Step.WAITING, Step.LATE)]
        to = tuple(dict.fromkeys(notice.email for notice in late if notice.email))
        change, today = standing.change, self.session.reading().day
        when = f", som genomförs {spoken_day(change.changes_on, today)}" if change.changes_on else ""
        by = f" Svara senast {spoken_day(change.answer_by, today)}." if change.answer_by else ""
        subject = f"Påminnelse: förvarning om {change.title}"
        body = f"Vi har inte fått ert svar på förvarningen om {change.title}{when}.{by}"

        def remind() -> ChangeSet:
            begin_words(subject, body, to)
            workspace = self.session.workspace
            return reminded(workspace.records, workspace.reading(), self._ids(Step.WAITING, Step.LATE), today)

        self._attempt(remind)

    def _ids(self, *steps: Step) -> list[UUID]:
        notices = self._standing.notices if self._standing else ()
        return [notice.record.id for notice in notices if notice.step in steps]

    def _attempt(self, work: Callable[[], ChangeSet]) -> None:
        self.session.guide.attempt(lambda: self._say(work()))

    def _say(self, step: ChangeSet) -> None:
        if step.changes:
            self.session.guide.say(f"{step.title}.", undoable=True)
        else:
            self.session.guide.say("Det är redan noterat.")


def _units(number: int, one: str = "", many: str = "") -> str:
    """So many förvaltningar in words, with an adjective before the noun."""
    noun, adjective = ("förvaltning", one) if number == 1 else ("förvaltningar", many)
    return " ".join(part for part in (str(number), adjective, noun) if part)
