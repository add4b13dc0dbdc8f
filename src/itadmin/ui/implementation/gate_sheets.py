"""Answering a point of a checklist with a reason, and approving a plan."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from itadmin.domain.calendar import prose
from itadmin.domain.changes import ChangeSet
from itadmin.services.acting import Plan, step_of
from itadmin.services.implementation import Answer, approved, is_early, noted, plan_of, put_in_operation
from itadmin.services.reading import Read
from itadmin.ui.dialogs.ask_sheet import AskSheet
from itadmin.ui.session import Session

_AWAY, _WAIVED = "avveckling", "avstatt"
_TITLES = {"avstatt": "Avstå från punkten", "ej_aktuellt": "Punkten är inte aktuell", "klart": "Punkten är klar"}
_USUAL = "Systemägare"
_SURE = "Ja, systemet är i drift redan nu"
_SURE_GONE = "Ja, systemet används inte längre redan nu"
_WHY = {
    "avstatt": "Skriv varför, och när det i så fall ska göras. Skälet står i checklistan, i planen på papper "
    "och i historiken.",
    "ej_aktuellt": "Skriv varför punkten inte gäller det här systemet.",
    "klart": "Skriv var det finns som registret saknar: ett protokoll, en handling eller ett ärende.",
}


class AnswerSheet(AskSheet):
    """Asks why a point is answered so, and by which function."""

    def __init__(self, session: Session, read: Read, point: str, answer: Answer, parent: QWidget | None) -> None:
        """`answer` is what the lines begin with."""
        word = read.words.label_of("grindpunkt", point)
        super().__init__(session, _TITLES[answer.state], word, ("Notera", "checkmark"), parent)
        self._plan_id, self._point, self._state = read.record.id, point, answer.state
        self.why = self.add_line("Skäl" if answer.state == _WAIVED else "Skäl eller hänvisning", answer.reason)
        self.by = self.add_line("Noteras av", answer.by or _USUAL)
        self.why.setMaxLength(1000)
        self.preview()
        self.why.setFocus()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """What the reason is for."""
        return _WHY[self._state], ()

    def step(self) -> ChangeSet:
        """The answer. Raises KnownError without a reason where one is needed."""
        answer = Answer(self._state, self.by.text().strip(), self.why.text())
        plan = noted(self.session.reading(), self._plan_id, {self._point: answer})
        return step_of(self.session.workspace.records, plan)


class ApproveSheet(AskSheet):
    """Asks when and by whom a plan is approved. Raises LeftError, or another KnownError, when it cannot be."""

    def __init__(self, session: Session, read: Read, parent: QWidget | None) -> None:
        plan, today = plan_of(read), session.reading().day
        approved(session.reading(), plan.id, today, _USUAL)
        word = "Godkänn" if plan.kind == _AWAY else "Driftgodkänn"
        super().__init__(session, word, read.label, (word, "checkmark_circle"), parent)
        self._plan_id = plan.id
        self.day = self.add_line("Dag", today.isoformat(), is_short=True)
        self.by = self.add_line("Godkänns av", plan.approved_by or _USUAL)
        self.preview()
        self.by.setFocus()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """What is approved, and what is waived."""
        plan = self._approval()
        return plan.outcome, plan.remarks

    def step(self) -> ChangeSet:
        """The approval. Raises ValueError or KnownError."""
        return step_of(self.session.workspace.records, self._approval())

    def _approval(self) -> Plan:
        return approved(self.session.reading(), self._plan_id, self.day_in(self.day), self.by.text())


class OperationSheet(AskSheet):
    """Asks from which day the system is in operation, or says that it is gone. Raises KnownError when it cannot be."""

    def __init__(self, session: Session, read: Read, parent: QWidget | None) -> None:
        plan, today = plan_of(read), session.reading().day
        self._plan_id: UUID = plan.id
        self._is_away = plan.kind == _AWAY
        put_in_operation(session.reading(), plan.id, today)
        word = "Markera avvecklat" if self._is_away else "Sätt i drift"
        super().__init__(session, word, read.label, (word, "checkmark_circle"), parent)
        usual = min(plan.go_live_on or today, today)
        self._plan = plan
        self.sure = QCheckBox(_SURE_GONE if self._is_away else _SURE)
        self.sure.toggled.connect(self.preview)
        self.day = self.add_line("Dag", usual.isoformat(), is_short=True)
        self.body.insertWidget(self.body.indexOf(self.fault), self.sure)
        self.preview()
        self.day.setFocus()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """What becomes of the system, and of the one that it replaces; long before its day that is to be confirmed."""
        plan = self._start()
        asks = is_early(self._plan, self.day_in(self.day))
        self.sure.setVisible(asks)
        self.act.setEnabled(self.sure.isChecked() or not asks)
        return plan.outcome, plan.remarks

    def step(self) -> ChangeSet:
        """The step that changes the system. Raises ValueError or KnownError."""
        return step_of(self.session.workspace.records, self._start())

    def _start(self) -> Plan:
        day, today = self.day_in(self.day), self.session.reading().day
        if day > today:
            raise ValueError(f"Dagen har inte kommit. Ange en dag till och med {prose(today)}.")
        return put_in_operation(self.session.reading(), self._plan_id, day)
