"""*Vad ska ske med avtalet?*: the acts that can be done with an agreement, what each leads to, and doing one.

A file that is dropped here is the signed agreement, or the notice where that is what is being given.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from itadmin.domain.changes import ChangeSet
from itadmin.domain.problems import KnownError
from itadmin.services.acting import Asked, Deed, Plan, case_of, plan_of, possible, step_of, usual
from itadmin.services.agreements import propose_number
from itadmin.services.papers import AGREEMENT_ITSELF, SignedCopy, with_signed_paper
from itadmin.ui.acts.choices import ActChoices
from itadmin.ui.acts.fields import ActFields
from itadmin.ui.acts.words import ASKING
from itadmin.ui.dialogs.scrolled_sheet import ScrolledSheet
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import ButtonKind
from itadmin.ui.widgets.labels import Label

LETTER = "notice_letter"
_TITLE = "Vad ska ske med avtalet?"
_WIDTH = 620
_OPERATIONS = ("driftavtal", "driftoverenskommelse")


class ActDialog(ScrolledSheet):
    """Asks what is to be done with one agreement and does it, as one step."""

    def __init__(self, session: Session, agreement_id: UUID, parent: QWidget | None, first: str = "") -> None:
        """`first` is the code of the act to begin with, where it can be done. Raises KnownError."""
        super().__init__(session.look, _TITLE, _WIDTH, parent)
        self._session = session
        self._case = case_of(session.reading(), agreement_id)
        outcomes = {deed: plan.outcome for deed, plan in possible(self._case).items()}
        self.fields = ActFields(session.look, self._case.day)
        self.choices = ActChoices(session.look, outcomes, self.fields)
        self.deed = next(iter(outcomes))
        self._build()
        self._connect()
        self.choices.choose(Deed(first) if first in outcomes else self.deed)
        self.choices.button(self.deed).setFocus()

    def carry_out(self) -> None:
        """Do what is chosen; what is wrong is told at the act, and nothing is written then."""
        try:
            plan, asked = self._plan(), self._asked()
            if self.fields.file is not None and ASKING[self.deed].file:
                asked = replace(asked, file=self._attached(self.fields.file))
                plan = plan_of(self._case, self.deed, asked)
            step = self._with_paper(step_of(self._session.workspace.records, plan), asked)
            self._session.workspace.records.apply(step)
        except (ValueError, KnownError) as error:
            self._refuse(error)
            return
        self._session.guide.say(f"{plan.title}.", undoable=True)
        self.accept()
        if self.deed is Deed.REPLACE:
            self._session.guide.open_record(step.changes[0].register, step.changes[0].record_id)

    def take_file(self, path: Path) -> None:
        """Take a file as the signed agreement, or as the notice that is being given."""
        if not ASKING[self.deed].file:
            self.choices.choose(Deed.REGISTER_SIGNED)
        self.fields.set_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of the computer's."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def _build(self) -> None:
        agreement, state = self._case.agreement, self._case.state
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAcceptDrops(True)
        self.column.addWidget(Label(self.look, agreement.title, TextStyle.SIDE_HEADING, wrap=True))
        self.column.addWidget(Label(self.look, state.explanation, ink=Ink.TEXT2, wrap=True))
        self.column.addWidget(self.choices, 1)
        self.add_button("Avbryt").clicked.connect(self.reject)
        self.act = self.add_button("Genomför", ButtonKind.PRIMARY)
        self.act.setDefault(True)

    def _connect(self) -> None:
        self.choices.chosen.connect(self._on_chosen)
        self.fields.changed.connect(self._preview)
        self.fields.letter_wanted.connect(lambda: self._session.guide.open_paper(LETTER, self._case.agreement.id))
        self.act.clicked.connect(self.carry_out)
        self._session.bus.changed.connect(self._on_changed)
        self.finished.connect(lambda: self._session.bus.changed.disconnect(self._on_changed))

    def _on_chosen(self, deed: Deed) -> None:
        for other in self.choices.deeds:
            if other is not deed:
                self._tell_usual(other)
        self.deed = deed
        self.fields.show_asking(ASKING[deed], letter=deed is Deed.GIVE_NOTICE)
        self.fields.day_line.setText(usual(self._case, deed).on.isoformat())
        self._preview()
        self.area.ensureWidgetVisible(self.choices.button(deed))

    def _tell_usual(self, deed: Deed) -> None:
        """Say what an act that is not chosen would usually lead to."""
        try:
            self.choices.tell(deed, plan_of(self._case, deed, usual(self._case, deed)).outcome)
        except KnownError as error:
            self.choices.tell(deed, error.sentence)

    def _preview(self) -> None:
        """Say what the chosen act leads to with what stands in the fields."""
        self.fields.set_faulty(None)
        try:
            plan = self._plan()
        except (ValueError, KnownError) as error:
            self._tell_fault(error)
            self.choices.remark(())
        else:
            self.choices.tell(self.deed, plan.outcome)
            self.choices.remark(plan.remarks)
        self.fit_height()

    def _plan(self) -> Plan:
        """The chosen act with what is asked for. Raises ValueError or KnownError."""
        return plan_of(self._case, self.deed, self._asked())

    def _asked(self) -> Asked:
        asking, case = ASKING[self.deed], self._case
        asked = usual(case, self.deed)
        if asking.day:
            asked = replace(asked, on=self.fields.day())
        if asking.months:
            asked = replace(asked, months=self.fields.months())
        if asking.file and self.fields.file is not None:
            asked = replace(asked, file={"file_name": self.fields.file.name})
        if self.deed is Deed.REPLACE and case.agreement.kind in _OPERATIONS:
            asked = replace(asked, number=propose_number(self._session.reading(), case.day))
        return asked

    def _with_paper(self, step: ChangeSet, asked: Asked) -> ChangeSet:
        """The step, with the agreement's handling that is out to be signed where it is that which has come back."""
        if self.deed is not Deed.REGISTER_SIGNED:
            return step
        copy = SignedCopy(asked.on, asked.file)
        about = ("agreements", self._case.agreement.id)
        return with_signed_paper(self._session.workspace, step, about, AGREEMENT_ITSELF, copy)

    def _attached(self, path: Path) -> dict[str, object]:
        return self._session.workspace.attachments.add(path)

    def _refuse(self, error: Exception) -> None:
        self._tell_fault(error)
        field = self.fields.first()
        if field is not None:
            field.setFocus()

    def _tell_fault(self, error: Exception) -> None:
        """Say at the act what is wrong, and mark the field that it is about."""
        self.choices.tell(self.deed, error.sentence if isinstance(error, KnownError) else str(error), wrong=True)
        field = self.fields.first()
        self.fields.set_faulty(field if isinstance(field, QLineEdit) else None)

    def _on_changed(self, _changes: object, _initiator: object) -> None:
        """Read the agreement anew when something is changed beside the dialog; close when it can no longer be."""
        try:
            self._case = case_of(self._session.reading(), self._case.agreement.id)
        except KnownError:
            self.reject()
            return
        self._preview()


def act_window(session: Session, agreement_id: UUID) -> ActDialog:
    """The dialog over the window that is in front. Raises KnownError."""
    return ActDialog(session, agreement_id, QApplication.activeWindow())


def _dropped(event: QDropEvent) -> Path | None:
    """The one file of the computer's that is being dropped; None when it is anything else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
