"""Kostnadsfördelningar: those of a case or an agreement, and on the page of one what each kommun carries."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from itadmin.documents import cost_allocation
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.allocations import Allocation
from itadmin.services.acting import Plan, step_of
from itadmin.services.allocations import outcome_of, told
from itadmin.services.allocations.making import of_agreement, of_case
from itadmin.services.allocations.outcome import is_locked
from itadmin.services.allocations.states import ALLOCATIONS
from itadmin.services.allocations.tables import columns, rows, total
from itadmin.services.display import field_text
from itadmin.services.exporting.sheet import NUMBERS, Column, Row, read_text
from itadmin.services.reading import Read, Reading
from itadmin.ui.allocation.window import AllocationWindow
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.papers import PapersPanel
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.fact_table import Cells, FactTable, Table, name_link
from itadmin.ui.register.special import Action, Head, Panel, Papers, Parts, Related, Special
from itadmin.ui.session import Session
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.labels import Label

COMMAND = "allocation"
_REGISTER = REGISTERS[ALLOCATIONS]
_HEADINGS = ("Fördelning", "Modell", "Belopp", "Från", "Till", "Läge")
_SHOWN = ("model", "amount", "period_starts", "period_ends", "status")
_MAKING: Mapping[str, tuple[str, str]] = {
    "agreements": ("agreement", "avtalet"),
    "cooperation_cases": ("case", "ärendet"),
}


class AllocationsPanel(TablePanel):
    """The kostnadsfördelningar of an agreement or a samverkansärende; those that are replaced are folded."""

    section = "fordelning"
    title = "Kostnadsfördelning"

    def __init__(self, register: str, session: Session) -> None:
        self._field, about = _MAKING[register]
        super().__init__(
            session,
            f"Kostnaden för {about} är inte fördelad.",
            ("ersatt kostnadsfördelning", "ersatta kostnadsfördelningar"),
        )
        self._register = register
        self.takes = ((ALLOCATIONS, self._field),)
        self._shown: Read | None = None

    def show_read(self, read: Read) -> None:
        """Offer one more where the record may be changed."""
        self._shown = read
        self.link_changed.emit("Fördela kostnaden …" if self.session.may_change(read) else "")

    def show_related(self, read: Read, related: Related) -> None:
        """Show them; away where an agreement has none and shares nothing."""
        found = [each for reads in related.values() for each in reads]
        replaced, now = parted(found, lambda allocation: allocation.status != "ersatt")
        self.show_tables(
            Table(_HEADINGS, [partial(self._row, each) for each in now], right=(2,), whole=(3, 4)),
            Table(_HEADINGS, [partial(self._row, each) for each in replaced], right=(2,), whole=(3, 4)),
        )
        shares = len(getattr(read.record, "connected_municipalities", ())) > 1
        self.shown_changed.emit(bool(found) or shares or self._field == "case")

    def follow_link(self) -> None:
        """Make one of what the record says, and go there."""
        if self._shown is None:
            return
        record_id = self._shown.record.id

        def work() -> None:
            step = step_of(self.session.workspace.records, self._plan(self.session.reading(), record_id))
            self.session.workspace.records.apply(step)
            self.session.guide.open_record(ALLOCATIONS, step.changes[0].record_id)
            self.session.guide.say(f"{step.title}.", undoable=True)

        self.session.guide.attempt(work)

    def _plan(self, reading: Reading, record_id: UUID) -> Plan:
        return of_case(reading, record_id) if self._field == "case" else of_agreement(reading, record_id)

    def _row(self, read: Read) -> Cells:
        follow = partial(self.session.guide.open_record, ALLOCATIONS, read.record.id)
        texts = (field_text(_REGISTER, read, name) for name in _SHOWN)
        return (name_link(self.session.look, read.label, follow), *texts)


class OutcomePanel(Panel):
    """What each kommun carries, and how that is reckoned."""

    section = "utfallet"
    title = "Kommunernas delar"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        look = session.look
        self.table = FactTable(look)
        self.told = CalculationBox(look)
        self.problem = Label(look, "", ink=Ink.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.metrics.gap - look.metrics.link_pad, 0, look.metrics.gap, look.metrics.block)
        column.setSpacing(look.metrics.gap)
        for part in (self.problem, self.table, self.told):
            column.addWidget(part)

    def show_read(self, read: Read) -> None:
        """Work it out anew."""
        allocation = read.record
        if not isinstance(allocation, Allocation):
            return
        reading = self._session.reading()
        outcome = outcome_of(reading, allocation)
        self.problem.setText(outcome.problem)
        self.problem.setVisible(bool(outcome.problem))
        self.told.setVisible(bool(outcome.parts))
        heads = columns(outcome, None)
        sums = _texts(heads, total(outcome, None))
        cells = [partial(_texts, heads, row) for row in rows(outcome, None)]
        right = tuple(place for place, column in enumerate(heads) if column.kind in NUMBERS)
        self.table.show_table(Table([column.title for column in heads], cells, right=right, total=sums))
        if outcome.parts:
            self.told.set_prose((told(outcome, allocation, reading.words),))


def _texts(heads: tuple[Column, ...], row: Row) -> tuple[str, ...]:
    return tuple(read_text(column.kind, cell) for column, cell in zip(heads, row, strict=True))


def _word(allocation: Allocation) -> str:
    """What its window is for: nothing is compared or adopted of what is locked."""
    return "Visa fördelningen" if is_locked(allocation) else "Jämför och fastställ…"


def _open_window(session: Session, _allocation: UUID) -> None:
    """Open the window on the fördelning that is shown."""
    session.guide.do_command(COMMAND)


SPECIAL = Special(
    head=Head(chips=("status",), tells=("agreement", "case", "period_starts", "period_ends")),
    parts=Parts(
        panels=(OutcomePanel, partial(PapersPanel, ALLOCATIONS)),
        order=("oversikt", "utfallet", "modell", "deltagare", "utfall", "handlingar"),
    ),
    papers=Papers(cost_allocation.TYPE, Action(_word, _open_window, "calculator", only_shows=True)),
    windows={COMMAND: AllocationWindow},
)
"""What is special of the page of a kostnadsfördelning."""
