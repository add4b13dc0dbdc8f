"""The sheet that asks how well somebody knows an area or a system, now and as wanted: one step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.services.competence.ground import COMPETENCES, Judged, Topic
from itadmin.services.competence.judging import set_levels
from itadmin.services.reading import Read
from itadmin.ui.register.fields_sheet import FieldsSheet, Question
from itadmin.ui.register.saving import plain_values
from itadmin.ui.session import Session

_REGISTER = REGISTERS[COMPETENCES]
_ASKED = ("level", "wanted_level", "priority")


class LevelsSheet(FieldsSheet):
    """Begins with what is judged already, if anything."""

    def __init__(
        self, session: Session, person: tuple[UUID, str], topic: Topic, judged: Judged | None, parent: QWidget | None
    ) -> None:
        """`person` is the id and what the person is called on the map."""
        self._person, self._topic = person[0], topic
        begun: dict[str, Any] = {}
        if judged is not None:
            levels = zip(_ASKED, (judged.level, judged.wanted), strict=False)
            begun = {name: str(level) for name, level in levels if level is not None}
            begun["priority"] = judged.priority
        question = Question(
            title="Kompetensnivå",
            asked=_ASKED,
            begun=Read(_REGISTER.record(**begun), "", {}, {}, placeholder=False, words=session.reading().words),
            button="Spara",
            told=(("Person", person[1]), ("Gäller", topic.name)),
        )
        super().__init__(session, _REGISTER, question, parent)

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Set what is said. Raises KnownError."""
        plain, _also = plain_values(self.session, _REGISTER, values)
        workspace = self.session.workspace
        set_levels(workspace.records, workspace.reading(), self._person, self._topic, plain)
        self.session.guide.say("Kompetensnivån är satt.", undoable=True)
