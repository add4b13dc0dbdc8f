"""What is promised beside what is needed, as sentences with a sign: at the agreement and at the system alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.calculations.demand import Gap
from itadmin.domain.registers.agreements import Agreement
from itadmin.domain.registers.systems import System
from itadmin.services.demand import Held, held_by_agreements, held_by_systems
from itadmin.services.reading import Read
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.fact_table import name_link
from itadmin.ui.register.special import Panel, Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.marks import SignMark
from itadmin.ui.widgets.signs import Sign

_MET = "Avtalet lovar det som systemet behöver."


class DemandPanel(Panel):
    """For each record at the other end a link, and under it what is not met, not said, or that all is well."""

    section = "lofte_mot_behov"
    title = "Löfte mot behov"
    register = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Sequence[Held] | None = None
        self._body = QWidget()
        metrics = session.look.metrics
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(metrics.gap - metrics.link_pad, 0, metrics.gap, 0)
        self._column.addWidget(self._body)

    def show_held(self, held: Sequence[Held], sentence: Callable[[Gap], str]) -> None:
        """Show what is held against each other; hide where nothing is."""
        self.shown_changed.emit(bool(held))
        if held == self._shown:
            return
        self._shown = held
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._session.look.metrics.tight)
        for each in held:
            self._put(column, each, sentence)
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body

    def _put(self, column: QVBoxLayout, held: Held, sentence: Callable[[Gap], str]) -> None:
        follow = partial(self._session.guide.open_record, self.register, held.other.record.id)
        column.addWidget(name_link(self._session.look, held.other.label, follow), 0, Qt.AlignmentFlag.AlignLeft)
        for gap in held.gaps:
            sign, ink = (Sign.TRIANGLE, Ink.AMBER) if gap.is_mismatch else (Sign.INFO, Ink.TEXT2)
            column.addLayout(self._line(sign, ink, sentence(gap)))
        if not held.gaps:
            column.addLayout(self._line(Sign.CHECK, Ink.GREEN, _MET))

    def _line(self, sign: Sign, ink: Ink, words: str) -> QHBoxLayout:
        look = self._session.look
        row = QHBoxLayout()
        row.setContentsMargins(look.metrics.link_pad, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        row.addWidget(SignMark(look, sign, ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(look, words, ink=Ink.TEXT if sign is Sign.TRIANGLE else Ink.TEXT2, wrap=True), 1)
        return row


class PromisePanel(DemandPanel):
    """At an agreement: against what each of its systems needs."""

    register = "systems"

    def show_read(self, read: Read) -> None:
        """Hold the agreement against its systems."""
        agreement = read.record
        if isinstance(agreement, Agreement):
            held = () if agreement.deleted else held_by_systems(self._session.reading(), agreement)
            self.show_held(held, lambda gap: gap.at_agreement)


class NeedPanel(DemandPanel):
    """At a system: against what each of its agreements promises; only where something is not met or not said."""

    register = "agreements"
    takes = (("agreements", "systems"),)

    def show_read(self, read: Read) -> None:
        """Wait for the agreements."""

    def show_related(self, read: Read, related: Related) -> None:
        """Hold the system against its agreements."""
        agreements = [agreement for found in related.values() for agreement in found]
        system = read.record
        held = held_by_agreements(system, agreements) if isinstance(system, System) and not system.deleted else ()
        self.show_held([each for each in held if each.gaps], lambda gap: gap.at_system)
