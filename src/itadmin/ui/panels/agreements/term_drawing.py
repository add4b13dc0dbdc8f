"""An agreement's term as its pictures draw it, and as the table beside them tells it: blocks, the day that decides.

Pure: plain values from an agreement, how its term stands and the day. No widgets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from itadmin.domain.calculations.notice import Block, TermState, timeline
from itadmin.domain.registers.agreements import Agreement
from itadmin.ui.widgets.term_data import BlockKind, TermBarData, TermBlock, TermFlag

_YEARS_AHEAD = 6
_MOST_RENEWALS = 2
_MOST_COMING = 5
_KINDS = {
    "forsta": BlockKind.FIRST,
    "tills_vidare": BlockKind.FIRST,
    "option": BlockKind.OPTION,
    "forlangning": BlockKind.RENEWAL,
}


@dataclass(frozen=True, slots=True)
class ComingTerm:
    """A term that runs or may come: ISO days and words, "" where there is none."""

    name: str
    ends_on: str
    notice_day: str
    decision_day: str
    condition: str


def term_bar_data(agreement: Agreement, state: TermState, day: date) -> TermBarData:
    """The term as the bar draws it: what is agreed, options, and the first renewals to come."""
    until = date(min(day.year + _YEARS_AHEAD, date.max.year), 12, 31)
    blocks = []
    renewals = 0
    for block in timeline(state.terms, day, until):
        renewals += block.kind == "forlangning" and not block.is_certain
        if block.starts_on is not None and renewals <= _MOST_RENEWALS:
            blocks.append(_drawn(block, block.starts_on, until))
    notice = None
    flag = _option_flag(state)
    day_that_matters = state.next_notice_day or state.last_notice_day
    if day_that_matters is not None:
        flag = TermFlag(day_that_matters, "sista dag att säga upp")
        end = state.earliest_end or state.term_ends_on
        notice = (day_that_matters, end) if end is not None and end >= day_that_matters else None
    return TermBarData(day, tuple(blocks), notice, flag, f"{agreement.title}. {state.explanation}")


def coming_terms(state: TermState, day: date) -> tuple[ComingTerm, ...]:
    """The term that runs and those that may come after it, five at most; none when the agreement has ended."""
    months = _MOST_COMING * (state.terms.renewal_months or 0)
    until = date(min(day.year + max(_YEARS_AHEAD, months // 12 + 1), date.max.year), 12, 31)
    blocks = timeline(state.terms, day, until)
    coming = [block for block in blocks if block.ends_on is None or block.ends_on >= day]
    return tuple(_told(block, state) for block in coming[:_MOST_COMING])


def _option_flag(state: TermState) -> TermFlag | None:
    """The day by which the option whose turn it is must be decided."""
    place = state.option_to_decide
    decided = None if place is None else state.terms.options[place].decision_day
    return None if place is None or decided is None else TermFlag(decided, f"option {place + 1} beslutas senast")


def _name(block: Block) -> str:
    if block.kind == "option":
        return f"Option {block.number}"
    if block.kind == "forlangning":
        return f"Förlängning {block.number}"
    return "Tills vidare" if block.kind == "tills_vidare" else "Avtalad tid"


def _told(block: Block, state: TermState) -> ComingTerm:
    decision_day = state.terms.options[block.number - 1].decision_day if block.kind == "option" else None
    condition = "om utnyttjad" if block.kind == "option" else "om ej uppsagt"
    ends_on, notice_day, decided = (
        "" if found is None else found.isoformat() for found in (block.ends_on, block.last_notice_day, decision_day)
    )
    return ComingTerm(_name(block), ends_on, notice_day, decided, "" if block.is_certain else condition)


def _drawn(block: Block, starts: date, until: date) -> TermBlock:
    kind = _KINDS[block.kind]
    label = "Förlängning" if block.kind == "forlangning" else _name(block)
    if block.ends_on is None:
        return TermBlock(kind, starts, max(until, starts), label, f"från {starts.isoformat()}", open_ended=True)
    return TermBlock(kind, starts, block.ends_on, label, f"t.o.m. {block.ends_on.isoformat()}")
