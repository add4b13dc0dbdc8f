"""The sheet that asks for the level of a kommun from a cell of the matrix.

It begins with what we have said before of that kommun, which ends the day before the new level, in the same step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from itadmin.domain.registers.cooperation_levels import REGISTER, CooperationLevel
from itadmin.services.cooperation import current_levels, set_level
from itadmin.services.reading import Read, Reading
from itadmin.services.samverkan.cells import Row
from itadmin.services.samverkan.region import Kommun
from itadmin.ui.register.new_record import NewRecordDialog
from itadmin.ui.register.saving import plain_values
from itadmin.ui.session import Session

_ASKED = ("level", "target_level", "target_on", "starts_on")
_AS_BEFORE = ("level", "target_level", "target_on")


class LevelSheet(NewRecordDialog):
    """Asks for it; a level that begins the same day as the one before corrects that one."""

    def __init__(self, session: Session, row: Row, kommun: Kommun, parent: QWidget | None = None) -> None:
        reading = session.reading()
        self._about = {"system": row.id, "municipality": kommun.id}
        self._said = _said(reading, row, kommun)
        begun: dict[str, Any] = {"starts_on": reading.day}
        for read in current_levels(self._said, reading.day)[-1:]:
            begun |= {name: getattr(read.record, name) for name in _AS_BEFORE}
        super().__init__(session, REGISTER, self._about, parent, also=_ASKED, begun=begun)
        self.remark_on("level", "target_level")

    def carry_out(self, values: Mapping[str, Any]) -> None:
        """Set the level. Raises KnownError."""
        if not self._said:
            super().carry_out(values)
            return
        plain, also = plain_values(self.session, REGISTER, values)
        about = {name: str(key) for name, key in self._about.items()}
        set_level(self.session.workspace.records, self._said, {**plain, **about}, also)
        self.session.guide.say("Den nya nivån är satt.", undoable=True)


def _said(reading: Reading, row: Row, kommun: Kommun) -> Sequence[Read]:
    """What we have said of a kommun in any of the systems of a row, the oldest first."""
    found = [
        read
        for system in row.systems
        for read in reading.referring(REGISTER.name, "system", UUID(bytes=system))
        if isinstance(read.record, CooperationLevel)
        and read.record.municipality == kommun.id
        and read.record.owner == reading.organisation_id
    ]
    return sorted(found, key=_begins)


def _begins(read: Read) -> str:
    day = read.record.starts_on if isinstance(read.record, CooperationLevel) else None
    return day.isoformat() if day else ""
