"""The agreement's term: the bar, the sentences that explain its days, and the terms to come as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from itadmin.domain.calculations.notice import TermState
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.reading import Read
from itadmin.ui.panels.agreements.term_drawing import ComingTerm, coming_terms, term_bar_data
from itadmin.ui.register.fact_table import Cells, FactTable, Table
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.prose import Strong
from itadmin.ui.widgets.term_bar import TermBar
from itadmin.ui.widgets.term_data import TermBarData

_HEADINGS = ("Period", "T.o.m.", "Säg upp senast", "Besluta senast", "Gäller")
_WHOLE = (0, 1, 2, 3, 4)
_ADDED = ("ej_arbetsdag", "lang_uppsagningstid")
"""Remarks that say more than the explanation and what comes next do."""
_OVER = {
    "upphort": "Avtalet har upphört. Dess dagar bevakas inte mer.",
    "ersatt": "Avtalet är ersatt av ett annat. Dess dagar bevakas inte mer.",
}
"""What is said of one that is over, whatever its days would be."""


class TermPanel(Panel):
    """The term bar, the sentences that explain its days, and the same days as a table."""

    section = "avtalstid"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._bar = TermBar(session.look, TermBarData(session.workspace.around.today(), ()))
        self._box = CalculationBox(session.look)
        self._table = FactTable(session.look)
        self._coming: Sequence[ComingTerm] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(session.look.metrics.gap, 0, session.look.metrics.gap, session.look.metrics.block)
        column.setSpacing(session.look.metrics.block)
        column.addWidget(self._bar)
        column.addWidget(self._box)
        column.addWidget(self._table)

    def show_read(self, read: Read) -> None:
        """Show the term; hide when nothing is known of it."""
        agreement = read.record
        if not isinstance(agreement, Agreement):
            return
        day = self._session.workspace.around.today()
        state = term_state(agreement, day)
        over = _OVER.get(agreement.status, "")
        data = term_bar_data(agreement, state, day)
        self._bar.setVisible(bool(data.blocks) and not over)
        self._bar.set_data(data)
        known = agreement.starts_on is not None or agreement.first_term_ends_on is not None
        self.setVisible(known)
        self._box.set_prose(_with_strong_days(over or _words(state)))
        self._show_coming(() if over else coming_terms(state, day))

    def _show_coming(self, coming: Sequence[ComingTerm]) -> None:
        if coming == self._coming and self._table.isVisible():
            return
        self._coming = coming
        told = coming if len(coming) > 1 else ()  # of a single term the sentences say all
        self._table.show_table(Table(_HEADINGS, [partial(_cells, term) for term in told], whole=_WHOLE))


def _cells(term: ComingTerm) -> Cells:
    return term.name, term.ends_on, term.notice_day, term.decision_day, term.condition


def _words(state: TermState) -> str:
    """Why the days are what they are, what is unusual about them, and what comes next."""
    odd = (remark.sentence for remark in state.remarks if remark.code in _ADDED)
    return " ".join(part for part in (state.explanation, *odd, state.what_next) if part)


def _with_strong_days(words: str) -> tuple[str | Strong, ...]:
    runs: list[str | Strong] = []
    for number, word in enumerate(words.split(" ")):
        bare = word.rstrip(".,:;)")
        space = " " if number else ""
        if _is_iso_day(bare):
            runs += [space, Strong(bare), word[len(bare) :]]
        else:
            runs.append(space + word)
    return tuple(runs)


def _is_iso_day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True
