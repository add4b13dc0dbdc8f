"""How far each kommun has come in sharing a system, where it wants to go, and setting a new level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers import REGISTERS
from itadmin.domain.text import without_digit
from itadmin.services.cooperation import current_levels, set_level
from itadmin.services.display import field_text, reservation
from itadmin.services.reading import Read
from itadmin.ui.panels.table_panel import TablePanel
from itadmin.ui.register.fact_table import Table, name_link
from itadmin.ui.register.fields_sheet import FieldsSheet, Question
from itadmin.ui.register.saving import plain_values
from itadmin.ui.register.special import Related
from itadmin.ui.register.value_signs import level_cell
from itadmin.ui.session import Session
from itadmin.ui.widgets.tooltips import as_tooltip

LEVELS = REGISTERS["cooperation_levels"]
_HEADINGS = ("Kommun", "Nivå", "", "Mål", "Målet nås", "Sedan")
_EARLIER = ("Kommun", "Nivå", "", "Från", "Till")
_ASKED = ("municipality", "level", "target_level", "target_on", "starts_on", "decided_by", "note")
_AS_BEFORE = ("municipality", "level", "target_level", "target_on")


class CooperationPanel(TablePanel):
    """The levels of today by kommun; earlier ones are folded."""

    section = "samverkan"
    title = "Samverkan"
    takes = (("cooperation_levels", "system"),)

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            "Ingen samverkansnivå är angiven.",
            ("tidigare eller kommande nivå", "tidigare eller kommande nivåer"),
        )
        self._shown: Read | None = None
        self._levels: list[Read] = []

    def show_read(self, read: Read) -> None:
        """Offer a new level where the system may be changed."""
        self._shown = read
        self.link_changed.emit("Sätt ny nivå …" if self.session.may_change(read) else "")

    def show_related(self, _read: Read, related: Related) -> None:
        """Show the levels."""
        self._levels = [level for levels in related.values() for level in levels]
        now = current_levels(self._levels, self.session.reading().day)
        of_today = {level.record.id for level in now}
        others = [level for level in self._levels if level.record.id not in of_today]
        others.sort(key=lambda level: field_text(LEVELS, level, "starts_on"), reverse=True)
        self.show_tables(
            Table(_HEADINGS, [partial(self._row, level) for level in now], whole=(4, 5)),
            Table(_EARLIER, [partial(self._earlier_row, level) for level in others], whole=(3, 4)),
        )

    def follow_link(self) -> None:
        """Ask for the new level."""
        if self._shown is not None:
            own = [level for level in self._levels if self.session.may_change(level)]
            NewLevelSheet(self.session, self._shown, own, self.window()).open()

    def _row(self, level: Read) -> list[str | QWidget]:
        return [
            *self._head(level),
            self._cell(level, "target_level"),
            field_text(LEVELS, level, "target_on"),
            field_text(LEVELS, level, "starts_on"),
        ]

    def _earlier_row(self, level: Read) -> list[str | QWidget]:
        days = (field_text(LEVELS, level, name) for name in ("starts_on", "ends_on"))
        return [*self._head(level), *days]

    def _head(self, level: Read) -> list[str | QWidget]:
        open_level = partial(self.session.guide.open_record, LEVELS.name, level.record.id)
        link = name_link(self.session.look, field_text(LEVELS, level, "municipality"), open_level)
        return [link, self._cell(level, "level"), without_digit(field_text(LEVELS, level, "level"))]

    def _cell(self, level: Read, name: str) -> str | QWidget:
        code = getattr(level.record, name)
        if not code:
            return ""
        cell, told = (
            level_cell(self.session.look, code),
            (field_text(LEVELS, level, name), reservation(LEVELS, level, name)),
        )
        cell.setToolTip(as_tooltip(", ".join(filter(None, told))))
        return cell


class NewLevelSheet(FieldsSheet):
    """Asks which level a kommun has from a day; the level before ends the day before, in the same step."""

    def __init__(self, session: Session, system: Read, levels: Sequence[Read], parent: QWidget | None) -> None:
        """`levels` are those of the system that may be changed."""
        self._system = system
        self._levels = levels
        reading = session.reading()
        question = Question(
            title="Sätt ny samverkansnivå",
            asked=_ASKED,
            begun=_begun(session, reading.day, current_levels(levels, reading.day)),
            button="Sätt nivån",
            told=((LEVELS.fields["system"].label, system.label),),
        )
        super().__init__(session, LEVELS, question, parent)
        self.remark_on("level", "target_level")

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Set the level. Raises KnownError."""
        plain, also = plain_values(self.session, LEVELS, values)
        own = {**plain, "system": str(self._system.record.id)}
        set_level(self.session.workspace.records, self._levels, own, also)
        self.session.guide.say("Den nya nivån är satt.", undoable=True)


def _begun(session: Session, day: date, now: Sequence[Read]) -> Read:
    """What the sheet begins with: as it is for the only kommun there is, else the own kommun without a level."""
    values: dict[str, Any] = {"starts_on": day}
    if len(now) == 1:
        values |= {name: getattr(now[0].record, name) for name in _AS_BEFORE}
        labels: Mapping[UUID, str] = now[0].labels
    else:
        own = session.reading().organisation()
        values["municipality"] = own.record.id
        labels = {own.record.id: own.label}
    return Read(LEVELS.record(**values), "", labels, {}, placeholder=False)
