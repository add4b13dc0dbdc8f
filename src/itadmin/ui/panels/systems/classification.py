"""How a system's information is classified: why it is as critical as it is, classing anew, and the classes before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadmin.domain.calculations.classification_words import explanation
from itadmin.domain.entry import text_from_plain
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.system_record import System
from itadmin.domain.registers.system_rows import EarlierClassification
from itadmin.domain.registers.system_rules import levels
from itadmin.services.reading import Read
from itadmin.ui.register.fact_table import FoldedTable, Table
from itadmin.ui.register.fields_sheet import FieldsSheet, Question
from itadmin.ui.register.special import Panel
from itadmin.ui.register.value_signs import class_cell
from itadmin.ui.session import Session
from itadmin.ui.widgets.buttons import Button
from itadmin.ui.widgets.calculation_box import CalculationBox
from itadmin.ui.widgets.classing import Classing, ClassingCells
from itadmin.ui.widgets.prose import Strong

SYSTEMS = REGISTERS["systems"]
EARLIER = "earlier_classifications"
_HEADINGS = ("Klassad", "Klassning", "Spårbarhet", "Klassad av", "Motivering")
_ASKED = (
    "confidentiality",
    "integrity",
    "availability",
    "traceability",
    "classified_on",
    "classified_by",
    "classification_reason",
)


class ClassificationPanel(Panel):
    """The explanation, and the button that classes the system, for the first time or anew."""

    section = "klassning"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Read | None = None
        look = session.look
        self._box = CalculationBox(look)
        self._button = Button(look, "", icon="edit", small=True)
        self._button.clicked.connect(self._ask)
        foot = QHBoxLayout()
        foot.addWidget(self._button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.metrics.gap, 0, look.metrics.gap, look.metrics.gap)
        column.setSpacing(look.metrics.gap)
        column.addWidget(self._box)
        column.addLayout(foot)

    def show_read(self, read: Read) -> None:
        """Explain the criticality."""
        system = read.record
        if not isinstance(system, System):
            return
        self._shown = read

        def word_of(code: str) -> str:
            return text_from_plain(SYSTEMS.fields["criticality"], code, read.words)

        runs = explanation(levels(system), system.criticality, word_of)
        self._box.set_prose([Strong(text) if decisive else text for text, decisive in runs])
        self._box.setVisible(bool(runs))
        self._button.setText("Klassa om …" if any(levels(system)) else "Klassa …")
        self._button.setVisible(self._session.may_change(read))

    def _ask(self) -> None:
        if self._shown is not None and isinstance(self._shown.record, System):
            ClassingSheet(self._session, self._shown, self._shown.record, self.window()).open()


class EarlierClasses(Panel):
    """The classifications that others have replaced, the newest first, behind a link."""

    section = "klassning"
    is_last = True

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        metrics = session.look.metrics
        self._table = FoldedTable(session.look, "tidigare klassning", "tidigare klassningar")
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap - metrics.link_pad, 0, metrics.gap, 0)
        column.addWidget(self._table)

    def show_read(self, read: Read) -> None:
        """Show them; hide when there are none."""
        system = read.record
        if isinstance(system, System):
            rows = [partial(self._row, earlier) for earlier in system.earlier_classifications]
            self._table.show_table(Table(_HEADINGS, rows, whole=(0,)))
            self.setVisible(bool(rows))

    def _row(self, earlier: EarlierClassification) -> list[str | QWidget]:
        look = self._session.look
        codes = (earlier.confidentiality, earlier.integrity, earlier.availability)
        values = [int(code) if code else None for code in codes]
        day = earlier.classified_on.isoformat() if earlier.classified_on else "–"
        traced: str | QWidget = class_cell(look, earlier.traceability) if earlier.traceability else ""
        return [day, ClassingCells(look, Classing(*values)), traced, earlier.classified_by, earlier.reason]


class ClassingSheet(FieldsSheet):
    """Asks for K, R, T and S, who and why; what was before is kept among the earlier ones by the register itself."""

    def __init__(self, session: Session, read: Read, system: System, parent: QWidget | None) -> None:
        """`system` is the record that was read."""
        self._system = system.id
        begun = replace(system, classified_on=session.reading().day, classification_reason="")
        is_first = not any(levels(system))
        question = Question(
            title="Klassa systemet" if is_first else "Klassa om systemet",
            asked=_ASKED,
            begun=replace(read, record=begun),
            button="Spara klassningen",
            told=((SYSTEMS.singular.capitalize(), read.label),),
        )
        super().__init__(session, SYSTEMS, question, parent)

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Save the classification. Raises KnownError."""
        self.session.workspace.records.save(SYSTEMS.name, self._system, values)
        self.session.guide.say("Klassningen är sparad.", undoable=True)
