"""What can be done with a samverkansärende: fill it in, share the cost, make its agreement and its decision paper.

Says what would be filled in, and what the decision paper lacks in the paper's own words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from itadmin.documents import decision_paper
from itadmin.domain.changes import ChangeSet
from itadmin.domain.registers.cooperation_cases import CooperationCase
from itadmin.domain.states import CASE_OVER, SILENT
from itadmin.domain.text import listed, small_initial
from itadmin.services.acting import step_of
from itadmin.services.allocations.making import of_case
from itadmin.services.allocations.states import ALLOCATIONS
from itadmin.services.cooperation_cases.agreement import AGREEMENTS, agreement_made, agreement_of
from itadmin.services.cooperation_cases.differing import told_differing
from itadmin.services.cooperation_cases.filling import told_filling
from itadmin.services.cooperation_cases.making import filled
from itadmin.services.cooperation_cases.standing import standings_of
from itadmin.services.reading import Read
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.cooperation_cases.answering import answer
from itadmin.ui.register.special import Panel
from itadmin.ui.session import Session
from itadmin.ui.widgets.button_flow import ButtonFlow
from itadmin.ui.widgets.labels import Label

_ANSWER, _ANSWER_ANEW = "Svara…", "Ändra svaret…"


class CaseDeedsPanel(Panel):
    """A row of buttons over the fields; what another's case, or one that is over, cannot have is away."""

    section = "oversikt"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._read: Read | None = None
        metrics = session.look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, metrics.block)
        buttons = ButtonFlow(session.look)
        column.setSpacing(metrics.gap)
        column.addLayout(buttons)
        self.told = Label(session.look, "", TextStyle.SECOND, Ink.TEXT2, wrap=True)
        column.addWidget(self.told)
        self.answer = buttons.add(_ANSWER, "scales", self._of_shown(self._answer))
        self.fill = buttons.add("Fyll på det vanliga", "document_add", self._of_shown(self._fill))
        self.share_cost = buttons.add("Fördela kostnaden", "calculator", self._of_shown(self._share_cost))
        self.agreement = buttons.add("Samverkansavtal", "signature", self._of_shown(self._agreement))
        self.paper = buttons.add("Tjänsteskrivelse…", "document_pdf", self._of_shown(self._paper))

    def show_read(self, read: Read) -> None:
        """Show what there is to do."""
        self._read = read
        case = read.record
        if not isinstance(case, CooperationCase) or case.deleted:
            self.hide()
            return
        is_open = self._session.may_change(read) and case.status not in CASE_OVER
        answering = self._answering(case)
        self.answer.setText(answering)
        self.answer.setVisible(bool(answering))
        usual = self._usual(case.id) if is_open else ""
        self.fill.setVisible(bool(usual))
        lacking = self._lacking(case.id) if is_open else ()
        self._tell(usual, lacking, told_differing(self._session.reading(), case) if is_open else "")
        self.share_cost.setVisible(is_open)
        has_agreement = agreement_of(self._session.reading(), case.id) is not None
        self.agreement.setText("Visa samverkansavtalet" if has_agreement else "Gör samverkansavtal")
        self.agreement.setVisible(is_open or has_agreement)
        self.show()

    def _answering(self, case: CooperationCase) -> str:
        """What the button says where a neighbour waits for what the own kommun says, or has been told; else ""."""
        own = self._session.reading().organisation_id
        if case.owner == own or case.status in CASE_OVER or not self._session.workspace.writable:
            return ""
        standing = next(
            (each for each in standings_of(self._session.reading(), case) if each.municipality == own), None
        )
        if standing is None:
            return ""
        return _ANSWER if standing.is_of_other or standing.code == SILENT else _ANSWER_ANEW

    def _answer(self, case: UUID) -> None:
        answer(self._session, self.window(), case)

    def _usual(self, case: UUID) -> str:
        """What the usual would add, in words; "" when nothing is lacking of it."""
        workspace = self._session.workspace
        return told_filling(filled(workspace.reading(), workspace.records, case))

    def _lacking(self, case: UUID) -> Sequence[str]:
        return decision_paper.lacking(self._session.reading(), case)

    def _tell(self, usual: str, lacking: Sequence[str], differing: str) -> None:
        """Say what would be filled in, what the paper would be a draft without, and what does not agree."""
        said = [f"{self.fill.text()}: {usual}."] if usual else []
        if lacking:
            said.append(f"Tjänsteskrivelsen saknar {listed([small_initial(label) for label in lacking])}.")
        self.told.setText(" ".join(filter(None, (*said, differing))))
        self.told.setVisible(bool(self.told.text()))

    def _of_shown(self, work: Callable[[UUID], object]) -> Callable[[], None]:
        """Work with the case that is shown; what is refused is said in the status row."""

        def do_it() -> None:
            read = self._read
            if read is not None:
                self._session.guide.attempt(lambda: work(read.record.id))

        return do_it

    def _fill(self, case: UUID) -> None:
        workspace = self._session.workspace
        self._apply(filled(workspace.reading(), workspace.records, case))

    def _share_cost(self, case: UUID) -> None:
        """Make a kostnadsfördelning of it, and go there."""
        step = step_of(self._session.workspace.records, of_case(self._session.reading(), case))
        self._apply(step)
        self._session.guide.open_record(ALLOCATIONS, step.changes[0].record_id)

    def _agreement(self, case: UUID) -> None:
        """Go to its agreement, which is made first where there is none."""
        workspace = self._session.workspace
        known = agreement_of(workspace.reading(), case)
        if known is None:
            known, step = agreement_made(workspace.reading(), workspace.records, case)
            self._apply(step)
        self._session.guide.open_record(AGREEMENTS, known)

    def _paper(self, case: UUID) -> None:
        self._session.guide.open_paper(decision_paper.TYPE, case)

    def _apply(self, step: ChangeSet) -> None:
        self._session.workspace.records.apply(step)
        self._session.guide.say(f"{step.title}.", undoable=True)
