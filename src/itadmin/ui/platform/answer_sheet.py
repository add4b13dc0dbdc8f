"""The sheet that notes what a förvaltning answers to a förvarning: the answer, the day, its own costs, a comment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from itadmin.domain.problems import KnownError
from itadmin.domain.registers import REGISTERS
from itadmin.services.platform import Answer, NoticeShown, answer
from itadmin.services.reading import Read
from itadmin.ui.register.fields_sheet import FieldsSheet, Question
from itadmin.ui.session import Session

_REGISTER = REGISTERS["platform_notices"]
_ASKED = ("answer", "answered_on", "consequences", "note")


class AnswerSheet(FieldsSheet):
    """Asks for the answer of one förvaltning; what has been written of it before is kept."""

    def __init__(self, session: Session, notice: NoticeShown, parent: QWidget | None = None) -> None:
        self._notice = notice
        today = session.reading().day
        begun = Read(replace(notice.record, answered_on=today, note=""), "", {}, {}, placeholder=False)
        told = (("Förvaltning", notice.name),)
        super().__init__(session, _REGISTER, Question("Notera svar", _ASKED, begun, "Notera", told), parent)

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Note it as one step. Raises KnownError."""
        if not values["answer"]:
            raise KnownError("Välj vad förvaltningen svarar.")
        workspace = self.session.workspace
        day = values["answered_on"] or workspace.reading().day.isoformat()
        given = Answer(
            str(values["answer"]), date.fromisoformat(str(day)), str(values["note"] or ""), values["consequences"]
        )
        answer(workspace.records, workspace.reading(), self._notice.record.id, given)
        self.session.guide.say(f"Svaret från {self._notice.name} är noterat.", undoable=True)
