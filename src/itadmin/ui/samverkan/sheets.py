"""The sheets that the matrix asks with: what a samverkansärende begins with, and until when a row is put aside."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from itadmin.domain.calendar import months_from
from itadmin.domain.changes import ChangeSet
from itadmin.services.cooperation_cases.making import Start
from itadmin.services.samverkan.beginning import beginning_of, case_begun, held_back, told_beginning, with_participants
from itadmin.services.samverkan.cells import Matrix, Row
from itadmin.services.samverkan.openings import PUT_ASIDE, noting
from itadmin.services.samverkan.planner import plan_of
from itadmin.ui.dialogs.ask_sheet import AskSheet
from itadmin.ui.samverkan.cell_look import LEVELS
from itadmin.ui.session import Session
from itadmin.ui.widgets.combo_box import ComboBox
from itadmin.ui.widgets.flow_layout import FlowLayout

_ASIDE_MONTHS = 12
_ALONE = "Välj minst en kommun till. Den egna är med som värdkommun."
_NO_TITLE = "Skriv vad ärendet ska heta."


class BeginSheet(AskSheet):
    """Asks what a case about a row is called, who takes part and how far it is to go; leads to the case."""

    def __init__(self, session: Session, matrix: Matrix, row: Row, parent: QWidget | None) -> None:
        super().__init__(session, "Starta samverkansärende", row.name, ("Starta ärendet", "handshake"), parent)
        self._matrix, self._row = matrix, row
        self._begun: UUID | None = None
        self._beginning = beginning_of(matrix, row, plan_of(session.reading(), matrix, row).starts_on)
        self.title = self.add_line("Ärende", self._beginning.start.title)
        self.ticks = {kommun.id: QCheckBox(kommun.name) for kommun in self._beginning.kommuner}
        own = session.reading().organisation_id
        holder = QWidget()
        flow = FlowLayout(self.look.metrics.block, holder)
        for key, tick in self.ticks.items():
            tick.setChecked(key == own or key in self._beginning.start.participants)
            tick.setEnabled(key != own)
            tick.toggled.connect(lambda _on: self.preview())
            flow.addWidget(tick)
        self.add_part("Kommuner", holder)
        self.goal = ComboBox(self.look)
        for code, label in session.reading().words.offered(LEVELS, self._beginning.start.goal_level).items():
            self.goal.addItem(label, code)
        self.goal.setCurrentIndex(max(self.goal.findData(self._beginning.start.goal_level), 0))
        self.add_part("Målnivå", self.goal)
        self.preview()
        self.title.setFocus()
        self.title.selectAll()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """Who takes part and why."""
        reasons = [f"• {sentence}" for sentence in (self._beginning.start.reasons or {}).values()]
        kept = held_back(self._row)
        return told_beginning(self._matrix, self._start()), [*reasons, *([kept] if kept else [])]

    def step(self) -> ChangeSet:
        """The case with its stances, and the note that the opening has come to it."""
        workspace = self.session.workspace
        self._begun, step = case_begun(workspace.reading(), workspace.records, self._matrix, self._row, self._start())
        return step

    def after(self, step: ChangeSet) -> None:
        """Go to the case."""
        super().after(step)
        if self._begun is not None:
            self.session.guide.open_record("cooperation_cases", self._begun)

    def _start(self) -> Start:
        """What is asked for. Raises ValueError with what is wrong."""
        chosen = [key for key, tick in self.ticks.items() if tick.isChecked()]
        own = self.session.reading().organisation_id
        title = self.title.text().strip()
        if not title:
            raise ValueError(_NO_TITLE)
        if not set(chosen) - {own}:
            raise ValueError(_ALONE)
        return with_participants(self._beginning.start, chosen, title, str(self.goal.currentData() or ""))


class AsideSheet(AskSheet):
    """Asks until when a row is no opening, and why."""

    def __init__(self, session: Session, matrix: Matrix, row: Row, parent: QWidget | None) -> None:
        super().__init__(session, "Inte aktuellt", row.name, ("Lägg åt sidan", "clock"), parent)
        self._matrix, self._row = matrix, row
        until = months_from(session.reading().day, _ASIDE_MONTHS)
        self.day = self.add_line("Till och med", until.isoformat(), is_short=True)
        self.note = self.add_line("Varför")
        self.preview()
        self.day.setFocus()
        self.day.selectAll()

    def leads_to(self) -> tuple[str, Sequence[str]]:
        """When it comes back."""
        if not self.day.text().strip():
            return f"{self._row.name} är ingen kandidat förrän ni säger annat.", ()
        until = self.day_in(self.day)
        if until < self.session.reading().day:
            raise ValueError("Dagen har varit. Skriv en dag som kommer.")
        return f"{self._row.name} är ingen kandidat till och med {until}. Dagen efter visas det igen.", ()

    def step(self) -> ChangeSet:
        """The note."""
        self.leads_to()
        workspace = self.session.workspace
        until = self.day_in(self.day).isoformat() if self.day.text().strip() else None
        values = {"status": PUT_ASIDE, "until": until, "note": self.note.text().strip() or None}
        change = noting(workspace.records, workspace.reading(), self._matrix, self._row, values)
        return ChangeSet(f"Lade {self._row.name} åt sidan som kandidat", (change,))
