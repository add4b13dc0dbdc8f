"""The sheet that notes what a change of the platform costs one förvaltning, year by year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.platform import NoticeShown, note_costs
from itadmin.services.reading import Read
from itadmin.ui.register.fields_sheet import FieldsSheet, Question
from itadmin.ui.session import Session

_REGISTER = REGISTERS["platform_notices"]
_COSTS = "consequences"
_HOW = "Ett belopp för varje år, en besparing med minus."


class CostSheet(FieldsSheet):
    """Asks for the costs of one förvaltning, begun with those that are noted."""

    def __init__(self, session: Session, notice: NoticeShown, parent: QWidget | None = None) -> None:
        self._notice = notice
        begun = Read(notice.record, "", {}, {}, placeholder=False)
        told = (("Förvaltning", notice.name), ("Så här", _HOW))
        super().__init__(session, _REGISTER, Question("Ange kostnad", (_COSTS,), begun, "Spara", told), parent)

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Note it as one step. Raises KnownError."""
        note_costs(self.session.workspace.records, self._notice.record.id, values[_COSTS])
        self.session.guide.say(f"Kostnaden för {self._notice.name} är noterad.", undoable=True)
