"""The sheet that asks what a kommun says of a samverkansärende, in a new record or in the one where it has begun.

That the own kommun has not answered is no answer. A reservation that is not told is remarked on, not refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from itadmin.domain.fields import Reference
from itadmin.domain.problems import InvalidRecordError, Problem
from itadmin.domain.registers import REGISTERS
from itadmin.domain.registers.cooperation_stances import CooperationStance
from itadmin.domain.states import SILENT
from itadmin.services.cooperation_cases.standing import STANCES, Standing
from itadmin.services.reading import Read
from itadmin.ui.panels.cooperation_cases.stance_page import WRITING
from itadmin.ui.register.choice_editor import ChoiceEditor
from itadmin.ui.register.fields_sheet import FieldsSheet, Question
from itadmin.ui.register.saving import add_record, plain_values
from itadmin.ui.session import Session

_REGISTER = REGISTERS[STANCES]
_ASKED = (
    "stance",
    "municipality",
    "comment",
    "body",
    "decide_by",
    "decided_on",
    "paragraph",
    "participates_from",
    "participates_until",
    "contact",
)
_NEW, _CHANGE = (_REGISTER.new_label, "Lägg till"), ("Ändra ställningstagande", "Spara")
"""The title of the sheet, and the word of its button."""
_NO_ANSWER = "Välj vad er kommun svarar. Att ni inte har svarat är inget svar."
_NOT_YET = "Dagen har inte kommit. Skriv den när beslutet är fattat, och så länge under Beslut senast."


class StanceSheet(FieldsSheet):
    """Asks for a stance. `kept` says that it is kept, and whether the record of it is new.

    `given` are the case and, where it is known, the kommun. `known` is what there is to begin with: the kommun's own
    record is changed; of what somebody else has noted only the way to a decision is taken over, in a new record.
    """

    kept = Signal(bool)

    def __init__(
        self, session: Session, given: Mapping[str, UUID], known: Standing | None = None, parent: QWidget | None = None
    ) -> None:
        self._given = {name: str(target) for name, target in given.items()}
        self._own = known.record if known is not None and not known.is_of_other else None
        self._is_answer = given.get("municipality") == session.reading().organisation_id
        told = [(field.label, session.reading().label(field.to, given[name])) for name, field in _references(given)]
        title, button = _NEW if self._own is None else _CHANGE
        asked = [name for name in _ASKED if name not in given]
        super().__init__(session, _REGISTER, Question(title, asked, _begun(known), button, told), parent)
        self.offer(WRITING)
        stance = self.editors["stance"]
        if self._is_answer and isinstance(stance, ChoiceEditor):
            stance.leave_out({SILENT})
        self.remark_on("stance", "comment")

    def written(self, name: str) -> Any:
        """What a field says now, also one that is given."""
        return self._given[name] if name in self._given else super().written(name)

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Make or change the record. Raises KnownError."""
        if self._is_answer and values["stance"] in (None, SILENT):
            raise InvalidRecordError([Problem("stance", _NO_ANSWER)])
        if values["decided_on"] is not None and values["decided_on"] > self.session.reading().day.isoformat():
            raise InvalidRecordError([Problem("decided_on", _NOT_YET)])
        if self._own is None:
            add_record(self.session, _REGISTER, self._given, values)
        else:
            plain, also = plain_values(self.session, _REGISTER, values)
            step = self.session.workspace.records.save(STANCES, self._own.id, plain, also=also)
            if not step.changes:
                return
        self.kept.emit(self._own is None)


def _references(given: Mapping[str, UUID]) -> list[tuple[str, Reference]]:
    fields = ((name, _REGISTER.fields[name]) for name in given)
    return [(name, field) for name, field in fields if isinstance(field, Reference)]


def _begun(known: Standing | None) -> Read:
    """What the editors begin with; that nothing has been answered is not written in."""
    record, read = (known.record, known.read) if known is not None else (None, None)
    if known is None or record is None or read is None:
        return Read(CooperationStance(), "", {}, {}, placeholder=False)
    if known.is_of_other:
        noted = CooperationStance(body=record.body, decide_by=record.decide_by)
        return Read(noted, "", {}, {}, placeholder=False)
    return replace(read, record=replace(record, stance="" if record.stance == SILENT else record.stance))
