"""What the agreement's paper for signature still lacks, each a way to its field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.documents import cooperation_agreement, dpa_instruction, operations_agreement
from itadmin.documents.catalogue import MissingValue, prepare
from itadmin.domain.problems import KnownError
from itadmin.domain.registers.agreements import Agreement
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import LinkButton
from itadmin.ui.widgets.labels import ElidedLabel, Label
from itadmin.ui.widgets.marks import SignMark
from itadmin.ui.widgets.signs import Sign

PAPERS: Mapping[str, str] = {
    **dict.fromkeys(("driftavtal", "driftoverenskommelse"), operations_agreement.TYPE),
    **dict.fromkeys(dpa_instruction.KINDS, dpa_instruction.TYPE),
    cooperation_agreement.KIND: cooperation_agreement.TYPE,
}
"""The document that is made of an agreement, by its kind."""

_WRITTEN = ("", "utkast", "forhandling", "invantar_underskrift")
"""Where an agreement stands while its paper is still to be signed."""


_SIGNED = "Påskrivet {day}. Det som ändras här ändrar inte det påskrivna avtalet: gör ett tillägg eller ett nytt avtal."


class LackingPanel(Panel):
    """What the paper for signature still lacks, each a way to its field, or that it is signed.

    Worked out after the page is shown.
    """

    section = "dokumentet"
    title = "Dokumentet"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record_id: UUID | None = None
        self._signed_on: date | None = None
        self._paper = ""
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
        kind = agreement.kind if isinstance(agreement, Agreement) and not agreement.deleted else ""
        self._paper = PAPERS.get(kind, "")
        is_paper = bool(self._paper)
        self._signed_on = _signed(agreement)
        self._record_id = agreement.id if is_paper and not self._signed_on else None
        self.shown_changed.emit(is_paper)
        if is_paper and self._signed_on:
            self._show([Label(self._session.look, _SIGNED.format(day=self._signed_on), wrap=True)])
            self._tell(0)
        elif is_paper:
            self._later.start()
        else:
            self._tell(0)

    def _work_out(self) -> None:
        if self._record_id is None:
            return
        try:
            missing = prepare(self._paper, self._session.reading(), self._record_id, draft=False).missing
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


def _signed(agreement: Any) -> date | None:
    """When an agreement that is no longer being written was signed; None when it is, or that is not known."""
    if not isinstance(agreement, Agreement) or agreement.status in _WRITTEN:
        return None
    return agreement.signed_on


def _place(where: str) -> str:
    """Where in the paper something is missing; a number alone is that of a section."""
    return f"avsnitt {where}" if where[:1].isdigit() else where
