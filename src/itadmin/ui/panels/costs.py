"""What a system or an agreement costs this year and last: its lines, and what comes of agreements by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from itadmin.domain.calculations.cost_table import CostSum
from itadmin.domain.calculations.costs import Cost, Source
from itadmin.domain.money import format_kronor
from itadmin.domain.registers import REGISTERS
from itadmin.services.costs import Costs, Names, costs_around
from itadmin.services.costs.naming import mark_of, register_of
from itadmin.services.costs.telling import told_sum
from itadmin.services.display import field_text
from itadmin.services.reading import Read
from itadmin.ui.panels.table_panel import TablePanel, parted
from itadmin.ui.register.fact_table import Cells, Table, name_link
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.special import Action, Head, Papers, Related, Special
from itadmin.ui.session import Session
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.prose import Strong

LINES = REGISTERS["cost_lines"]
_HEADINGS = ("Kostnad", "Ur", "År", "Budget", "Belopp")
_WHOLE, _FIGURES = (1,), (2, 3, 4)
_TOLD = ("text", "year", "budget", "actual")
_FIELD_OF = {"systems": "system", "agreements": "agreement"}


class CostsPanel(TablePanel):
    """The costs of a record of `register`, one of systems and agreements; earlier years are folded."""

    section = "kostnader"
    title = "Kostnader"

    def __init__(self, register: str, session: Session) -> None:
        super().__init__(
            session, "Inga kostnader är kända.", ("kostnadsrad från tidigare år", "kostnadsrader från tidigare år")
        )
        self._register, self._field = register, _FIELD_OF[register]
        self.takes = ((LINES.name, self._field),)
        self._shown: Read | None = None
        self.told = CalculationBox(session.look)
        self.column.insertWidget(0, self.told)

    def show_read(self, read: Read) -> None:
        """Offer one more line where the record may be changed."""
        self._shown = read
        self.link_changed.emit(f"{LINES.new_label} …" if self.session.may_change(read) else "")

    def show_related(self, read: Read, related: Related) -> None:
        """Show what the record costs, from its own lines and by itself."""
        reading = self.session.reading()
        costs = costs_around(reading, self._register, read.record.id)
        this = costs.day.year
        years = {year: self._pieces(costs, year, read.record.id) for year in (this + 1, this, this - 1)}
        years[this + 1] = [piece for piece in years[this + 1] if piece.source is Source.LINE]
        names = Names(reading, costs.sources, (piece for pieces in years.values() for piece in pieces))
        told = {piece.key for pieces in years.values() for piece in pieces}
        rest = [line for lines in related.values() for line in lines if line.record.id.bytes not in told]
        earlier, now = parted(rest, lambda line: (line.year or this) >= this - 1)
        rows = [partial(self._row, names, year, piece) for year, pieces in years.items() for piece in pieces]
        rows += [partial(self._line_row, line) for line in now]
        folded = [partial(self._line_row, line) for line in earlier]
        self.show_tables(
            Table(_HEADINGS, rows, right=_FIGURES, whole=_WHOLE), Table(_HEADINGS, folded, right=_FIGURES, whole=_WHOLE)
        )
        self._tell(read.label, this, years[this], years[this - 1])

    def follow_link(self) -> None:
        """Ask for one more line."""
        if self._shown is None:
            return
        given, begun = {self._field: self._shown.record.id}, {"year": self.session.reading().day.year}
        sheet = NewRecordDialog(self.session, LINES, given, self.window(), begun=begun)
        sheet.added.connect(lambda _made: self.session.guide.say(added_words(LINES), undoable=True))
        sheet.open()

    def _pieces(self, costs: Costs, year: int, record_id: UUID) -> list[Cost]:
        return [cost for cost in costs.sources.costs(year) if getattr(cost, self._field) == record_id.bytes]

    def _tell(self, name: str, year: int, now: Sequence[Cost], before: Sequence[Cost]) -> None:
        told = told_sum(year, name, CostSum(None, tuple(now), tuple(before)))
        self.told.set_prose((Strong(name), told.removeprefix(name)))
        self.told.setVisible(bool(now or before))

    def _row(self, names: Names, year: int, piece: Cost) -> Cells:
        follow = partial(self.session.guide.open_record, register_of(piece), UUID(bytes=piece.key))
        link = name_link(self.session.look, names.title(piece), follow)
        link.setToolTip(names.told(piece))
        mark = mark_of(piece) if piece.source is not Source.LINE else _counted(piece.actual)
        return (link, mark, str(year), _kronor(piece.budget), _kronor(piece.amount))

    def _line_row(self, line: Read) -> Cells:
        """A line that costs nothing in the years that are told of: of other years, or without year or amount."""
        follow = partial(self.session.guide.open_record, LINES.name, line.record.id)
        text, year, budget, actual = (field_text(LINES, line, name) for name in _TOLD)
        name = " – ".join(part for part in (line.label, text) if part)
        return (name_link(self.session.look, name, follow), _counted(actual or None), year, budget, actual or budget)


def _counted(actual: object) -> str:
    """Which of a line's amounts counts."""
    return "Budget" if actual is None else "Utfall"


def _kronor(amount: int | None) -> str:
    return "" if amount is None else format_kronor(amount, whole=True)


def show_costs(session: Session, _line: UUID) -> None:
    """Show what the year costs."""
    session.guide.do_command("costs")


OF_LINES = Special(
    head=Head(tells=("year", "system", "agreement", "bearer")),
    papers=Papers(action=Action("Årets kostnader", show_costs, "calculator")),
)
"""What is special of the page of a cost line: the way to all of the year's."""
