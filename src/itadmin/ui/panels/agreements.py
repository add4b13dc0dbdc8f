"""The agreement page's own parts: the term as a bar with its explanation, the driftklass, and what the paper lacks."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.documents.catalogue import MissingValue, prepare
from itadmin.domain.calculations.notice import Block, TermState, timeline
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreement_rules import term_state
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.agreements import Plain, with_service_class
from itadmin.services.reading import Read
from itadmin.ui.attachments.panel import FIELD as ATTACHMENTS
from itadmin.ui.attachments.panel import AttachmentsPanel
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.special import Action, Consequence, Head, Panel, Papers, Parts, Special, Writing
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button, LinkButton
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.marks import SignMark
from itadmin.ui.widgets.prose import Strong
from itadmin.ui.widgets.signs import Sign
from itadmin.ui.widgets.term_bar import TermBar
from itadmin.ui.widgets.term_data import BlockKind, TermBarData, TermBlock, TermFlag

PAPER = "operations_agreement"
PAPER_KINDS = ("driftavtal", "driftoverenskommelse")
_YEARS_AHEAD = 6
_KINDS = {
    "forsta": (BlockKind.FIRST, "Avtalad tid"),
    "tills_vidare": (BlockKind.FIRST, "Tills vidare"),
    "option": (BlockKind.OPTION, "Option"),
    "forlangning": (BlockKind.RENEWAL, "Förlängning"),
}
_MOST_RENEWALS = 2


def term_bar_data(agreement: Agreement, state: TermState, day: date) -> TermBarData:
    """The term as the bar draws it: what is agreed, options, and the first renewals."""
    until = date(min(day.year + _YEARS_AHEAD, date.max.year), 12, 31)
    blocks = []
    renewals = 0
    for block in timeline(state.terms, day, until):
        renewals += block.kind == "forlangning" and not block.is_certain
        if block.starts_on is not None and renewals <= _MOST_RENEWALS:
            blocks.append(_drawn(block, block.starts_on, until))
    notice = None
    flag = None
    day_that_matters = state.next_notice_day or state.last_notice_day
    if day_that_matters is not None:
        flag = TermFlag(day_that_matters, "sista dag att säga upp")
        end = state.earliest_end or state.term_ends_on
        notice = (day_that_matters, end) if end is not None and end >= day_that_matters else None
    return TermBarData(day, tuple(blocks), notice, flag, f"{agreement.title}. {state.explanation}")


def _drawn(block: Block, starts: date, until: date) -> TermBlock:
    kind, label = _KINDS[block.kind]
    if block.kind == "option":
        label = f"Option {block.number}"
    if block.ends_on is None:
        return TermBlock(kind, starts, max(until, starts), label, f"från {starts.isoformat()}", open_ended=True)
    return TermBlock(kind, starts, block.ends_on, label, f"t.o.m. {block.ends_on.isoformat()}")


class TermPanel(Panel):
    """The term bar and the sentences that explain its days."""

    section = "avtalstid"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._bar = TermBar(session.look, TermBarData(session.workspace.around.today(), ()))
        self._box = CalculationBox(session.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(session.look.metrics.gap, 0, session.look.metrics.gap, session.look.metrics.block)
        column.setSpacing(session.look.metrics.block)
        column.addWidget(self._bar)
        column.addWidget(self._box)

    def show_read(self, read: Read) -> None:
        """Show the term; hide when nothing is known of it."""
        agreement = read.record
        if not isinstance(agreement, Agreement):
            return
        day = self._session.workspace.around.today()
        state = term_state(agreement, day)
        data = term_bar_data(agreement, state, day)
        self._bar.setVisible(bool(data.blocks))
        self._bar.set_data(data)
        known = agreement.starts_on is not None or agreement.first_term_ends_on is not None
        self.setVisible(known)
        words = " ".join(part for part in (state.explanation, state.what_next) if part)
        self._box.set_prose(_with_strong_days(words))


def _with_strong_days(words: str) -> tuple[str | Strong, ...]:
    runs: list[str | Strong] = []
    for number, word in enumerate(words.split(" ")):
        bare = word.rstrip(".,;)")
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


class ServiceClassPanel(Panel):
    """The way to a driftklass, which fills in every service level, for a driftavtal that has none."""

    section = "servicenivaer"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record_id: UUID | None = None
        look = session.look
        choose = Button(look, "Välj driftklass …", small=True)
        choose.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, look.metrics.gap)
        row.setSpacing(look.metrics.block)
        row.addWidget(choose)
        row.addWidget(Label(look, "En driftklass fyller i alla servicenivåer på en gång.", ink=Ink.TEXT2, wrap=True), 1)

    def show_read(self, read: Read) -> None:
        """Show the way to an own driftavtal without a class."""
        agreement = read.record
        if not isinstance(agreement, Agreement):
            return
        self._record_id = agreement.id
        is_paper = agreement.kind in PAPER_KINDS
        self.setVisible(self._session.may_change(read) and is_paper and not agreement.service_class)

    def _choose(self) -> None:
        if self._record_id is not None:
            self._session.guide.open_field("agreements", self._record_id, "service_class")


def _levels(agreement: Agreement, code: str) -> Plain:
    """What choosing a driftklass fills in."""
    return with_service_class(code, agreement.environments)


class LackingPanel(Panel):
    """What the paper for signature still lacks, each a way to its field. Worked out after the page is shown."""

    title = "Dokumentet"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record_id: UUID | None = None
        self._missing = 0
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        metrics = session.look.metrics
        self._column.setContentsMargins(metrics.gap, 0, metrics.margin, 0)
        self._column.addWidget(self._body)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._work_out)

    def missing_count(self) -> int:
        """How many values the paper lacks."""
        return self._missing

    def show_read(self, read: Read) -> None:
        """Ask for the list when the page has been shown."""
        agreement = read.record
        is_paper = isinstance(agreement, Agreement) and agreement.kind in PAPER_KINDS and not agreement.deleted
        self._record_id = agreement.id if is_paper else None
        self.shown_changed.emit(is_paper)
        if is_paper:
            self._later.start()
        else:
            self._tell(0)

    def _work_out(self) -> None:
        if self._record_id is None:
            return
        try:
            missing = prepare(PAPER, self._session.reading(), self._record_id, draft=False).missing
        except KnownError as error:
            self._show([Label(self._session.look, error.sentence, ink=Ink.TEXT2, wrap=True)])
            self._tell(0)
            return
        self._show([self._line(value) for value in missing] or [self._ready()])
        self._tell(len(missing))

    def _tell(self, missing: int) -> None:
        if missing != self._missing:
            self._missing = missing
            self.missing_changed.emit(missing)

    def _ready(self) -> QWidget:
        look = self._session.look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SignMark(look, Sign.CHECK, Ink.GREEN))
        row.addWidget(Label(look, "Allt som behövs för underskrift finns."))
        row.addStretch(1)
        return holder

    def _line(self, value: MissingValue) -> QWidget:
        look = self._session.look
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        row.addWidget(SignMark(look, Sign.MISSING, Ink.AMBER))
        row.addWidget(ElidedLabel(look, value.label, TextStyle.NAME))
        row.addWidget(ElidedLabel(look, _place(value.where), TextStyle.SECOND, Ink.TEXT2))
        row.addStretch(1)
        if value.record_id is not None:
            fill = LinkButton(look, "Fyll i")
            fill.setAccessibleName(f"Fyll i {value.label.lower()}")
            fill.clicked.connect(lambda: self._fill(value))
            row.addWidget(fill)
        return holder

    def _fill(self, value: MissingValue) -> None:
        if value.record_id is not None:
            self._session.guide.open_field(value.register, value.record_id, value.field)

    def _show(self, lines: list[QWidget]) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._session.look.metrics.tight)
        for line in lines:
            column.addWidget(line)
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body


def _place(where: str) -> str:
    """Where in the paper something is missing; a number alone is that of a section."""
    return f"avsnitt {where}" if where[:1].isdigit() else where


def open_paper(session: Session, agreement_id: UUID) -> None:
    """Open the document window on the agreement's paper."""
    session.guide.open_paper(PAPER, agreement_id)


SPECIAL = Special(
    head=Head(chips=("status", "kind"), tells=("provider", "supplier", "registry_number")),
    parts=Parts(
        panels=(LackingPanel, TermPanel, ServiceClassPanel, partial(AttachmentsPanel, "agreements", "filer")),
        left_out=(ATTACHMENTS,),
    ),
    papers=Papers(PAPER, Action("Skapa dokument…", open_paper), lambda agreement: agreement.kind in PAPER_KINDS),
    writing=Writing(follows={"service_class": Consequence(_levels, "Servicenivåerna är ifyllda efter driftklassen.")}),
)
