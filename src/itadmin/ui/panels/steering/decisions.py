"""What the kommuner have decided about a document: how far they have come, and each decision to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from itadmin.domain.calculations.adoption import MADE
from itadmin.domain.changes import ChangeSet
from itadmin.domain.identifiers import municipality_id
from itadmin.domain.registers.steering_decisions import SteeringDecision
from itadmin.domain.registers.steering_documents import SteeringDocument
from itadmin.domain.text import swedish_key
from itadmin.services.display import field_text
from itadmin.services.reading import Read, Reading
from itadmin.services.reference_data import municipalities
from itadmin.services.steering import adoption_of, adoption_sentence, proposed_decisions
from itadmin.ui.look.fonts import TextStyle
from itadmin.ui.look.tokens import Ink
from itadmin.ui.panels.steering.decision_model import DECISIONS, DecisionModel
from itadmin.ui.register.naming import added_words
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.reads_table import ReadsTable
from itadmin.ui.register.special import Panel, Related
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.labels import Label
from itadmin.ui.widgets.notice import Concern, Message, Notice
from itadmin.ui.widgets.prose import Strong

_DOCUMENTS = "steering_documents"
_NONE = "Inga beslut är antecknade än."


def come_so_far(reading: Reading, document: SteeringDocument) -> str:
    """How far the kommuner have come with a document, in a sentence."""
    come = adoption_of(reading, document)
    return adoption_sentence(come, reading.labels("organisations", come.waiting))


class DecisionsPanel(Panel):
    """The decisions in a table that is edited in place, and the usual ones that are not noted yet."""

    section = "beslut"
    title = "Beslut"
    takes = (("steering_decisions", "document"),)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Read | None = None
        self._towns = _towns()
        look = session.look
        self.told = Label(look, "", TextStyle.NAME, wrap=True)
        self.model = DecisionModel(self)
        self.table = ReadsTable(look, self.model, self.title)
        self.none = Label(look, _NONE, ink=Ink.TEXT2, wrap=True)
        self.fault = Label(look, "", TextStyle.SECOND, Ink.RED, wrap=True)
        self.fault.hide()
        self.asked_for = Notice(look)
        self.propose = Button(look, "", icon="add", small=True)
        self._build()
        self.propose.clicked.connect(self._add_usual)
        self.table.followed.connect(self._follow)
        self.model.edited.connect(self._save)
        self.model.faults_changed.connect(self._tell_faults)

    def show_read(self, read: Read) -> None:
        """Offer one more decision where the document is one's own, also when its text is locked."""
        if self._shown is not None and read.record.id != self._shown.record.id:
            self.asked_for.set_messages([])
        self._shown = read
        self.link_changed.emit(f"{DECISIONS.new_label} …" if self._session.may_change(read) else "")

    def show_related(self, read: Read, related: Related) -> None:
        """Show the decisions, by kommun and then as the document lists its instanser."""
        reading = self._session.reading()
        bodies = list(read.words.all_of("beslutsinstans"))
        decisions = sorted(
            (decision for decisions in related.values() for decision in decisions),
            key=lambda each: _order(each, bodies),
        )
        self.model.show_reads(decisions, self._session.may_change, self._towns)
        self.table.setVisible(bool(decisions))
        self.none.setVisible(not decisions)
        if isinstance(read.record, SteeringDocument):
            self.told.setText(come_so_far(reading, read.record))
        is_open = self._session.may_change(read) and reading.lock_of(_DOCUMENTS, read.record) is None
        number = len(proposed_decisions(reading, read)) if is_open else 0
        self.propose.setText(f"Lägg till {number} vanliga beslut" if number > 1 else "Lägg till det vanliga beslutet")
        self.propose.setVisible(bool(number))
        if not self._has_waiting(read):
            self.asked_for.set_messages([])
        self._tell_faults()

    def begin(self, told: str) -> None:
        """Let the own decision be filled in where it stands; where there is none, ask for one as is usual."""
        lead, _, rest = told.partition(": ")
        self.asked_for.set_messages([Message(Concern.MISSING, (Strong(f"{lead}: "), rest))])
        own = self._session.reading().organisation_id
        cell = self.model.to_fill_in(own)
        if cell.isValid():
            self.table.fill_in(cell)
        else:
            self._ask_for_one(self._usual_of(own), municipality=own)

    def follow_link(self) -> None:
        """Ask for one more decision."""
        self._ask_for_one({"status": "vantar"})

    def _ask_for_one(self, begun: Mapping[str, str], **about: UUID) -> None:
        if self._shown is None:
            return
        references = {"document": self._shown.record.id, **about}
        sheet = NewRecordDialog(self._session, DECISIONS, references, self.window(), begun=begun)
        sheet.added.connect(lambda _made: self._session.guide.say(added_words(DECISIONS), undoable=True))
        sheet.open()

    def _usual_of(self, municipality: UUID) -> dict[str, str]:
        """What a decision of a kommun usually says, as one that has been made."""
        usual = proposed_decisions(self._session.reading(), self._shown) if self._shown is not None else ()
        found = next((values for values in usual if values["municipality"] == str(municipality)), {})
        return {"status": MADE} | {name: found[name] for name in ("body", "part") if found.get(name)}

    def _build(self) -> None:
        metrics = self._session.look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap, 0, metrics.gap, 0)
        column.setSpacing(metrics.gap)
        for part in (self.told, self.asked_for, self.none, self.table, self.fault):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.propose)
        foot.addStretch(1)
        column.addLayout(foot)

    def _has_waiting(self, read: Read) -> bool:
        reading, document = self._session.reading(), read.record
        if not isinstance(document, SteeringDocument) or reading.lock_of(_DOCUMENTS, document) is not None:
            return False
        return reading.organisation_id in adoption_of(reading, document).waiting

    def _save(self, record_id: UUID, name: str, plain: Any) -> None:
        records = self._session.workspace.records
        self._session.guide.attempt(lambda: records.save(DECISIONS.name, record_id, {name: plain}))

    def _add_usual(self) -> None:
        """Note the usual decisions as waiting, in one step."""
        if self._shown is None:
            return
        records = self._session.workspace.records
        usual = proposed_decisions(self._session.reading(), self._shown)
        changes = tuple(records.addition(DECISIONS.name, values) for values in usual)
        title = f"La till {len(changes)} beslut att vänta på om {self._shown.label}"
        if self._session.guide.attempt(lambda: records.apply(ChangeSet(title, changes))):
            self._session.guide.say("Besluten är tillagda. Ändra dem i tabellen.", undoable=True)

    def _follow(self, row: int) -> None:
        self._session.guide.open_record(DECISIONS.name, self.model.read_at(row).record.id)

    def _tell_faults(self) -> None:
        faults = self.model.faults()
        self.fault.setText("\n".join(faults))
        self.fault.setVisible(bool(faults))


def _towns() -> dict[UUID, str]:
    """What kommuner are called among others, by id."""
    return {municipality_id(known.code): known.town for known in municipalities()}


def _order(read: Read, bodies: list[str]) -> tuple[object, ...]:
    decision = read.record
    body = decision.body if isinstance(decision, SteeringDecision) else ""
    place = bodies.index(body) if body in bodies else len(bodies)
    return swedish_key(field_text(DECISIONS, read, "municipality")), place, str(read.record.id)
